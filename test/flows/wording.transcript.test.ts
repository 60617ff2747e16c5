import type { Language } from '../../domain/shared/language.ts';
import { jana } from '../support/builders.ts';
import { cardKey, cardKeys, cloudysBook, stock, usedKey } from '../support/transcript-book.ts';
import { aChat, clicks, fills, offers, plays, shows } from '../support/transcript.ts';
import type { Row } from '../support/transcript.ts';

/** Word for word, so that whoever changes what people read sees it here: the rest of the transcripts takes its titles from the catalogues. */
const book = cloudysBook(stock(5), usedKey(cardKey(40), '2026-02-02'));
const wrongKeys = `${cardKeys(3)}\n${cardKey(4).slice(0, -1)}\n${cardKey(40)}\n${cardKey(1)}`;

const czech: readonly Row[] = [
  [
    'Ahoj',
    shows('Domů', 'Cloudy s.r.o.', 'Co chcete udělat?'),
    offers('Uplatnit kódy Product Key', 'Připojit preferovaného partnera (POR)', 'Nabídky', 'Úkoly u Microsoftu', 'Další možnosti'),
  ],
  ['nápověda', shows('S čím mohu pomoci', '„uplatnit kód“', '„zbývající kódy“', '„úkoly“', '„přerušit“')],
  ['uplatnit kód', shows('Uplatnění kódů Product Key', 'Krok 1 z 5'), offers('Začít nyní', 'Přerušit')],
  [clicks('Začít nyní', { understood: 'true' }), shows('K čemu kódy použijete?'), offers('Další', 'Zpět', 'Přerušit')],
  [clicks('Další', { people: '5' }), shows('Zadejte kódy Product Key', '0 z 5 kódů')],
  [
    clicks('Další', { keys: wrongKeys }),
    shows('Zadejte kódy Product Key', '3 z 5 kódů', 'Řádek 1: kód Product Key má 25 znaků, tento 24.', 'byl použit 2. února 2026', 'už v seznamu je'),
  ],
  [
    clicks('Další', { keys: '' }),
    shows('Vypadá všechno tak, jak má?', 'Office 365 Small Business', 'Bez licence zůstanou 2 lidé.'),
    offers('Přidat další kód Product Key'),
  ],
  [clicks('Přidávání kódů Product Key dokončeno'), shows('Ve které zemi nebo oblasti zákazník sídlí?')],
  [clicks('Další', { country: 'SK' }), shows('Kdo je zákazník?')],
  [clicks('Další', { organisation: 'Woodgrove', domain: 'woodgrove.sk' }), shows('Kdo bude u zákazníka prvním správcem?', 'dostane právě jednu licenci')],
  [
    clicks('Další', { adminName: 'Alena Malá', adminEmail: 'alena@woodgrove.sk' }),
    shows('Smlouva', 'Smlouvu o poskytování služby Microsoft Online Service a Podmínky a ujednání'),
  ],
  [
    clicks('Další', { agreed: 'true' }),
    shows('Vytvořit účet?', 'Zákazník: Woodgrove', 'Země nebo oblast: Slovensko', 'Office 365 Small Business × 3 licence', '1. března 2026 – 28. února 2027'),
  ],
  [
    clicks('Vytvořit účet'),
    shows('Předplatné je zapsáno v evidenci', 'Zákazník: Woodgrove', 'U Microsoftu: zbývá dokončit · Jana Nováková'),
    offers('Microsoft kódy přijal', 'Kontrolní seznam', 'Uplatnit další kódy', 'Domů'),
  ],
  [clicks('Microsoft kódy přijal'), shows('Předplatné je zapsáno v evidenci', 'U Microsoftu: potvrzeno 1. března 2026 · Jana Nováková')],
  ['ornitorynk', shows('Tomu nerozumím', 'Máte na mysli některou z těchto možností?')],
];

