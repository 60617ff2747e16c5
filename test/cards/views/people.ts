import { Day, Instant } from '../../../domain/shared/dates.ts';
import { CommandId, HandOffId, SubscriptionId } from '../../../domain/shared/ids.ts';
import type { FieldProblem, Frame } from '../../../cards/form.ts';

/** Facts that the views of cards share: as they usually are, and as bad as they can be. */
export const today = Day.parse('2026-03-01');
export const endsOn = Day.parse('2027-02-28');
export const recordedAt = Instant.parse('2026-03-01T10:00:00.000Z');
export const run = CommandId.parse('7f9c2ba4-e88f-4b11-9a5e-1d2c3b4a5f60');
export const subscription = SubscriptionId.parse('3e5f6a7b-0c1d-4e2f-8a9b-4c5d6e7f8091');
export const handOff = HandOffId.parse('9a8b7c6d-5e4f-4a3b-9c2d-1e0f9a8b7c6d');
/** Where a list goes on: as long as the longest that a button may carry. */
export const cursor = 'a'.repeat(200);

/** Names that a client could take for instructions, or that leave the card's frame. */
export const markdown = '**Contoso** [zde](https://evil.example) `kód` # - 1. <script>alert("x")</script> & <b>"spol."</b>';
export const rightToLeft = 'شركة النور للتجارة الإلكترونية ‮dne‬ s.r.o.';
export const emoji = '👩‍👩‍👧‍👦 Rodina & syn 🎉🇸🇰 s.r.o.';
/** One word of sixty letters. */
export const endlessWord = 'Nejneobhospodařovávatelnějšímiorganizačnímijednotkamispolečně';
/** A name of a hundred characters, the most a form takes. */
export const longName = 'Mezinárodní společnost pro obchod, dopravu, skladování a údržbu výpočetní techniky Moravský Krumlov';
export const longDomain = `${'velmi-dlouhy-nazev-'.repeat(3)}spolecnosti.pobocka-moravsky-krumlov.onmicrosoft.com`;
export const longEmail = `${'jmeno.prostredni.prijmeni.'.repeat(2)}spravce@${longDomain}`;

/** Where a form stands, with nothing wrong. */
export function at(step: string, number: number, total: number): Frame {
  return { run, step, shown: 'shown', number, total, problems: [], notices: [] };
}

export function wrong(frame: Frame, ...problems: readonly FieldProblem[]): Frame {
  return { ...frame, problems };
}

export function told(frame: Frame, ...notices: readonly string[]): Frame {
  return { ...frame, notices };
}
