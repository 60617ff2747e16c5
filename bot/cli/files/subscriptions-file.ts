import { z } from 'zod';
import { SubscriptionState } from '../../../domain/customers/import-subscription.ts';
import { TermLength } from '../../../domain/shared/dates.ts';
import { CommandId, SubscriptionId, TermId } from '../../../domain/shared/ids.ts';
import { Channel } from '../../../domain/shared/plans.ts';
import { customerIdOf, subscriptionIdOf } from '../../../domain/shared/record-ids.ts';
import { boolean, day, domain, oneOf, optional, ownPartnerOfRecord, plan, reference, required, seats } from './cell.ts';
import type { ImportFile } from './import-file.ts';
import { readRow } from './import-file.ts';
import { linesSoFar } from './lines-so-far.ts';

const Line = z.object({
  customerDomain: required(...domain),
  subscriptionId: required(...reference),
  plan: required(...plan),
  channel: required(...oneOf(Channel.options)),
  seats: required(...seats),
  startsOn: required(...day),
  endsOn: required(...day),
  autoRenews: optional(...boolean),
  term: required(...oneOf(TermLength.options)),
  partnerOfRecord: ownPartnerOfRecord,
  /** Whether Microsoft has it suspended. */
  status: optional(...oneOf(SubscriptionState.options)),
});

/** The customers' subscriptions. Several lines with one id are several terms of it, told apart by their first day. */
export const subscriptionsFile: ImportFile = {
  name: 'subscriptions.csv',
  required: ['customerDomain', 'subscriptionId', 'plan', 'channel', 'seats', 'startsOn', 'endsOn', 'term'],
  columns: Object.keys(Line.shape),
  begin: ({ partner, secrets, newId }) => {
    const earlierLineOf = linesSoFar();
    return (row) =>
      readRow(Line, row, ({ customerDomain, subscriptionId, seats, startsOn, endsOn, term: length, ...subscription }) => {
        const id = subscriptionIdOf(secrets, partner, subscriptionId);
        const earlierLine = earlierLineOf(id, startsOn);
        const command = {
          type: 'import-subscription',
          partner,
          customer: { id: customerIdOf(secrets, partner, customerDomain), domain: customerDomain },
          id,
          reference: SubscriptionId.parse(subscriptionId),
          term: { id: TermId.parse(secrets.deriveId('term', id, startsOn)), seats, startsOn, endsOn, length },
          earlierLine,
          subscription,
        } as const;
        return { kind: 'ready', lane: id, carryOut: (execute) => execute({ ...command, commandId: CommandId.parse(newId()) }) };
      });
  },
};
