import type { Purpose, RedeemProductKeys } from '../../../domain/product-keys/redemption.ts';
import { sealKey } from '../../../domain/product-keys/sealed-key.ts';
import { HandOffId, SubscriptionId, TermId } from '../../../domain/shared/ids.ts';
import { customerIdOf, customerUserIdOf } from '../../../domain/shared/record-ids.ts';
import type { At } from '../../conversation/flow.ts';
import { agreementOf } from './agreement.ts';
import { sumOf } from './answers.ts';
import type { Answers } from './answers.ts';

/** The one command of this conversation. Everything it creates has an id derived from the run, so that a repeat creates nothing new. */
export function redemptionOf(at: At<Answers>): RedeemProductKeys | undefined {
  const { keys, plan, people } = sumOf(at.answers);
  const purpose = purposeOf(at);
  if (plan === undefined || keys.length === 0 || purpose === undefined) return undefined;
  const newId = (what: string): string => at.secrets.deriveId(what, at.run);
  return {
    type: 'redeem-product-keys',
    commandId: at.run,
    partner: at.who.tenant,
    by: at.who.person,
    byName: at.who.name,
    language: at.say.language,
    keys: keys.map(({ key }) => ({ ...sealKey(at.secrets, key), seats: at.answers.cards?.seats ?? 1 })),
    plan,
    people,
    purpose,
    newIds: {
      subscription: SubscriptionId.parse(newId('subscription')),
      term: TermId.parse(newId('term')),
      handOff: HandOffId.parse(newId('hand-off')),
      agreement: newId('agreement'),
    },
  };
}

function purposeOf(at: At<Answers>): Purpose | undefined {
  const { purpose, subscription, country, organisation, admin, agreement } = at.answers;
  switch (purpose?.purpose) {
    case undefined:
      return undefined;
    case 'more-users':
      return subscription === undefined ? undefined : { kind: 'more-users', subscription: subscription.subscription };
    case 'renewal':
      return subscription === undefined ? undefined : { kind: 'renewal', ...subscription };
    case 'new-subscription': {
      if (country === undefined || organisation === undefined || admin === undefined || agreement === undefined) return undefined;
      const customer = customerIdOf(at.secrets, at.who.tenant, organisation.domain);
      return {
        kind: 'new-subscription',
        customer,
        ...country,
        ...organisation,
        admin: { id: customerUserIdOf(at.secrets, customer, admin.adminEmail), name: admin.adminName, email: admin.adminEmail },
        agreement,
        agreementVersion: agreementOf(at).version,
      };
    }
  }
}
