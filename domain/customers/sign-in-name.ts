/** Guests of a directory are named so there: `karel_contoso.cz#EXT#@fabrikam.onmicrosoft.com`. */
const guestMark = /#ext#/i;

/** Is this the name of somebody who belongs to another directory? It proves nothing in this one. */
export function isGuestName(signInName: string): boolean {
  return guestMark.test(signInName);
}

/** The domain with which somebody signs in, in small letters; undefined for guests, whose name ends in the domain of their host. */
export function domainOfSignIn(signInName: string | undefined): string | undefined {
  if (signInName === undefined || isGuestName(signInName) || !signInName.includes('@')) return undefined;
  return signInName.split('@').at(-1)?.toLowerCase();
}
