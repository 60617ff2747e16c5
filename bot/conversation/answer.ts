import { CardAction, FlowId, PageId } from '../../cards/actions.ts';
import type { AdaptiveCard, ExecuteAction } from '../../cards/adaptive-card.ts';
import { changedCard, groupCard, nothingToStopCard, unknownCard, unknownButtonCard } from '../../cards/conversation.card.ts';
import type { Intent } from '../../cards/messages/phrases.ts';
import { sayIn } from '../../cards/messages/say.ts';
import { welcomeCard } from '../../cards/welcome.card.ts';
import { looksLikeKeys } from '../../domain/product-keys/key-in-message.ts';
import { codeInMessage } from '../../domain/offers/code-in-message.ts';
import type { CommandId } from '../../domain/shared/ids.ts';
import type { Language } from '../../domain/shared/language.ts';
import { offerIdOf } from '../../domain/shared/record-ids.ts';
import type { Stored } from '../../domain/shared/store.port.ts';
import type { Incoming, Reply } from '../../domain/shared/turn.ts';
import type { Answered, Context, Conversations } from './context.ts';
import { customerAnswer } from './customer-answer.ts';
import { isPartOfCustomer } from './customers/list.ts';
import type { Progress } from './engine.ts';
import { chooseLanguage, objectOf } from './clicked.ts';
import * as flows from './flow-turn.ts';
import type { Beginning, FlowAnswer, FlowContext } from './flow-turn.ts';
import { homeButton, partnerIntents, resumeButton } from '../../cards/intent-button.ts';
import { isOneClick, oneClick } from './one-click.ts';
import type { ClickAction } from './one-click.ts';
import { nearest, soughtIn, understand, wordForWord } from './understand.ts';

/** One turn with everything read that it begins from. */
export interface Turn {
  readonly incoming: Incoming;
  readonly context: Context;
  readonly conversations: Conversations;
  readonly address: Stored<'address'> | undefined;
  /** The channel was asked what it knows of the person, to recognise them. */
  readonly isProfileAsked: boolean;
  readonly stored: Stored<'progress'> | undefined;
  /** `changed`: a deployment has changed what the stored conversation looks like. */
  readonly open: Progress | 'changed' | undefined;
}

export interface Answer {
  readonly reply: Reply;
  readonly progress: FlowAnswer['progress'];
}

/** What to answer, and what becomes of the progress. Reads; writes only through commands that repeat safely. */
export async function answerTo(turn: Turn): Promise<Answer> {
  const { said, address } = turn.incoming;
  if (said.kind === 'removed' || said.kind === 'other') return { reply: { kind: 'nothing' }, progress: { kind: 'keep' } };
  if (address.scope !== 'personal') return inGroup(turn);
  if (said.kind === 'installed')
    return turn.address?.value.welcomed === true
      ? { reply: { kind: 'nothing' }, progress: { kind: 'keep' } }
      : plain(await welcome(turn.context, turn.conversations));
  return reply(await oneToOne(turn));
}

function plain(card: AdaptiveCard): Answer {
  return { reply: { kind: 'card', card }, progress: { kind: 'keep' } };
}

function reply({ card, shows, progress }: FlowAnswer): Answer {
  return { reply: { kind: 'card', card, ...(shows === undefined ? {} : { shows }) }, progress };
}

function keep(card: AdaptiveCard): FlowAnswer {
  return kept({ card });
}

function kept(answered: Answered): FlowAnswer {
  return { ...answered, progress: { kind: 'keep' } };
}

function welcome(context: Context, { customers }: Conversations): Promise<AdaptiveCard> {
  const { who } = context;
  return who.side === 'partner' ? Promise.resolve(welcomeCard(context.say)) : customers.welcome({ ...context, who });
}

/** Briefly, and what was asked goes to the one-to-one chat where the person has one. No conversation begins here. */
async function inGroup(turn: Turn): Promise<Answer> {
  const { context, incoming } = turn;
  const known = turn.address?.value;
  const hasKey = incoming.said.kind === 'text' && looksLikeKeys(incoming.said.text);
  const card = groupCard(context.say, { bot: incoming.address.bot.id, hasChat: known !== undefined, hasKey });
  if (known === undefined || incoming.said.kind !== 'text') return plain(card);
  const asked = await pageFor(turn, incoming.said.text);
  return { reply: { kind: 'card', card, alsoTo: { address: known.address, card: asked } }, progress: { kind: 'keep' } };
}

