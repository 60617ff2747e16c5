import type { Part } from '../catalogue.ts';
import type { pages as english } from '../en/pages.ts';

export const pages = {
  'pages.brand': 'Partner Assistant pre partnerov cloudu',
  'pages.skip': 'Prejsť na text',
  'pages.menu': 'Stránky',
  'about.title': 'O asistentovi',
  'about.what-heading': 'Na čo slúži',
  'about.what':
    'Pracuje v Microsoft Teams pre spoločnosti, ktoré predávajú a spravujú cloudové predplatné spoločnosti Microsoft. Ich ľudia v čete s ním používajú kódy Product Key, zakladajú predplatné klienta, pridávajú používateľov alebo predplatné obnovujú, posielajú ponuky a vidia, čo ešte treba urobiť u Microsoftu. Ich klienti odpovedajú na ponuku na karte v Teams alebo na stránke.',
  'about.book':
    'Čo potvrdia, to sa zapíše do vlastnej evidencie partnerskej spoločnosti. U Microsoftu asistent sám nič nezadáva; povie, čo tam ešte musí urobiť človek.',
  'about.start-heading': 'Ako začať',
  'about.start': 'Otvorte aplikáciu v Teams a napíšte „pomocník“. Kým asistenta nepripojí správca vašej spoločnosti, odpovedá, ale neukazuje žiadne údaje.',
  'about.who-heading': 'Kto ho prevádzkuje',
  'about.who': 'Partnerská spoločnosť na vlastnom serveri. Určuje, kto smie čo robiť, a odpovie na vaše otázky.',
  'privacy.title': 'Ochrana osobných údajov',
  'privacy.what-heading': 'Čo sa ukladá',
  'privacy.book':
    'Evidencia partnerskej spoločnosti: údaje o spoločnosti, jej ľudia a ich oprávnenia; klienti s kontaktnými osobami, používateľmi, predplatným a zmluvami; čo ešte treba urobiť a kto to má na starosti.',
  'privacy.keys': 'Kódy Product Key: šifrovane. Čitateľných zostáva len posledných päť znakov.',
  'privacy.offers': 'Ponuky: čo bolo ponúknuté a akými slovami, kto ponuku poslal, kedy a komu. Kód v odkaze na ponuku sa ukladá šifrovane.',
  'privacy.acceptance':
    'Odpovede na ponuky: odpoveď, organizácia, kedy a v akom jazyku; kto odpovedal, s menom a prihlasovacím menom, alebo na stránke meno, e-mail a telefón tam zadané; a ktorá zmluva bola prijatá a v akej verzii.',
  'privacy.sign-in':
    'Na stránke ponuky a na karte obnovení, vnútri Teams: Teams oznámi vaše meno, adresár vašej organizácie a či v ňom máte rolu správcu. Uloží sa z toho niečo iba s odpoveďou.',
  'privacy.network':
    'Vaša sieťová adresa: neukladá sa. Asistent iba nejaký čas v pamäti počíta, koľkokrát sa z nej otvorili stránky ponúk, aby nikto nemohol uhádnuť ich odkazy.',
  'privacy.conversations': 'Nedokončené konverzácie: zadané údaje sa ukladajú šifrovane, aby sa v nich dalo neskôr pokračovať.',
  'privacy.addresses': 'Kde vás v Teams zastihnúť: identifikátory vášho konta a četu, vaše meno, jazyk a časové pásmo. Asistent tam posiela svoje správy.',
  'privacy.audit':
    'Záznam o zmenách (audit): kto, kedy a čo zmenil, s hodnotami pred zmenou a po nej. Záznamy sa len pridávajú a nikdy neobsahujú celý kód Product Key.',
  'privacy.messages': 'Identifikátory už spracovaných správ, počas dvoch dní, aby sa žiadna nespracovala dvakrát. Históriu četov si asistent neukladá.',
  'privacy.where-heading': 'Kde sa údaje ukladajú a komu sa poskytujú',
  'privacy.where': 'Údaje sú uložené na serveri partnerskej spoločnosti, ktorá asistenta prevádzkuje, a v zálohách, ktoré si táto spoločnosť vytvára.',
  'privacy.nobody-else':
    'Asistent ich neposkytuje žiadnym tretím stranám. Nikoho nesleduje a nezobrazuje reklamu. Správy a karty prechádzajú cez Microsoft Teams ako všetko v čete a zostávajú v jeho histórii.',
  'privacy.these-pages':
    'Tieto stránky neukladajú súbory cookie a nenačítavajú nič odinakiaľ. Skripty spúšťa iba stránka ponuky a karta obnovení a sú z toho istého servera.',
  'privacy.ask-heading': 'Na koho sa obrátiť',
  'privacy.ask':
    'Za údaje zodpovedá partnerská spoločnosť, ktorá asistenta prevádzkuje. Ak v nej pracujete, obráťte sa na jej správcu; ak ste jej klientom, na svoju kontaktnú osobu v tejto spoločnosti.',
  'privacy.remove-heading': 'Ako požiadať o odstránenie údajov',
  'privacy.remove':
    'Spýtajte sa tej istej spoločnosti, aké údaje o vás má, a požiadajte o ich opravu alebo odstránenie. Niektoré záznamy, napríklad o zmluvách a použitých kódoch Product Key, môže byť potrebné uchovať; spoločnosť vám oznámi, ktoré a prečo.',
  'privacy.uninstall': 'Keď aplikáciu v Teams odinštalujete, asistent zabudne, kde vás tam zastihnúť. Správy v histórii četu sa odstraňujú priamo v Teams.',
  'terms.title': 'Podmienky používania',
  'terms.provider-heading': 'Kto asistenta poskytuje',
  'terms.provider': 'Partnerská spoločnosť, ktorá ho prevádzkuje. Platí to, čo máte s touto spoločnosťou dohodnuté; tieto podmienky na tom nič nemenia.',
  'terms.not-microsoft': 'Asistent nie je produktom spoločnosti Microsoft. Microsoft a Microsoft Teams sú ochranné známky skupiny spoločností Microsoft.',
  'terms.records-heading': 'Zápis v evidencii nie je úkon u Microsoftu',
  'terms.records':
    'Čo asistent zapíše, je v evidencii partnerskej spoločnosti. Samotným zápisom sa u Microsoftu nič neobjedná, nepoužije ani nezmení: urobí to tam človek a asistent to vedie ako úlohu, kým niekto nepotvrdí, že je hotovo.',
  'terms.agreements': 'Pre služby spoločnosti Microsoft platia jej vlastné zmluvy.',
  'terms.offers':
    'Kto prijíma ponuku, robí to za svoju organizáciu a musí mať na to oprávnenie. Prijatie bez prihlásenia platí, až keď ho partnerská spoločnosť potvrdí.',
  'terms.use-heading': 'Ako ho používať',
  'terms.rights': 'Kto smie asistenta používať a na čo, určuje partnerská spoločnosť.',
  'terms.care':
    'Zadávajte len kódy Product Key a údaje, na ktorých použitie máte oprávnenie. Skontrolujte, čo potvrdzujete: použitý kód Product Key už nemožno použiť znova.',
} satisfies Part<typeof english>;
