import { ownCompanyCard, noCompanyCard } from '../../../cards/own-company.card.ts';
import type { OwnCompanyView } from '../../../cards/own-company.card.ts';
import { personReceiptCard, personReviewCard, personRightsCard, whoCard } from '../../../cards/own-person.card.ts';
import { peopleCard } from '../../../cards/people.card.ts';
import { personCard, personNotFoundCard, removePersonCard } from '../../../cards/person.card.ts';
import { rightAskedCard, rightDecidedCard, rightRequestCard, rightSettledCard, rightUnchangedCard } from '../../../cards/right-request.card.ts';
import type { RightDecidedView } from '../../../cards/right-request.card.ts';
import { rightsCard } from '../../../cards/rights.card.ts';
import type { JudgedTask } from '../../../cards/rights.card.ts';
import { programmeCard, standingDetailsCard, standingReceiptCard, standingReviewCard } from '../../../cards/standing.card.ts';
import type { StandingParts } from '../../../cards/standing.card.ts';
import { companyTasks, customerTasks } from '../../../domain/company/rights.ts';
import type { RightRequest } from '../../../domain/company/people-commands.ts';
import type { PartnerUser } from '../../../domain/company/records.ts';
import { CompanyRole, ProgrammeKind } from '../../../domain/company/records.ts';
import { Day } from '../../../domain/shared/dates.ts';
import { planIds } from '../../../domain/shared/plans.ts';
import { ObjectId, personId } from '../../../domain/shared/ids.ts';
import { cloudy } from '../../support/builders.ts';
import { at, cursor, endlessWord, endsOn, longEmail, longName, markdown, recordedAt, rightToLeft, told, wrong } from './people.ts';
import type { Views } from './view-table.ts';

const person = (n: number) => personId(cloudy, ObjectId.parse(`aaaaaaaa-0000-4000-8000-00000000000${String(n)}`));
const user = (n: number, name: string, facts: Partial<PartnerUser> = {}): PartnerUser => ({
  person: person(n),
  tenant: cloudy,
  name,
  companyRole: 'none',
  supportedCompanies: 'none',
  ...facts,
});
const jana = user(1, 'Jana Nováková', { supportedCompanies: 'limited' });
const petr = user(2, 'Petr Svoboda', {
  companyRole: 'global-admin',
  supportedCompanies: 'full',
  email: 'obchod@cloudy.cz',
  language: 'cs',
  timeZone: 'contoso.cz',
});
const request = (n: number, name: string, facts: Partial<RightRequest> = {}): RightRequest => ({
  partner: cloudy,
  person: person(n),
  name,
  task: 'product-keys',
  needed: 'limited',
  ...facts,
});
const hostile = [markdown, rightToLeft, endlessWord, longName];
const asked = request(1, 'Jana Nováková', { task: 'delegated-admin-offer', needed: 'full' });
const decided: RightDecidedView['settled'] = {
  name: 'Jana Nováková',
  task: 'delegated-admin-offer',
  verdict: 'granted',
  has: 'full',
  by: 'Petr Svoboda',
  at: recordedAt,
};
const noRequests = { count: 0, first: [] };
const may: readonly JudgedTask[] = customerTasks.map((task) => ({ task, canAsk: false }));

const standing: StandingParts = {
  standing: {
    programme: 'advisor',
    enrolled: true,
    certifiedForDelegation: true,
    authorisedForDelegation: true,
    authorisedServiceProvider: true,
    distributor: 'Contoso',
  },
  partnerId: '4711001',
  openAgreementNumber: '4711',
};
const nothing: StandingParts = {
  standing: { programme: 'unknown', enrolled: false, certifiedForDelegation: false, authorisedForDelegation: false, authorisedServiceProvider: false },
};
const csp: StandingParts = { ...nothing, standing: { ...nothing.standing, programme: 'csp-indirect-reseller', distributor: longName } };
const company: OwnCompanyView = {
  information: { name: 'Cloudy s.r.o.', email: 'obchod@cloudy.cz', address: 'Dlouhá 1, Praha', phone: '4711' },
  confirmedUntil: endsOn,
  stands: standing,
  keys: [],
  subscriptions: [],
  may: { information: true, standing: true },
};

