import type { HandOffOf } from '../domain/customers/records.ts';
import type { PlanId } from '../domain/shared/plans.ts';
import { plans } from '../domain/shared/plans.ts';
import type { Say } from './messages/say.ts';
import type { TaskSubjects } from './task-subjects.ts';

type UserTask = HandOffOf<'customer-user'>;

/** Whom it is about, and what is another: licence and role. */
export function userDetail(say: Say, { upn, before, after }: UserTask): string {
  const licence = before.plan === after.plan ? [] : [say('to-do.user-licence', planName(say, before.plan), planName(say, after.plan))];
  const admin = before.isAdmin === after.isAdmin ? [] : [say('turned.admin', yesNo(say, before.isAdmin), yesNo(say, after.isAdmin))];
  return [say('to-do.user', upn), ...licence, ...admin].join(' · ');
}

/** Account, licence and role of a person, in the customer's own admin centre. */
export function userSteps(say: Say, { upn, userName, isNew, before, after }: UserTask, about: TaskSubjects | undefined): readonly string[] {
  const isAnother = before.plan !== after.plan;
  return [
    adminCentreStep(say, about),
    isNew ? say('hand-off.step-user-create', userName, upn) : say('hand-off.step-user-open', upn),
    ...(isAnother && before.plan !== undefined ? [say('hand-off.step-user-take', plans[before.plan].name)] : []),
    ...(isAnother && after.plan !== undefined ? [say('hand-off.step-user-assign', plans[after.plan].name)] : []),
    ...(before.isAdmin === after.isAdmin ? [] : [say(after.isAdmin ? 'hand-off.step-user-admin' : 'hand-off.step-user-no-admin')]),
    say('hand-off.step-user-done'),
  ];
}

/** Where the customer's admin centre is found. */
export function adminCentreStep(say: Say, about: TaskSubjects | undefined): string {
  return say(about?.tenant === undefined ? 'hand-off.step-admin-centre' : 'hand-off.step-admin-centre-link');
}

function planName(say: Say, plan: PlanId | undefined): string {
  return plan === undefined ? say('customers.no-licence') : plans[plan].name;
}

function yesNo(say: Say, is: boolean): string {
  return say(is ? 'keep-user.yes' : 'keep-user.no');
}
