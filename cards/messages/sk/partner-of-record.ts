import type { Day } from '../../../domain/shared/dates.ts';
import type { Part } from '../catalogue.ts';
import type { partnerOfRecord as english } from '../en/partner-of-record.ts';
import { formatsOf } from '../locale.ts';

const { plural, day } = formatsOf('sk');

const licences = (count: number): string => plural(count, { one: '# licencia', few: '# licencie', many: '# licencie', other: '# licencií' });

export const partnerOfRecord = {
  'por.title': 'Pripojenie partnera záznamu (POR)',
  'por.us': 'naša spoločnosť',
  'por.nobody': 'nikto',
  'por.other': (partnerId: string, name: string) => `${partnerId} · ${name}`,
  'por.kind-reseller': 'predajca',
  'por.kind-provider': 'poskytovateľ',
  'por.kind-advisor': 'poradca',
  'por.kind-unknown': 'neoverené',
  'por.customer-heading': 'Čie je to predplatné?',
  'por.subscriptions-heading': 'O ktoré predplatné ide?',
  'por.subscriptions': 'Predplatné',
  'por.one-only': 'Predplatné má jedného partnera záznamu. Kto je tam teraz, toho najprv odoberieme, a potom pridáme nového.',
  'por.subscription-line': (plan: string, seats: number, endsOn: Day, now: string) =>
    `${plan} · ${licences(seats)} · do ${day(endsOn)} · partner záznamu teraz: ${now}`,
  'por.subscription-endless': (plan: string, seats: number, now: string) =>
    `${plan} · ${licences(seats)} · bez dátumu ukončenia · partner záznamu teraz: ${now}`,
  'por.subscriptions-missing': 'Vyberte aspoň jedno predplatné.',
  'por.subscriptions-none': 'Tento klient nemá v evidencii žiadne predplatné, ktoré by ešte bežalo.',
  'por.subscriptions-first': (count: number) =>
    `${plural(count, { one: 'Uvedené je len prvé predplatné', few: 'Uvedené sú len prvé # predplatné', many: 'Uvedené je len # predplatného', other: 'Uvedených je len prvých # predplatných' })}.`,
  'por.subscription-not-found': 'Niektoré z týchto predplatných už vo vašej evidencii nie je. Vyberte znova.',
  'por.id-heading': 'Ktoré ID partnera spoločnosti Microsoft?',
  'por.id': 'ID partnera spoločnosti Microsoft',
  'por.id-wrong': 'ID partnera spoločnosti Microsoft má 4 až 10 číslic a nič iné.',
  'por.id-own': (partnerId: string, name: string) => `Vaše vlastné: ${partnerId} · ${name}`,
  'por.id-no-own': 'Vlastné ID vašej spoločnosti v evidencii chýba. Doplnenie môže zabezpečiť globálny správca; dovtedy ho napíšte sem.',
  'por.id-indirect': 'Predané cez poskytovateľa (nepriamy predaj): partnerom záznamu je predajca pod svojím vlastným ID, nikdy poskytovateľ.',
  'por.id-known': 'Známe ID partnerov',
  'por.id-line': (partnerId: string, name: string, kind: string) => `${partnerId} · ${name} · ${kind}`,
  'por.id-more': (count: number) =>
    `${plural(count, { one: 'Uvedené je len prvé', few: 'Uvedené sú len prvé #', many: 'Uvedené je len #', other: 'Uvedených je len prvých #' })}; ktorékoľvek iné môžete napísať.`,
  'por.provider-refused': (name: string) =>
    `Toto je ID poskytovateľa (${name}). Pri nepriamom predaji je partnerom záznamu predajca pod svojím vlastným ID, nikdy poskytovateľ; Microsoft to tiež odmietne.`,
  'por.attached-already': 'Tento partner záznamu už tam je. Nič by sa nezmenilo.',
  'por.review-heading': 'Pripojiť partnera záznamu?',
  'por.who': 'Partner záznamu',
  'por.add': (subscription: string, partnerId: string) => `${subscription}: pridať ${partnerId}`,
  'por.replace': (subscription: string, before: string, partnerId: string) => `${subscription}: najprv odobrať „${before}“, potom pridať ${partnerId}`,
  'por.stays': (subscription: string) => `${subscription}: zostáva, ako je`,
  'por.unverified': (partnerId: string) =>
    `Zatiaľ nie je potvrdené, komu ID ${partnerId} patrí. Skontrolujte ho, prosím; v evidencii bude vedené ako neoverené.`,
  'por.book-only': 'Toto sa zapíše do vašej evidencie. U Microsoftu to musí niekto vykonať: postup dostanete na konci.',
  'por.confirm': 'Pripojiť',
  'por.change-id': 'Zmeniť ID',
  'por.change-subscriptions': 'Zmeniť predplatné',
  'por.receipt-heading': 'Partner záznamu je v evidencii',
  'por.was': (plan: string, before: string) => `${plan} · doteraz: ${before}`,
  'por.superseded': 'Medzitým bol zapísaný iný partner záznamu: u Microsoftu už s týmto netreba nič robiť.',
  'por.no-notices': 'Kým nie je pripojený partner záznamu, nechodia žiadne oznámenia o obnovení: nové predplatné potrebuje nové pripojenie.',
} satisfies Part<typeof english>;
