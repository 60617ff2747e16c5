import Negotiator from 'negotiator';
import { Language } from '../../domain/shared/language.ts';

/** The language of ours that the reader likes best; English when there is none (RFC 9110, 12.5.4 leaves it to the server). */
export function readerLanguage(acceptLanguage: string | undefined): Language {
  const liked = new Negotiator({ headers: { 'accept-language': acceptLanguage } }).language([...Language.options]);
  return Language.safeParse(liked).data ?? 'en';
}

/** The same, unless the address itself asks for one of ours: `?lang=cs`. */
export function chosenLanguage({ query, acceptLanguage }: { readonly query: string; readonly acceptLanguage: string | undefined }): Language {
  return Language.safeParse(new URLSearchParams(query).get('lang')).data ?? readerLanguage(acceptLanguage);
}
