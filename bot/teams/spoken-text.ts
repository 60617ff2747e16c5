import { z } from 'zod';
import type { Activity } from './activity.ts';
import { entitiesOf } from './activity.ts';

const Mention = z.object({ type: z.literal('mention'), mentioned: z.object({ id: z.string() }), text: z.string().min(1) });

/**
 * What the person wrote, without the assistant's own name in it.
 *
 * The SDK takes away only the first mention and stumbles over a missing text; in a channel every message carries one, some carry three.
 */
export function spokenText(activity: Activity): string {
  const text = (activity.text ?? '').replaceAll(/&nbsp;|\u00A0/g, ' ');
  return ownMentions(activity)
    .reduce((rest, mention) => rest.replaceAll(mention, ' '), text)
    .trim();
}

function ownMentions(activity: Activity): readonly string[] {
  return entitiesOf(activity, 'mention').flatMap((entity) => {
    const mention = Mention.safeParse(entity).data;
    return mention?.mentioned.id === activity.recipient.id ? [mention.text.replaceAll(/&nbsp;|\u00A0/g, ' ')] : [];
  });
}
