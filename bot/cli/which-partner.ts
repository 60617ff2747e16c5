import { TenantId } from '../../domain/shared/ids.ts';

/** The partner an operator means: the one named, or the only one there is. Otherwise what to say. */
export function whichPartner(named: string | undefined, partners: readonly TenantId[]): TenantId | { readonly problem: string } {
  if (named === undefined)
    return partners.length === 1 && partners[0] !== undefined ? partners[0] : { problem: `Say which partner is meant: ${choices(partners)}` };
  const found = TenantId.safeParse(named.trim()).data;
  return found !== undefined && partners.includes(found)
    ? found
    : { problem: `No partner of this installation has the tenant "${named}". ${choices(partners)}` };
}

function choices(partners: readonly TenantId[]): string {
  return partners.length === 0 ? 'PARTNER_TENANTS names none.' : partners.map((partner) => `--partner ${partner}`).join(' or ');
}
