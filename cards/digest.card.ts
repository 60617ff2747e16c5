import { addDays } from '../domain/shared/dates.ts';
import { plans } from '../domain/shared/plans.ts';
import type { AdaptiveCard, Element, ExecuteAction } from './adaptive-card.ts';
import type { DelegationRow, DigestRow, DigestView, MailRow, NewsRow } from './digest-view.ts';
import { delegationButton, homeButton, intentButton } from './intent-button.ts';
import { buttons, card, folded, note, subheading, text } from './kit.ts';
import type { TextKey } from './messages/catalogue.ts';
import type { Say } from './messages/say.ts';
import { newsBy, newsLine } from './news-words.ts';
import { quiet } from './renewal.card.ts';
import { renewalRow } from './renewal-row.ts';
import { endWords, mailWords, renewedWords } from './renewal-words.ts';

/** What ends and what has changed for one person's customers, the most urgent first (mission, row 15). */
export function digestCard(say: Say, view: DigestView): AdaptiveCard {
  return card(say, {
    heading: say('digest.heading'),
    speak: [say('digest.heading'), ...counted(say, view)].join(' · '),
    body: [
      note([say.day(view.day), ...counted(say, view)].join(' · ')),
      ...(view.page === undefined ? [] : [note(say('digest.of', view.page.from + 1, Math.min(view.page.from + view.page.size, total(view)), total(view)))]),
      ...ends(say, view.rows),
      ...group(
        say,
        'digest.group-changes',
        view.rows.flatMap((row) => (row.kind === 'news' ? [newsRow(say, row)] : [])),
      ),
      ...group(
        say,
        'digest.group-mail',
        view.rows.flatMap((row) => (row.kind === 'mail' ? [mailRow(say, row)] : [])),
      ),
      ...(view.more > 0 ? [note(say('digest.more', view.more))] : []),
      ...(view.page === undefined ? [...keys(say, view), ...running(say, view)] : []),
    ],
    actions: actions(say, view),
  });
}

function counted(say: Say, { counts: { ends: count, changes, toWrite } }: DigestView): readonly string[] {
  return [
    ...(count === 0 ? [] : [say('digest.ends', count)]),
    ...(changes === 0 ? [] : [say('digest.changes', changes)]),
    ...(toWrite === 0 ? [] : [say('digest.to-write', toWrite)]),
  ];
}

function total({ counts: { ends: count, changes, toWrite } }: DigestView): number {
  return count + changes + toWrite;
}

function group(say: Say, title: TextKey, rows: readonly Element[]): readonly Element[] {
  return rows.length === 0 ? [] : [subheading(say(title)), ...rows];
}

const groups = [
  ['digest.group-over', (left: number) => left < 0],
  ['digest.group-1', (left: number) => left >= 0 && left <= 1],
  ['digest.group-7', (left: number) => left > 1 && left <= 7],
  ['digest.group-30', (left: number) => left > 7 && left <= 30],
  ['digest.group-60', (left: number) => left > 30 && left <= 60],
  ['digest.group-later', (left: number) => left > 60],
] as const;

type EndRow = Extract<DigestRow, { readonly kind: 'end' | 'delegation' }>;

/** By how soon they end; trials that nobody has made an offer for by themselves. */
function ends(say: Say, rows: readonly DigestRow[]): readonly Element[] {
  const all = rows.flatMap((row): readonly EndRow[] => (row.kind === 'end' || row.kind === 'delegation' ? [row] : []));
  const trials = all.filter(isTrialWithoutOffer);
  const others = all.filter((row) => !trials.includes(row));
  return [
    ...groups.flatMap(([title, isIn]) =>
      group(
        say,
        title,
        others.filter((row) => isIn(daysLeftOf(row))).map((row) => endRow(say, row)),
      ),
    ),
    ...group(
      say,
      'digest.group-trial',
      trials.map((row) => endRow(say, row)),
    ),
  ];
}

function isTrialWithoutOffer(row: EndRow): boolean {
  return row.kind === 'end' && row.renewal.isTrial && !row.renewal.hasOpenOffer && row.renewal.isBought !== true && row.renewal.renewed === undefined;
}

function daysLeftOf(row: EndRow): number {
  return row.kind === 'end' ? row.renewal.daysLeft : row.daysLeft;
}

