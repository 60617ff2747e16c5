import type { Day } from '../../../domain/shared/dates.ts';
import type { Part } from '../catalogue.ts';
import type { acting as english } from '../en/acting.ts';
import { formatsOf } from '../locale.ts';

const { day } = formatsOf('sk');

export const acting = {
  'acting.company-not-authorised':
    'V evidencii nie je uvedené, že vaša spoločnosť má oprávnenie na delegovanú správu alebo je oprávneným poskytovateľom služieb; poradca smie konať v mene klientov len tak. Doplniť to môže globálny správca.',
  'acting.no-relationship':
    'Tento klient vašej spoločnosti delegovanú správu neudelil. V jeho mene nemožno nič vykonať, kým ponuku delegovanej správy neprijme.',
  'acting.relationship-over': (on: Day) => `Delegovaná správa udelená týmto klientom platila do ${day(on)}. Ponúknite ju znova; platí, keď ju klient prijme.`,
  'acting.classic-not-enough':
    'Tento klient udelil len klasickú podobu; partner CSP koná podľa dnešnej podoby (GDAP). Ponúknite dnešnú podobu; platí, keď ju klient prijme.',
  'acting.role-missing': (role: string) =>
    `To, čo tento klient udelil, na toto nestačí. Najmenšia rola, ktorá stačí: ${role}. Ponúknite delegovanú správu s ňou.`,
  'acting.role-unknown': 'To, čo tento klient udelil, na toto nestačí.',
  'acting.ask-right': 'Požiadať o toto oprávnenie',
  'to-do.change-subscription': (customer: string) => `Zmeniť predplatné · klient: ${customer}`,
  'to-do.new-password': (customer: string) => `Nastaviť nové heslo · klient: ${customer}`,
  'to-do.seats': (before: string, after: string) => `Licencie: ${before} → ${after}`,
  'to-do.auto-renewal': (before: string, after: string) => `Automatické obnovovanie: ${before} → ${after}`,
  'to-do.cancel': 'Zrušiť predplatné',
  'to-do.user': (user: string) => `Používateľ: ${user}`,
  'acting.on': 'zapnuté',
  'acting.off': 'vypnuté',
  'hand-off.confirm-change': 'U Microsoftu je to zmenené',
  'hand-off.confirm-password': 'Heslo je u Microsoftu nastavené',
  'hand-off.step-subscription':
    'V Partner Center otvorte klienta v časti Customers a potom predplatné; klient to môže vykonať aj vo svojom centre spravovania.',
  'hand-off.step-seats': (after: string) => `Nastavte počet licencií na ${after}. Pri predplatnom predanom cez poskytovateľa o to požiadajte poskytovateľa.`,
  'hand-off.step-renewal': (after: string) => `Automatické obnovovanie nastavte na: ${after}.`,
  'hand-off.step-cancel': 'Vypnite automatické obnovovanie, alebo predplatné zrušte, kým to Microsoft ešte dovoľuje: ukazuje, dokedy to ide.',
  'hand-off.step-changed': 'Keď Microsoft zmenu ukáže, stlačte tlačidlo nižšie.',
  'hand-off.step-admin-centre': 'Otvorte centrum spravovania Microsoft 365 daného klienta: v Partner Center v časti Customers, alebo pomocou odkazu.',
  'hand-off.step-password': (upn: string) => `Medzi používateľmi otvorte ${upn} a zvoľte resetovanie hesla. Nové heslo vytvorí Microsoft.`,
  'hand-off.step-tell': 'Povedzte ho používateľovi telefonicky alebo osobne, nie v tomto čete. Keď bude hotovo, stlačte tlačidlo nižšie.',
} satisfies Part<typeof english>;
