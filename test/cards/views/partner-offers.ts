import { moreCard } from '../../../cards/more.card.ts';
import type { AnswerView } from '../../../cards/offer-answer.ts';
import { offerAnswerNewsCard, offerAnswersCard } from '../../../cards/offer-answers.card.ts';
import {
  adminRequestCard,
  delegationOverCard,
  endDelegationCard,
  offerNotFoundCard,
  offerProblemCard,
  withdrawOfferCard,
} from '../../../cards/offer-asked.card.ts';
import { partnerOfferCard } from '../../../cards/offer-partner.card.ts';
import type { PartnerOfferView } from '../../../cards/offer-partner.card.ts';
import { confirmAnswerCard, nameAdminCard } from '../../../cards/offer-sure.card.ts';
import { offersCard } from '../../../cards/offers.card.ts';
import type { AdminRequestRow, OffersView } from '../../../cards/offers.card.ts';
import type { Doubt } from '../../../cards/partner-doubt.ts';
import type { HandOff } from '../../../domain/customers/records.ts';
import { delegationRoles } from '../../../domain/delegated-admin/roles.ts';
import type { Offer } from '../../../domain/offers/records.ts';
import { Day } from '../../../domain/shared/dates.ts';
import { CustomerId, HandOffId, OfferId, RelationshipId } from '../../../domain/shared/ids.ts';
import { aHandOff, jana, petr } from '../../support/builders.ts';
import { aPurchase, aRelationship, aTrial, aVisitor, anAnswer, contosoTenant, gdap, personAt, signedIn } from '../../support/offers.ts';
import { longMessage, tenLines } from './offer-forms.ts';
import { cursor, endlessWord, longDomain, longEmail, longName, markdown, recordedAt, subscription, today } from './people.ts';
import type { Views } from './view-table.ts';

const id = OfferId.parse('0f9c2ba4-e88f-4b11-9a5e-1d2c3b4a5f61');
const customer = CustomerId.parse('1f9c2ba4-e88f-4b11-9a5e-1d2c3b4a5f62');
const relationshipId = RelationshipId.parse('2f9c2ba4-e88f-4b11-9a5e-1d2c3b4a5f63');
const asker = personAt(contosoTenant, 9);
const shown = { id, summaryId: 'P-000000001', sentAt: recordedAt };
const purchase: Offer = { ...aPurchase(), ...shown };
const trial: Offer = { ...aTrial(), ...shown, summaryId: 'T-000000001' };
const everything = gdap({ name: longName.slice(0, 50), roles: delegationRoles.map(({ id: role }) => role), days: 730, autoExtends: true });
const withdrawn = { at: recordedAt, person: petr().person, name: 'Petr Svoboda' };
const link = 'https://partner-assistant.contoso.cz/o/AAAAAAAAAAAAAAAAAAAAAA';

