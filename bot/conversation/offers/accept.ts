import type { AdaptiveCard } from '../../../cards/adaptive-card.ts';
import type { AnswerOffer } from '../../../domain/offers/commands.ts';
import type { OfferReader } from '../../../domain/offers/desk.port.ts';
import type { Answerer } from '../../../domain/offers/records.ts';
import { customerIdOf } from '../../../domain/shared/record-ids.ts';
import { contactIn, organisationIn, seatsIn, typedIn } from './customer-inputs.ts';
import type { Typed } from './customer-inputs.ts';
import { drawn } from './customer-view.ts';
import { giveAnswer } from './give-answer.ts';
import type { AtDesk } from './give-answer.ts';

type Organisation = AnswerOffer['organisation'];

/** "Accept": what was typed is judged beside its field first; then the book decides. */
export async function accept(at: AtDesk, withDelegation: boolean, inputs: object): Promise<AdaptiveCard | undefined> {
  const { parts, sight, reader, say } = at;
  // The partner's own people only look.
  if (sight.reader.kind === 'partner') return drawn(parts, sight, reader.language);
  const typed = typedIn(inputs);
  const organisation = organisationOf(at, inputs);
  const contact = reader.kind === 'visitor' ? contactIn(say, inputs) : undefined;
  const seats = seatsIn(say, sight.offer, inputs);
  const problems = [seats, organisation, contact].flatMap((each) => (each?.kind === 'wrong' ? each.problems : []));
  if (problems.length > 0 || organisation.kind === 'wrong' || contact?.kind === 'wrong' || seats.kind === 'wrong')
    return drawn(parts, sight, reader.language, { typed, problems });
  const by: Answerer | undefined =
    reader.kind === 'signed-in' ? signedIn(reader) : contact && { kind: 'visitor', name: contact.value.contactName, email: contact.value.contactEmail };
  if (by === undefined) return drawn(parts, sight, reader.language);
  const phone = contact === undefined ? {} : { phone: contact.value.contactPhone };
  const counted = seats.value === undefined ? {} : { seats: seats.value };
  return giveAnswer(at, { by, organisation: organisation.value, answer: { kind: 'accept', withDelegation, ...counted, ...phone } }, typed);
}

/** Who answers, from the signed activity or the validated token alone. */
export function signedIn({ person, name, upn, via }: Extract<OfferReader, { readonly kind: 'signed-in' }>): Answerer {
  return { kind: 'signed-in', person, name, via, ...(upn === undefined ? {} : { upn }) };
}

/** For whom: the customer that the book knows, or the organisation as typed. */
function organisationOf({ sight, parts, say }: AtDesk, inputs: object): Typed<Organisation> {
  const { customer, offer } = sight;
  if (customer !== undefined) return { kind: 'taken', value: { customer: customer.id, name: customer.name, domain: customer.domain } };
  const typed = organisationIn(say, inputs);
  if (typed.kind === 'wrong') return typed;
  const { organisation: name, domain } = typed.value;
  return { kind: 'taken', value: { customer: customerIdOf(parts.secrets, offer.partner, domain), name, domain } };
}
