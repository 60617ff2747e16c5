import type { About } from '../../../cards/actions.ts';
import type { Whom } from '../../../cards/form.ts';
import type { Customer } from '../../../domain/customers/records.ts';
import { renewableTerms } from '../../../domain/renewals/terms.ts';
import { dayOf } from '../../../domain/shared/dates.ts';
import { isServiceAvailable } from '../../../domain/shared/countries.ts';
import type { At } from '../../conversation/flow.ts';
import { adminsOf } from '../../conversation/customers/known-users.ts';
import { ownCustomer } from '../../conversation/steps/choose-customer.ts';
import { isNew } from './answers.ts';
import type { Answers } from './answers.ts';

/** Begun from a customer's card: country, organisation and admin are filled in, and stand on the review with everything else. From a renewal's, what is renewed, too. */
export async function aboutCustomer(about: About, at: At<Answers>): Promise<Partial<Answers>> {
  return { ...(await known(about, at)), ...(await renewed(about, at)) };
}

/** What is renewed, for how many; it can be chosen otherwise. Nothing of what is not the partner's own, or cannot be renewed any more. */
async function renewed({ subscription: id }: About, { book, who, now }: At<Answers>): Promise<Partial<Answers>> {
  const subscription = id === undefined ? undefined : (await book.read('subscription', id))?.value;
  const [term] = subscription?.partner === who.tenant && subscription.channel === 'key' ? renewableTerms(subscription, dayOf(now)) : [];
  if (subscription === undefined || term === undefined) return {};
  return {
    renews: subscription.plan,
    purpose: { purpose: 'renewal', people: term.seats },
    subscription: { subscription: subscription.id, term: term.id },
  };
}

async function known({ customer: id }: About, at: At<Answers>): Promise<Partial<Answers>> {
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
