import type { Day } from '../../../domain/shared/dates.ts';
import type { Part } from '../catalogue.ts';
import type { notices as english } from '../en/notices.ts';
import { formatsOf } from '../locale.ts';

const { plural, number, day } = formatsOf('sk');

export const notices = {
  'notice.heading': (count: number) =>
    plural(count, {
      one: 'Vaše predplatné čaká na rozhodnutie',
      few: '# vaše predplatné čakajú na rozhodnutie',
      many: '# vášho predplatného čaká na rozhodnutie',
      other: '# vašich predplatných čaká na rozhodnutie',
    }),
  'notice.heading-settled': 'Vaše predplatné: teraz nie je o čom rozhodovať',
  'notice.heading-own': 'Vaše predplatné',
  'notice.organisation': 'Organizácia',
  'notice.auto-ended': 'Malo sa obnoviť samo. Ak niečo nefunguje, napíšte nám.',
  'notice.answer-renew': 'Vaša odpoveď: máme predplatné obnoviť',
  'notice.answer-direct': 'Vaša odpoveď: budete platiť priamo Microsoftu',
  'notice.answer-end': 'Vaša odpoveď: obnovovať nebudete',
  'notice.ask-renew': 'Požiadať partnera o obnovenie',
  'notice.ask-offer': 'Požiadať partnera o ponuku',
  'notice.pay-direct': 'Platiť priamo Microsoftu',
  'notice.will-end': 'Obnovovať nebudeme',
  'notice.done':
    'Ďakujeme. Vaša odpoveď je zaznamenaná a odovzdáme ju tomu, kto sa o vás u nás stará. U Microsoftu sa tým nič nezmenilo; odpoveď môžete kedykoľvek zmeniť.',
  'notice.direct-how': 'Kto chce platiť priamo Microsoftu, kúpi si plán v Centre spravovania Microsoft 365 (Fakturácia) a licencie tam priradí rovnakým ľuďom.',
  'notice.direct-early': (left: number, from: Day) =>
    `Obdobie kúpené u Microsoftu sa začína hneď: pri nákupe dnes ${plural(left, { one: 'prepadne # zaplatený deň', few: 'prepadnú # zaplatené dni', many: 'prepadne # zaplateného dňa', other: 'prepadne # zaplatených dní' })}. Najlepšie je to od ${day(from)}.`,
  'notice.admin-centre': 'Zobraziť Centrum spravovania',
  'notice.end-what': 'Pred koncom už žiadne upozornenie nepríde. Čo bude nasledovať, je uvedené vyššie aj s dátumami.',
  'notice.changed': 'Tento koniec už nie je taký, aký bol pri zobrazení karty. Takto to vyzerá teraz.',
  'notice.over': 'Údaje sú už odstránené: nie je čo obnoviť.',
  'notice.not-found': 'Také predplatné vaša organizácia nemá.',
  'notice.only-admins': 'Odpovedať môže len správca vašej organizácie.',
  'notice.paused': 'Váš partner práve overuje svoje údaje. Vráťte sa, prosím, neskôr, alebo mu napíšte.',
  'notice.show-more': 'Zobraziť ďalšie',
  'notice.show-first': 'Späť na začiatok',
  'notice.of': (from: number, to: number, total: number) => `${number(from)}–${number(to)} z ${number(total)}`,

  'notice-text.subject': (plan: string, on: Day) => `${plan}: končí sa ${day(on)}`,
  'notice-text.subject-over': (plan: string, on: Day) => `${plan}: platnosť sa skončila ${day(on)}`,
  'notice-text.greeting': 'Dobrý deň,',
  'notice-text.what': 'píšeme vám kvôli predplatnému Microsoftu vo vašej organizácii:',
  'notice-text.choose': 'Odpovedzte nám, prosím, čo vám vyhovuje:',
  'notice-text.renew': 'Obnovte ho za nás.',
  'notice-text.offer': 'Pošlite nám ponuku.',
  'notice-text.direct': 'Budeme platiť priamo Microsoftu (nové obdobie sa začína hneď; najlepšie je to v poslednom týždni).',
  'notice-text.end': 'Obnovovať nebudeme.',

  'customer-notices.heading-on': 'Zapnúť upozornenia klientom?',
  'customer-notices.heading-off': 'Vypnúť upozornenia klientom?',
  'customer-notices.what':
    'Každý správca klienta, ktorého v Teams zastihneme, dostane najviac jednu kartu denne vo svojom jazyku: 60, 30, 7 a 1 deň pred koncom a potom po ňom. Odpovedať môže jedným kliknutím; vlastník klienta sa to dozvie hneď.',
  'customer-notices.are-on': (since: Day, by: string) => `Zapnuté od ${day(since)} · ${by}`,
  'customer-notices.are-off': 'Teraz sú vypnuté: žiadny klient odtiaľto upozornenie nedostáva.',
  'customer-notices.preview': 'Čo by odišlo v najbližších 14 dňoch',
  'customer-notices.none': 'Nič: v týchto dňoch žiadny krok nepríde.',
  'customer-notices.more': (count: number) => `a najmenej ${number(count)} ďalších`,
  'customer-notices.row': (customer: string, plan: string, on: Day) => `${customer} · ${plan} · koniec: ${day(on)}`,
  'customer-notices.to-admins': (count: number) =>
    plural(count, { one: 'karta pre # správcu', few: 'karta pre # správcov', many: 'karta pre # správcu', other: 'karta pre # správcov' }),
  'customer-notices.to-owner': 'nie je v Teams: e-mail, ktorý pošlete vy',
  'customer-notices.ends-with': 'Každá karta sa končí informáciami o vašej spoločnosti, ako boli potvrdené.',
  'customer-notices.turn-on': 'Zapnúť',
  'customer-notices.turn-off': 'Vypnúť',
  'customer-notices.turned-on': 'Upozornenia klientom sú zapnuté. Kroky, ktorých deň bol skôr ako dnes, sa nikomu neoznamujú.',
  'customer-notices.turned-off': 'Upozornenia klientom sú vypnuté. Klientom už nič neodíde.',
  'customer-notices.only-admin': 'Zapnúť a vypnúť upozornenia klientom môže len globálny správca.',
  'customer-notices.confirm-first': 'Najprv musí globálny správca potvrdiť informácie o spoločnosti, ktoré klienti uvidia: skôr k nim nič neodíde.',
} satisfies Part<typeof english>;
