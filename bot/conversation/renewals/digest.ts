import type { AdaptiveCard } from '../../../cards/adaptive-card.ts';
import { digestCard as drawn } from '../../../cards/digest.card.ts';
import type { DigestView } from '../../../cards/digest-view.ts';
import { fits } from '../../../cards/fits.ts';
import { sayIn } from '../../../cards/messages/say.ts';
import type { Digest, DigestEntry } from '../../../domain/renewals/records.ts';
import type { PersonId } from '../../../domain/shared/ids.ts';
import type { CardParts } from '../card-parts.ts';
import { digestRow } from './digest-rows.ts';
import { keysForRenewals, runningEnds } from './digest-standing.ts';

/** How many of each the first card shows; fewer where names are so long that it would be too big. */
const firstRows: readonly [DigestView['counts'], ...DigestView['counts'][]] = [
  { ends: 5, changes: 4, toWrite: 3 },
  { ends: 3, changes: 2, toWrite: 1 },
  { ends: 1, changes: 1, toWrite: 1 },
];
const rowsPerPage = [10, 5, 2, 1] as const;

/**
 * The digest of one day to one of the partner's people, drawn as things stand now; undefined for anybody else.
 *
 * @param after how many rows were shown before: absent on the first card, which shows the most urgent of each kind.
 */
export async function digestCard(parts: CardParts, reader: PersonId, id: string, after?: string): Promise<AdaptiveCard | undefined> {
  const digest = (await parts.book.read('digest', id))?.value;
  if (digest?.person !== reader || digest.side !== 'partner') return undefined;
  const say = sayIn(parts.language);
  if (after === undefined) {
    const rest = await restOf(parts, digest);
    return sized(firstRows, async (sizes) => drawn(say, { ...(await viewOf(parts, id, digest, first(digest.entries, sizes))), ...rest }));
  }
  const entries = inOrder(digest.entries);
  const from = placeIn(after, entries.length);
  return sized(rowsPerPage, async (size) => {
    const view = await viewOf(parts, id, digest, entries.slice(from, from + size));
    return drawn(say, { ...view, page: { from, size } });
  });
}

/** The largest that fits. */
async function sized<S>([most, ...fewer]: readonly [S, ...S[]], draw: (size: S) => Promise<AdaptiveCard>): Promise<AdaptiveCard> {
  return fewer.reduce(async (card, size) => (fits(await card) ? card : draw(size)), draw(most));
}

function kindOf(entry: DigestEntry): keyof DigestView['counts'] {
  if (entry.kind === 'news') return 'changes';
  return entry.mail === undefined ? 'ends' : 'toWrite';
}

function ofKind(entries: readonly DigestEntry[], kind: keyof DigestView['counts']): readonly DigestEntry[] {
  return entries.filter((entry) => kindOf(entry) === kind);
}

function first(entries: readonly DigestEntry[], sizes: DigestView['counts']): readonly DigestEntry[] {
  return kinds.flatMap((kind) => ofKind(entries, kind).slice(0, sizes[kind]));
}

/** As the card groups them. */
function inOrder(entries: readonly DigestEntry[]): readonly DigestEntry[] {
  return kinds.flatMap((kind) => ofKind(entries, kind));
}
const kinds = ['ends', 'changes', 'toWrite'] as const;

/** A place from a button; one that is none is the start. */
function placeIn(after: string, count: number): number {
  const from = Number(after);
  return Number.isInteger(from) && from >= 0 && from < count ? from : 0;
}

async function viewOf(parts: CardParts, id: string, digest: Digest, entries: readonly DigestEntry[]): Promise<DigestView> {
  const { day, more } = digest;
  const rows = await Promise.all(entries.map((entry) => digestRow(parts, digest, entry)));
  return {
    id,
    day,
    counts: { ends: countOf(digest, 'ends'), changes: countOf(digest, 'changes'), toWrite: countOf(digest, 'toWrite') },
    rows: rows.flatMap((row) => row ?? []),
    more,
    keys: [],
    running: [],
  };
}

function countOf({ entries }: Digest, kind: keyof DigestView['counts']): number {
  return ofKind(entries, kind).length;
}

async function restOf(parts: CardParts, digest: Digest): Promise<Pick<DigestView, 'keys' | 'running'>> {
  const [keys, running] = await Promise.all([keysForRenewals(parts, digest.partner), runningEnds(parts, digest)]);
  return { keys, running };
}
