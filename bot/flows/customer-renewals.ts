import { customerRenewalCard, customerRenewalRefusedCard } from '../../cards/customer-renewal.card.ts';
import type { RenewalFacts } from '../../cards/renewal-view.ts';
import type { TextKey } from '../../cards/messages/catalogue.ts';
import type { WishRenewalRefusal } from '../../domain/renewals/commands.ts';
import type { SubscriptionId } from '../../domain/shared/ids.ts';
import { cardParts } from '../conversation/card-parts.ts';
import { commandOfClick } from '../conversation/clicked.ts';
import type { Answered, CustomerContext, CustomerSide } from '../conversation/context.ts';
import { customersDigest, customersRenewal } from '../conversation/renewals/customer-notices.ts';
import type { CustomersRenewal } from '../conversation/renewals/customer-notices.ts';

/** What people of customers do about renewals in the chat. Whatever is not theirs is told as if there were none. */
export const customerRenewalClicks: Pick<CustomerSide['clicks'], 'show-digest' | 'show-renewal' | 'wish-renewal'> = {
  async 'show-digest'(context, { digest, after }) {
    const card = await customersDigest(cardParts(context), digest, context.who.person, Number(after ?? 0));
    if (card === undefined) return refused(context, 'notice.not-found');
    return { card, shows: { kind: 'digest', digest, ...(after === undefined ? {} : { after }) } };
  },
  'show-renewal': async (context, { subscription, term }) => shown(context, await renewalOf(context, subscription, term === undefined ? undefined : { term })),
  async 'wish-renewal'(context, { subscription, term, endsOn, wish }) {
    const { who, execute } = context;
    const command = { commandId: commandOfClick(context), by: who.person, byName: who.name, subscription, term, endsOn, wish };
    const result = await execute({ type: 'wish-renewal', ...command });
    const found = await renewalOf(context, subscription, result.kind === 'done' ? { term, endsOn } : undefined);
    if (found.kind !== 'renewal') return shown(context, found);
    const said = result.kind === 'done' ? { done: wish } : { refused: context.say(refusals[result.refusal.kind]) };
    return shown(context, { ...found, view: { ...found.view, ...said } });
  },
};

const refusals: Readonly<Record<WishRenewalRefusal['kind'], TextKey>> = {
  'subscription-not-found': 'notice.not-found',
  'end-changed': 'notice.changed',
  'not-an-admin': 'notice.only-admins',
  'over-already': 'notice.over',
};

function renewalOf(context: CustomerContext, subscription: SubscriptionId, end?: Parameters<typeof customersRenewal>[3]): Promise<CustomersRenewal> {
  return customersRenewal(context, subscription, context.who.person, end);
}

function shown(context: CustomerContext, found: CustomersRenewal): Answered {
  switch (found.kind) {
    case 'renewal':
      return { card: customerRenewalCard(context.say, found.view), shows: shownEnd(found.view.renewal) };
    case 'not-an-admin':
      return refused(context, 'notice.only-admins');
    case 'paused':
      return refused(context, 'notice.paused');
    case 'unknown':
      return refused(context, 'notice.not-found');
  }
}

function shownEnd({ subscription, term, endsOn }: RenewalFacts): NonNullable<Answered['shows']> {
  return { kind: 'renewal', subscription, term, endsOn };
}

function refused({ say }: CustomerContext, why: TextKey): Answered {
  return { card: customerRenewalRefusedCard(say, why) };
}
