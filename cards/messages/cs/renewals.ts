import type { Part } from '../catalogue.ts';
import type { renewals as english } from '../en/renewals.ts';
import { formatsOf } from '../locale.ts';

const { plural, number } = formatsOf('cs');

const licences = (count: number): string => plural(count, { one: '# licence', few: '# licence', many: '# licence', other: '# licencí' });

export const renewals = {
  'intent.renewals': 'Obnovení',
  'intent.move-to-direct': 'Přímá fakturace od Microsoftu',
  'intent.customer-notices': 'Upozornění zákazníkům',
  'help.renewals': 'Obnovení: co brzy končí, komu bylo co oznámeno a co se s tím dá dělat.',
  'help.move-to-direct': 'Přímá fakturace: převést předplatné na fakturaci od Microsoftu.',
  'help.customer-notices': 'Upozornění zákazníkům: co by odešlo v příštích 14 dnech, zapnutí a vypnutí.',
  'to-do.move-to-direct': (customer: string) => `Převést na přímou fakturaci od Microsoftu · zákazník: ${customer}`,
  'to-do.licences': (count: number) => licences(count),
  'hand-off.confirm-direct': 'Fakturuje už Microsoft',
  'hand-off.step-direct-buy': (seats: number) =>
    `Zákazník si v Centru pro správu Microsoft 365 koupí od Microsoftu stejný plán, počet licencí: ${number(seats)} (Fakturace, Nákup služeb).`,
  'hand-off.step-direct-assign': 'Nové licence přiřadí stejným lidem dřív, než staré předplatné skončí.',
  'hand-off.step-direct-active': 'Až bude nové předplatné uvedeno jako aktivní, stiskněte tlačítko níže.',
} satisfies Part<typeof english>;
