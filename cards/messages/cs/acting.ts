import type { Day } from '../../../domain/shared/dates.ts';
import type { Part } from '../catalogue.ts';
import type { acting as english } from '../en/acting.ts';
import { formatsOf } from '../locale.ts';

const { day } = formatsOf('cs');

export const acting = {
  'acting.company-not-authorised':
    'V evidenci není uvedeno, že vaše společnost má oprávnění k delegované správě nebo je oprávněným poskytovatelem služeb; poradce smí jednat jménem zákazníků jen tak. Doplnit to může globální správce.',
  'acting.no-relationship':
    'Tento zákazník vaší společnosti delegovanou správu neudělil. Jeho jménem nelze nic provést, dokud nabídku delegované správy nepřijme.',
  'acting.relationship-over': (on: Day) =>
    `Delegovaná správa udělená tímto zákazníkem platila do ${day(on)}. Nabídněte ji znovu; platí, až ji zákazník přijme.`,
  'acting.classic-not-enough':
    'Tento zákazník udělil jen klasickou podobu; partner CSP jedná podle dnešní podoby (GDAP). Nabídněte dnešní podobu; platí, až ji zákazník přijme.',
  'acting.role-missing': (role: string) =>
    `To, co tento zákazník udělil, na toto nestačí. Nejmenší role, která stačí: ${role}. Nabídněte delegovanou správu s ní.`,
  'acting.role-unknown': 'To, co tento zákazník udělil, na toto nestačí.',
  'acting.ask-right': 'Požádat o toto oprávnění',
  'to-do.change-subscription': (customer: string) => `Změnit předplatné · zákazník: ${customer}`,
  'to-do.new-password': (customer: string) => `Nastavit nové heslo · zákazník: ${customer}`,
  'to-do.seats': (before: string, after: string) => `Licence: ${before} → ${after}`,
  'to-do.auto-renewal': (before: string, after: string) => `Automatické obnovování: ${before} → ${after}`,
  'to-do.cancel': 'Zrušit předplatné',
  'to-do.user': (user: string) => `Uživatel: ${user}`,
  'acting.on': 'zapnuto',
  'acting.off': 'vypnuto',
  'hand-off.confirm-change': 'U Microsoftu je to změněno',
  'hand-off.confirm-password': 'Heslo je u Microsoftu nastaveno',
  'hand-off.step-subscription': 'V Partner Center otevřete zákazníka v části Customers a pak předplatné; zákazník to může provést i ve svém centru pro správu.',
  'hand-off.step-seats': (after: string) => `Nastavte počet licencí na ${after}. U předplatného prodaného přes poskytovatele o to požádejte poskytovatele.`,
  'hand-off.step-renewal': (after: string) => `Automatické obnovování nastavte na: ${after}.`,
  'hand-off.step-cancel': 'Vypněte automatické obnovování, nebo předplatné zrušte, dokud to Microsoft ještě dovoluje: ukazuje, do kdy to jde.',
  'hand-off.step-changed': 'Až Microsoft změnu ukáže, stiskněte tlačítko níže.',
  'hand-off.step-admin-centre': 'Otevřete centrum pro správu Microsoft 365 daného zákazníka: v Partner Center v části Customers, nebo pomocí odkazu.',
  'hand-off.step-password': (upn: string) => `Mezi uživateli otevřete ${upn} a zvolte resetování hesla. Nové heslo vytvoří Microsoft.`,
  'hand-off.step-tell': 'Sdělte ho uživateli telefonicky nebo osobně, ne v tomto chatu. Až bude hotovo, stiskněte tlačítko níže.',
} satisfies Part<typeof english>;
