import type { Day } from '../../../domain/shared/dates.ts';
import type { Part } from '../catalogue.ts';
import type { partnerOfRecord as english } from '../en/partner-of-record.ts';
import { formatsOf } from '../locale.ts';

const { plural, day } = formatsOf('cs');

const licences = (count: number): string => plural(count, { one: '# licence', few: '# licence', many: '# licence', other: '# licencí' });

export const partnerOfRecord = {
  'por.title': 'Připojení preferovaného partnera (POR)',
  'por.us': 'naše společnost',
  'por.nobody': 'nikdo',
  'por.other': (partnerId: string, name: string) => `${partnerId} · ${name}`,
  'por.kind-reseller': 'prodejce',
  'por.kind-provider': 'poskytovatel',
  'por.kind-advisor': 'poradce',
  'por.kind-unknown': 'neověřeno',
  'por.customer-heading': 'Čí je to předplatné?',
  'por.subscriptions-heading': 'O která předplatná jde?',
  'por.subscriptions': 'Předplatná',
  'por.one-only': 'Předplatné má jednoho preferovaného partnera. Kdo je tam teď, toho nejdřív odebereme, a pak přidáme nového.',
  'por.subscription-line': (plan: string, seats: number, endsOn: Day, now: string) =>
    `${plan} · ${licences(seats)} · do ${day(endsOn)} · preferovaný partner nyní: ${now}`,
  'por.subscription-endless': (plan: string, seats: number, now: string) =>
    `${plan} · ${licences(seats)} · bez koncového data · preferovaný partner nyní: ${now}`,
  'por.subscriptions-missing': 'Vyberte alespoň jedno předplatné.',
  'por.subscriptions-none': 'Tento zákazník nemá v evidenci žádné předplatné, které by ještě běželo.',
  'por.subscriptions-first': (count: number) =>
    `${plural(count, { one: 'Uvedeno je jen první předplatné', few: 'Uvedena jsou jen první # předplatná', many: 'Uvedeno je jen # předplatného', other: 'Uvedeno je jen prvních # předplatných' })}.`,
  'por.subscription-not-found': 'Některé z těchto předplatných už ve vaší evidenci není. Vyberte znovu.',
  'por.id-heading': 'Které ID partnera společnosti Microsoft?',
  'por.id': 'ID partnera společnosti Microsoft',
  'por.id-wrong': 'ID partnera společnosti Microsoft má 4 až 10 číslic a nic jiného.',
  'por.id-own': (partnerId: string, name: string) => `Vaše vlastní: ${partnerId} · ${name}`,
  'por.id-no-own': 'Vlastní ID vaší společnosti v evidenci chybí. Doplnění může zajistit globální správce; do té doby ho napište sem.',
  'por.id-indirect': 'Prodáno přes poskytovatele (nepřímý prodej): preferovaným partnerem je prodejce pod svým vlastním ID, nikdy poskytovatel.',
  'por.id-known': 'Známá ID partnerů',
  'por.id-line': (partnerId: string, name: string, kind: string) => `${partnerId} · ${name} · ${kind}`,
  'por.id-more': (count: number) =>
    `${plural(count, { one: 'Uvedeno je jen první', few: 'Uvedena jsou jen první #', many: 'Uvedeno je jen #', other: 'Uvedeno je jen prvních #' })}; jakékoli jiné můžete napsat.`,
  'por.provider-refused': (name: string) =>
    `Toto je ID poskytovatele (${name}). Při nepřímém prodeji je preferovaným partnerem prodejce pod svým vlastním ID, nikdy poskytovatel; Microsoft to také odmítne.`,
  'por.attached-already': 'Tento preferovaný partner už tam je. Nic by se nezměnilo.',
  'por.review-heading': 'Připojit preferovaného partnera?',
  'por.who': 'Preferovaný partner',
  'por.add': (subscription: string, partnerId: string) => `${subscription}: přidat ${partnerId}`,
  'por.replace': (subscription: string, before: string, partnerId: string) => `${subscription}: nejdřív odebrat „${before}“, pak přidat ${partnerId}`,
  'por.stays': (subscription: string) => `${subscription}: zůstává, jak je`,
  'por.unverified': (partnerId: string) => `Zatím není potvrzeno, komu ID ${partnerId} patří. Zkontrolujte ho prosím; v evidenci bude vedeno jako neověřené.`,
  'por.book-only': 'Toto se zapíše do vaší evidence. U Microsoftu to musí někdo provést: postup dostanete na konci.',
  'por.confirm': 'Připojit',
  'por.change-id': 'Změnit ID',
  'por.change-subscriptions': 'Změnit předplatná',
  'por.receipt-heading': 'Preferovaný partner je v evidenci',
  'por.was': (plan: string, before: string) => `${plan} · dosud: ${before}`,
  'por.superseded': 'Mezitím byl zapsán jiný preferovaný partner: u Microsoftu už s tímto není co dělat.',
  'por.no-notices': 'Dokud není připojen preferovaný partner, nechodí žádná oznámení o obnovení: nové předplatné potřebuje nové připojení.',
} satisfies Part<typeof english>;
