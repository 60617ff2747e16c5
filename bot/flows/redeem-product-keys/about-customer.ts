import type { About } from '../../../cards/actions.ts';
import type { Customer } from '../../../domain/customers/records.ts';
import { isServiceAvailable } from '../../../domain/shared/countries.ts';
import type { At } from '../../conversation/flow.ts';
import { adminsOf } from '../../conversation/customers/known-users.ts';
import { ownCustomer } from '../../conversation/steps/choose-customer.ts';
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

async function adminOf({ book }: At<Answers>, { id, contact }: Customer): Promise<Answers['admin'] | undefined> {
  const [admin] = await adminsOf(book, id);
  if (admin !== undefined) return { adminName: admin.value.name, adminEmail: admin.value.upn };
  return contact === undefined ? undefined : { adminName: contact.name, adminEmail: contact.email };
}
