import type { Day } from '../../domain/shared/dates.ts';
import { addDays, dayOf, daysBetween } from '../../domain/shared/dates.ts';
import type { PersonId } from '../../domain/shared/ids.ts';

/** One end and one who is to be told of it, as somebody keeps it who knows the rule and not the program. */
interface Line {
  readonly mark: string;
  readonly person: PersonId;
  readonly isTrial: boolean;
  readonly endsOn: Day;
  /** Steps of earlier days are not told. */
  since: Day;
  /** In milliseconds: when it came into the book. */
  knownAt: number;
  isOpen: boolean;
  readonly told: Set<number>;
}

/** What a person must have been told, kept beside the program (mission, row 13): by end date, step and reader. */
export interface YearModel {
  /** An end is in the book from now on, or again. `mark`: as the card says it. */
  open(end: { readonly mark: string; readonly person: PersonId; readonly isTrial: boolean; readonly endsOn: Day }, now: Date): void;
  /** Renewed, cancelled, or moved to another day. */
  close(mark: string): void;
  /** Takes down what a card told, and judges it. */
  read(person: PersonId, entries: readonly string[], now: Date, plannedAt: Date): void;
  /** What a person should have been told by now and was not; counted once. */
  missed(person: PersonId, now: Date, plannedAt: Date): void;
  readonly counts: { told: number; twice: number; wrong: number; missing: number; collapsed: number; readonly bySteps: Record<string, number> };
}

const steps = { usual: [60, 30, 7, 1, 0, -30, -110], trial: [7, 1] };

export function yearModel(begins: Day): YearModel {
  const lines = new Map<string, Line>();
  const ofPerson = new Map<PersonId, Line[]>();
  const ofMark = new Map<string, Line[]>();
  const counts: YearModel['counts'] = { told: 0, twice: 0, wrong: 0, missing: 0, collapsed: 0, bySteps: {} };

  return {
    counts,
    open({ mark, person, isTrial, endsOn }, now) {
      const since = dayOf(now) < begins ? begins : dayOf(now);
      const known = lines.get(`${mark} ${person}`);
      if (known !== undefined) {
        Object.assign(known, { isOpen: true, since, knownAt: now.getTime() });
        return;
      }
      const line: Line = { mark, person, isTrial, endsOn, since, knownAt: now.getTime(), isOpen: true, told: new Set() };
      lines.set(`${mark} ${person}`, line);
      ofPerson.set(person, [...(ofPerson.get(person) ?? []), line]);
      ofMark.set(mark, [...(ofMark.get(mark) ?? []), line]);
    },
    close(mark) {
      for (const line of ofMark.get(mark) ?? []) line.isOpen = false;
    },
    read(person, entries, now, plannedAt) {
      if (entries.length === 0) counts.wrong += 1;
      for (const entry of entries) {
        const step = Number(entry.slice(entry.lastIndexOf(':') + 1));
        const line = lines.get(`${entry.slice(0, entry.lastIndexOf(':'))} ${person}`);
        if (line === undefined) counts.wrong += 1;
        else if (line.told.has(step)) counts.twice += 1;
        else {
          if (dueOf(line, now, plannedAt) !== step) counts.wrong += 1;
          counts.collapsed += take(line, step);
          counts.told += 1;
          counts.bySteps[String(step)] = (counts.bySteps[String(step)] ?? 0) + 1;
        }
      }
    },
    missed(person, now, plannedAt) {
      for (const line of ofPerson.get(person) ?? []) {
        const step = dueOf(line, now, plannedAt);
        if (step === undefined) continue;
        counts.missing += 1;
        line.told.add(step);
      }
    },
  };
}

function stepsOf({ isTrial }: Line): readonly number[] {
  return isTrial ? steps.trial : steps.usual;
}

/** The step that a reader is to be told on that day; undefined when none is. */
function dueOf(line: Line, now: Date, plannedAt: Date): number | undefined {
  const today = dayOf(now);
  if (!line.isOpen || line.knownAt > plannedAt.getTime() || daysBetween(line.endsOn, today) > 120) return undefined;
  const begun = stepsOf(line).filter((step) => addDays(line.endsOn, -step) <= today);
  const step = begun.at(-1);
  if (step === undefined || addDays(line.endsOn, -step) < line.since) return undefined;
  return [...line.told].some((told) => told <= step) ? undefined : step;
}

/** Takes down that it was told. Gives how many earlier steps have collapsed into it. */
function take(line: Line, step: number): number {
  const earlier = stepsOf(line).filter((each) => each > step && addDays(line.endsOn, -each) >= line.since && !line.told.has(each));
  const last = Math.min(...line.told, Infinity);
  line.told.add(step);
  return earlier.filter((each) => each < last).length;
}
