import { parseArgs } from 'node:util';
import type { DueNotice } from '../../domain/renewals/due.ts';
import { dueNotices } from '../../domain/renewals/due.ts';
import { sideOf } from '../../domain/renewals/next-digest.ts';
import { isReachable } from '../../domain/renewals/recipients.ts';
import type { Ending } from '../../domain/renewals/records.ts';
import { Day, dayOf } from '../../domain/shared/dates.ts';
import type { PersonId, TenantId } from '../../domain/shared/ids.ts';
import { plans } from '../../domain/shared/plans.ts';
import { isWrongArgument } from './failures.ts';
import type { OperatorCommand, OperatorTools } from './operator-tools.ts';
import { whichPartner } from './which-partner.ts';

const usage = 'Usage: npm run notices -- [--at <YYYY-MM-DD>] [--partner <tenantId>]   what would be sent to whom on that day, without sending it';

/**
 * Prints the notices of a day by who gets them in their morning: those of today, and what is still to be planned, when no day is named; the steps
 * of that day, as the book stands now, for a later one. Sends and writes nothing.
 *
 * Resolves 0 when it was printed, 2 for wrong arguments.
 */
export const runNotices: OperatorCommand = async (args, tools) => {
  const asked = argumentsOf(args, tools);
  if ('problem' in asked) {
    for (const line of [asked.problem, usage]) tools.print(line);
    return 2;
  }
  const people = await noticesByPerson(asked, tools);
  for (const [person, notices] of people) {
    tools.print(await headline(person, notices.length, asked.partner, tools));
    for (const notice of notices) {
      tools.print(`  ${await lineOf(notice, tools)}`);
      await tools.drained?.();
    }
  }
  const count = [...people.values()].reduce((sum, notices) => sum + notices.length, 0);
  tools.print(`${asked.at}: ${counted(count, 'notice', 'notices')} to ${counted(people.size, 'person', 'people')}. Nothing was sent.`);
  return 0;
};

interface Asked {
  readonly at: Day;
  readonly today: Day;
  readonly partner: TenantId;
}

function argumentsOf(args: readonly string[], { clock, partners }: OperatorTools): Asked | { readonly problem: string } {
  try {
    const { values } = parseArgs({ args: [...args], options: { at: { type: 'string' }, partner: { type: 'string' } } });
    const today = dayOf(clock.now());
    const at = values.at === undefined ? today : Day.safeParse(values.at.trim()).data;
    if (at === undefined) return { problem: `"${values.at ?? ''}" is not a day. Write it as ${today}.` };
    if (at < today) return { problem: `${at} is over. Name today, ${today}, or a later day.` };
    const partner = whichPartner(values.partner, partners);
    return typeof partner === 'object' ? partner : { at, today, partner };
  } catch (cause) {
    if (isWrongArgument(cause)) return { problem: cause.message };
    throw cause;
  }
}

/** In the order in which people are first found; of each the soonest end first. */
async function noticesByPerson({ at, today, partner }: Asked, { store }: OperatorTools): Promise<ReadonlyMap<PersonId, readonly DueNotice[]>> {
  const planned = (await store.read('notice-run', partner))?.value;
  const since = planned?.since ?? today;
  const through = at > today || planned === undefined || planned.through > at ? at : planned.through;
  const people = new Map<PersonId, DueNotice[]>();
  for await (const due of dueNotices(store, { partner, run: { since, through }, today: at, customerNotices: 'as-set' })) {
    const notices = people.get(due.recipient) ?? [];
    notices.push(due);
    people.set(due.recipient, notices);
  }
  return new Map([...people].map(([person, notices]) => [person, notices.toSorted((one, other) => (one.endsOn < other.endsOn ? -1 : 1))]));
}

async function headline(person: PersonId, count: number, partner: TenantId, { store }: OperatorTools): Promise<string> {
  const side = sideOf(person, partner);
  const name = side === 'partner' ? (await store.read('partner-user', person))?.value.name : undefined;
  const where = (await isReachable(store, person)) ? '' : ', whom the assistant cannot write to yet: it waits for them';
  return `${name === undefined || name === '' ? person : `${name} (${person})`}, ${side}: ${counted(count, 'notice', 'notices')}${where}`;
}

async function lineOf({ side, customer, ending, endsOn, step }: DueNotice, tools: OperatorTools): Promise<string> {
  const what = `${endsOn}  ${stepWords(step)}  ${customer.name} (${customer.domain})  ${await nameOf(ending, tools)}`;
  return side === 'mail' ? `${what}  to be written by e-mail: nobody there can be reached in Teams` : what;
}

function stepWords(step: number): string {
  if (step === 0) return 'ends that day';
  return step > 0 ? `${counted(step, 'day', 'days')} before its end` : `${counted(-step, 'day', 'days')} after its end`;
}

async function nameOf(ending: Ending, { store }: OperatorTools): Promise<string> {
  if (ending.kind === 'relationship') return 'delegated administration';
  const subscription = await store.read('subscription', ending.subscription);
  return subscription === undefined ? ending.subscription : plans[subscription.value.plan].name;
}

function counted(count: number, one: string, more: string): string {
  return `${String(count)} ${count === 1 ? one : more}`;
}
