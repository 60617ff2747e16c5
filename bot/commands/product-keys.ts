import { decideRedemption } from '../../domain/product-keys/redeem.ts';
import type { RedeemProductKeys, RedemptionState } from '../../domain/product-keys/redemption.ts';
import { Redeemed } from '../../domain/product-keys/redemption.ts';
import type { Handler } from './handler.ts';
import { handler } from './handler.ts';
import type { Reading } from './reading.ts';

export const redeemProductKeys: Handler<'redeem-product-keys'> = handler({ outcome: Redeemed, load: loadRedemption, decide: decideRedemption });

async function loadRedemption(command: RedeemProductKeys, reading: Reading): Promise<RedemptionState> {
  const [partner, user, keys, about] = await Promise.all([
    reading.read('partner', command.partner),
    reading.read('partner-user', command.by),
    Promise.all(command.keys.map((key) => reading.read('product-key', key.fingerprint))),
    loadPurpose(command.purpose, reading),
  ]);
  return { partner, user, keys, ...about };
}

async function loadPurpose(
  purpose: RedeemProductKeys['purpose'],
  reading: Reading,
): Promise<Pick<RedemptionState, 'customer' | 'subscription' | 'admin' | 'adminLicence'>> {
  if (purpose.kind === 'new-subscription') {
    const customer = await reading.read('customer', purpose.customer);
    const admin = await reading.read('customer-user', purpose.admin.id);
    const adminLicence = admin?.licensedIn === undefined ? undefined : await reading.read('subscription', admin.licensedIn);
    return { customer, subscription: undefined, admin, ...(adminLicence === undefined ? {} : { adminLicence }) };
  }
  const subscription = await reading.read('subscription', purpose.subscription);
  const customer = subscription === undefined ? undefined : await reading.read('customer', subscription.customer);
  return { customer, subscription, admin: undefined };
}
