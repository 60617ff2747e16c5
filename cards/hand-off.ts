import type { HandOff, HandOffOf } from '../domain/customers/records.ts';
import type { Instant } from '../domain/shared/dates.ts';
import { adminCentreOf, checklistGuides, partnerCenter, productKeyForExistingSubscription, redeemAtMicrosoft } from '../domain/shared/guides.ts';
import type { Guide } from '../domain/shared/guides.ts';
import type { CommandId } from '../domain/shared/ids.ts';
import { execute } from './actions.ts';
import type { Action, Element, ExecuteAction } from './adaptive-card.ts';
import { buttons, firstOf, good, link, steps, subheading, text, warning } from './kit.ts';
import type { TextKey } from './messages/catalogue.ts';
import type { Say } from './messages/say.ts';
import { subjectsText } from './task-subjects.ts';
import type { TaskSubjects } from './task-subjects.ts';
import { adminCentreStep, userDetail, userSteps } from './user-task.ts';

/** The two honest lines of every receipt: what our book holds, and what stands at Microsoft. */
export function handOffLines(
  say: Say,
  recorded: { readonly at: Instant; readonly by: string },
  handOff: Pick<HandOff, 'ownerName' | 'confirmed'>,
): readonly Element[] {
  const { confirmed, ownerName } = handOff;
  return [
    text(say('hand-off.book', say.instant(recorded.at), recorded.by)),
    confirmed === undefined ? warning([say('hand-off.to-do', ownerName)]) : good([say('hand-off.confirmed', confirmed.name, say.instant(confirmed.at))]),
  ];
}

/** How a person finishes it at Microsoft, with the buttons for it right below; nothing once it is confirmed. */
export function handOffSteps(say: Say, handOff: HandOff, run?: CommandId, about?: TaskSubjects): readonly Element[] {
  if (handOff.confirmed !== undefined) return [];
  return [subheading(say('hand-off.steps')), steps(handOffStepLines(say, handOff, about)), buttons(handOffButtons(say, handOff, about, run))];
}

/** Microsoft's page for it, and "it is done there" in the words of its kind. With a run the answer is that conversation's receipt, from a customer's card it is theirs. */
export function handOffButtons(say: Say, handOff: HandOff, about?: TaskSubjects, run?: CommandId, from?: 'customer'): readonly [link: Action, done: Action] {
  const asked = { ...(run === undefined ? {} : { run }), ...(from === undefined ? {} : { from }) };
  const done = execute(say(confirmWords[handOff.what]), { verb: 'confirm-hand-off', handOff: handOff.id, ...asked });
  const main: ExecuteAction = run === undefined ? done : { ...done, style: 'positive' };
  return [link(say('hand-off.link'), handOffGuide(handOff, about).link), main];
}

const confirmWords: Readonly<Record<HandOff['what'], TextKey>> = {
  'redeem-keys': 'hand-off.confirm',
  'attach-partner-of-record': 'hand-off.confirm-partner',
  'set-up-accepted-offer': 'hand-off.confirm-set-up',
  'request-delegated-admin': 'hand-off.confirm-delegation',
  'end-delegated-admin': 'hand-off.confirm-end',
  'change-subscription': 'hand-off.confirm-change',
  'new-password': 'hand-off.confirm-password',
  'customer-user': 'hand-off.confirm-user',
  'move-to-direct': 'hand-off.confirm-direct',
};

/** What is to be done, for whom. */
export function handOffTitle(say: Say, handOff: HandOff, customer: string): string {
  switch (handOff.what) {
    case 'redeem-keys':
      return say('to-do.redeem-keys', customer);
    case 'attach-partner-of-record':
      return say('to-do.attach-partner', customer);
    case 'set-up-accepted-offer':
      return say(handOff.of === 'trial' ? 'to-do.set-up-trial' : 'to-do.set-up-purchase', customer);
    case 'request-delegated-admin':
      return say('to-do.request-delegation', customer);
    case 'end-delegated-admin':
      return say('to-do.end-delegation', customer);
    case 'change-subscription':
      return say('to-do.change-subscription', customer);
    case 'new-password':
      return say('to-do.new-password', customer);
    case 'customer-user':
      return say(handOff.isNew ? 'to-do.new-user' : 'to-do.change-user', customer);
    case 'move-to-direct':
      return say('to-do.move-to-direct', customer);
  }
}

/** What tells it from others of its kind. */
export function handOffDetail(say: Say, handOff: HandOff, about?: TaskSubjects): string | undefined {
  const parts = [subjectsText(say, about), taskDetail(say, handOff)].filter((each) => each !== undefined);
  return parts.length === 0 ? undefined : parts.join(' · ');
}

