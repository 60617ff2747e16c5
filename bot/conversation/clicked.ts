import type { AdaptiveCard } from '../../cards/adaptive-card.ts';
import type { LanguageCardMore } from '../../cards/language.card.ts';
import { languageCard } from '../../cards/language.card.ts';
import { sayIn } from '../../cards/messages/say.ts';
import { CommandId } from '../../domain/shared/ids.ts';
import type { Language } from '../../domain/shared/language.ts';
import type { Context } from './context.ts';

/** What a client sent with a click, as an object: anything else is nothing. */
export function objectOf(data: unknown): object {
  return typeof data === 'object' && data !== null ? data : {};
}

/** The id of the one command that a click is. A re-delivery has the same. */
export function commandOfClick({ turnId }: Pick<Context, 'turnId'>): CommandId {
  return CommandId.parse(`${turnId}/command`);
}

/** Everybody may choose their language, wherever they belong. */
export async function chooseLanguage(context: Context, language: Language, more: LanguageCardMore = {}): Promise<AdaptiveCard> {
  const { who, execute } = context;
  await execute({ type: 'choose-language', commandId: commandOfClick(context), partner: who.tenant, by: who.person, byName: who.name, language });
  return languageCard(sayIn(language), language, more);
}
