import type { Part } from '../catalogue.ts';
import type { offerPage as english } from '../en/offer-page.ts';

export const offerPage = {
  'offer-page.title': 'Ponuka pre vašu organizáciu',
  'offer-page.skip': 'Prejsť na ponuku',
  'offer-page.not-found-title': 'Tu žiadna ponuka nie je',
  'offer-page.not-found': 'V odkaze môže byť preklep, ponuka sa skončila alebo bola odvolaná. Opýtajte sa partnera, od ktorého máte odkaz.',
  'offer-page.too-many-title': 'Okamih, prosím',
  'offer-page.too-many': 'Z vašej siete prišlo priveľa pokusov. Počkajte minútu a otvorte odkaz znova.',
  'offer-page.unreadable': 'Odoslané údaje sa nepodarilo prečítať. Načítajte stránku znova a skúste to ešte raz.',
  'offer-page.stale': 'Stránka bola otvorená pridlho alebo z nej už odpoveď odišla. Tu je ponuka tak, ako je teraz: skôr ako odpoviete, skontrolujte ju.',
  'offer-page.one-moment': 'Okamih…',
  'offer-page.offline': 'Žiadna odozva neprišla: možno nie ste online. Zadané údaje tu zostávajú. Skúste to znova; tá istá odpoveď sa nikdy nezapíše dvakrát.',
  'offer-page.went-wrong': 'Niečo sa u nás pokazilo. Skúste to o chvíľu znova; tá istá odpoveď sa nikdy nezapíše dvakrát.',
  'offer-page.signing-in': 'Prebieha prihlásenie…',
  'offer-page.sign-in-failed':
    'Prihlásenie cez Teams sa nepodarilo, takže ponuku vidíte ako ktorýkoľvek návštevník. Načítajte stránku znova alebo napíšte asistentovi v Teams.',
  'offer-page.no-script': 'Odpovedať tu možno len s JavaScriptom. Odpovedať môžete aj v Teams alebo to povedzte partnerovi.',
  'offer-page.teams-heading': 'Odpoveď v Teams',
  'offer-page.teams-why': 'Tam ste prihlásení: odpoveď platí hneď a len tam možno prijať delegovanú správu.',
  'offer-page.open-in-teams': 'Otvoriť ponuku v Teams',
  'offer-page.open-chat': 'Otvoriť Teams a napísať asistentovi',
  'offer-page.or-write': 'Alebo napíšte asistentovi v Teams tento odkaz:',
  'offer-page.write': 'Napíšte asistentovi v Teams tento odkaz:',
  'offer-page.languages': 'Jazyky',
} satisfies Part<typeof english>;
