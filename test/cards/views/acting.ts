import { changeReceiptCard } from '../../../cards/change-receipt.card.ts';
import { changeNotUndoneCard, changeUndoneCard } from '../../../cards/change-undone.card.ts';
import { changeReviewCard } from '../../../cards/change-review.card.ts';
import { changeSeatsCard, changeWhatCard, changeWhichCard } from '../../../cards/change-subscription.card.ts';
import type { SubscriptionLine } from '../../../cards/change-subscription.card.ts';
import { mayNotActCard } from '../../../cards/may-not-act.card.ts';
import { passwordReceiptCard, passwordReviewCard, passwordUserCard } from '../../../cards/new-password.card.ts';
import { requestFormCard, requestReviewCard } from '../../../cards/service-request-form.card.ts';
import { serviceRequestCard } from '../../../cards/service-request.card.ts';
import type { ServiceRequestView } from '../../../cards/service-request.card.ts';
import { serviceRequestsCard } from '../../../cards/service-requests.card.ts';
import type { ChangeUndone, NewPasswordRequested, SubscriptionChanged } from '../../../domain/customers/acting-commands.ts';
import type { HandOffOf } from '../../../domain/customers/records.ts';
import { Day } from '../../../domain/shared/dates.ts';
import { planIds } from '../../../domain/shared/plans.ts';
import { aServiceRequest } from '../../support/acting.ts';
import { aHandOff, contoso, petr } from '../../support/builders.ts';
import type { Views } from './view-table.ts';
import { at, emoji, endlessWord, endsOn, handOff, longEmail, longName, markdown, recordedAt, rightToLeft, run, subscription, wrong } from './people.ts';

const line: SubscriptionLine = { id: subscription, plan: 'small-business', seats: 5, endsOn, cancelled: false };
const endless: SubscriptionLine = { id: 'second', plan: 'business-standard', seats: 12, endsOn: Day.parse('9999-12-31'), cancelled: false };
const cancelled: SubscriptionLine = { ...line, id: 'third', cancelled: true };
const forty: readonly SubscriptionLine[] = Array.from({ length: 40 }, (_, index) => ({
  ...line,
  id: `${subscription}${String(index)}`,
  plan: planIds[index % planIds.length] ?? 'business-basic',
}));
const ending = (seats: number, renewed: boolean, on = endsOn) => ({
  seats,
  endsOn: on,
  usableThrough: Day.parse('2027-03-30'),
  deletedOn: Day.parse('2027-06-29'),
  renewed,
});
const mend = { kind: 'others', admins: ['Petr Svoboda', markdown] } as const;
const customer = { id: contoso().id, name: 'Contoso' };
const hostile = { id: contoso().id, name: markdown };

const { partner, owner, ownerName, customer: ofCustomer } = aHandOff();
const base = { id: handOff, partner, customer: ofCustomer, owner, ownerName, createdAt: recordedAt };
const seatsHandOff: HandOffOf<'change-subscription'> = {
  ...base,
  what: 'change-subscription',
  subscription: aHandOff().subscription,
  change: 'seats',
  before: '5',
  after: '8',
};
const changed: SubscriptionChanged = {
  ...{ kind: 'subscription-changed', commandId: run, subscription: aHandOff().subscription, customer: ofCustomer, customerName: 'Contoso' },
  ...{ plan: 'Office 365 Small Business', what: 'seats', before: '5', after: '8', handOff, at: recordedAt, by: 'Petr Svoboda' },
};
const undone: ChangeUndone = {
  ...{ kind: 'change-undone', subscription: aHandOff().subscription, customer: ofCustomer, customerName: 'Contoso', plan: 'Office 365 Small Business' },
  ...{ what: 'seats', before: '8', after: '5', at: recordedAt, by: 'Petr Svoboda' },
};
const confirmed = { person: petr().person, name: 'Petr Svoboda', at: recordedAt };
const passwordHandOff: HandOffOf<'new-password'> = { ...base, what: 'new-password', userName: 'Lenka Contosová', upn: 'lenka@contoso.cz' };
const requested: NewPasswordRequested = {
  ...{ kind: 'new-password-requested', commandId: run, customer: ofCustomer, customerName: 'Contoso', userName: 'Lenka Contosová', upn: 'lenka@contoso.cz' },
  ...{ handOff, at: recordedAt, by: 'Jana Nováková' },
};

