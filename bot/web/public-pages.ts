import { sayIn } from '../../cards/messages/say.ts';
import type { Language } from '../../domain/shared/language.ts';
import { contentPolicy, pageHtml } from './page-html.ts';
import type { PageText } from './page-html.ts';
import { readerLanguage } from './reader-language.ts';

/** A page that everybody can open: the same for all who read its language. */
export interface PublicPage {
  readonly path: string;
  readonly answer: (request: { readonly acceptLanguage: string | undefined }) => Promise<PublicAnswer>;
}

export interface PublicAnswer {
  readonly status: number;
  readonly contentType: string;
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
}

const about: PageText = {
  link: './',
  title: 'about.title',
  sections: [
    { heading: 'about.what-heading', paragraphs: ['about.what', 'about.book'] },
    { heading: 'about.start-heading', paragraphs: ['about.start'] },
    { heading: 'about.who-heading', paragraphs: ['about.who', 'terms.not-microsoft'] },
  ],
};

const privacy: PageText = {
  link: 'privacy',
  title: 'privacy.title',
  sections: [
    {
      heading: 'privacy.what-heading',
      list: [
        ...(['privacy.book', 'privacy.keys', 'privacy.offers', 'privacy.acceptance', 'privacy.sign-in', 'privacy.conversations'] as const),
        ...(['privacy.addresses', 'privacy.network', 'privacy.audit', 'privacy.messages'] as const),
      ],
    },
    { heading: 'privacy.where-heading', paragraphs: ['privacy.where', 'privacy.nobody-else', 'privacy.these-pages'] },
    { heading: 'privacy.ask-heading', paragraphs: ['privacy.ask'] },
    { heading: 'privacy.remove-heading', paragraphs: ['privacy.remove', 'privacy.uninstall'] },
  ],
};

const terms: PageText = {
  link: 'terms',
  title: 'terms.title',
  sections: [
    { heading: 'terms.provider-heading', paragraphs: ['terms.provider', 'terms.not-microsoft'] },
    { heading: 'terms.records-heading', paragraphs: ['terms.records', 'terms.agreements', 'terms.offers'] },
    { heading: 'terms.use-heading', paragraphs: ['terms.rights', 'terms.care'] },
  ],
};

const menu = [about, privacy, terms];
const anHour = 3600;

/**
 * The three addresses that the package of the Teams app names: what the assistant is, privacy, terms of use.
 *
 * Made once, of messages alone: nothing of the book can be on them. In the reader's language by `Accept-Language`, else in English.
 */
export function publicPages(): readonly PublicPage[] {
  return [publicPage('/', about), publicPage('/privacy', privacy), publicPage('/terms', terms)];
}

function publicPage(path: string, text: PageText): PublicPage {
  const made = { en: inLanguage('en', text), cs: inLanguage('cs', text), sk: inLanguage('sk', text) };
  return { path, answer: async ({ acceptLanguage }) => made[readerLanguage(acceptLanguage)] };
}

function inLanguage(language: Language, text: PageText): PublicAnswer {
  return {
    status: 200,
    contentType: 'text/html; charset=utf-8',
    body: pageHtml(text, menu, sayIn(language)),
    headers: {
      'Cache-Control': `public, max-age=${anHour}`,
      'Content-Language': language,
      'Content-Security-Policy': contentPolicy,
      Vary: 'Accept-Language',
    },
  };
}
