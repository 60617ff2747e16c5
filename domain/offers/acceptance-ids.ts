import { HandOffId, RelationshipId, SubscriptionId, TermId } from '../shared/ids.ts';
import type { CustomerId } from '../shared/ids.ts';
import type { Secrets } from '../shared/ports.ts';
import { customerUserIdOf } from '../shared/record-ids.ts';
import type { AcceptanceIds } from './commands.ts';
import type { Offer, OfferContent } from './records.ts';

/** The ids of what this customer creates by accepting: the same for whoever answers, and however often. */
export function acceptanceIdsOf(
  secrets: Pick<Secrets, 'deriveId'>,
  offer: Pick<Offer, 'id' | 'content'>,
  customer: CustomerId,
  answererUpnOrEmail: string,
): AcceptanceIds {
  const derived = (what: string, ...more: readonly string[]): string => secrets.deriveId(`accepted-${what}`, offer.id, customer, ...more);
  return {
    subscriptions: Array.from({ length: lineCount(offer.content) }, (_, line) => ({
      subscription: SubscriptionId.parse(derived('subscription', String(line))),
      term: TermId.parse(derived('term', String(line))),
      agreement: derived('agreement', String(line)),
    })),
    relationship: RelationshipId.parse(derived('relationship')),
    setUp: HandOffId.parse(derived('set-up')),
    delegation: HandOffId.parse(derived('delegation')),
    adminUser: customerUserIdOf(secrets, customer, answererUpnOrEmail),
  };
}

function lineCount(content: OfferContent): number {
  switch (content.kind) {
    case 'trial':
      return 1;
    case 'purchase':
      return content.lines.length;
    case 'delegated-admin':
      return 0;
  }
}
