import { z } from 'zod';
import type { FieldProblem } from '../../../cards/form.ts';
import type { Say } from '../../../cards/messages/say.ts';
import { takenKeyId } from '../../../cards/product-key-line.ts';
import { redeemKeysCard } from '../../../cards/redeem-keys.card.ts';
import { lookAlikes, readKeys } from '../../../domain/product-keys/product-key.ts';
import type { KeyReading, LookAlike } from '../../../domain/product-keys/product-key.ts';
import { plans } from '../../../domain/shared/plans.ts';
import type { PlanId } from '../../../domain/shared/plans.ts';
import { form } from '../../conversation/flow.ts';
import type { At, Step, Taken } from '../../conversation/flow.ts';
import { sumOf } from './answers.ts';
import type { Answers, TakenKey } from './answers.ts';
import { withoutStale } from './consistency.ts';
import { isAboutAsLong, withoutWords } from './keys-in-words.ts';

/** A block beyond this is somebody's whole spreadsheet; it is imported, not typed. */
const mostKeys = 100;

/** Two hundred keys on their lines; more than this does not fit on a card. */
const longestLeft = 6_000;

/** One key or many: each judged by itself, the good ones taken, the others left in the field with what is wrong. */
export const keysStep: Step<Answers> = form<Answers>()({
  id: 'keys',
  inputs: z.object({ keys: z.string().default(''), remove: z.string().default('') }),
  wrong: { keys: 'redeem.keys-missing', remove: 'form.not-understood' },
  look: () => Promise.resolve(undefined),
  known: () => ({}),
  judge: ({ keys, remove }, at) => takeKeys(at, keys, remove),
  leave: async (at, typed) => {
    const taken = await takeKeys(at, typed['keys'] ?? '', typed['remove'] ?? '');
    return { answers: taken.answers, draft: taken.kind === 'problems' ? taken.draft : {} };
  },
  card: ({ frame, values, at }, say) => {
    const { keys, plan, seats, people } = sumOf(at.answers);
    const typed = values['keys'];
    return redeemKeysCard(say, {
      frame,
      taken: keys,
      people,
      seats,
      ...(plan === undefined ? {} : { plan }),
      ...(typed === undefined || typed === '' ? {} : { typed }),
    });
  },
});

/** The warnings for a key that is not in stock: where the card might have been misread. */
export function compareWithCard(say: Say, { key, ending }: TakenKey): readonly string[] {
  const hints = lookAlikes(key);
  return hints.length === 0 ? [] : [say('redeem.look-alikes-ending', ending, hintList(say, hints))];
}

async function takeKeys(at: At<Answers>, block: string, remove: string): Promise<Taken<Answers>> {
  const removed = new Set(remove.split(',').map((id) => id.trim()));
  const readings = readKeys(withoutWords(block));
  // Keys taken before are judged again: a colleague may have used one in the meantime.
  const kept = (at.answers.keys ?? []).filter((key, place) => !removed.has(takenKeyId(key, place))).map((key) => ({ ...key, kind: 'well-formed' }) as const);
  const judged = await [...kept, ...readings.slice(0, mostKeys)].reduce<Promise<Intake>>(
    async (so, reading) => intake(at, await so, reading),
    Promise.resolve({ keys: [], wrong: [], typed: [] }),
  );
  const tooMany = readings.length > mostKeys ? [{ field: 'keys', text: at.say('redeem.too-many-keys', mostKeys) }] : [];
  const nothing = judged.keys.length === 0 && readings.length === 0 ? [{ field: 'keys', text: at.say('redeem.keys-missing') }] : [];
  const problems = [...tooMany, ...judged.wrong, ...nothing, ...overFull(at, judged.keys)];
  const answers = withoutStale(at, { keys: judged.keys.length === 0 ? undefined : [...judged.keys] });
  if (problems.length === 0 && judged.keys.length > 0) return { kind: 'taken', answers };
  const waiting = [...judged.typed, ...readings.slice(mostKeys).map((reading) => (reading.kind === 'malformed' ? reading.typed : reading.key))];
  const left = fitting(waiting);
  const leftOut = waiting.length === left.length ? [] : [{ field: 'keys', text: at.say('redeem.left-out', waiting.length - left.length) }];
  return { kind: 'problems', problems: [...leftOut, ...problems], answers, draft: { keys: left.join('\n') } };
}

