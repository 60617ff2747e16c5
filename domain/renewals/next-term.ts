import type { Subscription, Term } from '../customers/records.ts';
import type { Day } from '../shared/dates.ts';
import { termEnd } from '../shared/dates.ts';
import type { TermId } from '../shared/ids.ts';

/** A term of the same length and licences that begins on that day, known from today by this person. */
export function nextTerm(old: Term, id: TermId, facts: { readonly startsOn: Day; readonly today: Day; readonly by: string }): Term {
  const { seats, length } = old;
  const { startsOn, today: on, by } = facts;
  return { id, seats, startsOn, endsOn: termEnd(startsOn, length), length, keys: [], known: { on, by } };
}

/** The terms with one followed by another. */
export function followed(terms: Subscription['terms'], old: Term, next: Term): Subscription['terms'] {
  return [...terms.map((each) => (each.id === old.id ? { ...old, renewedBy: next.id } : each)), next];
}
