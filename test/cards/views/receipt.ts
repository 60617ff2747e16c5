import { redeemReceiptCard } from '../../../cards/redeem-receipt.card.ts';
import type { RedeemReceiptView } from '../../../cards/redeem-receipt.card.ts';
import { Day } from '../../../domain/shared/dates.ts';
import { aHandOff, contoso, petr } from '../../support/builders.ts';
import { endlessWord, endsOn, handOff, longEmail, longName, markdown, recordedAt, run, subscription, today } from './people.ts';
import type { Views } from './view-table.ts';

const confirmed: RedeemReceiptView['handOff']['confirmed'] = { person: petr().person, name: 'Petr Svoboda', at: recordedAt };

const redeemed: RedeemReceiptView['redeemed'] = {
  kind: 'redeemed',
  commandId: run,
  purpose: 'new-subscription',
  customer: contoso().id,
  customerName: 'Contoso',
  customerWasKnown: false,
  subscription,
  handOff,
  plan: 'business-standard',
  seats: 3,
  people: 3,
  keyEndings: ['K7M2P', 'QX4TN', 'B8S50'],
  unverifiedKeys: 0,
  startsOn: today,
  endsOn,
  admin: { name: 'Alena Malá', email: 'alena@contoso.cz' },
  recordedAt,
  by: 'Jana Nováková',
};
const open = aHandOff({ id: handOff, keyEndings: redeemed.keyEndings });
const hundredEndings = Array.from({ length: 100 }, (_each, index) => `${String(index).padStart(3, '0')}QX`);
const { admin: _, ...ofExisting } = redeemed;

/** The receipt of a redemption: at first, once Microsoft has the keys, and with everything there is to say. */
export const receiptViews = {
  redeemReceiptCard: {
    'new subscription': (say) => redeemReceiptCard(say, { redeemed, handOff: open, hasChecklist: true, lacksPartner: true, today }),
    confirmed: (say) => redeemReceiptCard(say, { redeemed, handOff: { ...open, confirmed }, hasChecklist: true, lacksPartner: true, today }),
    'more users': (say) =>
      redeemReceiptCard(say, {
        redeemed: { ...ofExisting, purpose: 'more-users' },
        handOff: { ...open, purpose: 'more-users' },
        hasChecklist: false,
        lacksPartner: false,
        today,
      }),
    'renewal of some': (say) =>
      redeemReceiptCard(say, {
        redeemed: { ...ofExisting, purpose: 'renewal', people: 5, seatsEnding: { seats: 2, endsOn: Day.parse('2026-03-10') }, unverifiedKeys: 1 },
        handOff: { ...open, purpose: 'renewal' },
        hasChecklist: false,
        lacksPartner: false,
        today,
      }),
    'a hundred keys, everything to say': (say) =>
      redeemReceiptCard(say, {
        redeemed: {
          ...redeemed,
          purpose: 'renewal',
          customerName: markdown,
          plan: 'midsize-business',
          seats: 100,
          people: 300,
          keyEndings: hundredEndings,
          unverifiedKeys: 100,
          seatsEnding: { seats: 21, endsOn: Day.parse('2026-02-10') },
          admin: { name: longName, email: longEmail },
          by: endlessWord,
        },
        handOff: { ...open, ownerName: longName, purpose: 'renewal', keyEndings: hundredEndings },
        hasChecklist: true,
        lacksPartner: true,
        today,
      }),
  },
} as const satisfies Views;
