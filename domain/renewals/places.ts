import type { SubscriptionId } from '../shared/ids.ts';
import type { Digest, DigestEntry } from './records.ts';

/** Every subscription that a digest speaks of: when one of them changes, so does the card. */
export function subscriptionsIn({ entries }: Pick<Digest, 'entries'>): readonly SubscriptionId[] {
  return [...new Set(entries.flatMap((entry) => spokenOf(entry) ?? []))];
}

function spokenOf(entry: DigestEntry): SubscriptionId | undefined {
  if (entry.kind === 'news') return entry.news.about.subscription;
  return entry.ending.kind === 'term' ? entry.ending.subscription : undefined;
}
