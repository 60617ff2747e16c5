import { rightNeeded } from '../../domain/company/rights.ts';
import { companyTasks, customerTasks, rolesFor } from '../../domain/company/rights.ts';
import type { Job } from '../../domain/company/eligibility.ts';
import type { DelegatedTask } from '../../domain/delegated-admin/roles.ts';
import { delegationRoles } from '../../domain/delegated-admin/roles.ts';
import type { Asks } from './rights-matrix.ts';
import { commandAsks, companies, persons, relationships, verdict } from './rights-matrix.ts';

const jobs: readonly Job[] = ['product-keys', 'partner-of-record', 'trial-invitation', 'purchase-offer', 'delegation-in-offer', 'delegated-admin-offer'];
const tasks: readonly DelegatedTask[] = [...new Set(delegationRoles.flatMap((role) => role.tasks))];
const everything = persons['global admin, full access'];

/** RIGHTS.md as the tables of the domain say it now. */
export function rightsPage(): string {
  return `${[...beginning, ...everyCommand(), ...onBehalf(), ...everyJob()].join('\n\n')}\n`;
}

const beginning = [
  '# Who may do what',
  'Written by `npm run rights` from the tables of `domain/company/rights.ts`, `domain/company/eligibility.ts` and `domain/delegated-admin/acting.ts`; a test says whether it is current. Do not edit it.',
  'What is tried: `test/conversation/rights.test.ts` carries out every command for each of these people, and those on a customer’s behalf for each grant; `test/conversation/every-grant.test.ts` goes through the chat with every role, every access and every grant below: each conversation begins or ends in nothing, and each forged button acts or leaves the book as it was. How the company stands is tried in the domain alone (`test/domain/delegated-admin/acting.test.ts`, `test/domain/company/eligibility.test.ts`).',
];

function everyCommand(): readonly string[] {
  const all = Object.entries(commandAsks);
  const rows = all.filter(([, asks]) => asks.of !== 'operator').map(([command, asks]) => [command, words(asks), ...byPerson(asks)]);
  return [
    '## Every command, by who asks',
    'Of a company that is entitled to everything, about a customer who has granted everything. A dot: refused, and told who can give the right. An offer is sent, withdrawn and settled by the right that its kind takes: here a trial is sent, and delegated administration is withdrawn and sent again. A service request is noted and moved on by access alone, also when the relationship is over; its first step, sending it, asks what opening it asks.',
    table(['command', 'asks', ...Object.keys(persons)], rows),
    `Only whoever runs the installation: ${all.flatMap(([command, asks]) => (asks.of === 'operator' ? [command] : [])).join(', ')}.`,
  ];
}

function onBehalf(): readonly string[] {
  const byGrant = Object.entries(relationships).map(([name, granted]) => [
    name,
    ...tasks.map((task) => cell(verdict({ of: 'acting', task }, everything, granted))),
  ]);
  const byCompany = tasks.map((task) => {
    const judged = (partner: (typeof companies)[keyof typeof companies]) =>
      ['limited access', 'full access'].map((who) => cell(verdict({ of: 'acting', task }, persons[who], relationships['GDAP, Global Administrator'], partner)));
    return [task, ...Object.values(companies).flatMap(judged)];
  });
  return [
    '## On a customer’s behalf: every task, by what the customer has granted',
    'Of an authorised advisor, by somebody with full access; with limited access the tasks that need full access are refused in every row. A CSP acts under GDAP only: classic is `classic-not-enough`.',
    table(['granted', ...tasks], byGrant),
    '## On a customer’s behalf: every task, by person and company',
    'The customer has granted Global Administrator.',
    table(['task', ...Object.keys(companies).flatMap((name) => [`${name}: limited`, `${name}: full`])], byCompany),
  ];
}

function everyJob(): readonly string[] {
  return [
    '## Every job, by how the company stands',
    table(
      ['job', ...Object.keys(companies)],
      jobs.map((job) => [job, ...Object.values(companies).map((partner) => cell(verdict({ of: 'job', job }, everything, [], partner)))]),
    ),
    '## Access to customers',
    table(
      ['task', 'access needed'],
      customerTasks.map((task) => [task, rightNeeded[task]]),
    ),
    '## The own company',
    table(
      ['task', 'roles'],
      companyTasks.map((task) => [task, rolesFor[task].join(', ')]),
    ),
  ];
}

function byPerson(asks: Asks): readonly string[] {
  return Object.values(persons).map((rights) => cell(verdict(asks, rights)));
}

function words(asks: Asks): string {
  switch (asks.of) {
    case 'job':
      return asks.job;
    case 'customers':
    case 'company':
      return asks.task;
    case 'acting':
      return `${asks.task}, granted`;
    case 'anybody':
      return 'any of the own people';
    case 'customer':
      return 'a customer’s people';
    case 'operator':
      return 'the operator';
  }
}

function cell(answer: string): string {
  return answer === 'person-lacks-right' ? '·' : answer;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [head, ...rows];
  const widths = head.map((_, column) => Math.max(3, ...lines.map((line) => line[column]?.length ?? 0)));
  const drawn = (line: readonly string[]): string => `| ${line.map((text, column) => text.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  return [drawn(head), `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`, ...rows.map(drawn)].join('\n');
}
