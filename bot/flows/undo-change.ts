import type { CardAction } from '../../cards/actions.ts';
import { changeNotUndoneCard, changeUndoneCard } from '../../cards/change-undone.card.ts';
import { notAllowedCard } from '../../cards/conversation.card.ts';
import type { Say } from '../../cards/messages/say.ts';
import type { UndoChangeRefusal } from '../../domain/customers/acting-commands.ts';
import { commandOfClick } from '../conversation/clicked.ts';
import type { Answered, Context } from '../conversation/context.ts';
import { mendOf } from '../conversation/own-company/mending.ts';
import type { PartnerPerson } from '../conversation/who.ts';

type Here = Context<PartnerPerson>;

/** Takes a change of a subscription back that nobody has confirmed at Microsoft. */
export async function undoChange(context: Here, { handOff }: Extract<CardAction, { readonly verb: 'undo-change' }>): Promise<Answered> {
  const { who, say, book, execute } = context;
  const stored = (await book.read('hand-off', handOff))?.value;
  const customer = stored?.partner === who.tenant ? stored.customer : undefined;
  const command = { commandId: commandOfClick(context), partner: who.tenant, by: who.person, byName: who.name, handOff };
  const result = await execute({ type: 'undo-change', ...command });
  if (result.kind === 'done') return { card: changeUndoneCard(say, result.outcome) };
  if (result.refusal.kind === 'person-lacks-right')
    return {
      card: notAllowedCard(say, { title: 'change.title', because: say('eligibility.person-full'), ask: 'subscription-change', mend: await mendOf(context) }),
    };
  return { card: changeNotUndoneCard(say, { because: whyNot(say, result.refusal), ...(customer === undefined ? {} : { customer }) }) };
}

function whyNot(say: Say, refusal: Exclude<UndoChangeRefusal, { readonly kind: 'person-lacks-right' }>): string {
  switch (refusal.kind) {
    case 'hand-off-not-found':
      return say('change.undo-not-found');
    case 'done-at-microsoft':
      return say('change.undo-done', say('hand-off.confirmed', refusal.name, say.instant(refusal.at)));
    case 'changed-since':
      return say('change.undo-changed-since');
    case 'seats-wrong':
      return say('change.undo-seats-wrong', refusal.least, refusal.most);
  }
}
