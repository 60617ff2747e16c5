import { firstOf } from './kit.ts';
import type { Say } from './messages/say.ts';

/** What speaks against somebody being who they say they are; shown to the partner, who decides. */
export interface Doubt {
  /** Their sign-in name or e-mail, where it is of another domain than the organisation's. */
  readonly otherDomain?: { readonly address: string; readonly domain: string };
  /** They are signed in to another directory than the one the book has for this customer. */
  readonly otherDirectory: boolean;
  /** The admins whom the book has for this customer, by name; absent: the book does not know the customer. */
  readonly admins?: readonly string[];
}

const mostNamed = 3;

/** The doubt in words, and whom the partner could ask instead. */
export function doubtLines(say: Say, { otherDomain, otherDirectory, admins }: Doubt): readonly string[] {
  return [
    ...(otherDomain === undefined ? [] : [say('offers.other-domain', otherDomain.address, otherDomain.domain)]),
    ...(otherDirectory ? [say('offers.other-directory')] : []),
    ...(admins === undefined ? [] : [admins.length === 0 ? say('offers.no-known-admin') : say('offers.known-admins', firstOf(say, admins, mostNamed))]),
  ];
}
