import type { About } from '../../../cards/actions.ts';
import type { Whom } from '../../../cards/form.ts';
import type { Customer } from '../../../domain/customers/records.ts';
import { isServiceAvailable } from '../../../domain/shared/countries.ts';
import type { At } from '../../conversation/flow.ts';
import { adminsOf } from '../../conversation/customers/known-users.ts';
import { ownCustomer } from '../../conversation/steps/choose-customer.ts';
import { isNew } from './answers.ts';
import type { Answers } from './answers.ts';

/** Begun from a customer's card: country, organisation and admin are filled in, and stand on the review with everything else. */
export async function aboutCustomer({ customer: id }: About, at: At<Answers>): Promise<Partial<Answers>> {
  const own = id === undefined ? undefined : await ownCustomer(at, id);
  if (own === undefined) return {};
  const admin = await adminOf(at, own);
  return {
    customer: own.id,
    organisation: { organisation: own.name, domain: own.domain },
    ...(isServiceAvailable(own.country) ? { country: { country: own.country } } : {}),
    ...(admin === undefined ? {} : { admin }),
  };
}

/** Who gets what the keys are worth: the organisation that was entered, or the customer of the subscription that was chosen. */
export async function redeemedFor(at: At<Answers>): Promise<Whom | undefined> {
  const name = await nameOf(at);
  return name === undefined ? undefined : [at.say('acting.customer'), name];
}

async function nameOf(at: At<Answers>): Promise<string | undefined> {
  const { purpose, organisation, subscription, customer } = at.answers;
  if (purpose === undefined || isNew(at.answers)) return organisation?.organisation;
  const stored = subscription === undefined ? undefined : (await at.book.read('subscription', subscription.subscription))?.value;
  const id = stored?.customer ?? customer;
  return id === undefined ? undefined : (await ownCustomer(at, id))?.name;
}

async function adminOf({ book }: At<Answers>, { id, contact }: Customer): Promise<Answers['admin'] | undefined> {
  const [admin] = await adminsOf(book, id);
  if (admin !== undefined) return { adminName: admin.value.name, adminEmail: admin.value.upn };
  return contact === undefined ? undefined : { adminName: contact.name, adminEmail: contact.email };
}
