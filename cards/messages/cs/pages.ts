import type { Part } from '../catalogue.ts';
import type { pages as english } from '../en/pages.ts';

export const pages = {
  'pages.brand': 'Partner Assistant pro partnery cloudu',
  'pages.skip': 'Přejít k textu',
  'pages.menu': 'Stránky',
  'about.title': 'O asistentovi',
  'about.what-heading': 'K čemu slouží',
  'about.what':
    'Pracuje v Microsoft Teams pro společnosti, které prodávají a spravují cloudová předplatná společnosti Microsoft. Jejich lidé v chatu s ním uplatňují kódy Product Key, zakládají předplatné zákazníka, přidávají uživatele nebo předplatné obnovují, posílají nabídky a vidí, co je ještě potřeba udělat u Microsoftu. Jejich zákazníci odpovídají na nabídku na kartě v Teams nebo na stránce.',
  'about.book':
    'Co potvrdí, to se zapíše do vlastní evidence partnerské společnosti. U Microsoftu asistent sám nic nezadává; řekne, co tam ještě musí udělat člověk.',
  'about.start-heading': 'Jak začít',
  'about.start': 'Otevřete aplikaci v Teams a napište „nápověda“. Dokud asistenta nepřipojí správce vaší společnosti, odpovídá, ale neukazuje žádná data.',
  'about.who-heading': 'Kdo ho provozuje',
  'about.who': 'Partnerská společnost na vlastním serveru. Určuje, kdo smí co dělat, a odpoví na vaše dotazy.',
  'privacy.title': 'Ochrana osobních údajů',
  'privacy.what-heading': 'Co se ukládá',
  'privacy.book':
    'Evidence partnerské společnosti: údaje o společnosti, její lidé a jejich oprávnění; zákazníci s kontaktními osobami, uživateli, předplatnými a smlouvami; co je ještě potřeba udělat a kdo to má na starosti.',
  'privacy.keys': 'Kódy Product Key: šifrovaně. Čitelných zůstává jen posledních pět znaků.',
  'privacy.offers': 'Nabídky: co bylo nabídnuto a jakými slovy, kdo nabídku poslal, kdy a komu. Kód v odkazu na nabídku se ukládá šifrovaně.',
  'privacy.acceptance':
    'Odpovědi na nabídky: odpověď, organizace, kdy a v jakém jazyce; kdo odpověděl, se jménem a přihlašovacím jménem, nebo na stránce jméno, e-mail a telefon tam zadané; a která smlouva byla přijata a v jaké verzi.',
  'privacy.sign-in':
    'Na stránce nabídky a na kartě obnovení, uvnitř Teams: Teams sdělí vaše jméno, adresář vaší organizace a zda v něm máte roli správce. Uloží se z toho něco jen s odpovědí.',
  'privacy.network':
    'Vaše síťová adresa: neukládá se. Asistent jen po nějakou dobu v paměti počítá, kolikrát se z ní otevřely stránky nabídek, aby nikdo nemohl uhodnout jejich odkazy.',
  'privacy.conversations': 'Nedokončené konverzace: zadané údaje se ukládají šifrovaně, aby v nich šlo později pokračovat.',
  'privacy.addresses': 'Kde vás v Teams zastihnout: identifikátory vašeho účtu a chatu, vaše jméno, jazyk a časové pásmo. Asistent tam posílá své zprávy.',
  'privacy.audit':
    'Záznam o změnách (audit): kdo, kdy a co změnil, s hodnotami před změnou a po ní. Záznamy se jen přidávají a nikdy neobsahují celý kód Product Key.',
  'privacy.messages': 'Identifikátory už zpracovaných zpráv, po dobu dvou dnů, aby se žádná nezpracovala dvakrát. Historii chatů si asistent neukládá.',
  'privacy.where-heading': 'Kde se data ukládají a komu se předávají',
  'privacy.where': 'Data jsou uložena na serveru partnerské společnosti, která asistenta provozuje, a v zálohách, které si tato společnost pořizuje.',
  'privacy.nobody-else':
    'Asistent je nepředává žádným třetím stranám. Nikoho nesleduje a nezobrazuje reklamu. Zprávy a karty procházejí přes Microsoft Teams jako vše v chatu a zůstávají v jeho historii.',
  'privacy.these-pages':
    'Tyto stránky neukládají soubory cookie a nenačítají nic odjinud. Skripty spouští jen stránka nabídky a karta obnovení a jsou z téhož serveru.',
  'privacy.ask-heading': 'Na koho se obrátit',
  'privacy.ask':
    'Za data odpovídá partnerská společnost, která asistenta provozuje. Pokud v ní pracujete, obraťte se na jejího správce; pokud jste jejím zákazníkem, na svou kontaktní osobu v této společnosti.',
  'privacy.remove-heading': 'Jak požádat o odstranění údajů',
  'privacy.remove':
    'Zeptejte se téže společnosti, jaké údaje o vás má, a požádejte o jejich opravu nebo odstranění. Některé záznamy, například o smlouvách a použitých kódech Product Key, může být nutné uchovat; společnost vám sdělí, které a proč.',
  'privacy.uninstall': 'Když aplikaci v Teams odinstalujete, asistent zapomene, kde vás tam zastihnout. Zprávy v historii chatu se odstraňují přímo v Teams.',
  'terms.title': 'Podmínky použití',
  'terms.provider-heading': 'Kdo asistenta poskytuje',
  'terms.provider': 'Partnerská společnost, která ho provozuje. Platí to, co máte s touto společností sjednáno; tyto podmínky na tom nic nemění.',
  'terms.not-microsoft': 'Asistent není produktem společnosti Microsoft. Microsoft a Microsoft Teams jsou ochranné známky skupiny společností Microsoft.',
  'terms.records-heading': 'Zápis v evidenci není úkon u Microsoftu',
  'terms.records':
    'Co asistent zapíše, je v evidenci partnerské společnosti. Samotným zápisem se u Microsoftu nic neobjedná, neuplatní ani nezmění: udělá to tam člověk a asistent to vede jako úkol, dokud někdo nepotvrdí, že je hotovo.',
  'terms.agreements': 'Pro služby společnosti Microsoft platí její vlastní smlouvy.',
  'terms.offers':
    'Kdo přijímá nabídku, činí tak za svou organizaci a musí k tomu mít oprávnění. Přijetí bez přihlášení platí, až když ho partnerská společnost potvrdí.',
  'terms.use-heading': 'Jak ho používat',
  'terms.rights': 'Kdo smí asistenta používat a k čemu, určuje partnerská společnost.',
  'terms.care':
    'Zadávejte jen kódy Product Key a údaje, k jejichž použití máte oprávnění. Zkontrolujte, co potvrzujete: použitý kód Product Key už nelze uplatnit znovu.',
} satisfies Part<typeof english>;
