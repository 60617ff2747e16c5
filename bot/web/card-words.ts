import { z } from 'zod';
import type { RenderedCard } from '../../domain/shared/turn.ts';

/** The parts of a card that hold text or hold what does. */
const Node = z.object({
  text: z.string().optional(),
  isVisible: z.boolean().optional(),
  inlines: z.array(z.object({ text: z.string() })).optional(),
  body: z.array(z.unknown()).optional(),
  items: z.array(z.unknown()).optional(),
  columns: z.array(z.unknown()).optional(),
});

/** What a card says, paragraph by paragraph, without its fields and buttons: for readers whose browser draws no card. */
export function wordsOf(card: RenderedCard): readonly string[] {
  return wordsIn(card);
}

function wordsIn(node: unknown): readonly string[] {
  const { text, inlines, isVisible, body = [], items = [], columns = [] } = Node.safeParse(node).data ?? {};
  if (isVisible === false) return [];
  const own = text ?? inlines?.map((run) => run.text).join('');
  return [...(own === undefined ? [] : [own]), ...[...body, ...items, ...columns].flatMap(wordsIn)];
}