const slovak: readonly Row[] = [
  [
    'Ahoj',
    shows('Domov', 'Cloudy s.r.o.', 'Čo chcete urobiť?'),
    offers('Použiť kódy Product Key', 'Pripojiť partnera záznamu (POR)', 'Ponuky', 'Úlohy u Microsoftu', 'Ďalšie možnosti'),
  ],
  ['pomocník', shows('S čím môžem pomôcť', '„použiť kód“', '„zostávajúce kódy“', '„úlohy“', '„prerušiť“')],
  ['použiť kód', shows('Použitie kódov Product Key', 'Krok 1 z 5'), offers('Začať', 'Prerušiť')],
  [clicks('Začať', { understood: 'true' }), shows('Na čo kódy použijete?'), offers('Ďalej', 'Späť', 'Prerušiť')],
  [clicks('Ďalej', { people: '5' }), shows('Zadajte kódy Product Key', '0 z 5 kódov')],
  [
    clicks('Ďalej', { keys: wrongKeys }),
    shows('Zadajte kódy Product Key', '3 z 5 kódov', 'Riadok 1: kód Product Key má 25 znakov, tento 24.', 'bol použitý 2. februára 2026', 'už v zozname je'),
  ],
  [
    clicks('Ďalej', { keys: '' }),
    shows('Vyzerá všetko tak, ako má?', 'Office 365 Small Business', 'Bez licencie zostanú 2 ľudia.'),
    offers('Pridať ďalší kód Product Key'),
  ],
  [clicks('Pridávanie kódov Product Key dokončené'), shows('V ktorej krajine alebo oblasti klient sídli?')],
  [clicks('Ďalej', { country: 'SK' }), shows('Kto je klient?')],
  [clicks('Ďalej', { organisation: 'Woodgrove', domain: 'woodgrove.sk' }), shows('Kto bude u klienta prvým správcom?', 'dostane práve jednu licenciu')],
  [
    clicks('Ďalej', { adminName: 'Alena Malá', adminEmail: 'alena@woodgrove.sk' }),
    shows('Zmluva', 'Zmluvu o poskytovaní služby Microsoft Online Service a Podmienky a ujednania'),
  ],
  [
    clicks('Ďalej', { agreed: 'true' }),
    shows(
      'Vytvoriť konto?',
      'Klient: Woodgrove',
      'Krajina alebo oblasť: Slovensko',
      'Office 365 Small Business × 3 licencie',
      '1. marca 2026 – 28. februára 2027',
    ),
  ],
  [
    clicks('Vytvoriť konto'),
    shows('Predplatné je zapísané v evidencii', 'Klient: Woodgrove', 'U Microsoftu: treba dokončiť · Jana Nováková'),
    offers('Microsoft kódy prijal', 'Kontrolný zoznam', 'Použiť ďalšie kódy', 'Domov'),
  ],
  [clicks('Microsoft kódy prijal'), shows('Predplatné je zapísané v evidencii', 'U Microsoftu: potvrdené 1. marca 2026 · Jana Nováková')],
  ['ornitorynk', shows('Tomu nerozumiem', 'Máte na mysli niektorú z týchto možností?')],
];

type Words = readonly [language: Language, stop: string, stopped: string, goOn: string, startAgain: string, cancel: string];

const stops = ([, stop, stopped, goOn, startAgain, cancel]: Words): readonly Row[] => [
  ['redeem'],
  [fills({ understood: 'true' })],
  [stop, shows(stopped), offers(goOn, startAgain)],
  ['redeem', offers(goOn, startAgain)],
  [clicks(startAgain)],
  ['language', offers('English', 'Čeština', 'Slovenčina')],
  [cancel, shows(stopped)],
];

describe('word for word', () => {
  it('a partner redeems five keys in Czech', async () => plays((await aChat({ as: jana(), book }, 'cs')).chat, czech));
  it('a partner redeems five keys in Slovak', async () => plays((await aChat({ as: jana(), book }, 'sk')).chat, slovak));

  for (const words of [
    ['en', 'stop', 'Stopped', 'Go on where I was', 'Start again', 'cancel'],
    ['cs', 'přerušit', 'Přerušeno', 'Pokračovat v rozpracovaném', 'Začít znovu', 'zrušit'],
    ['sk', 'prerušiť', 'Prerušené', 'Pokračovať v rozpracovanom', 'Začať znova', 'zrušiť'],
  ] as const) {
    it(`stopping and going on: ${words[0]}`, async () => plays((await aChat({ as: jana(), book }, words[0])).chat, stops(words)));
  }
});
