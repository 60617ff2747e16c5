import type { Language } from '../../domain/shared/language.ts';
import type { FlowId, PageId } from '../actions.ts';

/** What a typed line can ask for. */
export type Intent = FlowId | PageId | 'stop' | 'back' | 'resume' | 'yes';

/**
 * The words people type, by intent and language; all languages are understood at once.
 * The first of each language is the one that the help card and the Teams command list name.
 */
export const phrases: Readonly<Record<Intent, Readonly<Record<Language, readonly string[]>>>> = {
  home: {
    en: ['home', 'start', 'menu', 'hi', 'hello', 'hey', 'good morning'],
    cs: ['domů', 'začátek', 'ahoj', 'dobrý den', 'zdravím', 'čau', 'dobré ráno'],
    sk: ['domov', 'začiatok', 'ahoj', 'dobrý deň', 'zdravím', 'čau', 'dobré ráno'],
  },
  help: {
    en: ['help', 'what can you do', 'commands', '?'],
    cs: ['nápověda', 'pomoc', 'co umíš', 'co umíte', 'příkazy'],
    sk: ['pomocník', 'pomoc', 'čo vieš', 'čo viete', 'príkazy'],
  },
  'redeem-product-keys': {
    en: [
      'redeem',
      'redeem keys',
      'redeem key',
      'redeem product keys',
      'redeem a product key',
      'redeem product key',
      'product key',
      'new subscription',
      'renew with a key',
      'add users',
    ],
    cs: [
      'uplatnit kód',
      'uplatnit kódy',
      'uplatnit klíč',
      'uplatnit klíče',
      'uplatnit',
      'kód product key',
      'klíč',
      'nové předplatné',
      'obnovit kódem',
      'přidat licence',
    ],
    sk: [
      'použiť kód',
      'použiť kódy',
      'uplatniť kód',
      'uplatniť kódy',
      'použiť kľúč',
      'uplatniť kľúč',
      'uplatniť',
      'kľúč',
      'nové predplatné',
      'obnoviť kódom',
      'pridať licencie',
    ],
  },
  'send-purchase-offer': {
    en: ['purchase offer', 'send purchase offer', 'send a purchase offer', 'new offer', 'quote'],
    cs: ['nabídka k nákupu', 'poslat nabídku k nákupu', 'poslat nabídku', 'nová nabídka'],
    sk: ['ponuka na nákup', 'poslať ponuku na nákup', 'poslať ponuku', 'nová ponuka'],
  },
  'send-trial-invitation': {
    en: ['trial', 'trial invitation', 'send trial', 'send a trial invitation'],
    cs: ['pozvánka ke zkušební verzi', 'zkušební verze', 'poslat pozvánku', 'trial'],
    sk: ['pozvánka na vyskúšanie', 'vyskúšanie', 'poslať pozvánku', 'trial'],
  },
  'attach-partner-of-record': {
    en: ['partner of record', 'por', 'attach partner of record', 'attach por'],
    cs: ['preferovaný partner', 'por', 'připojit por', 'připojit preferovaného partnera'],
    sk: ['partner záznamu', 'por', 'pripojiť por', 'pripojiť partnera záznamu'],
  },
  'offer-delegated-admin': {
    en: ['delegated administration', 'offer delegated administration', 'delegated admin', 'gdap'],
    cs: ['delegovaná správa', 'nabídnout delegovanou správu', 'nabídka delegované správy', 'gdap'],
    sk: ['delegovaná správa', 'ponúknuť delegovanú správu', 'ponuka delegovanej správy', 'gdap'],
  },
  'confirm-company-information': {
    en: ['company information', 'confirm company information'],
    cs: ['informace o společnosti', 'potvrdit informace o společnosti'],
    sk: ['informácie o spoločnosti', 'potvrdiť informácie o spoločnosti'],
  },
  offers: {
    en: ['offers', 'my offers', 'sent offers'],
    cs: ['nabídky', 'nabídka', 'odeslané nabídky', 'moje nabídky'],
    sk: ['ponuky', 'ponuka', 'odoslané ponuky', 'moje ponuky'],
  },
  more: {
    en: ['more', 'what else'],
    cs: ['více', 'další možnosti', 'co ještě'],
    sk: ['viac', 'ďalšie možnosti', 'čo ešte'],
  },
  'change-subscription': {
    en: ['change subscription', 'change licences', 'change seats', 'auto-renewal', 'cancel subscription'],
    cs: ['změnit předplatné', 'změnit licence', 'automatické obnovování', 'zrušit předplatné'],
    sk: ['zmeniť predplatné', 'zmeniť licencie', 'automatické obnovovanie', 'zrušiť predplatné'],
  },
  'open-service-request': {
    en: ['service request', 'new service request', 'support request'],
    cs: ['žádost o službu', 'nová žádost', 'žádost o podporu'],
    sk: ['žiadosť o službu', 'nová žiadosť', 'žiadosť o podporu'],
  },
  'request-new-password': {
    en: ['new password', 'reset password', 'password'],
    cs: ['nové heslo', 'heslo', 'obnovit heslo'],
    sk: ['nové heslo', 'heslo', 'obnoviť heslo'],
  },
  'edit-customer': {
    en: ['edit customer', 'change customer'],
    cs: ['upravit zákazníka', 'změnit zákazníka'],
    sk: ['upraviť klienta', 'zmeniť klienta', 'upraviť zákazníka'],
  },
  'keep-customer-user': {
    en: ['add customer user', 'add a customer user'],
    cs: ['přidat uživatele', 'přidat uživatele zákazníka'],
    sk: ['pridať používateľa', 'pridať používateľa klienta'],
  },
  'keep-standing': {
    en: ['standing', 'programmes', 'partner id'],
    cs: ['postavení', 'postavení v programech', 'id partnera'],
    sk: ['postavenie', 'postavenie v programoch', 'id partnera'],
  },
  'keep-partner-user': {
    en: ['add colleague', 'add a colleague', 'add user'],
    cs: ['přidat kolegu'],
    sk: ['pridať kolegu'],
  },
  customers: {
    en: ['customers', 'customer', 'list customers'],
    cs: ['zákazníci', 'zákazník', 'seznam zákazníků'],
    sk: ['klienti', 'klient', 'zákazníci', 'zákazník', 'zoznam klientov'],
  },
  'service-requests': {
    en: ['service requests', 'requests'],
    cs: ['žádosti', 'žádosti o službu'],
    sk: ['žiadosti', 'žiadosti o službu'],
  },
  company: {
    en: ['our company', 'company', 'my company', 'own company'],
    cs: ['naše společnost', 'naše firma', 'moje společnost', 'společnost', 'firma'],
    sk: ['naša spoločnosť', 'naša firma', 'moja spoločnosť', 'spoločnosť', 'firma'],
  },
  people: {
    en: ['people', 'our people', 'colleagues', 'users'],
    cs: ['lidé', 'naši lidé', 'kolegové', 'uživatelé'],
    sk: ['ľudia', 'naši ľudia', 'kolegovia', 'používatelia'],
  },
  rights: {
    en: ['what may i do', 'my rights', 'rights'],
    cs: ['co smím', 'co mohu', 'moje práva', 'práva'],
    sk: ['čo smiem', 'čo môžem', 'moje práva', 'práva'],
  },
  renewals: {
    en: ['renewals', 'renewals this month', 'what ends', 'what ends this month', 'expiring'],
    cs: ['obnovení', 'obnovení tento měsíc', 'co končí', 'co končí tento měsíc', 'končící předplatná'],
    sk: ['obnovenia', 'obnovenia tento mesiac', 'čo končí', 'čo končí tento mesiac', 'končiace predplatné'],
  },
  'move-to-direct': {
    en: ['direct billing', 'move to direct billing', 'pay microsoft directly'],
    cs: ['přímá fakturace', 'převést na přímou fakturaci', 'platit přímo microsoftu'],
    sk: ['priama fakturácia', 'previesť na priamu fakturáciu', 'platiť priamo microsoftu'],
  },
  'customer-notices': {
    en: ['customer notices', 'notices to customers'],
    cs: ['upozornění zákazníkům', 'upozornění pro zákazníky'],
    sk: ['upozornenia klientom', 'upozornenia pre klientov', 'upozornenia zákazníkom'],
  },
  'correct-admin-email': {
    en: ['correct e-mail', 'correct email', 'correct admin e-mail', 'wrong e-mail', 'wrong email'],
    cs: ['opravit e-mail', 'opravit email', 'oprava e-mailu', 'špatný e-mail'],
    sk: ['opraviť e-mail', 'opraviť email', 'oprava e-mailu', 'zlý e-mail', 'nesprávny e-mail'],
  },
  'keys-left': {
    en: ['keys left', 'keys', 'key stock', 'stock', 'how many keys'],
    cs: ['zbývající kódy', 'kódy', 'zásoba kódů', 'sklad', 'kolik kódů', 'klíče'],
    sk: ['zostávajúce kódy', 'kódy', 'zásoba kódov', 'sklad', 'koľko kódov', 'kľúče'],
  },
  'to-do': {
    en: ['to do', 'todo', 'to-do', 'my tasks', 'tasks', 'what is open'],
    cs: ['úkoly', 'co dodělat', 'moje úkoly', 'dodělat', 'co zbývá'],
    sk: ['úlohy', 'čo dokončiť', 'moje úlohy', 'dokončiť', 'čo zostáva'],
  },
  checklists: {
    en: ['checklist', 'checklists', 'after set-up', 'after setup'],
    cs: ['kontrolní seznam', 'kontrolní seznamy', 'seznam úkolů', 'po nastavení'],
    sk: ['kontrolný zoznam', 'kontrolné zoznamy', 'zoznam úloh', 'po nastavení'],
  },
  language: {
    en: ['language', 'change language', 'english', 'czech', 'slovak'],
    cs: ['jazyk', 'změnit jazyk', 'čeština', 'česky', 'anglicky'],
    sk: ['jazyk', 'zmeniť jazyk', 'slovenčina', 'slovensky', 'po slovensky'],
  },
  stop: {
    en: ['stop', 'cancel', 'quit', 'exit', 'end'],
    cs: ['přerušit', 'zrušit', 'konec', 'storno', 'ukončit'],
    sk: ['prerušiť', 'zrušiť', 'koniec', 'storno', 'ukončiť'],
  },
  back: {
    en: ['back', 'go back', 'previous'],
    cs: ['zpět', 'zpátky', 'vrátit se'],
    sk: ['späť', 'naspäť', 'vrátiť sa'],
  },
  resume: {
    en: ['go on', 'continue', 'resume', 'next'],
    cs: ['pokračovat', 'dál', 'dále', 'další'],
    sk: ['pokračovať', 'ďalej', 'ďalší'],
  },
  yes: {
    en: ['yes', 'y', 'ok', 'okay', 'i understand', 'i agree', 'looks right'],
    cs: ['ano', 'jo', 'souhlasím', 'rozumím', 'v pořádku'],
    sk: ['áno', 'hej', 'súhlasím', 'rozumiem', 'v poriadku'],
  },
};

/**
 * Names that people type for a country beside the one that `Intl` gives, in any of the languages.
 * They win over the two letters of a code: "ČR" is not Costa Rica, and "SR" is not Suriname.
 */
export const otherCountryNames: Readonly<Record<string, readonly string[]>> = {
  CZ: ['ČR', 'Česká republika', 'Čechy', 'Czech Republic'],
  SK: ['SR', 'Slovenská republika', 'Slovak Republic'],
  GB: ['UK', 'Anglie', 'Anglicko', 'England', 'Great Britain', 'Británie', 'Velká Británie', 'Británia', 'Veľká Británia'],
  US: ['USA', 'America', 'Amerika', 'United States of America', 'Spojené státy americké', 'Spojené štáty americké'],
  NL: ['Holland', 'Holandsko'],
  DE: ['SRN', 'NSR'],
  AE: ['UAE', 'Emiráty', 'SAE'],
};
