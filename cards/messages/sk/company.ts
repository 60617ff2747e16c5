import type { Day } from '../../../domain/shared/dates.ts';
import type { Part } from '../catalogue.ts';
import type { company as english } from '../en/company.ts';
import { formatsOf } from '../locale.ts';

const { day } = formatsOf('sk');

export const company = {
  'company.title': 'Informácie o spoločnosti',
  'company.heading': 'Čo o vašej spoločnosti vidia klienti',
  'company.why': 'Tým sa končí každá karta, stránka aj oznámenie pre klienta. Kým to globálny správca nepotvrdí, klientom sa nič neposiela.',
  'company.confirmed-until': (until: Day) => `Potvrdené; platí do ${day(until)}.`,
  'company.not-confirmed': 'Zatiaľ nepotvrdené alebo potvrdené príliš dávno.',
  'company.name': 'Názov',
  'company.name-missing': 'Zadajte názov, najviac 100 znakov.',
  'company.phone': 'Telefón',
  'company.phone-wrong': 'Zadajte telefónne číslo, napríklad +421 555 010 010.',
  'company.email': 'E-mail',
  'company.email-wrong': 'Zadajte e-mailovú adresu, napríklad obchod@contoso.com.',
  'company.address': 'Adresa',
  'company.address-missing': 'Zadajte adresu, najviac 200 znakov.',
  'company.review-heading': 'Je to tak správne?',
  'company.exactly': 'Klienti uvidia presne toto:',
  'company.confirm': 'Je to správne',
  'company.change': 'Zmeniť',
  'company.receipt-heading': 'Informácie o spoločnosti sú potvrdené',
  'company.holds': (until: Day) => `Platia do ${day(until)}. Potom ich musí niekto znova potvrdiť, skôr než klientom niečo odíde.`,
  'company.nothing-changed': 'Nič sa nezmenilo.',
  'company.only-admin': 'Potvrdiť, čo o vašej spoločnosti vidia klienti, môže len jej globálny správca. Obráťte sa, prosím, naňho.',
} satisfies Part<typeof english>;
