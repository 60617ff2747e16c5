import { customerOfferCard } from '../../../cards/customer-offer.card.ts';
import type { CustomerOfferView, CustomerReader } from '../../../cards/customer-offer-view.ts';
import { sayIn } from '../../../cards/messages/say.ts';
import type { OfferDesk, OfferReader } from '../../../domain/offers/desk.port.ts';
import type { OfferAnswer } from '../../../domain/offers/records.ts';
import { agreements } from '../../../domain/shared/agreements.ts';
import { CustomerId, OfferCode } from '../../../domain/shared/ids.ts';
import type { CommandId, OfferId } from '../../../domain/shared/ids.ts';
import { offerIdOf } from '../../../domain/shared/record-ids.ts';
import { cloudy, day, instant } from '../builders.ts';
import { testSecrets } from '../chat.ts';

/** What reached the desk with a click. */
export interface Clicked {
  readonly offer: OfferId;
  readonly reader: OfferReader;
  readonly verb: string;
  readonly data: unknown;
  readonly commandId: CommandId;
}

export interface FakeDesk extends OfferDesk {
  readonly clicks: readonly Clicked[];
  /** Everybody the card was drawn for, in order. */
  readonly readers: readonly OfferReader[];
  withdraw(code: string): void;
}

/** What a partner may write to a customer to see what happens. */
export const hostileMessage =
  'Dear <b>customer</b> <script>window.pwned = 1</script> [click](javascript:alert(1)) **bold** </script><img src=x onerror="window.pwned=1">';

/** The code of an open offer; each number is another one. */
export const codeOf = (n: number): OfferCode => OfferCode.parse(`offer-code-${String(n).padStart(11, '0')}`);

/**
 * The customer's side of offers as the page needs it: some codes open a purchase offer with hostile words in it, all others open nothing.
 *
 * Like the real one it gives the same outcome for a repeated command; unlike it, it believes what visitors say.
 */
export function fakeDesk(codes: readonly string[]): FakeDesk {
  const idOf = (code: string) => {
    const read = OfferCode.safeParse(code);
    return read.success ? offerIdOf(testSecrets, read.data) : undefined;
  };
  const open = new Set(codes.map(idOf));
  const clicks: Clicked[] = [];
  const readers: OfferReader[] = [];
  const answers = new Map<OfferId, OfferAnswer>();
  const done = new Set<CommandId>();
  const draw = (offer: OfferId, reader: OfferReader, problems: CustomerOfferView['problems'] = []) =>
    customerOfferCard(sayIn(reader.language), { ...viewOf(offer, reader, answers.get(offer)), problems });
  return {
    clicks,
    readers,
    idOf,
    withdraw: (code) => open.delete(idOf(code)),
    async show(offer, reader) {
      readers.push(reader);
      return open.has(offer) ? draw(offer, reader) : undefined;
    },
    async answer(offer, reader, { verb, data }, commandId) {
      clicks.push({ offer, reader, verb, data, commandId });
      if (!open.has(offer)) return undefined;
      const seats = Number(Object(data).seats0);
      if (verb === 'accept-offer' && (!(seats > 0) || seats > 100)) return draw(offer, reader, [{ field: 'seats0', text: 'From 1 to 100, please.' }]);
      if (verb === 'accept-offer' && !answers.has(offer) && !done.has(commandId)) answers.set(offer, answerOf(offer, reader));
      done.add(commandId);
      return draw(offer, reader);
    },
  };
}

function answerOf(offer: OfferId, reader: OfferReader): OfferAnswer {
  const by =
    reader.kind === 'visitor'
      ? ({ kind: 'visitor', name: 'Karel Contoso', email: 'karel@contoso.cz' } as const)
      : ({ kind: 'signed-in', person: reader.person, name: reader.name, via: 'page' } as const);
  return {
    offer,
    partner: cloudy,
    customer: CustomerId.parse('contoso'),
    state: reader.kind === 'visitor' ? 'declared' : 'accepted',
    organisation: { name: 'Contoso', domain: 'contoso.cz' },
    by,
    at: instant('2026-03-01T09:00:00.000Z'),
    language: reader.language,
    lines: [{ plan: 'business-standard', seats: 5 }],
    delegation: 'not-offered',
    subscriptions: [],
  };
}

function viewOf(id: OfferId, from: OfferReader, answer: OfferAnswer | undefined): CustomerOfferView {
  const reader: CustomerReader =
    from.kind === 'visitor' ? { kind: 'visitor', asksWhich: true } : from.isDirectoryAdmin ? { kind: 'admin' } : { kind: 'unknown', admins: [] };
  return {
    offer: {
      id,
      summaryId: 'P-7K2M9QPX4',
      content: {
        kind: 'purchase',
        lines: [{ plan: 'business-standard', seats: 5, term: 'P1Y', billing: 'monthly', price: { amount: '11.70', currency: 'EUR' } }],
      },
      message: hostileMessage,
      country: 'CZ',
    },
    company: { name: 'Cloudy s.r.o.', phone: '+420 555 123 456', email: 'info@cloudy.cz', address: 'Dlouhá 1, 110 00 Praha 1' },
    stand: answer === undefined ? { kind: 'open', until: day('2026-03-31') } : { kind: answer.state === 'declared' ? 'waiting' : 'accepted', answer },
    isOpen: true,
    reader,
    roles: [],
    extensionDays: 180,
    agreements: [agreements['customer-agreement']],
    atMicrosoft: {},
    typed: {},
    problems: [],
    notices: [],
  };
}
