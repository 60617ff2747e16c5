import type { Day } from '../../../domain/shared/dates.ts';

/** What earlier lines said of a subscription. One text a line is kept, its id: days are shared, and few subscriptions have several terms. */
export function linesSoFar(): (id: string, startsOn: Day) => 'none' | 'another-start' | 'same-start' {
  const days = new Map<Day, Day>();
  const first = new Map<string, Day>();
  const further = new Set<string>();
  return (id, startsOn) => {
    const before = first.get(id);
    if (before === undefined) {
      if (!days.has(startsOn)) days.set(startsOn, startsOn);
      first.set(id, days.get(startsOn) ?? startsOn);
      return 'none';
    }
    const start = `${id} ${startsOn}`;
    const isSame = before === startsOn || further.has(start);
    further.add(start);
    return isSame ? 'same-start' : 'another-start';
  };
}
