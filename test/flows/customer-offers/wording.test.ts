import { aTrial, gdap } from '../../support/offers.ts';
import { contosoHere, customerWorld, vit } from '../../support/customer-side.ts';
import { clicks, offers, plays, shows } from '../../support/transcript.ts';
import type { Row } from '../../support/transcript.ts';

/** Word for word, so that whoever changes what customers read sees it here: the rest of the transcripts takes its titles from the catalogues. */
const offer = aTrial({ customer: contosoHere.id, content: { kind: 'trial', plan: 'business-standard', delegation: gdap() } });

const czech = (code: string): readonly Row[] => [
  [
    code,
    shows(
      'Pozvánka ke zkušební verzi pro vaši organizaci',
      'Váš partner Microsoftu: Cloudy s.r.o.',
      'Organizace: Contoso',
      'Lze přijmout do: 31. března 2026',
      'Partner vám píše',
      'Zkušební verze trvá 30 dní, nejvýše 25 licencí. V placené předplatné se sama nezmění.',
      'Partner pak může vaše služby Microsoftu spravovat za vás. Vaše hesla k tomu nepotřebuje.',
      'Správce helpdesku: nová hesla běžných uživatelů, žádosti o službu',
      'Trvá 365 dní: při přijetí dnes do 28. února 2027.',
      'Potom sama skončí.',
      'Ukončit ji můžete kdykoli.',
      'Nabídku můžete přijmout i bez ní.',
      'Přijetím nabídky přijímáte za svou organizaci Smlouvu o poskytování služby Microsoft Online Service a Podmínky a ujednání.',
      'U Microsoftu se tím samým nic nestane.',
      'Telefon: +420 222 333 444',
    ),
    offers('Přijmout včetně delegované správy', 'Přijmout bez delegované správy', 'Odmítnout', 'Zobrazit smlouvu'),
  ],
  [
    clicks('Přijmout včetně delegované správy'),
    shows(
      'Nabídka je přijata',
      'Přijato: Microsoft 365 Business Standard × 25 licencí',
      'V evidenci partnera: přijato 1. března 2026 · Karel Contoso',
      'U Microsoftu: partner to nyní nastaví.',
      'Delegovaná správa v evidenci partnera: do 28. února 2027',
      'U Microsoftu: delegovaná správa začne, až schválíte vlastní žádost Microsoftu. Tu vám partner pošle.',
    ),
  ],
  [clicks('Ukončit delegovanou správu'), shows('Ukončit delegovanou správu?', 'V evidenci partnera skončí hned'), offers('Ano, ukončit', 'Zpět k nabídce')],
  [
    clicks('Ano, ukončit'),
    shows(
      'Nabídka je přijata',
      'Delegovaná správa v evidenci partnera: ukončeno 1. března 2026 · Karel Contoso',
      'U Microsoftu musí partner svá práva ještě odebrat.',
    ),
  ],
  ['nabídky', shows('Nabídky pro vaši organizaci', 'Pozvánka ke zkušební verzi · Cloudy s.r.o.', 'přijato')],
  ['nápověda', shows('K čemu je tento chat', 'Napište „nabídky“ a uvidíte nabídky pro svou organizaci.')],
];

const slovak = (code: string): readonly Row[] => [
  [
    code,
    shows(
      'Pozvánka na vyskúšanie pre vašu organizáciu',
      'Váš partner Microsoftu: Cloudy s.r.o.',
      'Organizácia: Contoso',
      'Možno prijať do: 31. marca 2026',
      'Vyskúšanie trvá 30 dní, najviac 25 licencií. Na platené predplatné sa samo nezmení.',
      'Partner potom môže vaše služby Microsoftu spravovať za vás. Vaše heslá na to nepotrebuje.',
      'Potom sa sama skončí.',
      'Ukončiť ju môžete kedykoľvek.',
      'Prijatím ponuky prijímate za svoju organizáciu Zmluvu o poskytovaní služby Microsoft Online Service a Podmienky a ujednania.',
    ),
    offers('Prijať vrátane delegovanej správy', 'Prijať bez delegovanej správy', 'Odmietnuť', 'Zobraziť zmluvu'),
  ],
  [clicks('Odmietnuť'), shows('Odmietnuť túto ponuku?', 'Partner sa to hneď dozvie.'), offers('Áno, odmietnuť', 'Späť na ponuku')],
  [clicks('Späť na ponuku')],
  [
    clicks('Prijať bez delegovanej správy'),
    shows(
      'Ponuka je prijatá',
      'Prijaté: Microsoft 365 Business Standard × 25 licencií',
      'V evidencii partnera: prijaté 1. marca 2026 · Karel Contoso',
      'U Microsoftu: partner to teraz nastaví.',
      'Prijaté bez delegovanej správy.',
    ),
  ],
  ['ponuky', shows('Ponuky pre vašu organizáciu', 'Pozvánka na vyskúšanie · Cloudy s.r.o.', 'prijaté')],
];

const asking = (code: string): readonly Row[] => [
  [
    code,
    shows('Pozvánka ke zkušební verzi pro vaši organizaci', 'Na tuto nabídku může odpovědět jen správce vaší organizace.', 'Odpovědět mohou: Alena Malá a'),
    offers('Požádat o zapsání mezi správce'),
  ],
  [clicks('Požádat o zapsání mezi správce'), shows('Žádost je u partnera', 'Pokud to spěchá, zavolejte nebo napište.'), offers('Zobrazit nabídku')],
  [
    clicks('Zobrazit nabídku'),
    shows('Pozvánka ke zkušební verzi pro vaši organizaci', 'Žádost o zapsání mezi správce byla partnerovi odeslána 1. března 2026.'),
  ],
];

describe('word for word', () => {
  it('an admin of a customer accepts a trial with delegated administration in Czech, and ends it', async () => {
    const { chat, code } = await customerWorld({ offer }, 'cs');
    await plays(chat, czech(code));
  });

  it('an admin of a customer accepts a trial alone in Slovak', async () => {
    const { chat, code } = await customerWorld({ offer }, 'sk');
    await plays(chat, slovak(code));
  });

  it('somebody whom the book does not know asks to be named in Czech', async () => {
    const { chat, code } = await customerWorld({ offer, as: vit, name: 'Vít Contoso' }, 'cs');
    await plays(chat, asking(code));
  });
});