const noted = (count: number, text: string) => Array.from({ length: count }, () => ({ at: recordedAt, person: petr().person, name: 'Petr Svoboda', text }));
const seen = (facts: Parameters<typeof aServiceRequest>[0] = {}): ServiceRequestView => ({
  request: aServiceRequest(facts),
  customer: 'Contoso',
  subscription: line,
  mend,
  text: 'Pošta nechodí\n\nOd rána nic.',
});
const typed = { title: 'Pošta nechodí', description: 'Od rána nic.', severity: 'critical', recipient: 'microsoft' } as const;
const long = `${longName} `.repeat(19).trim();

/** Acting on a customer's behalf. */
export const actingViews: Views = {
  mayNotActCard: {
    'nothing granted': (say) =>
      mayNotActCard(say, { frame: at('subscription', 2, 4), mend, customer, task: 'change-subscription', because: { kind: 'no-relationship' } }),
    'over since': (say) =>
      mayNotActCard(say, { frame: at('review', 4, 4), mend, customer: hostile, task: 'service-request', because: { kind: 'relationship-over', on: endsOn } }),
    'classic to a CSP': (say) =>
      mayNotActCard(say, { frame: at('what', 3, 4), mend, customer, task: 'service-request', because: { kind: 'classic-not-enough' } }),
    'a role is missing': (say) =>
      mayNotActCard(say, {
        frame: at('review', 3, 3),
        customer,
        mend,
        task: 'password-of-admin',
        because: { kind: 'role-missing', least: 'privileged-authentication-administrator' },
      }),
    'no role allows it': (say) =>
      mayNotActCard(say, { frame: at('review', 3, 3), mend, customer, task: 'password-of-admin', because: { kind: 'role-missing', least: undefined } }),
    'own right is missing': (say) =>
      mayNotActCard(say, { frame: at('review', 3, 3), mend, customer, task: 'password-of-admin', because: { kind: 'person-lacks-right', needed: 'full' } }),
    'company not authorised, to a global admin': (say) =>
      mayNotActCard(say, {
        frame: at('what', 3, 4),
        mend: { kind: 'self', person: petr().person },
        customer,
        task: 'service-request',
        because: { kind: 'company-not-authorised' },
      }),
    'company not authorised': (say) =>
      mayNotActCard(say, { frame: at('what', 3, 4), mend, customer, task: 'service-request', because: { kind: 'company-not-authorised' } }),
  },
  changeWhichCard: {
    three: (say) =>
      changeWhichCard(say, { frame: at('subscription', 2, 4), customer: 'Contoso', rows: [line, endless, cancelled], more: false, chosen: subscription }),
    none: (say) => changeWhichCard(say, { frame: at('subscription', 2, 4), customer: longName, rows: [], more: false }),
    forty: (say) =>
      changeWhichCard(say, {
        frame: wrong(at('subscription', 2, 4), { field: 'subscription', text: say('change.subscription-missing') }),
        customer: rightToLeft,
        rows: forty,
        more: true,
      }),
  },
  changeWhatCard: {
    everything: (say) =>
      changeWhatCard(say, {
        frame: at('what', 3, 4),
        customer: 'Contoso',
        subscription: line,
        autoRenews: true,
        possible: ['seats', 'auto-renewal', 'cancel'],
        chosen: 'cancel',
      }),
    'renewal is off': (say) =>
      changeWhatCard(say, { frame: at('what', 3, 4), customer: markdown, subscription: endless, autoRenews: false, possible: ['auto-renewal', 'cancel'] }),
    'paid by keys': (say) =>
      changeWhatCard(say, { frame: at('what', 3, 4), customer: 'Contoso', subscription: line, autoRenews: false, possible: ['cancel'], fixed: 'paid-by-keys' }),
    'a trial': (say) =>
      changeWhatCard(say, { frame: at('what', 3, 4), customer: 'Contoso', subscription: line, autoRenews: false, possible: ['cancel'], fixed: 'trial' }),
    nothing: (say) => changeWhatCard(say, { frame: at('what', 3, 4), customer: 'Contoso', subscription: cancelled, autoRenews: false, possible: [] }),
  },
  changeSeatsCard: {
    'one term': (say) =>
      changeSeatsCard(say, {
        frame: at('seats', 4, 5),
        customer: 'Contoso',
        subscription: line,
        terms: [{ id: 't', seats: 5, endsOn }],
        assigned: 3,
        values: { seats: '5' },
      }),
    'two terms, a wrong number': (say) =>
      changeSeatsCard(say, {
        frame: wrong(at('seats', 4, 5), { field: 'seats', text: say('change.seats-missing') }),
        customer: endlessWord,
        subscription: endless,
        terms: [
          { id: 't', seats: 5, endsOn },
          { id: 'u', seats: 7, endsOn: endless.endsOn },
        ],
        assigned: 12,
        values: { term: 'u', seats: 'x' },
      }),
  },
  changeReviewCard: {
    seats: (say) =>
      changeReviewCard(say, { frame: at('review', 5, 5), customer: 'Contoso', subscription: line, what: 'seats', before: '5', after: '8', terms: [] }),
    'renewal off': (say) =>
      changeReviewCard(say, {
        ...{ frame: at('review', 4, 4), customer: 'Contoso', subscription: line, what: 'auto-renewal' },
        before: 'on',
        after: 'off',
        terms: [ending(5, false)],
      }),
    'renewal off, and the service goes on': (say) =>
      changeReviewCard(say, {
        ...{ frame: at('review', 4, 4), customer: 'Contoso', subscription: line, what: 'auto-renewal' },
        before: 'on',
        after: 'off',
        terms: [{ ...ending(5, false), extended: { surchargePercent: 3, surchargeWithoutMonthlyPercent: 23 } }, ending(1, true)],
      }),
    'renewal on': (say) =>
      changeReviewCard(say, {
        frame: at('review', 4, 4),
        customer: 'Contoso',
        subscription: line,
        what: 'auto-renewal',
        before: 'off',
        after: 'on',
        terms: [],
      }),
    'cancel, with every kind of term': (say) =>
      changeReviewCard(say, {
        ...{ frame: at('review', 4, 4), customer: markdown, subscription: line, what: 'cancel', before: '', after: '' },
        terms: [ending(5, true), ending(1, false), ending(2, false, endless.endsOn)],
      }),
  },
  changeReceiptCard: {
    'to do at Microsoft': (say) => changeReceiptCard(say, { changed, handOff: seatsHandOff }),
    confirmed: (say) =>
      changeReceiptCard(say, {
        changed: { ...changed, what: 'auto-renewal', before: 'off', after: 'on' },
        handOff: { ...seatsHandOff, change: 'auto-renewal', before: 'off', after: 'on', confirmed },
      }),
    'renewal off': (say) =>
      changeReceiptCard(say, {
        changed: { ...changed, what: 'auto-renewal', before: 'on', after: 'off' },
        handOff: { ...seatsHandOff, change: 'auto-renewal', before: 'on', after: 'off' },
      }),
    cancelled: (say) =>
      changeReceiptCard(say, {
        changed: { ...changed, customerName: rightToLeft, what: 'cancel', before: 'active', after: 'cancelled' },
        handOff: { ...seatsHandOff, change: 'cancel' },
      }),
    'changed again since': (say) => changeReceiptCard(say, { changed }),
  },
  changeUndoneCard: {
    'of a cancellation': (say) => changeUndoneCard(say, { ...undone, customerName: markdown, what: 'cancel', before: 'cancelled', after: 'active' }),
    'of licences': (say) => changeUndoneCard(say, undone),
    'of automatic renewal': (say) => changeUndoneCard(say, { ...undone, customerName: longName, what: 'auto-renewal', before: 'on', after: 'off' }),
  },
  changeNotUndoneCard: {
    'done at Microsoft': (say) =>
      changeNotUndoneCard(say, {
        because: say('change.undo-done', say('hand-off.confirmed', markdown, say.instant(recordedAt))),
        customer: contoso().id,
      }),
    'not there any more': (say) => changeNotUndoneCard(say, { because: say('change.undo-not-found') }),
    'too few licences': (say) => changeNotUndoneCard(say, { because: say('change.undo-seats-wrong', 7, 25), customer: contoso().id }),
    'changed since': (say) => changeNotUndoneCard(say, { because: say('change.undo-changed-since'), customer: contoso().id }),
  },
  passwordUserCard: {
    two: (say) =>
      passwordUserCard(say, {
        ...{ frame: at('user', 2, 3), customer: 'Contoso', more: false, chosen: 'lenka' },
        users: [
          { id: 'karel', name: 'Karel Contoso', upn: 'karel@contoso.cz', isAdmin: true },
          { id: 'lenka', name: emoji, upn: 'lenka@contoso.cz', isAdmin: false },
        ],
      }),
    none: (say) => passwordUserCard(say, { frame: at('user', 2, 3), customer: longName, users: [], more: false }),
    'nobody found': (say) => passwordUserCard(say, { frame: at('user', 2, 3), customer: 'Contoso', users: [], more: false, find: endlessWord }),
    'many with long names': (say) =>
      passwordUserCard(say, {
        ...{ frame: wrong(at('user', 2, 3), { field: 'user', text: say('password.user-missing') }), customer: 'Contoso', more: true },
        users: Array.from({ length: 40 }, (_, index) => ({
          id: `user-${String(index)}`,
          name: longName,
          upn: longEmail,
          isAdmin: index % 2 === 0,
        })),
      }),
  },
  passwordReviewCard: {
    'of a user': (say) =>
      passwordReviewCard(say, { frame: at('review', 3, 3), customer: 'Contoso', user: { name: 'Lenka Contosová', upn: 'lenka@contoso.cz', isAdmin: false } }),
    'of an admin': (say) =>
      passwordReviewCard(say, { frame: at('review', 3, 3), customer: longName, user: { name: rightToLeft, upn: 'karel@contoso.cz', isAdmin: true } }),
  },
  passwordReceiptCard: {
    'to do at Microsoft': (say) => passwordReceiptCard(say, { requested, handOff: passwordHandOff }),
    done: (say) => passwordReceiptCard(say, { requested, handOff: { ...passwordHandOff, confirmed } }),
    'asked for again': (say) => passwordReceiptCard(say, { requested }),
  },
  requestFormCard: {
    empty: (say) =>
      requestFormCard(say, {
        ...{ frame: at('request', 2, 3), customer: 'Contoso', subscriptions: [] },
        values: { title: undefined, description: undefined, severity: undefined, recipient: undefined, subscription: undefined },
      }),
    'wrong, with forty subscriptions': (say) =>
      requestFormCard(say, {
        frame: wrong(at('title', 2, 3), { field: 'title', text: say('request.title-missing') }),
        customer: markdown,
        subscriptions: forty,
        values: { ...typed, subscription, description: long },
      }),
  },
  requestReviewCard: {
    'to Microsoft': (say) => requestReviewCard(say, { frame: at('review', 3, 3), customer: 'Contoso', subscription: line, ...typed }),
    'to our own people, long': (say) =>
      requestReviewCard(say, {
        ...{ frame: at('review', 3, 3), customer: longName },
        ...typed,
        title: markdown,
        description: long,
        severity: 'minimal',
        recipient: 'partner',
      }),
  },
  serviceRequestCard: {
    draft: (say) => serviceRequestCard(say, seen()),
    'draft for our own people': (say) =>
      serviceRequestCard(say, { ...seen({ recipient: 'partner', severity: 'moderate', title: markdown }), customer: rightToLeft, text: long }),
    sent: (say) => serviceRequestCard(say, seen({ state: 'sent', number: '2611200040001234', notes: noted(2, markdown) })),
    'with a colleague': (say) => serviceRequestCard(say, seen({ state: 'sent', recipient: 'partner' })),
    'open, many notes, something wrong': (say) =>
      serviceRequestCard(say, {
        ...seen({ state: 'open', number: '2611', notes: noted(30, `${longName} `.repeat(4).trim()) }),
        text: long,
        problem: say('request.not-from-here'),
      }),
    'open with us': (say) => serviceRequestCard(say, seen({ state: 'open', recipient: 'partner' })),
    closed: (say) => serviceRequestCard(say, seen({ state: 'closed', closedAt: recordedAt })),
    'only read': (say) => serviceRequestCard(say, { ...seen(), because: { kind: 'person-lacks-right', needed: 'limited' } }),
    'a draft, nothing granted any more': (say) => serviceRequestCard(say, { ...seen(), notToBeSent: { kind: 'relationship-over', on: endsOn } }),
    'company unknown': (say) => serviceRequestCard(say, { ...seen(), because: { kind: 'company-unknown' } }),
  },
  serviceRequestsCard: {
    none: (say) => serviceRequestsCard(say, { rows: [] }),
    five: (say) =>
      serviceRequestsCard(say, {
        rows: [markdown, rightToLeft, endlessWord, longName, 'Pošta'].map((title) => ({
          request: aServiceRequest({ title, state: 'open' }),
          customer: longName,
        })),
        next: 'next',
      }),
    'not found': (say) => serviceRequestsCard(say, { rows: [{ request: aServiceRequest(), customer: 'Contoso' }], problem: say('request.not-found') }),
  },
};