function taskDetail(say: Say, handOff: HandOff): string | undefined {
  switch (handOff.what) {
    case 'redeem-keys':
      return say('to-do.keys', firstOf(say, handOff.keyEndings, mostEndings));
    case 'attach-partner-of-record':
      return say('to-do.partner-id', handOff.partnerId);
    case 'set-up-accepted-offer':
    case 'request-delegated-admin':
    case 'end-delegated-admin':
      return undefined;
    case 'change-subscription':
      return changeDetail(say, handOff);
    case 'new-password':
      return say('to-do.user', handOff.upn);
    case 'customer-user':
      return userDetail(say, handOff);
    case 'move-to-direct':
      return say('to-do.licences', handOff.seats);
  }
}

const mostEndings = 6;

function changeDetail(say: Say, { change, before, after }: HandOffOf<'change-subscription'>): string {
  switch (change) {
    case 'seats':
      return say('to-do.seats', before, after);
    case 'auto-renewal':
      return say('to-do.auto-renewal', switched(say, before), switched(say, after));
    case 'cancel':
      return say('to-do.cancel');
  }
}

/** `on` and `off` as the book writes them, in words. */
export function switched(say: Say, state: string): string {
  return say(state === 'on' ? 'acting.on' : 'acting.off');
}

/** One step after the other, in our words. */
export function handOffStepLines(say: Say, handOff: HandOff, about?: TaskSubjects): readonly string[] {
  const which = subjectsText(say, about);
  switch (handOff.what) {
    case 'redeem-keys':
      return [say('hand-off.step-open'), say('hand-off.step-type', say.list(handOff.keyEndings)), say('hand-off.step-confirm')];
    case 'attach-partner-of-record':
      return partnerSteps(say, handOff, which);
    case 'set-up-accepted-offer':
      return [say('hand-off.step-customer'), say(handOff.of === 'trial' ? 'hand-off.step-trial' : 'hand-off.step-order'), say('hand-off.step-active')];
    case 'request-delegated-admin':
      return [
        say(handOff.form === 'gdap' ? 'hand-off.step-request' : 'hand-off.step-request-classic'),
        say('hand-off.step-approve'),
        ...(handOff.form === 'gdap' ? [say('hand-off.step-assign')] : []),
        say('hand-off.step-relationship'),
      ];
    case 'end-delegated-admin':
      return [say('hand-off.step-end'), say('hand-off.step-ended')];
    case 'change-subscription':
      return [
        which === undefined ? say('hand-off.step-subscription') : say('hand-off.step-subscription-of', which),
        changeStep(say, handOff),
        say('hand-off.step-changed'),
      ];
    case 'new-password':
      return [adminCentreStep(say, about), say('hand-off.step-password', handOff.upn), say('hand-off.step-tell')];
    case 'customer-user':
      return userSteps(say, handOff, about);
    case 'move-to-direct':
      return [say('hand-off.step-direct-buy', handOff.seats), say('hand-off.step-direct-assign'), say('hand-off.step-direct-active')];
  }
}

function changeStep(say: Say, { change, after }: HandOffOf<'change-subscription'>): string {
  switch (change) {
    case 'seats':
      return say('hand-off.step-seats', after);
    case 'auto-renewal':
      return say('hand-off.step-renewal', switched(say, after));
    case 'cancel':
      return say('hand-off.step-cancel');
  }
}

function partnerSteps(say: Say, { partnerId, subscriptions, replaces }: HandOffOf<'attach-partner-of-record'>, which: string | undefined): readonly string[] {
  return [
    which === undefined ? say('hand-off.step-details') : say('hand-off.step-details-of', which),
    ...(replaces ? [say('hand-off.step-remove')] : []),
    say('hand-off.step-add', partnerId, subscriptions.length),
    say('hand-off.step-provider'),
    say('hand-off.step-shown'),
  ];
}

/** Microsoft's page for it. */
function handOffGuide(handOff: HandOff, about: TaskSubjects | undefined): Guide {
  switch (handOff.what) {
    case 'redeem-keys':
      return handOff.purpose === 'new-subscription' ? redeemAtMicrosoft : productKeyForExistingSubscription;
    case 'attach-partner-of-record':
      return checklistGuides['partner-of-record'];
    case 'set-up-accepted-offer':
    case 'request-delegated-admin':
    case 'end-delegated-admin':
    case 'change-subscription':
      return partnerCenter;
    case 'new-password':
    case 'customer-user':
    case 'move-to-direct':
      return adminCentreOf(about?.tenant);
  }
}