const { partner } = aHandOff();
const setUp: HandOff = {
  ...{ id: HandOffId.parse('3f9c2ba4-e88f-4b11-9a5e-1d2c3b4a5f64'), partner, customer, owner: jana().person, ownerName: 'Jana Nováková' },
  createdAt: recordedAt,
  what: 'set-up-accepted-offer',
  offer: id,
  of: 'purchase',
  subscriptions: [subscription],
};
const requested: HandOff = {
  ...{ id: HandOffId.parse('5f9c2ba4-e88f-4b11-9a5e-1d2c3b4a5f64'), partner, customer, owner: jana().person, ownerName: 'Jana Nováková' },
  createdAt: recordedAt,
  what: 'request-delegated-admin',
  offer: id,
  relationship: relationshipId,
  form: 'gdap',
};
const settledSetUp: HandOff = { ...setUp, confirmed: withdrawn };
const karel = signedIn(asker);
const answer: AnswerView = {
  answer: anAnswer({ offer: id, customer, by: karel, at: recordedAt, lines: [{ plan: 'business-standard', seats: 5 }] }),
  tasks: [],
  handOffs: [setUp],
  maySettle: true,
  mayOfferPurchase: true,
  mayOfferDelegation: false,
  mayEnd: true,
};
const declared: AnswerView = {
  ...answer,
  answer: { ...answer.answer, state: 'declared', by: aVisitor({ name: 'Alena Malá', email: 'alena@contoso.cz' }), phone: '+420 222 333 444' },
  handOffs: [],
};
const declaredSignedIn: AnswerView = {
  ...declared,
  answer: { ...declared.answer, by: signedIn(asker, { upn: 'karel@fabrikam.cz' }) },
  doubt: { otherDomain: { address: 'karel@fabrikam.cz', domain: 'contoso.cz' }, otherDirectory: true, admins: ['Jan Contoso'] },
};
const declined: AnswerView = { ...answer, answer: { ...answer.answer, state: 'declined' }, handOffs: [] };
const relationship = { ...aRelationship({ customer, offer: id, terms: gdap({ name: 'Contoso' }) }), id: relationshipId };
const granted: AnswerView = {
  ...answer,
  answer: { ...answer.answer, delegation: 'accepted', relationship: relationshipId },
  granted: { relationship, status: 'active', lastDay: Day.parse('2027-01-31') },
  tasks: ['service-request', 'password-of-user'],
};
const worst: AnswerView = {
  ...granted,
  answer: {
    ...granted.answer,
    organisation: { name: markdown, domain: longDomain },
    by: aVisitor({ name: longName, email: longEmail }),
    phone: '+420 222 333 444',
    settled: { at: recordedAt, person: petr().person, name: endlessWord },
  },
  tasks: ['change-subscription', 'change-auto-renewal', 'cancel-subscription', 'service-request', 'password-of-user', 'password-of-admin', 'manage-users'],
  handOffs: [setUp, settledSetUp],
};

const sent: PartnerOfferView = {
  offer: purchase,
  customer: 'Contoso',
  stand: { kind: 'open', until: purchase.validUntil },
  deliveries: [],
  link,
  mail: { subject: 'Contoso', body: 'Contoso' },
  answers: [],
  moreAnswers: false,
  answerCount: 0,
  mayHandle: true,
};
const { customer: _customer, ...forAnybody } = sent;
const nothingWaits: Pick<OffersView, 'declared' | 'requests'> = { declared: { count: 0, first: [] }, requests: { count: 0, first: [] } };
const request = { customer, person: asker, name: 'Karel Contoso', upn: 'karel@contoso.cz' };
const asked = { request, customer: 'Contoso', learnsDirectory: false };
const stranger: AdminRequestRow = {
  ...asked,
  request: { ...request, upn: 'karel@fabrikam.cz' },
  doubt: { otherDomain: { address: 'karel@fabrikam.cz', domain: 'contoso.cz' }, otherDirectory: false, admins: ['Jan Contoso'] },
  learnsDirectory: true,
};
const worstDoubt: Doubt = { otherDomain: { address: longEmail, domain: longDomain }, otherDirectory: true, admins: Array.from({ length: 9 }, () => longName) };
const delegation = { relationship, customer: 'Contoso', lastDay: Day.parse('2027-01-31') };

