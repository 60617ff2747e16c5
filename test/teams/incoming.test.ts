import assert from 'node:assert/strict';
import { readActivity } from '../../bot/teams/activity.ts';
import { incomingFrom } from '../../bot/teams/incoming.ts';
import { createTimeZoneCheck } from '../../bot/teams/time-zone.ts';
import type { Incoming } from '../../domain/shared/turn.ts';
import { aClick, aMessage, anActivity, assistant, jana, partnerTenant } from './activities.ts';
import type { Wire } from './activities.ts';

const serviceUrl = 'https://smba.trafficmanager.net/emea/';
const nobody = '00000000-0000-0000-0000-000000000000';

function understood(wire: Wire): Incoming {
  const activity = readActivity(JSON.parse(JSON.stringify(wire)));
  assert.ok(activity, 'it is not taken for an activity');
  const incoming = incomingFrom(activity, { requestId: 'request-1', isTimeZone: createTimeZoneCheck() });
  assert.ok(incoming, 'it contradicts its own type');
  return incoming;
}

const said = (wire: Wire) => understood(wire).said;

describe('what a person does in Teams, in our words', () => {
  it('carries who wrote, from which organisation, where the answer goes, and in which language and time zone they live', () => {
    assert.deepEqual(understood(aMessage(serviceUrl, 'help')), {
      activityKey: 'msteams|a:1jana|1700000000001',
      from: { person: `${partnerTenant}/${jana.aadObjectId}`, tenant: partnerTenant, objectId: jana.aadObjectId, name: jana.name },
      address: {
        channel: 'msteams',
        conversation: 'a:1jana',
        scope: 'personal',
        serviceUrl,
        bot: assistant,
        user: { id: jana.id, name: jana.name },
        tenant: partnerTenant,
      },
      locale: 'cs-CZ',
      timeZone: 'Europe/Prague',
      said: { kind: 'text', text: 'help', hasAttachments: false },
      requestId: 'request-1',
    });
  });

  it('names the message whose card was clicked, by either kind of button', () => {
    assert.equal(understood(aClick(serviceUrl, 'show', {})).cardId, '1700000000000');
    const submit = anActivity(serviceUrl, { type: 'message', value: { verb: 'show' }, replyToId: '1:a' });
    assert.equal(understood(submit).cardId, '1:a');
  });

  it('names no message that bends a path or is none, and none for a line that answers one', () => {
    for (const replyToId of ['..', '', '\u0007', 7, null, undefined, 'x'.repeat(1025)]) {
      assert.equal(understood(aClick(serviceUrl, 'show', {}, { replyToId })).cardId, undefined);
    }
    assert.equal(understood(aMessage(serviceUrl, 'hi', { replyToId: '1:a' })).cardId, undefined);
  });

  it('gives a redelivered activity the same key, and another activity another', () => {
    const first = understood(aMessage(serviceUrl, 'help')).activityKey;
    assert.equal(understood(aMessage(serviceUrl, 'help')).activityKey, first);
    assert.notEqual(understood(aMessage(serviceUrl, 'help', { id: '2' })).activityKey, first);
  });

  it('gives every edit of a message a key of its own, and a redelivered edit the same', () => {
    const editAt = (timestamp?: string) => understood(anActivity(serviceUrl, { type: 'messageUpdate', text: 'help', timestamp })).activityKey;
    const first = editAt('2026-03-01T09:00:05.1234567Z');
    assert.equal(editAt('2026-03-01T09:00:05.1234567Z'), first);
    assert.notEqual(editAt('2026-03-01T09:00:07.1234567Z'), first);
    assert.equal(editAt(undefined), 'msteams|a:1jana|1700000000001');
  });

  it('takes the organisation from the channel data before the conversation', () => {
    const other = '22222222-2222-4222-8222-222222222222';
    assert.equal(understood(aMessage(serviceUrl, 'hi', { channelData: { tenant: { id: other } } })).from.tenant, other);
    assert.equal(understood(aMessage(serviceUrl, 'hi', { channelData: null })).from.tenant, partnerTenant);
  });

  it('makes whoever has no directory id a stranger', () => {
    const stranger = understood(aMessage(serviceUrl, 'hi', { from: { id: '29:1x' }, channelData: {}, conversation: { id: 'c' } }));
    assert.deepEqual(stranger.from, { person: `${nobody}/${nobody}`, tenant: nobody, objectId: nobody, name: '' });
    assert.equal(understood(aMessage(serviceUrl, 'hi', { from: { ...jana, aadObjectId: '../../etc' } })).from.objectId, nobody);
  });

  it('writes directory ids in lower case, so that a person is one person', () => {
    assert.equal(understood(aMessage(serviceUrl, 'hi', { from: { ...jana, aadObjectId: jana.aadObjectId.toUpperCase() } })).from.objectId, jana.aadObjectId);
  });

  it('knows a one-to-one chat, a group and a channel apart', () => {
    const scope = (conversation: Wire) => understood(aMessage(serviceUrl, 'hi', { conversation: { id: 'c', ...conversation } })).address.scope;
    assert.equal(scope({ conversationType: 'personal' }), 'personal');
    assert.equal(scope({ conversationType: 'groupChat' }), 'group');
    assert.equal(scope({ conversationType: 'channel' }), 'channel');
    assert.equal(scope({ isGroup: true }), 'group');
    assert.equal(scope({}), 'personal');
  });

  it('leaves out a language that is none and a time zone that no calendar knows', () => {
    const odd = understood(aMessage(serviceUrl, 'hi', { locale: 'x'.repeat(500), localTimezone: 'Mars/Olympus_Mons' }));
    assert.deepEqual([odd.locale, odd.timeZone], [undefined, undefined]);
  });

  it('reads the time zone from what the client says of itself, too', () => {
    const entities = [{ type: 'clientInfo', timezone: 'Europe/Bratislava' }];
    assert.equal(understood(aMessage(serviceUrl, 'hi', { localTimezone: null, entities })).timeZone, 'Europe/Bratislava');
  });
});

