import assert from 'node:assert/strict';
import { RequestState } from '../../../domain/service-requests/records.ts';
import type { FollowServiceRequestState } from '../../../domain/service-requests/move-service-request.ts';
import { decideMoveServiceRequest, decideNoteServiceRequest } from '../../../domain/service-requests/move-service-request.ts';
import { decideOpenServiceRequest } from '../../../domain/service-requests/open-service-request.ts';
import type { OpenServiceRequestState } from '../../../domain/service-requests/open-service-request.ts';
import { aServiceRequest, granted, toMove, toNote, toOpenRequest } from '../../support/acting.ts';
import { aPartner, aSubscription, contoso, fabrikam, instant, jana, rival } from '../../support/builders.ts';
import { deciding } from '../../support/given.ts';

const opening = deciding(decideOpenServiceRequest);
const moving = deciding(decideMoveServiceRequest);
const noting = deciding(decideNoteServiceRequest);
const people = { partner: aPartner(), user: jana(), relationships: granted('helpdesk-administrator') };
const asked = (facts: Partial<OpenServiceRequestState> = {}): OpenServiceRequestState => ({
  ...people,
  customer: contoso(),
  subscription: undefined,
  ...facts,
});
const stands = (facts: Parameters<typeof aServiceRequest>[0] = {}): FollowServiceRequestState => ({ ...people, request: aServiceRequest(facts) });

describe('a service request in the book', () => {
  it('begins as a draft that nobody has sent', () => {
    const { state, notes, title, createdByName } = opening(asked()).when(toOpenRequest()).record('service-request');
    assert.deepEqual([state, notes, title, createdByName], ['draft', [], 'Pošta nechodí', jana().name]);
  });

  it('leaves none of its words in the audit', () => {
    const { after, customer } = opening(asked()).when(toOpenRequest()).event('service-request-opened');
    assert.deepEqual([after, customer], [{ severity: 'critical', recipient: 'microsoft' }, contoso().id]);
    assert.equal(noting(stands()).when(toNote()).event('service-request-noted').after, undefined);
  });

  it('is about a subscription of that customer, or about none', () => {
    const subscription = aSubscription();
    const about = toOpenRequest({ subscription: subscription.id });
    assert.equal(opening(asked({ subscription })).when(about).record('service-request').subscription, subscription.id);
    opening(asked()).when(about).refuses({ kind: 'subscription-not-found' });
    opening(asked({ subscription: aSubscription({ customer: fabrikam().id }) }))
      .when(about)
      .refuses({ kind: 'subscription-not-found' });
    opening(asked({ customer: contoso({ partner: rival }) }))
      .when(toOpenRequest())
      .refuses({ kind: 'customer-not-found' });
  });

  it('goes from draft over sent and open to closed, and is opened again; never back to a draft', () => {
    const ways = RequestState.options.map((from) => [
      from,
      RequestState.options.filter((to) => decideMoveServiceRequest(stands({ state: from }), toMove(to), new Date('2026-03-01')).decided === 'changes'),
    ]);
    assert.deepEqual(Object.fromEntries(ways), { draft: ['sent', 'closed'], sent: ['open', 'closed'], open: ['closed'], closed: ['open'] });
    moving(stands({ state: 'closed' }))
      .when(toMove('sent'))
      .refuses({ kind: 'not-from-here', state: 'closed' });
  });

  it('keeps Microsoft’s number, entered with a step or later', () => {
    assert.equal(moving(stands()).when(toMove('sent', '261120')).record('service-request').number, '261120');
    assert.equal(
      moving(stands({ state: 'open', number: '1' }))
        .when(toMove('open', '261120'))
        .record('service-request').number,
      '261120',
    );
    assert.equal(
      moving(stands({ state: 'sent', number: '1' }))
        .when(toMove('closed'))
        .record('service-request').number,
      '1',
    );
    moving(stands({ state: 'open', number: '1' }))
      .when(toMove('open', '1'))
      .refuses({ kind: 'not-from-here', state: 'open' });
  });

  it('knows when it was closed, until it is opened again', () => {
    const closed = moving(stands({ state: 'open' }))
      .when(toMove('closed'))
      .record('service-request');
    assert.equal(closed.closedAt, instant('2026-03-01T10:00:00.000Z'));
    assert.ok(
      !(
        'closedAt' in
        moving({ ...people, request: closed })
          .when(toMove('open'))
          .record('service-request')
      ),
    );
  });

  it('collects notes with who wrote them and when, until it is closed', () => {
    const { notes } = noting(stands({ state: 'sent' }))
      .when(toNote('Volali.'))
      .record('service-request');
    assert.deepEqual(notes, [{ at: instant('2026-03-01T10:00:00.000Z'), person: jana().person, name: jana().name, text: 'Volali.' }]);
    noting(stands({ state: 'closed' }))
      .when(toNote())
      .refuses({ kind: 'closed' });
  });

  it('of another partner does not exist', () => {
    moving(stands({ partner: rival }))
      .when(toMove('sent'))
      .refuses({ kind: 'request-not-found' });
    noting({ ...people, request: undefined })
      .when(toNote())
      .refuses({ kind: 'request-not-found' });
  });
});
