import type { AdaptiveCard } from '../../../cards/adaptive-card.ts';
import { CardAction } from '../../../cards/actions.ts';
import { customerAskedCard } from '../../../cards/customer-news.card.ts';
import { mayAnswer } from '../../../cards/customer-offer-view.ts';
import { sayIn } from '../../../cards/messages/say.ts';
import type { Execute } from '../../../domain/commands.ts';
import type { OfferDesk, OfferReader } from '../../../domain/offers/desk.port.ts';
import { dayOf } from '../../../domain/shared/dates.ts';
import { HandOffId, OfferCode } from '../../../domain/shared/ids.ts';
import type { CommandId, OfferId, RelationshipId } from '../../../domain/shared/ids.ts';
import type { Clock, Secrets } from '../../../domain/shared/ports.ts';
import { offerIdOf } from '../../../domain/shared/record-ids.ts';
import type { Reader } from '../../../domain/shared/store.port.ts';
import { objectOf } from '../clicked.ts';
import { accept, signedIn } from './accept.ts';
import { sightOf } from './customer-sight.ts';
import type { SightParts } from './customer-sight.ts';
import { companyFor, drawn, mayStillSee, standIn, viewOf } from './customer-view.ts';
import { asItStands, giveAnswer } from './give-answer.ts';
import type { AtDesk, DeskParts } from './give-answer.ts';

/** The customer's side of offers for the page; the chat uses the same two functions below, so that both answer the same. */
export function createOfferDesk(parts: { readonly book: Reader; readonly execute: Execute; readonly secrets: Secrets; readonly clock: Clock }): OfferDesk {
  const { book, execute, secrets, clock } = parts;
  const here = (): DeskParts => ({ book, execute, secrets, now: clock.now() });
  return {
    idOf(code) {
      const parsed = OfferCode.safeParse(code);
      return parsed.success ? offerIdOf(secrets, parsed.data) : undefined;
    },
    show: (offer, reader) => showOffer(here(), offer, reader),
    answer: (offer, reader, click, commandId) => answerOffer(here(), offer, reader, click, commandId),
  };
}

/** The offer as this reader may see it. Changes nothing. */
export async function showOffer(parts: SightParts, offer: OfferId, reader: OfferReader): Promise<AdaptiveCard | undefined> {
  const sight = await sightOf(parts, offer, reader);
  return sight === undefined || !(await mayStillSee(parts, sight, reader)) ? undefined : drawn(parts, sight, reader.language);
}

/** What a reader clicked, with the inputs beside it. */
export async function answerOffer(
  parts: DeskParts,
  offer: OfferId,
  reader: OfferReader,
  click: { readonly verb: string; readonly data: unknown },
  commandId: CommandId,
): Promise<AdaptiveCard | undefined> {
  const sight = await sightOf(parts, offer, reader);
  if (sight === undefined) return undefined;
  const at: AtDesk = { parts, sight, reader, commandId, say: sayIn(reader.language) };
  const inputs = objectOf(click.data);
  const action = CardAction.safeParse({ ...inputs, verb: click.verb }).data;
  if (action?.verb === 'end-delegated-admin') return endDelegation(at, action.relationship, action.sure === true);
  // A button of another offer stands on no card of this one.
  if (action === undefined || !('offer' in action) || action.offer !== offer) return asItStands(at);
  if (action.verb === 'accept-offer') return accept(at, action.withDelegation, inputs);
  if (action.verb === 'decline-offer') return decline(at, action.sure === true);
  return action.verb === 'ask-to-be-admin' ? askToBeAdmin(at) : asItStands(at);
}

/** "Decline", asked once more before it counts. Only for the customer that the book knows. */
async function decline(at: AtDesk, isSure: boolean): Promise<AdaptiveCard | undefined> {
  const { parts, sight, reader, say } = at;
  const { customer } = sight;
  if (reader.kind === 'visitor') return asItStands(at, { problems: [{ text: say('customer-offer.sign-in-needed') }] });
  if (customer === undefined) return asItStands(at);
  const view = await viewOf(parts, sight);
  const asks = !isSure && view !== undefined && view.reader.kind === 'admin' && mayAnswer(view);
  if (asks) return drawn(parts, sight, reader.language, { asking: 'decline' });
  if (!isSure) return asItStands(at);
  const organisation = { customer: customer.id, name: customer.name, domain: customer.domain };
  return giveAnswer(at, { by: signedIn(reader), organisation, answer: { kind: 'decline' } });
}

/** "Ask my partner to name me", for whom the book does not know. */
async function askToBeAdmin(at: AtDesk): Promise<AdaptiveCard | undefined> {
  const { parts, sight, reader, commandId, say } = at;
  const { offer, customer, partner } = sight;
  const company = companyFor(partner, standIn(sight, dayOf(parts.now)), dayOf(parts.now));
  if (reader.kind === 'visitor' || customer === undefined || company === undefined || sight.reader.kind !== 'unknown') return asItStands(at);
  const { person: by, name: byName, upn } = reader;
  const asker = { by, byName, ...(upn === undefined ? {} : { upn }) };
  const result = await parts.execute({ type: 'ask-to-be-admin', commandId, offer: offer.id, customer: customer.id, ...asker });
  if (result.kind === 'done') return customerAskedCard(say, { company, offer: offer.id });
  switch (result.refusal.kind) {
    case 'offer-not-found':
      return undefined;
    case 'already-admin':
    case 'known-and-no-admin':
      return asItStands(at);
  }
}

/** Ends what was granted by this offer, asked once more before it counts. */
async function endDelegation(at: AtDesk, id: RelationshipId, isSure: boolean): Promise<AdaptiveCard | undefined> {
  const { parts, sight, reader, commandId, say } = at;
  const view = await viewOf(parts, sight);
  const isActive = view?.granted?.status === 'active' && view.granted.relationship === id;
  if (reader.kind === 'visitor' || !sight.isOfCustomer) return asItStands(at);
  if (sight.reader.kind !== 'admin') return asItStands(at, isActive ? { problems: [{ text: say('customer-offer.end-not-allowed') }] } : {});
  if (sight.relationship?.id !== id) return asItStands(at);
  if (!isSure) return isActive ? drawn(parts, sight, reader.language, { asking: 'end-delegation' }) : asItStands(at);
  const handOff = HandOffId.parse(parts.secrets.deriveId('end-delegated-admin', id));
  const { person: by, name: byName } = reader;
  const result = await parts.execute({ type: 'end-delegated-admin', commandId, relationship: id, by, byName, handOff });
  const isRefused = result.kind === 'refused' && result.refusal.kind === 'person-lacks-right';
  return asItStands(at, isRefused ? { problems: [{ text: say('customer-offer.end-not-allowed') }] } : {});
}
