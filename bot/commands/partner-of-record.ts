import { decideAttach } from '../../domain/partner-of-record/attach.ts';
import { PartnerOfRecordAttached } from '../../domain/partner-of-record/commands.ts';
import { decideImportKnownPartner } from '../../domain/partner-of-record/import-known-partner.ts';
import { knownPartnerId } from '../../domain/partner-of-record/records.ts';
import { Imported } from '../../domain/shared/import.ts';
import type { Handler } from './handler.ts';
import { handler } from './handler.ts';

export const attachPartnerOfRecord: Handler<'attach-partner-of-record'> = handler({
  outcome: PartnerOfRecordAttached,
  load: async (command, reading) => ({
    partner: await reading.read('partner', command.partner),
    user: await reading.read('partner-user', command.by),
    customer: await reading.read('customer', command.customer),
    subscriptions: await Promise.all(command.subscriptions.map((id) => reading.read('subscription', id))),
    known: await reading.read('known-partner', knownPartnerId(command.partner, command.partnerId)),
    // Whoever opens another hand-off for one of these subscriptions writes the subscription, too: reading that guards the list.
    handOffs: await reading.list('hand-offs-of-customer', { key: command.customer }),
  }),
  decide: decideAttach,
});

export const importKnownPartner: Handler<'import-known-partner'> = handler({
  outcome: Imported,
  keepOutcomeForMs: 60_000,
  load: async (command, reading) => ({ known: await reading.read('known-partner', knownPartnerId(command.partner, command.known.partnerId)) }),
  decide: decideImportKnownPartner,
});