function endRow(say: Say, row: EndRow): Element {
  if (row.kind === 'delegation') return delegationRow(say, row);
  const { renewal, endsOn } = row;
  const about = { customer: renewal.customer.id, subscription: renewal.subscription };
  const ways = isTrialWithoutOffer(row) ? [quiet(say('renewal.offer'), { verb: 'begin', flow: 'send-purchase-offer', about })] : [];
  const lines = renewal.isTrial && renewal.hasOpenOffer ? [say('renewal.offer-open')] : [];
  return renewalRow(say, renewal, { endsOn, ways, lines });
}

function delegationRow(say: Say, { customer, endsOn, daysLeft, now }: DelegationRow): Element {
  const ended = now.kind === 'over' ? say('digest.delegation-over', now.on) : now.kind === 'goes-on' ? say('digest.delegation-goes-on') : undefined;
  return {
    type: 'Container',
    separator: true,
    items: [
      text(customer.name, { weight: 'Bolder' }),
      text([say('digest.delegation'), ended ?? endWords(say, { endsOn, daysLeft })].join(' · ')),
      ...(ended === undefined ? [note(say('digest.if-delegation', addDays(endsOn, 1)))] : []),
      buttons([
        quiet(say('renewal.customer'), { verb: 'show-customer', customer: customer.id }),
        ...(now.kind === 'goes-on' ? [] : [delegationButton(say, customer.id)]),
      ]),
    ],
  };
}

function newsRow(say: Say, { customer, subscription, news }: NewsRow): Element {
  return {
    type: 'Container',
    separator: true,
    items: [
      text(customer.name, { weight: 'Bolder' }),
      text([...(subscription === undefined ? [] : [plans[subscription.plan].name]), newsLine(say, news)].join(' · ')),
      note(newsBy(say, news)),
      buttons([
        subscription === undefined
          ? quiet(say('renewal.customer'), { verb: 'show-customer', customer: customer.id })
          : quiet(say('customers.open'), { verb: 'show-renewal', subscription: subscription.id }),
      ]),
    ],
  };
}

function mailRow(say: Say, { renewal, notice, mailed }: MailRow): Element {
  const renewed = renewedWords(say, renewal);
  return {
    type: 'Container',
    separator: true,
    items: [
      text(renewal.customer.name, { weight: 'Bolder' }),
      text([plans[renewal.plan].name, endWords(say, renewal)].join(' · ')),
      renewed === undefined ? note(mailWords(say, mailed === undefined ? {} : { mailed })) : text(renewed, { color: 'Good' }),
      buttons([
        ...(renewed === undefined ? [quiet(say('digest.mail-open'), { verb: 'show-notice-mail', notice })] : []),
        quiet(say('customers.open'), { verb: 'show-renewal', subscription: renewal.subscription, term: renewal.term }),
      ]),
    ],
  };
}

/** Where keys are short, it is seen. */
function keys(say: Say, { keys: lines }: DigestView): readonly Element[] {
  if (lines.length === 0) return [];
  return [
    subheading(say('digest.group-keys')),
    ...lines.map((line) =>
      text([plans[line.plan].name, say('digest.keys', line.renewals, line.keys)].join(': '), line.keys < line.renewals ? { color: 'Attention' } : {}),
    ),
  ];
}

function running(say: Say, { running: rows }: DigestView): readonly Element[] {
  if (rows.length === 0) return [];
  return folded('running', say('digest.running', rows.length), [
    note(say('digest.running-what')),
    ...rows
      .slice(0, mostRunning)
      .map(({ customer, plan, seats, ...end }) => note([customer, plans[plan].name, say('renewal.licences', seats), endWords(say, end)].join(' · '))),
    ...(rows.length > mostRunning ? [note(say('digest.more', rows.length - mostRunning))] : []),
  ]);
}
const mostRunning = 10;

function actions(say: Say, view: DigestView): readonly ExecuteAction[] {
  const { id: digest, page, rows } = view;
  const isShort = view.keys.some((line) => line.keys < line.renewals);
  const after = page === undefined ? 0 : page.from + page.size;
  return [
    ...(page === undefined && rows.length < total(view) ? [quiet(say('digest.show-all', total(view)), { verb: 'show-digest', digest, after: '0' })] : []),
    ...(page !== undefined && after < total(view) ? [quiet(say('to-do.more'), { verb: 'show-digest', digest, after: String(after) })] : []),
    ...(page === undefined ? [] : [quiet(say('renewal.back-to-digest'), { verb: 'show-digest', digest })]),
    ...(page === undefined && isShort ? [intentButton(say, 'keys-left')] : []),
    quiet(say('renewal.all'), { verb: 'show', page: 'renewals' }),
    homeButton(say),
  ];
}
