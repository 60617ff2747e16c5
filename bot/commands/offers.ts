import { decideAnswerOffer } from '../../domain/offers/answer-offer.ts';
import type { AnswerOfferState } from '../../domain/offers/answer-offer.ts';
import { decideAskToBeAdmin } from '../../domain/offers/ask-to-be-admin.ts';
import type { AnswerOffer, SettleAnswer } from '../../domain/offers/commands.ts';
import { AdminRequestSettled, AnswerSettled, AskedToBeAdmin, OfferAnswered, OfferSent, OfferSentAgain, OfferWithdrawn } from '../../domain/offers/commands.ts';
import type { Offer } from '../../domain/offers/records.ts';
import { adminRequestId, offerAnswerId } from '../../domain/offers/records.ts';
import { decideSendOfferAgain } from '../../domain/offers/send-offer-again.ts';
import { decideSendOffer } from '../../domain/offers/send-offer.ts';
import { decideSettleAdminRequest } from '../../domain/offers/settle-admin-request.ts';
import { decideSettleAnswer } from '../../domain/offers/settle-answer.ts';
import { adminAskedMessageId, adminSettledMessageId, answeredMessageId, answersWaitId, recipientAtPartner } from '../../domain/offers/telling.ts';
import { decideWithdrawOffer } from '../../domain/offers/withdraw-offer.ts';
import { relationshipNameId } from '../../domain/delegated-admin/records.ts';
import { dayOf } from '../../domain/shared/dates.ts';
import type { Day } from '../../domain/shared/dates.ts';
import type { CustomerId } from '../../domain/shared/ids.ts';
import { folded } from '../../domain/shared/queries.ts';
import type { Handler } from './handler.ts';
import { handler } from './handler.ts';
import { customerAndUsers, isTenantOfAnother, reachableAdmins, reachableAtPartner } from './people.ts';
import type { Reading } from './reading.ts';

export const sendOffer: Handler<'send-offer'> = handler({
  outcome: OfferSent,
  load: async (command, reading) => {
    const { customer, users } = await customerAndUsers(command.customer, reading);
    const { delegation } = command.content;
    return {
      partner: await reading.read('partner', command.partner),
      user: await reading.read('partner-user', command.by),
      customer,
      nameTaken:
        delegation?.form === 'gdap' ? await reading.read('relationship-name', relationshipNameId(command.partner, folded(delegation.name))) : undefined,
      reachable: await reachableAdmins(customer, users, reading),
    };
  },
  decide: decideSendOffer,
});

export const sendOfferAgain: Handler<'send-offer-again'> = handler({
  outcome: OfferSentAgain,
  load: async (command, reading) => {
    const offer = await reading.read('offer', command.offer);
    const { customer, users } = await customerAndUsers(offer?.customer, reading);
    return {
      partner: await reading.read('partner', command.partner),
      user: await reading.read('partner-user', command.by),
      offer,
      answer: offer?.customer === undefined ? undefined : await reading.read('offer-answer', offerAnswerId(offer.id, offer.customer)),
      reachable: await reachableAdmins(customer, users, reading),
    };
  },
  decide: decideSendOfferAgain,
});

export const withdrawOffer: Handler<'withdraw-offer'> = handler({
  outcome: OfferWithdrawn,
  load: async (command, reading) => ({ user: await reading.read('partner-user', command.by), offer: await reading.read('offer', command.offer) }),
  decide: decideWithdrawOffer,
});

export const answerOffer: Handler<'answer-offer'> = {
  outcome: OfferAnswered,
  decide: async (command, reading, now) => decideAnswerOffer(await loadAnswer(command, reading, dayOf(now)), command, now),
};

/**
 * Every acceptance writes the customer, which is read here: so two of them for one customer meet, and the list of subscriptions is
 * complete for whoever wins. (A trial that an operator imports in the same moment would be missed; it is the operator who looks then.)
 */
