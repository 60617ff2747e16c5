import type { NewPasswordRequested } from '../domain/customers/acting-commands.ts';
import type { HandOff } from '../domain/customers/records.ts';
import { actingWays } from './acting-ways.ts';
import type { AdaptiveCard } from './adaptive-card.ts';
import { field, formCard, reviewCard } from './form.ts';
import type { Frame } from './form.ts';
import { handOffLines, handOffSteps } from './hand-off.ts';
import { card, facts, note, plain, problem, text } from './kit.ts';
import type { Say } from './messages/say.ts';
import type { TaskSubjects } from './task-subjects.ts';

export interface PasswordUserView {
  readonly frame: Frame;
  readonly customer: string;
  /** At most forty. */
  readonly users: readonly { readonly id: string; readonly name: string; readonly upn: string; readonly isAdmin: boolean }[];
  /** There are more than are listed. */
  readonly more: boolean;
  readonly find?: string;
  readonly chosen?: string;
}

/** Forty of two such names are a card that Teams takes. */
const longestName = 60;

/** Whose password; where they are many, found by the beginning of the sign-in name. */
export function passwordUserCard(say: Say, { frame, customer, users, more, find, chosen }: PasswordUserView): AdaptiveCard {
  const searches = more || find !== undefined;
  const none = say(find === undefined ? 'password.no-users' : 'password.none-found');
  return formCard(say, frame, {
    heading: say('password.user-heading'),
    body: [
      facts([[say('acting.customer'), customer]]),
      ...(searches
        ? field(say, frame, { type: 'Input.Text', id: 'find', label: say('password.find'), maxLength: 100, ...(find === undefined ? {} : { value: find }) })
        : []),
      ...(users.length === 0
        ? [problem([none])]
        : field(say, frame, {
            type: 'Input.ChoiceSet',
            id: 'user',
            label: say('password.user'),
            // a list that opens: names are never read as Markdown there
            style: 'filtered',
            placeholder: say('password.placeholder'),
            ...(chosen !== undefined && users.some(({ id }) => id === chosen) ? { value: chosen } : {}),
            choices: users.map((user) => ({ title: titleOf(say, user), value: user.id })),
          })),
      ...(more ? [note(say('password.more'))] : []),
    ],
    submit: say('form.next'),
  });
}

function titleOf(say: Say, { name, upn, isAdmin }: PasswordUserView['users'][number]): string {
  const who = [name, upn].map((each) => shortened(plain(each))).join(' · ');
  return isAdmin ? say('password.admin-line', who) : who;
}

function shortened(words: string): string {
  const letters = [...words];
  return letters.length <= longestName ? words : `${letters.slice(0, longestName).join('').trim()}…`;
}

export interface PasswordReviewView {
  readonly frame: Frame;
  readonly customer: string;
  readonly user: { readonly name: string; readonly upn: string; readonly isAdmin: boolean };
}

/** Whose password it is, and what is not done here, for a yes. */
export function passwordReviewCard(say: Say, { frame, customer, user }: PasswordReviewView): AdaptiveCard {
  return reviewCard(say, frame, {
    heading: say('password.review-heading'),
    body: [
      facts([
        [say('acting.customer'), customer],
        [say('password.user'), user.name],
        [say('password.upn'), user.upn],
      ]),
      ...(user.isAdmin ? [text(say('password.is-admin'))] : []),
      note(say('password.none-here')),
    ],
    confirm: say('password.confirm'),
    edits: [
      { title: say('password.change-user'), to: 'user' },
      { title: say('acting.other-customer'), to: 'customer' },
    ],
  });
}

export interface PasswordReceiptView {
  readonly requested: NewPasswordRequested;
  readonly handOff?: HandOff;
  readonly about?: TaskSubjects;
}

/** Written down, with the steps on Microsoft's own page. */
export function passwordReceiptCard(say: Say, { requested, handOff, about }: PasswordReceiptView): AdaptiveCard {
  const { customer, customerName, userName, upn, at, by, commandId } = requested;
  return card(say, {
    heading: say('password.receipt-heading'),
    body: [
      facts([
        [say('acting.customer'), customerName],
        [say('password.user'), userName],
        [say('password.upn'), upn],
      ]),
      ...(handOff === undefined
        ? [text(say('hand-off.book', say.instant(at), by)), note(say('password.superseded'))]
        : [...handOffLines(say, { at, by }, handOff), ...handOffSteps(say, handOff, commandId, about)]),
      note(say('password.none-here')),
    ],
    actions: actingWays(say, customer, 'request-new-password'),
  });
}