async function pageFor(turn: Turn, text: string): Promise<AdaptiveCard> {
  const { who } = turn.context;
  if (who.side !== 'partner') return (await customerAnswer(turn, { ...turn.context, who })).card;
  const page = PageId.safeParse(understand(text)).data ?? 'home';
  return turn.conversations.pages[page].show({ ...turn.context, who });
}

async function oneToOne(turn: Turn): Promise<FlowAnswer> {
  const { context } = turn;
  const { who } = context;
  return who.side === 'partner' ? partnerAnswer(turn, { ...context, who }) : kept(await customerAnswer(turn, { ...context, who }));
}

async function partnerAnswer(turn: Turn, context: FlowContext): Promise<FlowAnswer> {
  const { said } = turn.incoming;
  switch (said.kind) {
    case 'clicked':
      return buttonAnswer(turn, context, said.verb, said.data);
    case 'text':
      return said.text === '' ? unknown(turn, context, '') : textAnswer(turn, context, said.text);
    case 'edited':
    case 'installed':
    case 'removed':
    case 'other':
      return unknown(turn, context, '');
  }
}

async function buttonAnswer(turn: Turn, context: FlowContext, verb: string, data: unknown): Promise<FlowAnswer> {
  const inputs = objectOf(data);
  const parsed = CardAction.safeParse({ ...inputs, verb });
  if (!parsed.success) return keep(unknownButtonCard(context.say));
  const action = parsed.data;
  const { flows: all, pages, clicks } = turn.conversations;
  const open = turn.open === 'changed' ? undefined : turn.open;
  if (isOneClick(action)) return clickAnswer(turn, context, action, inputs);
  switch (action.verb) {
    case 'begin':
      return begin(turn, context, action.flow, { afresh: action.afresh, about: action.about });
    case 'submit':
    case 'confirm':
    case 'back':
    case 'edit':
      return isChanged(turn, action.run) ? changed(turn, context) : flows.clicked(context, action, inputs, open, turn.conversations);
    case 'stop':
    case 'resume':
      if (isChanged(turn, action.run)) return changed(turn, context);
      if (open?.run !== action.run) return flows.stale(context, action.run, open, turn.conversations);
      if (action.verb === 'resume') return flows.show(context, all[open.flow], open);
      return flows.stop(context, all[open.flow], open, action.step === open.step ? inputs : undefined);
    case 'show':
      return keep(await pages[action.page].show(context, action.after));
    case 'choose-language':
      return keep(await chooseLanguage(context, action.language, { ways: waysOn(turn, action.language) }));
    case 'wish-renewal':
      // A customer's button in a partner's hand: the renewal as it stands.
      return kept(await clicks['show-renewal'](context, { verb: 'show-renewal', subscription: action.subscription, term: action.term }, inputs));
    case 'accept-offer':
    case 'decline-offer':
    case 'ask-to-be-admin':
      // A customer's button in a partner's hand: the offer as it stands.
      return kept(await clicks['show-offer'](context, { verb: 'show-offer', offer: action.offer }, inputs));
  }
}

/** Acts, or shows; what was confirmed at Microsoft is shown on the receipt it was clicked on, if it was. */
async function clickAnswer(turn: Turn, context: FlowContext, action: ClickAction, inputs: object): Promise<FlowAnswer> {
  const answered = await oneClick(turn.conversations.clicks, context, action, inputs);
  if (action.verb !== 'confirm-hand-off' || action.run === undefined) return kept(answered);
  return kept((await flows.receiptOf(context, action.run, turn.conversations)) ?? answered);
}

/**
 * A command word for word comes first, then what the open step asks for, then a part of a customer's name, which a list of customers asks
 * for, then a command with a typing error: "Česko" is nearly "česky".
 */
