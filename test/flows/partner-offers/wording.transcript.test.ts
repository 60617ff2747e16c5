import { petr } from '../../support/builders.ts';
import { contosoHere, sellersBook } from '../../support/customer-side.ts';
import { aChat, clicks, fills, offers, plays, shows } from '../../support/transcript.ts';
import type { Row } from '../../support/transcript.ts';

const line = { plan: 'business-standard', seats: '5', term: 'P1Y', billing: 'monthly', amount: '1 234,50', currency: 'CZK' };

const czech: readonly Row[] = [
  ['poslat nabídku', shows('Komu je nabídka k nákupu určena?', 'Krok 1 z 6'), offers('Další', 'Přerušit')],
  [fills({ customer: contosoHere.id }), shows('Co nabízíte?', 'Cena je bez daně')],
  [
    fills(line),
    shows('Je to vše, co nabízíte?', '5 licencí · 1 rok · fakturace měsíčně', '1 234,50 CZK bez daně za licenci a fakturační období'),
    offers('Pokračovat s těmito řádky', 'Přidat další řádek'),
  ],
  [clicks('Pokračovat s těmito řádky'), shows('Kde a do kdy?', 'Zákazník může přijmout zbytek i bez ní.')],
  [fills(), shows('Co jim napíšete?')],
  [
    fills({ language: 'cs' }),
    shows('Odeslat tuto nabídku k nákupu?', 'Komu: Contoso', 'Delegovaná správa: nepožaduje se', 'Lze přijmout do: 31. března 2026', 'Dobrý den,'),
    offers('Odeslat', 'Změnit řádky', 'Změnit místo nebo datum', 'Změnit zprávu', 'Zpět', 'Přerušit'),
  ],
  [clicks('Odeslat'), shows('Nabídka k nákupu', 'Stav: otevřená do 31. března 2026', 'Zatím nikdo neodpověděl.'), offers('Odvolat', 'Nová nabídka podle této')],
  [clicks('Odvolat'), shows('Odvolat ji?', 'Už ji nikdo nebude moci přijmout. Co bylo přijato, zůstává.'), offers('Ano, odvolat', 'Ne, nechat ji být')],
];

const slovak: readonly Row[] = [
  ['gdap', shows('Ktorého klienta požiadate?')],
  [fills({ customer: contosoHere.id }), shows('Ktorá forma delegovanej správy?', 'Pre nové vzťahy Microsoft klasickú formu od roku 2023 neposkytuje.')],
  [fills({ form: 'gdap' }), shows('Ktoré roly a na aký dlhý čas?', 'S rolou globálny správca to nejde')],
  [fills({ roles: '729827e3-9c14-49f7-bb1b-9608f156bbb8' }), shows('Čo im napíšete?')],
  [
    fills({ language: 'sk' }),
    shows('Odoslať túto ponuku delegovanej správy?', 'Komu: Contoso', 'Roly: Správca helpdesku', 'Po uplynutí: skončí sa bez predĺženia', 'Dobrý deň,'),
  ],
  [clicks('Odoslať'), shows('Ponuka delegovanej správy', 'Súhrnné ID: D-', 'Stav: otvorená do 30. mája 2026', 'Zatiaľ neprišla žiadna odpoveď.')],
];

describe('offers word for word', () => {
  it('a partner sends a purchase offer in Czech', async () => plays((await aChat({ as: petr(), book: sellersBook() }, 'cs')).chat, czech));
  it('a partner asks for delegated administration in Slovak', async () => plays((await aChat({ as: petr(), book: sellersBook() }, 'sk')).chat, slovak));
});
