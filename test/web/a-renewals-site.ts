import { remember } from '../../bot/commands/remember.ts';
import { createRenewalDesk } from '../../bot/conversation/renewals/desk.ts';
import { createMetrics } from '../../bot/http/metrics.ts';
import { createHttpServer } from '../../bot/http/server.ts';
import { newId } from '../../bot/platform/ids.ts';
import { pageAssets } from '../../bot/web/page-assets.ts';
import { renewalsTab } from '../../bot/web/renewals-tab.ts';
import { createSsoCheck } from '../../bot/web/sso-token.ts';
import type { Customer, Subscription, Term } from '../../domain/customers/records.ts';
import { noticeId, renewalPlanId } from '../../domain/renewals/records.ts';
import type { Notice, RenewalPlan } from '../../domain/renewals/records.ts';
import { CustomerId, TermId } from '../../domain/shared/ids.ts';
import type { PersonId } from '../../domain/shared/ids.ts';
import type { Language } from '../../domain/shared/language.ts';
import type { Put, Store } from '../../domain/shared/store.port.ts';
import { fill, partnerRecord, userRecord } from '../support/book.ts';
import { aPartner, aSubscription, aTerm, cloudy, contoso, day, fabrikam, instant, jana, petr, rival, rita } from '../support/builders.ts';
import { testSecrets } from '../support/chat.ts';
import { memoryStore } from '../support/fakes/memory-store.ts';
import { contosoTenant, customerRecord } from '../support/offers.ts';
import { ssoAppId, ssoHost, ssoNow } from '../support/test-sso-issuer.ts';
import type { TestSsoIssuer } from '../support/test-sso-issuer.ts';
import { logInto } from '../teams/a-door.ts';
import type { LogLine } from '../teams/a-door.ts';
import { handClock } from '../teams/hand-clock.ts';
import type { HandClock } from '../teams/hand-clock.ts';

export interface RenewalsSite {
  readonly url: string;
  readonly store: Store;
  readonly time: HandClock;
  readonly lines: readonly LogLine[];
  /** The link that the chat gives, on this machine. */
  readonly linkFor: (person?: PersonId, language?: Language) => string;
}

export interface RenewalsSiteOptions {
  /** Where Teams' tokens are checked against; absent: local mode. */
  readonly keysUrl?: string;
  /** What is in the book besides the sample. */
  readonly more?: readonly Put[];
  /** What goes wrong, to see that a test notices. */
  readonly plantedFault?: 'burns-nothing' | 'believes-anybody';
}

export const publicUrl = `https://${ssoHost}`;
/** What a customer may be called to see what happens. */
export const hostileName = '=HYPERLINK("https://evil.example") <img src=x onerror="window.pwned=1"> </script><b>bold</b> "quoted"; \u202Egnp';

/** The dashboard behind the real HTTP server, over the real desk and a book of nine ends. */
export async function onTheRenewalsSite(options: RenewalsSiteOptions, use: (site: RenewalsSite) => Promise<void>): Promise<void> {
  const time = handClock(ssoNow.toISOString());
  const { clock } = time;
  const lines: LogLine[] = [];
  const log = logInto(lines);
  const store = memoryStore();
  await fill(store, [...sampleBook(), ...(options.more ?? [])]);
  const keep = remember({ store, clock });
  const assets = pageAssets();
  const { keysUrl } = options;
  const appId = keysUrl === undefined ? undefined : ssoAppId;
  const tab = renewalsTab({
    desk: createRenewalDesk({
      book: store,
      clock,
      partnerTenants: options.plantedFault === 'believes-anybody' ? [cloudy, rival, contosoTenant] : [cloudy, rival],
    }),
    burn: (commandId) => (options.plantedFault === 'burns-nothing' ? Promise.resolve('committed') : keep({ commandId, expect: [], put: [], remove: [] })),
    checkSso: appId === undefined ? undefined : createSsoCheck({ appId, host: ssoHost, clock, keysUrl }),
    ...{ secrets: testSecrets, clock, newId, publicUrl, appId, assets, log },
  });
  const routes = [...tab.routes, { path: '/static/:version/:file', answer: assets.answer }];
  const server = createHttpServer({ ...time, log, newId, metrics: createMetrics(), isReady: async () => true, receive: async () => ({ status: 200 }), routes });
  const { port } = await server.listen({ port: 0, host: '127.0.0.1' });
  const url = `http://127.0.0.1:${String(port)}`;
  try {
    await use({ url, store, time, lines, linkFor: (person = jana().person, language = 'en') => tab.linkFor(person, language).replace(publicUrl, url) });
  } finally {
    await server.close();
  }
}

