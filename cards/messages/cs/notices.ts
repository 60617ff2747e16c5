import type { Day } from '../../../domain/shared/dates.ts';
import type { Part } from '../catalogue.ts';
import type { notices as english } from '../en/notices.ts';
import { formatsOf } from '../locale.ts';

const { plural, number, day } = formatsOf('cs');

export const notices = {
  'notice.heading': (count: number) =>
    plural(count, {
      one: 'Vaše předplatné čeká na rozhodnutí',
      few: '# vaše předplatná čekají na rozhodnutí',
      many: '# vašeho předplatného čeká na rozhodnutí',
      other: '# vašich předplatných čeká na rozhodnutí',
    }),
  'notice.heading-settled': 'Vaše předplatná: teď není co rozhodovat',
  'notice.heading-own': 'Vaše předplatné',
  'notice.organisation': 'Organizace',
  'notice.auto-ended': 'Mělo se obnovit samo. Pokud něco nefunguje, napište nám.',
  'notice.answer-renew': 'Vaše odpověď: máme předplatné obnovit',
  'notice.answer-direct': 'Vaše odpověď: budete platit přímo Microsoftu',
  'notice.answer-end': 'Vaše odpověď: obnovovat nebudete',
  'notice.ask-renew': 'Požádat partnera o obnovení',
  'notice.ask-offer': 'Požádat partnera o nabídku',
  'notice.pay-direct': 'Platit přímo Microsoftu',
  'notice.will-end': 'Obnovovat nebudeme',
  'notice.done':
    'Děkujeme. Vaše odpověď je zaznamenána a předáme ji tomu, kdo se o vás u nás stará. U Microsoftu se tím nic nezměnilo; odpověď můžete kdykoli změnit.',
  'notice.direct-how': 'Kdo chce platit přímo Microsoftu, koupí si plán v Centru pro správu Microsoft 365 (Fakturace) a licence tam přiřadí stejným lidem.',
  'notice.direct-early': (left: number, from: Day) =>
    `Období koupené u Microsoftu začíná hned: při nákupu dnes ${plural(left, { one: 'propadne # zaplacený den', few: 'propadnou # zaplacené dny', many: 'propadne # zaplaceného dne', other: 'propadne # zaplacených dní' })}. Nejlepší je to od ${day(from)}.`,
  'notice.admin-centre': 'Zobrazit Centrum pro správu',
  'notice.end-what': 'Před koncem už žádné upozornění nepřijde. Co bude následovat, stojí výše i s daty.',
  'notice.changed': 'Tento konec už není takový, jaký byl při zobrazení karty. Takto to vypadá teď.',
  'notice.over': 'Data už jsou smazána: není co obnovit.',
  'notice.not-found': 'Takové předplatné vaše organizace nemá.',
  'notice.only-admins': 'Odpovědět může jen správce vaší organizace.',
  'notice.paused': 'Váš partner právě ověřuje své údaje. Vraťte se prosím později, nebo mu napište.',
  'notice.show-more': 'Zobrazit další',
  'notice.show-first': 'Zpět na začátek',
  'notice.of': (from: number, to: number, total: number) => `${number(from)}–${number(to)} z ${number(total)}`,

  'notice-text.subject': (plan: string, on: Day) => `${plan}: končí ${day(on)}`,
  'notice-text.subject-over': (plan: string, on: Day) => `${plan}: platnost skončila ${day(on)}`,
  'notice-text.greeting': 'Dobrý den,',
  'notice-text.what': 'píšeme vám kvůli předplatnému Microsoftu ve vaší organizaci:',
  'notice-text.choose': 'Odpovězte nám prosím, co je vám milejší:',
  'notice-text.renew': 'Obnovte je za nás.',
  'notice-text.offer': 'Pošlete nám nabídku.',
  'notice-text.direct': 'Budeme platit přímo Microsoftu (nové období začíná hned; nejlepší je to v posledním týdnu).',
  'notice-text.end': 'Obnovovat nebudeme.',

  'customer-notices.heading-on': 'Zapnout upozornění zákazníkům?',
  'customer-notices.heading-off': 'Vypnout upozornění zákazníkům?',
  'customer-notices.what':
    'Každý správce zákazníka, kterého v Teams zastihneme, dostane nejvýše jednu kartu denně ve svém jazyce: 60, 30, 7 a 1 den před koncem a potom po něm. Odpovědět může jedním kliknutím; vlastník zákazníka se to dozví hned.',
  'customer-notices.are-on': (since: Day, by: string) => `Zapnuto od ${day(since)} · ${by}`,
  'customer-notices.are-off': 'Teď jsou vypnutá: žádný zákazník odsud upozornění nedostává.',
  'customer-notices.preview': 'Co by odešlo v příštích 14 dnech',
  'customer-notices.none': 'Nic: v těchto dnech žádný krok nepřijde.',
  'customer-notices.more': (count: number) => `a nejméně ${number(count)} dalších`,
  'customer-notices.row': (customer: string, plan: string, on: Day) => `${customer} · ${plan} · konec: ${day(on)}`,
  'customer-notices.to-admins': (count: number) =>
    plural(count, { one: 'karta pro # správce', few: 'karta pro # správce', many: 'karta pro # správce', other: 'karta pro # správců' }),
  'customer-notices.to-owner': 'není v Teams: e-mail, který pošlete vy',
  'customer-notices.ends-with': 'Každá karta končí informacemi o vaší společnosti, jak byly potvrzeny.',
  'customer-notices.turn-on': 'Zapnout',
  'customer-notices.turn-off': 'Vypnout',
  'customer-notices.turned-on': 'Upozornění zákazníkům jsou zapnutá. Kroky, jejichž den byl dříve než dnes, se nikomu neoznamují.',
  'customer-notices.turned-off': 'Upozornění zákazníkům jsou vypnutá. Zákazníkům už nic neodejde.',
  'customer-notices.only-admin': 'Zapnout a vypnout upozornění zákazníkům může jen globální správce.',
  'customer-notices.confirm-first': 'Nejdřív musí globální správce potvrdit informace o společnosti, které zákazníci uvidí: dřív k nim nic neodejde.',
} satisfies Part<typeof english>;
