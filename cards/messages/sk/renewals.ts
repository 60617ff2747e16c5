import type { Part } from '../catalogue.ts';
import type { renewals as english } from '../en/renewals.ts';
import { formatsOf } from '../locale.ts';

const { plural, number } = formatsOf('sk');

const licences = (count: number): string => plural(count, { one: '# licencia', few: '# licencie', many: '# licencie', other: '# licencií' });

export const renewals = {
  'intent.renewals': 'Obnovenia',
  'intent.move-to-direct': 'Priama fakturácia od Microsoftu',
  'intent.customer-notices': 'Upozornenia klientom',
  'help.renewals': 'Obnovenia: čo čoskoro končí, komu sa čo oznámilo a čo sa s tým dá robiť.',
  'help.move-to-direct': 'Priama fakturácia: previesť predplatné na fakturáciu od Microsoftu.',
  'help.customer-notices': 'Upozornenia klientom: čo by odišlo v najbližších 14 dňoch, zapnutie a vypnutie.',
  'to-do.move-to-direct': (customer: string) => `Previesť na priamu fakturáciu od Microsoftu · klient: ${customer}`,
  'to-do.licences': (count: number) => licences(count),
  'hand-off.confirm-direct': 'Fakturuje už Microsoft',
  'hand-off.step-direct-buy': (seats: number) =>
    `Klient si v Centre spravovania Microsoft 365 kúpi od Microsoftu rovnaký plán, počet licencií: ${number(seats)} (Fakturácia, Nákup služieb).`,
  'hand-off.step-direct-assign': 'Nové licencie priradí rovnakým ľuďom skôr, ako staré predplatné skončí.',
  'hand-off.step-direct-active': 'Keď bude nové predplatné uvedené ako aktívne, stlačte tlačidlo nižšie.',
} satisfies Part<typeof english>;