/** The own company, its people and what they may do. */
export const ownCompanyViews = {
  ownCompanyCard: {
    'a global admin': (say) => ownCompanyCard(say, company),
    'somebody who may only read': (say) =>
      ownCompanyCard(say, { ...company, stands: nothing, subscriptions: 'not-yours', may: { information: false, standing: false } }),
    'not confirmed, as much as there can be': (say) =>
      ownCompanyCard(say, {
        information: { name: markdown },
        stands: csp,
        keys: planIds.map((plan, n) => ({ plan, keys: n })),
        subscriptions: planIds.map((plan, n) => ({ plan, seats: n, endsOn: n === 0 ? Day.parse('9999-12-31') : endsOn, isOver: n === 1 })),
        moreSubscriptions: cursor,
        may: { information: true, standing: true },
      }),
  },
  noCompanyCard: { typical: (say) => noCompanyCard(say) },
  peopleCard: {
    typical: (say) => peopleCard(say, { rows: [jana, petr], requests: noRequests, mayManage: true }),
    empty: (say) => peopleCard(say, { rows: [], requests: noRequests, mayManage: false }),
    'removed, and many ask': (say) =>
      peopleCard(say, {
        rows: [3, 4, 5, 6, 7, 8].map((n) => user(n, hostile[n % 4] ?? '')),
        next: cursor,
        requests: { count: 21, first: [request(1, markdown), request(2, longName), asked] },
        mayManage: true,
        done: say('people.removed'),
      }),
    refused: (say) => peopleCard(say, { rows: [petr], requests: noRequests, mayManage: true, refused: say('people.last-global-admin') }),
  },
  personCard: {
    'for a global admin': (say) => personCard(say, { person: petr.person, name: petr.name, user: petr, isReader: true, mayManage: true, mayGive: true }),
    'asks for more': (say) =>
      personCard(say, { person: jana.person, name: jana.name, user: jana, request: asked, isReader: false, mayManage: true, mayGive: true }),
    'not in the book': (say) =>
      personCard(say, { person: person(3), name: markdown, request: request(3, markdown), isReader: false, mayManage: false, mayGive: false }),
  },
  removePersonCard: {
    typical: (say) => removePersonCard(say, jana, { customers: 1234, tasks: 5, to: 'Petr Svoboda' }),
    'markup, looks after nothing': (say) => removePersonCard(say, user(3, markdown), { customers: 0, tasks: 0, to: 'Petr Svoboda' }),
    'nobody is left': (say) => removePersonCard(say, jana, { customers: 0, tasks: 1 }),
  },
  personNotFoundCard: { typical: (say) => personNotFoundCard(say) },
  whoCard: {
    empty: (say) => whoCard(say, { frame: at('person', 1, 3), values: {} }),
    'all wrong': (say) =>
      whoCard(say, {
        frame: wrong(
          at('person', 1, 3),
          { field: 'objectId', text: say('people.object-id-wrong') },
          { field: 'name', text: say('people.name-missing') },
          { field: 'email', text: say('people.email-wrong') },
        ),
        values: { objectId: '12', name: markdown, email: longEmail },
      }),
  },
  personRightsCard: {
    'by a global admin': (say) => personRightsCard(say, { frame: at('rights', 2, 3), name: 'Jana Nováková', values: {}, roles: CompanyRole.options }),
    'by a user admin, wrong': (say) =>
      personRightsCard(say, {
        frame: wrong(at('rights', 2, 3), { field: 'timeZone', text: say('people.time-zone-wrong') }),
        name: markdown,
        values: { preset: 'admin-agent', companyRole: 'user-admin', language: 'sk', timeZone: 'Contoso' },
        roles: ['none', 'billing-admin', 'user-admin'],
      }),
  },
  personReviewCard: {
    'a salesperson': (say) =>
      personReviewCard(say, { frame: at('review', 3, 3), name: 'Jana Nováková', preset: 'sales-agent', companyRole: 'none', isKnown: false }),
    'a global admin, known': (say) =>
      personReviewCard(say, {
        frame: told(at('review', 3, 3), say('people.is-known')),
        name: longName,
        email: longEmail,
        preset: 'admin-agent',
        companyRole: 'global-admin',
        language: 'cs',
        isKnown: true,
      }),
  },
  personReceiptCard: {
    changed: (say) => personReceiptCard(say, { person: jana.person, name: jana.name, changed: true }),
    'as it was': (say) => personReceiptCard(say, { person: jana.person, name: markdown, changed: false }),
  },
  rightAskedCard: { typical: (say) => rightAskedCard(say, { task: 'product-keys', asked: ['Petr Svoboda', markdown] }) },
  rightRequestCard: {
    'full administration': (say) => rightRequestCard(say, { request: asked, has: 'limited' }),
    'somebody who is not in the book': (say) => rightRequestCard(say, { request: request(3, markdown) }),
  },
  rightSettledCard: {
    granted: (say) => rightSettledCard(say, { verdict: 'granted', task: 'delegated-admin-offer', has: 'full', by: 'Petr Svoboda' }),
    refused: (say) => rightSettledCard(say, { verdict: 'refused', task: 'product-keys', has: 'none', by: markdown }),
  },
  rightDecidedCard: {
    granted: (say) => rightDecidedCard(say, { settled: decided }),
    refused: (say) => rightDecidedCard(say, { settled: { ...decided, name: markdown, verdict: 'refused', has: 'none', by: longName } }),
    'too late': (say) => rightDecidedCard(say, { settled: decided, isTooLate: true }),
  },
  rightUnchangedCard: { 'not a global admin': (say) => rightUnchangedCard(say, say('rights.only-global-admin')) },
  rightsCard: {
    'everything allowed': (say) =>
      rightsCard(say, {
        name: 'Petr Svoboda',
        role: 'global-admin',
        access: 'full',
        tasks: may.map((each) => (each.task === 'password-of-admin' ? { ...each, least: 'privileged-authentication-administrator' } : each)),
        inCompany: companyTasks,
        givers: ['Petr Svoboda'],
      }),
    'nothing allowed': (say) =>
      rightsCard(say, {
        name: markdown,
        role: 'none',
        access: 'none',
        tasks: customerTasks.map((task) => ({ task, canAsk: true, because: say('eligibility.person-full') })),
        inCompany: [],
        givers: [...hostile, 'Petr Svoboda', 'Jana Nováková', 'Alena Malá'],
      }),
    'waits for an answer': (say) =>
      rightsCard(say, {
        name: 'Jana Nováková',
        role: 'billing-admin',
        access: 'limited',
        tasks: [{ task: 'subscription-change', canAsk: true, because: say('eligibility.person-full') }],
        inCompany: ['own-subscriptions'],
        givers: [],
        waiting: 'subscription-change',
      }),
  },
  programmeCard: {
    'nobody has said': (say) => programmeCard(say, { frame: at('programme', 1, 3), programmes: ProgrammeKind.options, values: { programme: 'unknown' } }),
    'a CSP, wrong': (say) =>
      programmeCard(say, {
        frame: wrong(at('programme', 1, 3), { field: 'programme', text: say('standing.no-advisor') }, { field: 'facts', text: say('standing.facts-wrong') }),
        programmes: ['csp-direct', 'csp-indirect-reseller'],
        values: { programme: 'csp-direct', facts: 'enrolled,certifiedForDelegation' },
      }),
  },
  standingDetailsCard: {
    empty: (say) => standingDetailsCard(say, { frame: at('details', 2, 3), values: {} }),
    'all wrong': (say) =>
      standingDetailsCard(say, {
        frame: wrong(
          at('details', 2, 3),
          { field: 'partnerId', text: say('standing.partner-id-wrong') },
          { field: 'openAgreementNumber', text: say('standing.open-agreement-wrong') },
          { field: 'distributor', text: say('standing.distributor-wrong') },
        ),
        values: { partnerId: 'MPN 1', openAgreementNumber: markdown, distributor: longName },
      }),
  },
  standingReviewCard: {
    'an advisor stays one': (say) => standingReviewCard(say, { frame: at('review', 3, 3), joinsCsp: false, then: standing }),
    'an advisor joins CSP': (say) =>
      standingReviewCard(say, { frame: { ...at('review', 3, 3), whom: [say('own.heading'), markdown] }, joinsCsp: true, then: csp }),
  },
  standingReceiptCard: {
    changed: (say) => standingReceiptCard(say, { company: 'Cloudy s.r.o.', stands: standing, changed: true }),
    'as it was': (say) =>
      standingReceiptCard(say, { company: longName, stands: { ...csp, partnerId: '4711001', openAgreementNumber: markdown }, changed: false }),
  },
} satisfies Views;
