import type { CommandOf, CommandType } from '../../domain/commands.ts';
import { CommandId, HandOffId, ObjectId, OfferId, ServiceRequestId, TermId, personId } from '../../domain/shared/ids.ts';
import { customerIdOf, subscriptionIdOf } from '../../domain/shared/record-ids.ts';
import { aKey, aTerm, day, redeem } from './builders.ts';
import { testSecrets } from './chat.ts';
import { answers, newIds, sends } from './offers.ts';
import type { Side } from './two-sides.ts';

/**
 * Every command about what belongs to `theirs`, as somebody of `own` could have it carried out. What comes from files takes the ids that an
 * import makes of the same texts. A new command does not compile until it has a case here.
 */
export function foreignCommands(own: Side, theirs: Side): { readonly [T in CommandType]: CommandOf<T> } {
  return {
    ...offerCommands(own, theirs),
    ...customerCommands(own, theirs),
    ...companyCommands(own, theirs),
    ...renewalCommands(own, theirs),
    ...bookImports(own, theirs),
    ...otherImports(own, theirs),
  };
}

const id = <T extends string>(type: T) => ({ type, commandId: CommandId.parse(`forged-${type}`) });
const byBoss = ({ partner, boss }: Side) => ({ partner, by: boss, byName: 'X' });
const ids = newIds('forged', 1);
const handOff = HandOffId.parse('forged-hand-off');
const empty = undefined;

function offerCommands(own: Side, theirs: Side) {
  const by = byBoss(own);
  const organisation = { customer: own.customer, name: 'X', domain: own.domain };
  return {
    'send-offer': { ...sends({ customer: theirs.customer, id: OfferId.parse('forged-offer'), madeFrom: theirs.offer }), ...by, ...id('send-offer') },
    'send-offer-again': { ...id('send-offer-again'), ...by, offer: theirs.offer },
    'withdraw-offer': { ...id('withdraw-offer'), ...by, offer: theirs.offer },
    'answer-offer': {
      ...answers({ offer: theirs.offer, by: { kind: 'signed-in', person: own.admin, name: 'X', via: 'teams' }, organisation, newIds: ids }),
      ...id('answer-offer'),
    },
    'settle-answer': { ...id('settle-answer'), ...by, offer: theirs.offer, customer: theirs.customer, verdict: 'confirm', newIds: ids },
    'ask-to-be-admin': { ...id('ask-to-be-admin'), offer: theirs.offer, customer: own.customer, by: own.admin, byName: 'X' },
    'recognise-person': { ...id('recognise-person'), partner: own.partner, customer: theirs.customer, by: own.admin, candidates: [theirs.user] },
    'settle-admin-request': {
      ...id('settle-admin-request'),
      ...by,
      customer: theirs.customer,
      person: theirs.admin,
      verdict: 'name',
      adminUser: theirs.user,
    },
    'end-delegated-admin': { ...id('end-delegated-admin'), relationship: theirs.relationship, by: own.boss, byName: 'X', handOff },
  } as const;
}

function customerCommands(own: Side, theirs: Side) {
  const by = byBoss(own);
  const { customer, subscription, user, request } = theirs;
  return {
    'redeem-product-keys': {
      ...redeem({ ...by, keys: [{ ...aKey('forged'), fingerprint: theirs.fingerprint }], purpose: { kind: 'more-users', subscription } }),
      ...id('redeem-product-keys'),
    },
    'correct-admin-email': { ...id('correct-admin-email'), ...by, customer, userId: user, newUserId: 'forged-user', newEmail: 'x@y.cz' },
    'confirm-hand-off': { ...id('confirm-hand-off'), ...by, handOff: theirs.handOff },
    'mark-checklist': { ...id('mark-checklist'), ...by, subscription, item: 'domain', status: 'done' },
    'attach-partner-of-record': { ...id('attach-partner-of-record'), ...by, customer, subscriptions: [subscription], partnerId: '4711001', handOff },
    'edit-customer': { ...id('edit-customer'), ...by, customer, name: 'Taken over' },
    'keep-customer-user': { ...id('keep-customer-user'), ...by, customer, user, name: 'X', upn: 'x@y.cz', isAdmin: true, licensedIn: subscription, handOff },
    'change-subscription': { ...id('change-subscription'), ...by, subscription, change: { kind: 'cancel' }, handOff },
    'undo-change': { ...id('undo-change'), ...by, handOff: theirs.change },
    'request-new-password': { ...id('request-new-password'), ...by, customer, user, handOff },
    'open-service-request': { ...id('open-service-request'), ...by, id: ServiceRequestId.parse('forged-request'), customer, subscription, ...asked },
    'move-service-request': { ...id('move-service-request'), ...by, request, to: 'closed' },
    'note-service-request': { ...id('note-service-request'), ...by, request, text: 'X' },
  } as const;
}