/** The partner's cards about what was sent. */
export const partnerOfferViews = {
  partnerOfferCard: {
    'just sent': (say) => partnerOfferCard(say, sent),
    'in Teams, every state of a card': (say) =>
      partnerOfferCard(say, {
        ...sent,
        done: say('offers.sent-again', 2),
        deliveries: (['queued', 'sent', 'maybe-sent', 'not-reachable', 'failed', 'seen'] as const).map((state, index) =>
          index === 5 ? { state } : { state, name: 'Karel Contoso' },
        ),
      }),
    'for anybody, with answers': (say) =>
      partnerOfferCard(say, {
        ...forAnybody,
        offer: trial,
        tally: { accepted: 4, declined: 1, declared: 1 },
        answers: [declared, answer, granted, declined],
        moreAnswers: true,
        answerCount: 12_345,
      }),
    'accepted, and what was granted is over': (say) =>
      partnerOfferCard(say, {
        ...sent,
        stand: { kind: 'accepted', answer: answer.answer },
        delegation: { status: 'expired', lastDay: today },
        answers: [{ ...granted, granted: { relationship, status: 'expired', lastDay: today } }],
        answerCount: 1,
      }),
    'withdrawn while an answer waits, sent again before': (say) =>
      partnerOfferCard(say, {
        ...sent,
        offer: { ...purchase, withdrawn, sentAgain: [{ at: recordedAt, name: 'Jana Nováková' }] },
        stand: { kind: 'waiting', answer: declaredSignedIn.answer },
        withdrawnOn: today,
        answers: [declaredSignedIn],
        answerCount: 1,
      }),
    'withdrawn, too many answers to be told apart': (say) =>
      partnerOfferCard(say, {
        ...forAnybody,
        offer: { ...trial, withdrawn },
        stand: { kind: 'withdrawn', on: today },
        tally: { all: 12_345 },
        mayHandle: false,
      }),
    'everything there is to say': (say) =>
      partnerOfferCard(say, {
        ...sent,
        offer: { ...purchase, content: { kind: 'purchase', lines: tenLines, delegation: everything }, sentByName: longName },
        customer: markdown,
        refused: say('offers.not-open'),
        deliveries: Array.from({ length: 3 }, () => ({ name: longName, state: 'maybe-sent' as const })),
        mail: { subject: markdown, body: longMessage.repeat(2) },
        answers: Array.from({ length: 5 }, () => worst),
        moreAnswers: true,
        answerCount: 12_345,
      }),
  },
  offerAnswersCard: {
    none: (say) => offerAnswersCard(say, { offer: trial, answers: [] }),
    ten: (say) => offerAnswersCard(say, { offer: trial, answers: [declared, declined, granted, ...Array.from({ length: 7 }, () => answer)], next: cursor }),
    'long names': (say) => offerAnswersCard(say, { offer: trial, answers: Array.from({ length: 4 }, () => worst), next: cursor }),
  },
  offerAnswerNewsCard: {
    accepted: (say) => offerAnswerNewsCard(say, { offer: purchase, answer }),
    'accepted, and done at Microsoft': (say) => offerAnswerNewsCard(say, { offer: trial, answer: { ...granted, handOffs: [settledSetUp] } }),
    'accepted without signing in': (say) => offerAnswerNewsCard(say, { offer: purchase, answer: declared }),
    'declared by somebody of another directory': (say) => offerAnswerNewsCard(say, { offer: purchase, answer: declaredSignedIn }),
    'everything that speaks against them': (say) =>
      offerAnswerNewsCard(say, { offer: purchase, answer: { ...worst, answer: { ...worst.answer, state: 'declared' }, doubt: worstDoubt } }),
    'granted, and not yet requested at Microsoft': (say) => offerAnswerNewsCard(say, { offer: purchase, answer: { ...granted, handOffs: [setUp, requested] } }),
    'accepted, and delegated administration may be offered': (say) =>
      offerAnswerNewsCard(say, { offer: trial, answer: { ...answer, mayOfferDelegation: true } }),
    declined: (say) => offerAnswerNewsCard(say, { offer: purchase, answer: declined }),
    'not confirmed': (say) => offerAnswerNewsCard(say, { offer: purchase, answer: { ...declared, answer: { ...declared.answer, state: 'dismissed' } } }),
    'everything there is to say': (say) => offerAnswerNewsCard(say, { offer: trial, answer: worst }),
  },
  offersCard: {
    none: (say) => offersCard(say, { rows: [], ...nothingWaits }),
    'one of each': (say) =>
      offersCard(say, {
        rows: [
          { offer: purchase, customer: 'Contoso', stand: { kind: 'open', until: purchase.validUntil } },
          { offer: trial, stand: { kind: 'open', until: trial.validUntil }, tally: { accepted: 3, declined: 0, declared: 1 } },
          { offer: purchase, customer: 'Fabrikam', stand: { kind: 'accepted', answer: answer.answer } },
          { offer: purchase, customer: 'Fabrikam', stand: { kind: 'waiting', answer: declared.answer } },
          { offer: trial, stand: { kind: 'expired', on: today }, tally: { all: 700 } },
        ],
        declared: { count: 1, first: [declared.answer] },
        requests: { count: 1, first: [stranger] },
        done: say('offers.admin-named', 'Alena Malá'),
      }),
    'six with long names, much waits': (say) =>
      offersCard(say, {
        rows: Array.from({ length: 6 }, () => ({ offer: purchase, customer: markdown, stand: { kind: 'withdrawn' as const, on: today } })),
        next: cursor,
        declared: { count: 40, first: Array.from({ length: 3 }, () => worst.answer) },
        requests: {
          count: 5,
          first: Array.from({ length: 3 }, () => ({
            request: { ...request, name: longName, upn: longEmail },
            customer: markdown,
            doubt: worstDoubt,
            learnsDirectory: true,
          })),
        },
      }),
  },
  offerNotFoundCard: { typical: (say) => offerNotFoundCard(say) },
  withdrawOfferCard: {
    'one customer': (say) => withdrawOfferCard(say, { offer: purchase, customer: 'Contoso' }),
    anybody: (say) => withdrawOfferCard(say, { offer: trial }),
  },
  endDelegationCard: {
    'today’s form': (say) => endDelegationCard(say, delegation),
    classic: (say) =>
      endDelegationCard(say, {
        ...delegation,
        relationship: { ...relationship, terms: { form: 'classic' } },
        lastDay: Day.parse('9999-12-31'),
        customer: markdown,
      }),
  },
  delegationOverCard: { typical: (say) => delegationOverCard(say, { ...delegation, lastDay: today }) },
  adminRequestCard: {
    open: (say) => adminRequestCard(say, asked),
    'without a sign-in name': (say) =>
      adminRequestCard(say, { request: { customer, person: asker, name: longName }, customer: endlessWord, learnsDirectory: true }),
    entered: (say) => adminRequestCard(say, { ...asked, settled: { verdict: 'named', name: 'Petr Svoboda' } }),
    'not entered': (say) => adminRequestCard(say, { ...asked, settled: { verdict: 'refused', name: 'Petr Svoboda' } }),
  },
  confirmAnswerCard: {
    'signed in to another directory': (say) => confirmAnswerCard(say, { offer: purchase, answer: declaredSignedIn }),
    'an e-mail of another domain': (say) =>
      confirmAnswerCard(say, {
        offer: trial,
        answer: {
          answer: { ...declared.answer, organisation: { name: markdown, domain: longDomain }, by: aVisitor({ name: longName, email: longEmail }) },
          doubt: { ...worstDoubt, admins: [] },
        },
      }),
  },
  nameAdminCard: {
    typical: (say) => nameAdminCard(say, asked),
    'of another domain': (say) => nameAdminCard(say, stranger),
    'everything there is to say': (say) =>
      nameAdminCard(say, { request: { customer, person: asker, name: longName }, customer: endlessWord, doubt: worstDoubt, learnsDirectory: true }),
  },
  offerProblemCard: { typical: (say) => offerProblemCard(say, say('offers.request-gone')) },
  moreCard: {
    six: (say) => moreCard(say, { jobs: ['offer-delegated-admin', 'to-do', 'keys-left', 'checklists', 'confirm-company-information', 'correct-admin-email'] }),
    'in the middle': (say) => moreCard(say, { jobs: ['keys-left', 'checklists', 'company', 'people', 'rights', 'customers'], from: 6, next: 12 }),
    none: (say) => moreCard(say, { jobs: [] }),
  },
} as const satisfies Views;
