import type { Part } from '../catalogue.ts';
import type { offerPage as english } from '../en/offer-page.ts';

export const offerPage = {
  'offer-page.title': 'Nabídka pro vaši organizaci',
  'offer-page.skip': 'Přejít k nabídce',
  'offer-page.not-found-title': 'Tady žádná nabídka není',
  'offer-page.not-found': 'V odkazu může být překlep, nabídka skončila nebo byla odvolána. Zeptejte se partnera, od kterého máte odkaz.',
  'offer-page.too-many-title': 'Okamžik, prosím',
  'offer-page.too-many': 'Z vaší sítě přišlo příliš mnoho pokusů. Počkejte minutu a otevřete odkaz znovu.',
  'offer-page.unreadable': 'Odeslaná data se nepodařilo přečíst. Načtěte stránku znovu a zkuste to ještě jednou.',
  'offer-page.stale': 'Stránka byla otevřená příliš dlouho, nebo z ní už odpověď odešla. Tady je nabídka tak, jak je teď: než odpovíte, zkontrolujte ji.',
  'offer-page.one-moment': 'Okamžik…',
  'offer-page.offline': 'Žádná odezva nepřišla: možná nejste online. Zadané údaje tu zůstávají. Zkuste to znovu; tatáž odpověď se nikdy nezapíše dvakrát.',
  'offer-page.went-wrong': 'Něco se u nás pokazilo. Zkuste to za chvíli znovu; tatáž odpověď se nikdy nezapíše dvakrát.',
  'offer-page.signing-in': 'Probíhá přihlášení…',
  'offer-page.sign-in-failed':
    'Přihlášení přes Teams se nezdařilo, takže nabídku vidíte jako kterýkoli návštěvník. Načtěte stránku znovu, nebo napište asistentovi v Teams.',
  'offer-page.no-script': 'Odpovědět tady jde jen s JavaScriptem. Odpovědět můžete také v Teams, nebo to řekněte partnerovi.',
  'offer-page.teams-heading': 'Odpověď v Teams',
  'offer-page.teams-why': 'Tam jste přihlášeni: odpověď platí hned a jen tam lze přijmout delegovanou správu.',
  'offer-page.open-in-teams': 'Otevřít nabídku v Teams',
  'offer-page.open-chat': 'Otevřít Teams a napsat asistentovi',
  'offer-page.or-write': 'Nebo napište asistentovi v Teams tento odkaz:',
  'offer-page.write': 'Napište asistentovi v Teams tento odkaz:',
  'offer-page.languages': 'Jazyky',
} satisfies Part<typeof english>;
