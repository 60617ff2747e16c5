import type { Day } from '../../../domain/shared/dates.ts';
import type { Part } from '../catalogue.ts';
import type { company as english } from '../en/company.ts';
import { formatsOf } from '../locale.ts';

const { day } = formatsOf('cs');

export const company = {
  'company.title': 'Informace o společnosti',
  'company.heading': 'Co o vaší společnosti vidí zákazníci',
  'company.why': 'Tím končí každá karta, stránka i oznámení pro zákazníka. Dokud to globální správce nepotvrdí, zákazníkům se nic neposílá.',
  'company.confirmed-until': (until: Day) => `Potvrzeno; platí do ${day(until)}.`,
  'company.not-confirmed': 'Zatím nepotvrzeno, nebo potvrzeno příliš dávno.',
  'company.name': 'Název',
  'company.name-missing': 'Zadejte název, nejvýše 100 znaků.',
  'company.phone': 'Telefon',
  'company.phone-wrong': 'Zadejte telefonní číslo, například +420 555 010 010.',
  'company.email': 'E-mail',
  'company.email-wrong': 'Zadejte e-mailovou adresu, například obchod@contoso.com.',
  'company.address': 'Adresa',
  'company.address-missing': 'Zadejte adresu, nejvýše 200 znaků.',
  'company.review-heading': 'Je to tak správně?',
  'company.exactly': 'Zákazníci uvidí přesně toto:',
  'company.confirm': 'Je to správně',
  'company.change': 'Změnit',
  'company.receipt-heading': 'Informace o společnosti jsou potvrzeny',
  'company.holds': (until: Day) => `Platí do ${day(until)}. Potom je musí někdo znovu potvrdit, než zákazníkům něco odejde.`,
  'company.nothing-changed': 'Nic se nezměnilo.',
  'company.only-admin': 'Potvrdit, co o vaší společnosti vidí zákazníci, může jen její globální správce. Obraťte se prosím na něj.',
} satisfies Part<typeof english>;