async function textAnswer(turn: Turn, context: FlowContext, text: string): Promise<FlowAnswer> {
  const open = turn.open === 'changed' ? undefined : turn.open;
  const code = codeInMessage(text);
  if (code !== undefined)
    return kept(await turn.conversations.clicks['show-offer'](context, { verb: 'show-offer', offer: offerIdOf(context.secrets, code) }, {}));
  const find = soughtIn(text);
  if (find !== undefined) return kept(await turn.conversations.clicks['find-customers'](context, { verb: 'find-customers' }, { find }));
  for (const flow of Object.values(turn.conversations.flows)) {
    const overheard = await flows.overheard(context, flow, open, text, turn.conversations);
    if (overheard !== undefined) return overheard;
  }
  const said = wordForWord(text);
  const isShown = open !== undefined && open.aside !== true && !open.paused;
  if (!isShown && said === undefined && (await isPartOfCustomer(context, text)))
    return kept(await turn.conversations.clicks['find-customers'](context, { verb: 'find-customers' }, { find: text }));
  if (open !== undefined && (said === undefined || said === 'yes')) {
    const heard = await flows.heard(context, turn.conversations.flows[open.flow], open, text);
    if (heard !== undefined) return heard;
  }
  const intent = said ?? understand(text);
  return intent === undefined ? unknown(turn, context, text) : intentAnswer(turn, context, intent, text);
}

async function begin(turn: Turn, context: FlowContext, flow: FlowId, how: Beginning): Promise<FlowAnswer> {
  if (turn.open === 'changed') return changed(turn, context);
  return flows.begin(context, turn.conversations.flows[flow], turn.open, turn.conversations, how);
}

/** Does this button belong to the stored conversation, and has a deployment changed that? */
function isChanged(turn: Turn, run: CommandId): boolean {
  return turn.open === 'changed' && turn.stored?.value.commandId === run;
}

/** "Let's start again": the conversation that a deployment has changed is offered anew. */
function changed({ stored, conversations }: Turn, { say }: FlowContext): FlowAnswer {
  const flow = FlowId.safeParse(stored?.value.flow).data ?? 'redeem-product-keys';
  return { card: changedCard(say, conversations.flows[flow]), progress: { kind: 'drop' } };
}

async function intentAnswer(turn: Turn, context: FlowContext, intent: Intent, text: string): Promise<FlowAnswer> {
  const { flows: all, pages } = turn.conversations;
  const open = turn.open === 'changed' ? undefined : turn.open;
  const flow = FlowId.safeParse(intent).data;
  if (flow !== undefined) return begin(turn, context, flow, { afresh: undefined, about: undefined });
  const page = PageId.safeParse(intent).data;
  if (page !== undefined) return keep(await pages[page].show(context));
  if (intent !== 'stop' && intent !== 'back' && intent !== 'resume') return unknown(turn, context, text);
  if (turn.open === 'changed') return changed(turn, context);
  return open === undefined ? keep(nothingToStopCard(context.say)) : flows[intentVerbs[intent]](context, all[open.flow], open);
}

const intentVerbs = { stop: 'stop', back: 'back', resume: 'show' } as const;

async function unknown(turn: Turn, context: FlowContext, text: string): Promise<FlowAnswer> {
  const open = turn.open === 'changed' ? undefined : turn.open;
  const offered = text === '' ? partnerIntents.slice(0, 3) : nearest(text, partnerIntents, 3);
  const flow = open === undefined ? undefined : turn.conversations.flows[open.flow];
  const about = open === undefined || flow === undefined ? {} : { open: { run: open.run, title: flow.title, ...(await flows.whomOf(context, flow, open)) } };
  const edited = turn.incoming.said.kind === 'edited';
  return keep(unknownCard(context.say, { offered, edited, sought: text !== '', ...about }));
}

/** After a choice of language, in that language: back into what is open, or home. */
function waysOn({ open }: Turn, language: Language): readonly ExecuteAction[] {
  const say = sayIn(language);
  const goOn = open === undefined || open === 'changed' ? [] : [resumeButton(say, open.run)];
  return [...goOn, homeButton(say)];
}
