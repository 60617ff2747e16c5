import type { CardAction } from '../../cards/actions.ts';
import { unknownButtonCard } from '../../cards/conversation.card.ts';
import { rightAskedCard, rightNoticeCard } from '../../cards/right-request.card.ts';
import { customerTaskOf } from '../../domain/company/rights.ts';
import { commandOfClick } from '../conversation/clicked.ts';
import type { Answered, Context } from '../conversation/context.ts';
import type { PartnerPerson } from '../conversation/who.ts';

type Here = Context<PartnerPerson>;
type Click<V extends CardAction['verb']> = Extract<CardAction, { readonly verb: V }>;

/** "Ask a global admin for this right": one request for each person. */
export async function askForRight(context: Here, { task: name }: Click<'ask-for-right'>): Promise<Answered> {
  const { who, say, execute } = context;
  const task = customerTaskOf(name);
  if (task === undefined) return { card: unknownButtonCard(say) };
  const result = await execute({ type: 'ask-for-right', commandId: commandOfClick(context), partner: who.tenant, by: who.person, byName: who.name, task });
  if (result.kind === 'done') return { card: rightAskedCard(say, { task, asked: result.outcome.asked }) };
  switch (result.refusal.kind) {
    case 'has-right-already':
      return { card: rightNoticeCard(say, { because: say('rights.has-already') }) };
    case 'no-global-admin':
      return { card: rightNoticeCard(say, { because: say('rights.no-global-admin') }) };
  }
}

/** A global admin's answer to a request. */
export async function settleRightRequest(context: Here, { person, verdict }: Click<'settle-right-request'>): Promise<Answered> {
  const { who, say, execute } = context;
  const command = { commandId: commandOfClick(context), partner: who.tenant, by: who.person, byName: who.name, person, verdict };
  const result = await execute({ type: 'settle-right-request', ...command });
  if (result.kind === 'done') {
    const { name } = result.outcome;
    return { card: rightNoticeCard(say, { done: say(result.outcome.verdict === 'granted' ? 'rights.granted' : 'rights.refused', name) }) };
  }
  switch (result.refusal.kind) {
    case 'not-a-global-admin':
      return { card: rightNoticeCard(say, { because: say('rights.only-global-admin') }) };
    case 'request-not-found':
      return { card: rightNoticeCard(say, { because: say('rights.request-gone') }) };
  }
}
