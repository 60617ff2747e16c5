import type { z } from 'zod';
import { redeemAcknowledgementCard } from '../../cards/redeem-acknowledgement.card.ts';
import type { Say } from '../../cards/messages/say.ts';
import { flowOf, form } from '../../bot/conversation/flow.ts';
import type { At, FlowSpec, FormSpec, RefusalReply } from '../../bot/conversation/flow.ts';
import type { Conversations } from '../../bot/conversation/context.ts';
import type { Execute, RefusalOf } from '../../domain/commands.ts';
import { ChecklistMarked } from '../../domain/customers/commands.ts';

interface Answers {
  readonly first: { readonly name: string };
}
declare const spec: FlowSpec<Answers, 'mark-checklist'>;
declare const conversations: Conversations;
declare const say: Say;
type Inputs = z.ZodObject<{ name: z.ZodString; email: z.ZodString }>;
type Form = FormSpec<Answers, Inputs, undefined>;
declare const formSpec: Form;

export const flow = flowOf(spec);
export const step = form<Answers>()<Inputs, undefined>(formSpec);

/** A reply to every refusal. */
export function refused(refusal: RefusalOf<'mark-checklist'>): RefusalReply {
  switch (refusal.kind) {
    case 'checklist-not-found':
      return { text: say('checklist.not-found') };
    case 'person-lacks-right':
      return { text: say('eligibility.person-limited') };
  }
}

// @ts-expect-error a refusal without a reply
export function half(refusal: RefusalOf<'mark-checklist'>): RefusalReply {
  if (refusal.kind === 'checklist-not-found') return { text: say('checklist.not-found') };
}

declare const withoutReplies: Omit<FlowSpec<Answers, 'mark-checklist'>, 'refused'>;
// @ts-expect-error a conversation without replies to refusals
export const speechless = flowOf<Answers, 'mark-checklist'>(withoutReplies);

declare const withoutReceipt: Omit<FlowSpec<Answers, 'mark-checklist'>, 'done'>;
// @ts-expect-error a conversation without a receipt
export const thankless = flowOf<Answers, 'mark-checklist'>(withoutReceipt);

// @ts-expect-error replies to the refusals of another command
export const elsewhere = flowOf<Answers, 'correct-admin-email'>({ ...spec, outcome: ChecklistMarked });

// @ts-expect-error a title that needs arguments
export const wordy = flowOf<Answers, 'mark-checklist'>({ ...spec, title: 'redeem.keys-of' });

// @ts-expect-error a field without words for what is wrong with it
export const wrong: Form['wrong'] = { name: 'redeem.admin-name-missing' };

// @ts-expect-error words for a field that the form does not have
export const more: Form['wrong'] = { name: 'redeem.admin-name-missing', email: 'redeem.admin-email-wrong', phone: 'redeem.contact-phone-wrong' };

// @ts-expect-error a form whose answers the conversation does not know
export const stray = form<Answers>()<Inputs, undefined>({ ...formSpec, id: 'second' });

// @ts-expect-error an answer that is not of its form
export const judge: Form['judge'] = () => Promise.resolve({ kind: 'taken', answers: { first: { name: 5 } } });

// @ts-expect-error a registry without one of the conversations a button can begin
export const fewer: Conversations['flows'] = { 'redeem-product-keys': conversations.flows['redeem-product-keys'] };

// @ts-expect-error a registry without one of the pages a button can show
export const pages: Conversations['pages'] = { home: conversations.pages.home, help: conversations.pages.help };

// @ts-expect-error a card of a step without its place in the conversation
export const lost = redeemAcknowledgementCard(say, {});

// @ts-expect-error a step reads the book and never writes
export const verb: keyof At<Answers>['book'] = 'commit';

declare const execute: Execute;
// @ts-expect-error a command without what it is about
export const empty = execute({ type: 'mark-checklist' });