async function loadAnswer(command: AnswerOffer, reading: Reading, today: Day): Promise<AnswerOfferState> {
  const offer = await reading.read('offer', command.offer);
  const customerId = command.organisation.customer;
  const { customer, users } = await customerAndUsers(customerId, reading);
  const reachable = offer === undefined ? [] : await reachableAtPartner(offer, customer, reading);
  return {
    offer,
    partner: offer === undefined ? undefined : await reading.read('partner', offer.partner),
    customer,
    users,
    adminUser: await reading.read('customer-user', command.newIds.adminUser),
    tenantIsAnothers:
      offer === undefined ? false : command.by.kind === 'visitor' ? false : await isTenantOfAnother(command.by.person, customerId, offer.partner, reading),
    answer: await reading.read('offer-answer', offerAnswerId(command.offer, customerId)),
    subscriptions: await reading.list('subscriptions-of-customer', { key: customerId }),
    waiting: await waitingOn(offer, today, reading),
    reachable,
    queued: offer === undefined ? [] : await queued(offer, customerId, recipientAtPartner(offer, customer, reachable), today, reading),
  };
}

/** What is addressed to one customer has one answer; what anybody may answer can have many that wait. Read after the offer, where newcomers meet. */
async function waitingOn(offer: Offer | undefined, today: Day, reading: Reading): Promise<AnswerOfferState['waiting']> {
  if (offer === undefined || offer.customer !== undefined) return { all: 0, today: 0, visitors: 0 };
  const key = offer.id;
  return {
    all: await reading.count('declared-answers-of-offer', { key }),
    today: await reading.count('declared-answers-of-offer', { key, from: today }),
    visitors: await reading.count('visitors-answers-of-offer', { key }),
  };
}

/** Only what is declared can be said twice: the partner dismissed it, and somebody declares it again; or so many wait that they are told together. */
async function queued(offer: Offer, customer: CustomerId, recipient: Offer['sentBy'], day: Day, reading: Reading): Promise<readonly string[]> {
  return waitingAmong([answeredMessageId(offer, customer, 'declared', recipient), answersWaitId(offer, day, recipient)], reading);
}

async function waitingAmong(ids: readonly string[], reading: Reading): Promise<readonly string[]> {
  const found = await Promise.all(ids.map((id) => reading.read('outbox', id)));
  return ids.filter((_, index) => found[index] !== undefined);
}

export const settleAnswer: Handler<'settle-answer'> = handler({
  outcome: AnswerSettled,
  load: async (command, reading) => {
    const offer = await reading.read('offer', command.offer);
    const customer = await reading.read('customer', command.customer);
    return {
      partner: await reading.read('partner', command.partner),
      user: await reading.read('partner-user', command.by),
      offer,
      answer: await reading.read('offer-answer', offerAnswerId(command.offer, command.customer)),
      customer,
      subscriptions: await reading.list('subscriptions-of-customer', { key: command.customer }),
      adminUser: await reading.read('customer-user', command.newIds.adminUser),
      tenantIsAnothers: await declaredFromAnothers(command, reading),
      reachable: offer === undefined ? [] : await reachableAtPartner(offer, customer, reading),
    };
  },
  decide: decideSettleAnswer,
});

async function declaredFromAnothers({ offer, customer, partner }: SettleAnswer, reading: Reading): Promise<boolean> {
  const by = (await reading.read('offer-answer', offerAnswerId(offer, customer)))?.by;
  return by?.kind === 'signed-in' && (await isTenantOfAnother(by.person, customer, partner, reading));
}

export const askToBeAdmin: Handler<'ask-to-be-admin'> = handler({
  outcome: AskedToBeAdmin,
  load: async (command, reading) => {
    const offer = await reading.read('offer', command.offer);
    const { customer, users } = await customerAndUsers(command.customer, reading);
    const reachable = offer === undefined ? [] : await reachableAtPartner(offer, customer, reading);
    return {
      offer,
      customer,
      users,
      request: await reading.read('admin-request', adminRequestId(command.customer, command.by)),
      reachable,
      queued:
        offer === undefined
          ? []
          : await waitingAmong([adminAskedMessageId(command.customer, command.by, recipientAtPartner(offer, customer, reachable))], reading),
    };
  },
  decide: decideAskToBeAdmin,
});

export const settleAdminRequest: Handler<'settle-admin-request'> = handler({
  outcome: AdminRequestSettled,
  load: async (command, reading) => ({
    user: await reading.read('partner-user', command.by),
    request: await reading.read('admin-request', adminRequestId(command.customer, command.person)),
    customer: await reading.read('customer', command.customer),
    known: await reading.read('customer-user', command.adminUser),
    queued: await waitingAmong([adminSettledMessageId(command.customer, command.person)], reading),
  }),
  decide: decideSettleAdminRequest,
});
