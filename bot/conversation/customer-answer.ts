import type { AdaptiveCard } from '../../cards/adaptive-card.ts';
import { CardAction } from '../../cards/actions.ts';
import { helpForCustomersCard } from '../../cards/customer-offers.card.ts';
import { customersPageCard, strangerCard } from '../../cards/customer-side.card.ts';
import { languageCard } from '../../cards/language.card.ts';
import type { CompanyInformation } from '../../domain/company/confirmed.ts';
import { codeInMessage } from '../../domain/offers/code-in-message.ts';
import { looksLikeKeys } from '../../domain/product-keys/key-in-message.ts';
import { chooseLanguage, objectOf } from './clicked.ts';
import type { Answered, CustomerContext, CustomerSide } from './context.ts';
import type { Turn } from './answer.ts';
import { partnersOf } from './offers/customer-list.ts';
import { understand } from './understand.ts';

/** What somebody of a customer, or a stranger, gets: their offers, their language, Microsoft's page for keys, and nothing of the partner's book. */
export async function customerAnswer({ incoming, conversations: { customers } }: Turn, context: CustomerContext): Promise<Answered> {
  const { said } = incoming;
  if (said.kind === 'clicked') return clicked(customers, context, said.verb, said.data);
  return said.kind === 'text' ? heard(customers, context, said.text) : general(context);
}

async function clicked(customers: CustomerSide, context: CustomerContext, verb: string, data: unknown): Promise<Answered> {
  const inputs = objectOf(data);
  const action = CardAction.safeParse({ ...inputs, verb }).data;
  if (action?.verb === 'choose-language') return { card: await chooseLanguage(context, action.language, { partners: await partnersFor(context) }) };
  if (action?.verb === 'show') return { card: action.page === 'offers' ? await customers.offers(context) : await languages(context) };
  if (action?.verb === 'show-offer') return customers.clicks['show-offer'](context, action, inputs);
  if (action?.verb === 'accept-offer') return customers.clicks['accept-offer'](context, action, inputs);
  if (action?.verb === 'decline-offer') return customers.clicks['decline-offer'](context, action, inputs);
  if (action?.verb === 'ask-to-be-admin') return customers.clicks['ask-to-be-admin'](context, action, inputs);
  if (action?.verb === 'show-digest') return customers.clicks['show-digest'](context, action, inputs);
  if (action?.verb === 'show-renewal') return customers.clicks['show-renewal'](context, action, inputs);
  if (action?.verb === 'wish-renewal') return customers.clicks['wish-renewal'](context, action, inputs);
  return action?.verb === 'end-delegated-admin' ? customers.clicks['end-delegated-admin'](context, action, inputs) : general(context);
}

async function heard(customers: CustomerSide, context: CustomerContext, text: string): Promise<Answered> {
  const code = codeInMessage(text);
  if (code !== undefined) return customers.open(context, code);
  const intent = understand(text);
  const hasKey = looksLikeKeys(text);
  if (intent === 'redeem-product-keys' || hasKey) return { card: customersPageCard(context.say, hasKey) };
  if (intent === 'language') return { card: await languages(context) };
  if (intent === 'offers' && context.who.side === 'customer') return { card: await customers.offers(context) };
  return general(context);
}

async function languages(context: CustomerContext): Promise<AdaptiveCard> {
  return languageCard(context.say, undefined, { partners: await partnersFor(context) });
}

/** Strangers have none that we know of. */
async function partnersFor(context: CustomerContext): Promise<readonly CompanyInformation[]> {
  return context.who.side === 'customer' ? partnersOf(context, context.who.tenant) : [];
}

async function general(context: CustomerContext): Promise<Answered> {
  const { who, say } = context;
  return { card: who.side === 'customer' ? helpForCustomersCard(say, await partnersOf(context, who.tenant)) : strangerCard(say) };
}
