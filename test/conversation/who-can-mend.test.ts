import { aPartner, eva, jana, petr } from '../support/builders.ts';
import { partnerRecord, userRecord } from '../support/book.ts';
import { bookedContoso, customerRecord, karelRecord } from '../support/transcript-book.ts';
import { clicks, offers, offersNot, shows, transcript } from '../support/transcript.ts';

const people = [jana(), petr(), eva()].map(userRecord);
const customers = [customerRecord(bookedContoso()), karelRecord()];
const book = [partnerRecord(aPartner()), ...people, ...customers];
const { standing, ...company } = aPartner();
const unauthorised = partnerRecord({ ...company, standing: { ...standing, authorisedForDelegation: false, authorisedServiceProvider: false } });
const boss = { ...petr(), supportedCompanies: 'none' as const };

describe('who lacks a right', () => {
  for (const words of ['company information', 'standing', 'add colleague', 'correct e-mail']) {
    transcript(`in the own company reads who can give it, by name: ${words}`, { as: jana(), book }, (say) => [
      [words, shows(say('conversation.not-allowed-heading'), say('rights.who-can', petr().name)), offersNot(say('rights.ask'))],
    ]);
  }

  transcript('for customers reads it, too, beside the button that asks', { as: jana(), book }, (say) => [
    ['change subscription', shows(say('conversation.not-allowed-heading'), say('rights.who-can', petr().name)), offers(say('rights.ask'))],
  ]);

  transcript(
    'and gives rights themselves is not sent to ask: the way leads to their own rights',
    { as: boss, book: [...book, userRecord(boss)].filter(latest) },
    (say) => [
      [
        say('intent.change-subscription'),
        shows(say('conversation.not-allowed-heading'), say('rights.yours-to-give')),
        offers(say('rights.change-own')),
        offersNot(say('rights.ask')),
      ],
      [clicks(say('rights.change-own')), shows(say('people.rights-heading'), boss.name)],
      ['rights', shows(say('rights.heading'), say('rights.yours-to-give')), offers(say('rights.change-own')), offersNot(say('rights.task-product-keys'))],
    ],
  );
});

/** The later of two records with one id. */
function latest<T extends { readonly id: string }>(put: T, index: number, all: readonly T[]): boolean {
  return all.findLastIndex(({ id }) => id === put.id) === index;
}

describe('a company that is not authorised to act for customers', () => {
  transcript(
    'shows a helpdesk agent who can enter it, and no button that would refuse',
    { as: jana(), book: [unauthorised, ...people, ...customers] },
    (say) => [
      [
        'service request',
        shows(say('conversation.not-allowed-heading'), say('acting.company-not-authorised'), say('rights.who-can', petr().name)),
        offersNot(say('intent.keep-standing')),
      ],
      ['find contoso', shows(say('customers.card-heading'))],
      [clicks(say('customers.all-acting')), shows(say('customers.part-acting'), say('rights.who-can', petr().name)), offersNot(say('intent.keep-standing'))],
    ],
  );

  transcript('lets a global admin enter it', { as: petr(), book: [unauthorised, ...people, ...customers] }, (say) => [
    ['service request', shows(say('conversation.not-allowed-heading')), offers(say('intent.keep-standing'))],
    [clicks(say('intent.keep-standing')), shows(say('standing.heading'))],
  ]);

  transcript('whose information is not confirmed sends nobody to a card that refuses', { as: { ...jana(), supportedCompanies: 'full' }, book }, (say) => [
    [
      'trial',
      shows(say('conversation.not-allowed-heading'), say('offer.company-not-confirmed'), say('rights.who-can', petr().name)),
      offersNot(say('intent.confirm-company-information')),
    ],
  ]);
});