/** The token that Teams gives for one of a partner's people. */
export function tokenOf(issuer: TestSsoIssuer, person: PersonId = jana().person): Promise<string> {
  const [tid = '', oid = ''] = person.split('/');
  return issuer.token({ tid, oid, iss: `https://login.microsoftonline.com/${tid}/v2.0`, wids: [] });
}

export const subscriptionRecord = (value: Subscription): Put => ({ kind: 'subscription', id: value.id, value });
const noticeRecord = (value: Notice): Put => ({ kind: 'notice', id: noticeId(value), value });
const planRecord = (value: RenewalPlan): Put => ({ kind: 'renewal-plan', id: renewalPlanId(value.term, value.endsOn), value });

export const northwind = (facts: Partial<Customer> = {}): Customer =>
  contoso({ id: CustomerId.parse('northwind'), name: 'Northwind', domain: 'northwind.cz', owner: jana().person, ...facts });

/** A subscription with one term that ends on this day, named after it. */
export function ending(on: string, id: string, facts: Partial<Omit<Subscription, 'id'>> = {}, term: Partial<Omit<Term, 'id'>> = {}): Subscription {
  return aSubscription({ id, createdOn: day('2025-01-01'), terms: [aTerm('2025-03-11', { id: `term-${id}`, endsOn: day(on), ...term })], ...facts });
}

/** Of Cloudy, seen on 2026-03-01: one end in each stage and state. Rival has one, too. */
export function sampleBook(): readonly Put[] {
  const end = (on: string, id: string) => ({
    partner: cloudy,
    customer: contoso().id,
    subscription: aSubscription({ id }).id,
    term: TermId.parse(`term-${id}`),
    endsOn: day(on),
  });
  const jobOf = (id: string) => ({ kind: 'term', subscription: aSubscription({ id }).id, term: TermId.parse(`term-${id}`) }) as const;
  const told = (id: string, on: string, facts: Partial<Notice> = {}): Notice => ({
    ...{ partner: cloudy, customer: contoso().id, recipient: petr().person, side: 'partner', ending: jobOf(id), endsOn: day(on) },
    told: [{ step: 30, at: instant('2026-02-08T07:00:00.000Z'), delivery: 'sent' }],
    ...facts,
  });
  const who = { at: instant('2026-02-10T08:00:00.000Z'), person: jana().person, name: jana().name };
  return [
    ...[partnerRecord(aPartner()), userRecord(jana()), userRecord(petr())],
    ...[contoso(), fabrikam({ name: hostileName }), northwind()].map(customerRecord),
    subscriptionRecord(ending('2026-03-10', 'open')),
    noticeRecord(told('open', '2026-03-10')),
    subscriptionRecord(ending('2026-03-12', 'hostile', { customer: fabrikam().id, plan: 'business-basic', channel: 'csp' })),
    subscriptionRecord(ending('2026-03-20', 'snoozed', { customer: northwind().id, plan: 'business-premium', channel: 'direct' })),
    planRecord({ ...end('2026-03-20', 'snoozed'), customer: northwind().id, snoozed: { until: day('2026-03-13'), ...who } }),
    subscriptionRecord(ending('2026-04-08', 'let-end')),
    planRecord({ ...end('2026-04-08', 'let-end'), ending: { because: 'They have closed that branch.', ...who } }),
    subscriptionRecord(ending('2026-03-25', 'unreached')),
    noticeRecord(
      told('unreached', '2026-03-25', { told: [{ step: 30, at: instant('2026-02-23T07:00:00.000Z'), delivery: 'not-reachable', reason: 'not-installed' }] }),
    ),
    subscriptionRecord(ending('2026-02-20', 'usable')),
    subscriptionRecord(ending('2025-12-15', 'disabled', { customer: northwind().id })),
    subscriptionRecord(renewed()),
    ...[partnerRecord({ ...aPartner(), tenant: rival, name: 'Rival a.s.' }), userRecord(rita())],
    customerRecord(contoso({ id: CustomerId.parse('secret'), partner: rival, name: 'Rivals Geheimnis', domain: 'secret.example', owner: rita().person })),
    subscriptionRecord(ending('2026-03-11', 'rivals', { partner: rival, customer: CustomerId.parse('secret') })),
  ];
}

/** Its five licences end on 2026-03-05, and three of them go on for a year. */
function renewed(): Subscription {
  const next = aTerm('2026-03-06', { id: 'term-next', seats: 3, known: { on: day('2026-02-27'), by: jana().name } });
  const old = aTerm('2025-03-06', { id: 'term-renewed', renewedBy: next.id });
  return aSubscription({ id: 'renewed', createdOn: day('2025-01-01'), terms: [old, next] });
}