describe('a written message', () => {
  it('is heard without the assistant’s own name, however often it stands there', () => {
    const at = { type: 'mention', mentioned: assistant, text: '<at>Partner Assistant</at>' };
    const other = { type: 'mention', mentioned: { id: '29:1petr' }, text: '<at>Petr</at>' };
    const text = '<at>Partner Assistant</at>&nbsp;find <at>Petr</at>\u00A0<at>Partner Assistant</at> ';
    assert.deepEqual(said(aMessage(serviceUrl, text, { entities: [at, other, 'rubbish', { type: 'mention' }] })), {
      kind: 'text',
      text: 'find <at>Petr</at>',
      hasAttachments: false,
    });
  });

  it('may have no text at all', () => {
    assert.deepEqual(said(anActivity(serviceUrl, { type: 'message' })), { kind: 'text', text: '', hasAttachments: false });
  });

  it('brings a file, unless it is the HTML that Teams adds to every formatted text', () => {
    const html = { contentType: 'text/html', content: '<p>hi</p>' };
    const file = { contentType: 'application/vnd.microsoft.teams.file.download.info', name: 'keys.xlsx' };
    assert.deepEqual(said(aMessage(serviceUrl, 'hi', { attachments: [html] })), { kind: 'text', text: 'hi', hasAttachments: false });
    assert.deepEqual(said(aMessage(serviceUrl, '', { attachments: [html, file] })), { kind: 'text', text: '', hasAttachments: true });
  });
});

describe('a clicked button', () => {
  it('says its verb and what it carries', () => {
    assert.deepEqual(said(aClick(serviceUrl, 'submit', { run: 'r-1', seats: '5' })), { kind: 'clicked', verb: 'submit', data: { run: 'r-1', seats: '5' } });
  });

  it('says the same on a client that knows only the older kind of button', () => {
    const value = { verb: 'submit', run: 'r-1', seats: '5', msteams: { type: 'messageBack' } };
    assert.deepEqual(said(anActivity(serviceUrl, { type: 'message', value })), { kind: 'clicked', verb: 'submit', data: { run: 'r-1', seats: '5' } });
  });

  it('that says nothing is heard as an empty verb', () => {
    assert.deepEqual(said(anActivity(serviceUrl, { type: 'message', value: {} })), { kind: 'clicked', verb: '', data: {} });
    assert.deepEqual(said(anActivity(serviceUrl, { type: 'invoke', name: 'adaptiveCard/action', value: { action: {} } })), {
      kind: 'clicked',
      verb: '',
      data: undefined,
    });
  });
});

describe('what else happens in Teams', () => {
  const cases: readonly (readonly [string, Wire, Incoming['said']['kind']])[] = [
    ['installing the app', { type: 'installationUpdate', action: 'add' }, 'installed'],
    ['installing a new version', { type: 'installationUpdate', action: 'add-upgrade' }, 'installed'],
    ['removing the app', { type: 'installationUpdate', action: 'remove' }, 'removed'],
    ['an old version making room for a new one', { type: 'installationUpdate', action: 'remove-upgrade' }, 'other'],
    ['the assistant becoming a member, which repeats the installation', { type: 'conversationUpdate', membersAdded: [assistant] }, 'other'],
    ['editing a message', { type: 'messageUpdate', text: 'help', channelData: { eventType: 'editMessage' } }, 'edited'],
    ['deleting a message', { type: 'messageDelete' }, 'other'],
    ['a reaction', { type: 'messageReaction', reactionsAdded: [{ type: 'like' }] }, 'other'],
    ['typing', { type: 'typing' }, 'other'],
    ['whatever comes tomorrow', { type: 'hologram' }, 'other'],
  ];
  for (const [what, wire, kind] of cases) {
    it(`hears ${what} as “${kind}”`, () => assert.equal(said(anActivity(serviceUrl, wire)).kind, kind));
  }

  it('gives an event without an id a key of its own', () => {
    assert.equal(understood(anActivity(serviceUrl, { type: 'conversationUpdate', id: undefined })).activityKey, 'msteams|a:1jana|request-1');
  });
});
