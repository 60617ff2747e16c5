import type { SubscriptionId } from '../domain/shared/ids.ts';
import type { PlanId } from '../domain/shared/plans.ts';
import { plans } from '../domain/shared/plans.ts';
import type { AdaptiveCard, Element } from './adaptive-card.ts';
import { field, formCard, reviewCard } from './form.ts';
import type { Frame } from './form.ts';
import { facts, note, plain } from './kit.ts';
import type { Say } from './messages/say.ts';

/** Stands for "no licence" in the choice of a licence. No subscription has this id. */
export const noLicence = '-';

export interface KeepCustomerUserFormView {
  readonly frame: Frame;
  readonly customer: string;
  readonly values: Readonly<Record<string, string | undefined>>;
  /** The sign-in name of somebody who is there already: it stays. */
  readonly upn?: string;
  readonly licences: readonly { readonly id: SubscriptionId; readonly plan: PlanId; readonly free: number }[];
}

/** Who it is, whether they are an administrator, and what they hold. */
export function keepCustomerUserFormCard(say: Say, { frame, customer, values, upn, licences }: KeepCustomerUserFormView): AdaptiveCard {
  const valueOf = (id: string) => (values[id] === undefined ? {} : { value: values[id] });
  return formCard(say, frame, {
    heading: say('keep-user.heading'),
    body: [
      facts([[say('redeem.customer'), customer], ...(upn === undefined ? [] : [[say('keep-user.upn'), upn] as const])]),
      ...field(say, frame, { type: 'Input.Text', id: 'name', label: say('keep-user.name'), maxLength: 100, ...valueOf('name') }),
      ...(upn === undefined
        ? field(say, frame, { type: 'Input.Text', id: 'upn', label: say('keep-user.upn'), style: 'Email', maxLength: 254, ...valueOf('upn') })
        : [note(say('keep-user.upn-stays'))]),
      ...field(say, frame, {
        type: 'Input.Toggle',
        id: 'isAdmin',
        label: say('keep-user.is-admin'),
        title: say('keep-user.is-admin'),
        value: values['isAdmin'] === 'true' ? 'true' : 'false',
        wrap: true,
      }),
      ...licence(say, frame, licences, values['licence']),
    ],
    submit: say('form.next'),
  });
}

function licence(say: Say, frame: Frame, licences: KeepCustomerUserFormView['licences'], chosen: string | undefined): readonly Element[] {
  return field(say, frame, {
    type: 'Input.ChoiceSet',
    id: 'licence',
    label: say('keep-user.licence'),
    style: 'compact',
    value: licences.some(({ id }) => id === chosen) ? (chosen ?? noLicence) : noLicence,
    choices: [
      { title: say('customers.no-licence'), value: noLicence },
      ...licences.map(({ id, plan, free }) => ({ title: plain(say('keep-user.licence-free', plans[plan].name, free)), value: id })),
    ],
  });
}

export interface KeepCustomerUserReviewView {
  readonly frame: Frame;
  readonly customer: string;
  readonly name: string;
  readonly upn: string;
  readonly isAdmin: boolean;
  readonly plan?: PlanId;
}

/** Who is entered with what, for a yes. */
export function keepCustomerUserReviewCard(say: Say, view: KeepCustomerUserReviewView): AdaptiveCard {
  return reviewCard(say, view.frame, {
    heading: say('keep-user.review-heading'),
    body: [
      facts([
        [say('redeem.customer'), view.customer],
        [say('keep-user.name'), view.name],
        [say('keep-user.upn'), view.upn],
        [say('keep-user.is-admin'), say(view.isAdmin ? 'keep-user.yes' : 'keep-user.no')],
        [say('keep-user.licence'), view.plan === undefined ? say('customers.no-licence') : plans[view.plan].name],
      ]),
      note(say('edit-customer.in-book')),
    ],
    confirm: say('keep-user.confirm'),
    edits: [{ title: say('edit-customer.change'), to: 'entry' }],
  });
}