function renewalCommands(own: Side, theirs: Side) {
  const by = byBoss(own);
  const { subscription, term, endsOn, notice } = theirs;
  const end = { subscription, term, endsOn };
  const nextTerm = TermId.parse('forged-term');
  return {
    'plan-renewal': { ...id('plan-renewal'), ...by, ...end, plan: { kind: 'let-end', because: 'X' } },
    'wish-renewal': { ...id('wish-renewal'), by: own.admin, byName: 'X', ...end, wish: 'direct' },
    'record-renewal': { ...id('record-renewal'), ...by, ...end, nextTerm },
    'move-to-direct': { ...id('move-to-direct'), ...by, ...end, nextTerm, handOff },
    'turn-customer-notices': { ...id('turn-customer-notices'), ...by, on: true },
    'mark-notice-mailed': { ...id('mark-notice-mailed'), ...by, notice, step: 7 },
  } as const;
}

function companyCommands(own: Side, theirs: Side) {
  const by = byBoss(own);
  const { boss: person } = theirs;
  return {
    'confirm-company-information': { ...id('confirm-company-information'), ...by, name: 'X', phone: '1', email: 'x@y.cz', address: 'X' },
    'keep-standing': { ...id('keep-standing'), ...by, standing },
    'keep-partner-user': {
      ...id('keep-partner-user'),
      ...by,
      objectId: ObjectId.parse(person.slice(37)),
      name: 'X',
      companyRole: 'none',
      supportedCompanies: 'none',
    },
    'remove-partner-user': { ...id('remove-partner-user'), ...by, person },
    'ask-for-right': { ...id('ask-for-right'), ...by, task: 'product-keys' },
    'settle-right-request': { ...id('settle-right-request'), ...by, person: theirs.clerk, verdict: 'grant' },
    'choose-language': { ...id('choose-language'), ...by, language: 'sk' },
    'appoint-global-admin': {
      ...id('appoint-global-admin'),
      partner: own.partner,
      person: personId(own.partner, ObjectId.parse(person.slice(37))),
      name: 'X',
    },
  } as const;
}

/** Its records derive their ids from the partner and a text of the file, or from the directory that a line names. */
function bookImports({ partner }: Side, theirs: Side) {
  const customer = customerIdOf(testSecrets, partner, theirs.domain);
  const contact = { contactName: empty, contactEmail: empty, owner: empty, partnerOfRecord: empty, language: empty };
  const { seats, startsOn, endsOn, length } = aTerm('2026-01-01');
  return {
    'import-customer': {
      ...id('import-customer'),
      partner,
      id: customer,
      isByTenant: true,
      customer: { ...contact, name: 'X', domain: 'x.example', country: 'CZ', tenant: theirs.tenant },
    },
    'import-subscription': {
      ...id('import-subscription'),
      partner,
      customer: { tenant: theirs.tenant },
      id: subscriptionIdOf(testSecrets, partner, theirs.subscription),
      reference: theirs.subscription,
      term: { id: TermId.parse('forged-term'), seats, startsOn, endsOn, length },
      earlierLine: 'none',
      subscription: { plan: 'business-basic', channel: 'csp', autoRenews: empty, partnerOfRecord: empty },
    },
    'import-customer-user': {
      ...id('import-customer-user'),
      partner,
      customer,
      customerDomain: 'x.example',
      id: 'forged-user',
      user: { name: 'X', upn: 'x@x.example', objectId: empty, isAdmin: true, licence: { kind: 'in', ids: [theirs.subscription], reference: 'x' } },
    },
  } as const;
}

function otherImports({ partner }: Side, theirs: Side) {
  const person = personId(partner, ObjectId.parse(theirs.boss.slice(37)));
  const user = { name: 'X', companyRole: 'none', supportedCompanies: 'none', email: empty, language: empty, timeZone: empty } as const;
  const key = { fingerprint: theirs.fingerprint, sealed: 'forged', ending: 'AAAAA' };
  return {
    'import-company': { ...id('import-company'), partner, company: { ...noCompany, name: 'X', country: 'CZ' } },
    'import-partner-user': { ...id('import-partner-user'), partner, person, user },
    'import-known-partner': { ...id('import-known-partner'), partner, known: { partnerId: '4711002', name: 'X', kind: 'reseller' } },
    'import-product-key': {
      ...id('import-product-key'),
      partner,
      key,
      plan: 'business-basic',
      seats: 1,
      boughtOn: day('2026-01-01'),
      orderRef: empty,
      state: empty,
    },
  } as const;
}

const asked = { title: 'X', description: 'X', severity: 'minimal', recipient: 'partner' } as const;
const standing = {
  programme: 'csp-direct',
  enrolled: true,
  certifiedForDelegation: true,
  authorisedForDelegation: true,
  authorisedServiceProvider: true,
} as const;
const noCompany = {
  domain: undefined,
  phone: undefined,
  email: undefined,
  address: undefined,
  partnerId: undefined,
  programme: undefined,
  enrolled: undefined,
  certifiedForDelegation: undefined,
  authorisedForDelegation: undefined,
  authorisedServiceProvider: undefined,
  distributor: undefined,
  openAgreementNumber: undefined,
  confirmedOn: undefined,
};