/** Whole lines, as many as fit on a card; who pasted more is told how many to paste again. */
function fitting(lines: readonly string[]): readonly string[] {
  let length = 0;
  return lines.filter((line) => (length += line.length + 1) <= longestLeft);
}

interface Intake {
  readonly keys: readonly TakenKey[];
  readonly wrong: readonly FieldProblem[];
  /** What stays in the field to be mended. */
  readonly typed: readonly string[];
}

type Judged = Pick<Extract<KeyReading, { readonly kind: 'well-formed' }>, 'kind' | 'key' | 'ending'>;

async function intake(at: At<Answers>, so: Intake, reading: KeyReading | Judged): Promise<Intake> {
  const refused = (text: string): Intake => ({ ...so, wrong: [...so.wrong.filter((each) => each.text !== text), { field: 'keys', text }] });
  if (reading.kind === 'malformed') {
    // Counted as it will stand in the field, where only what is wrong is left.
    return { ...so, wrong: [...so.wrong, ...malformed(at.say, reading, so.typed.length + 1)], typed: [...so.typed, reading.typed] };
  }
  const { key, ending } = reading;
  if (reading.kind === 'repeated' || so.keys.some((taken) => taken.key === key)) return refused(at.say('redeem.repeated', ending));
  const known = await at.book.read('product-key', at.secrets.fingerprint(key));
  if (known === undefined) return { ...so, keys: [...so.keys, { key, ending }] };
  const { partner, state, use, plan, seats } = known.value;
  if (partner !== at.who.tenant) return refused(at.say('redeem.not-available', ending));
  if (state === 'used') return refused(use === undefined ? at.say('redeem.not-available', ending) : at.say('redeem.already-used', ending, use.on));
  const other = sumOf({ ...at.answers, keys: [...so.keys] }).plan;
  if (other !== undefined && other !== plan) return refused(at.say('redeem.second-plan-key', ending, plans[plan].name, plans[other].name));
  return { ...so, keys: [...so.keys, { key, ending, stock: { plan, seats } }] };
}

function malformed(say: Say, reading: Extract<KeyReading, { readonly kind: 'malformed' }>, line: number): readonly FieldProblem[] {
  const strange = reading.strange.slice(0, 3).map(({ position }) => say('redeem.strange-character', line, position));
  const length = reading.length === 25 ? [] : [say('redeem.wrong-length', line, reading.length)];
  const compare = reading.lookAlikes.length === 0 || !isAboutAsLong(reading.length) ? [] : [say('redeem.look-alikes', line, hintList(say, reading.lookAlikes))];
  return [...length, ...strange, ...compare].map((text) => ({ field: 'keys', text }));
}

function hintList(say: Say, hints: readonly LookAlike[]): string {
  return hints.map(({ position, character, couldBe }) => say('redeem.look-alike', position, character, couldBe.join(say('redeem.or')))).join('; ');
}

function overFull(at: At<Answers>, keys: readonly TakenKey[]): readonly FieldProblem[] {
  const { plan, seats } = sumOf({ ...at.answers, keys: [...keys] });
  return plan === undefined ? [] : tooManySeats(at.say, plan, seats);
}

/** More licences than the plan allows, said before anything else is typed. */
export function tooManySeats(say: Say, plan: PlanId, seats: number): readonly FieldProblem[] {
  const most = plans[plan].maxSeats;
  return seats <= most ? [] : [{ text: say('redeem.too-many-seats', plans[plan].name, most, 0, seats) }];
}
