import type { About, CardAction } from '../../cards/actions.ts';
import type { AdaptiveCard } from '../../cards/adaptive-card.ts';
import type { FieldProblem, Frame, Whom } from '../../cards/form.ts';
import { changedCard, notAllowedCard, overCard, resumeCard, stoppedCard } from '../../cards/conversation.card.ts';
import { dayOf } from '../../domain/shared/dates.ts';
import type { CommandId } from '../../domain/shared/ids.ts';
import { advance, begun, position } from './engine.ts';
import type { Draft, EngineInput, Left, Progress, ShownReview } from './engine.ts';
import type { Answered, Context, Conversations } from './context.ts';
import type { At, Flow, Permission, Step } from './flow.ts';
import { notAllowed } from './not-allowed.ts';
import { mendOf } from './own-company/mending.ts';
import { changedSince, shownReview } from './review-shown.ts';
import { answersMark, isOwnRun, newRun, openMark } from './run.ts';
import { ChosenCustomer } from './steps/choose-customer.ts';
import { isYes } from './understand.ts';
import type { PartnerPerson } from './who.ts';

/** The answer of a turn and what becomes of the person's progress. */
export interface FlowAnswer extends Answered {
  readonly progress: { readonly kind: 'keep' } | { readonly kind: 'save'; readonly progress: Progress } | { readonly kind: 'drop' };
}

export type FlowContext = Context<PartnerPerson>;
type Asked = { readonly problems?: readonly FieldProblem[]; readonly notices?: readonly string[] };
type Said<V extends CardAction['verb']> = Extract<CardAction, { readonly verb: V }>;
type InFlow = Said<'submit' | 'confirm' | 'back' | 'edit'>;

const nothingElse = { kind: 'keep' } as const;

export interface Beginning {
  /** The mark of what is open, where the person was told that it goes; anything else that is open is asked about. */
  readonly afresh: string | undefined;
  readonly about: About | undefined;
}

/** Begins a conversation, or offers to go on with the one that is open. */
export async function begin(
  context: FlowContext,
  flow: Flow,
  open: Progress | undefined,
  conversations: Conversations,
  { afresh, about }: Beginning,
): Promise<FlowAnswer> {
  const permission = flow.permits(context.who, dayOf(context.now));
  if (permission.kind === 'not-allowed') return { card: await refusal(context, flow, permission, conversations), progress: nothingElse };
  const run = newRun(context);
  const known = about === undefined ? {} : await flow.startsWith(about, at(context, { run, answers: {} }));
  // The second of two clicks, or a change of mind before the first answer: nothing to ask about.
  if (open?.flow === flow.id && isUntouched(context, open, known)) return show(context, flow, open);
  if (open !== undefined && afresh !== openMark(context, open) && !isOnlyAbout(open, about))
    return { card: await openCard(context, conversations.flows[open.flow], open, { flow, about, answers: known }), progress: nothingElse };
  return show(context, flow, begun(flow.steps, flow.id, run, known));
}

function refusal(
  context: FlowContext,
  { title }: Pick<Flow, 'title'>,
  { kind: _, because, ...ways }: Extract<Permission, { readonly kind: 'not-allowed' }>,
  conversations: Conversations,
  notice?: string,
): Promise<AdaptiveCard> {
  return notAllowed(context, { title, because: because(context.say), ...ways, ...(notice === undefined ? {} : { notice }) }, conversations);
}

function isUntouched(context: FlowContext, { run, answers, drafts, confirmed }: Progress, known: Progress['answers']): boolean {
  return Object.keys(drafts).length + confirmed.length === 0 && answersMark(context, { run, answers }) === answersMark(context, { run, answers: known });
}

/** Nothing was said yet but which customer it is for, and what is begun is for the same one: nothing would be lost. */
function isOnlyAbout({ answers, drafts, confirmed }: Progress, about: About | undefined): boolean {
  const said = Object.keys(answers).filter((step) => answers[step] !== undefined);
  const customer = ChosenCustomer.safeParse(answers['customer']).data?.customer;
  const isNothingElse = said.length === 1 && Object.keys(drafts).length + confirmed.length === 0;
  return isNothingElse && customer !== undefined && customer === about?.customer;
}

/** Shows where the person stands, unchanged. */
export async function show(context: FlowContext, flow: Flow, progress: Progress, asked: Asked = {}): Promise<FlowAnswer> {
  const step = stepOf(flow, progress);
  if (step === undefined) return { card: changedCard(context.say, flow), progress: { kind: 'drop' } };
  const shown = await reviewNow(context, flow, step, progress);
  const frame = await frameOf(context, flow, progress, { ...asked, shown: shown?.mark ?? '' });
  const card = await step.show({ ...at(context, progress), frame, draft: progress.drafts[progress.step] });
  return { card, progress: { kind: 'save', progress: { ...progress, paused: false, aside: false, shown } } };
}

async function frameOf(
  context: FlowContext,
  flow: Flow,
  progress: Progress,
  { shown, problems = [], notices = [] }: Asked & Pick<Frame, 'shown'>,
): Promise<Frame> {
  const { run, step } = progress;
  return { run, step, shown, ...position(flow.steps, progress), ...(await whomOf(context, flow, progress)), problems, notices };
}

/** Whom an open conversation is about, for its cards. */
export async function whomOf(context: FlowContext, flow: Flow, progress: Pick<Progress, 'run' | 'answers'>): Promise<{ readonly whom?: Whom }> {
  const whom = await flow.whom(at(context, progress));
  return whom === undefined ? {} : { whom };
}

/** What a review says as things stand, without what is only said in passing. */
async function reviewNow(context: FlowContext, flow: Flow, step: Step<Progress['answers']>, progress: Progress): Promise<ShownReview | undefined> {
  if (step.kind === 'form') return undefined;
  const here = at(context, progress);
  const { body } = await step.show({ ...here, frame: await frameOf(context, flow, progress, { shown: '' }), draft: undefined });
  return shownReview(context, progress, { body, stands: await step.stands(here) });
}

/** A yes to the review with that mark. It is taken where the review still says the same; else it is shown again with what has changed. */
async function confirmed(context: FlowContext, flow: Flow, step: Step<Progress['answers']>, open: Progress, mark: string | undefined): Promise<FlowAnswer> {
  const now = await reviewNow(context, flow, step, open);
  if (now === undefined) return show(context, flow, open);
  // What this yes has done already has changed the book itself: it is told once more.
  const isTaken = mark === now.mark || (await context.book.outcomeOf(open.run)) !== undefined;
  if (isTaken) return onward(context, flow, open, { kind: 'confirmed' });
  return show(context, flow, open, { notices: changedSince(context.say, open.shown, now) });
}

/** A button of a form or review. A stale or foreign one, and a yes to what is no longer so, changes nothing and shows where things stand. */
export async function clicked(
  context: FlowContext,
  action: InFlow,
  inputs: unknown,
  open: Progress | undefined,
  conversations: Conversations,
): Promise<FlowAnswer> {
  if (open === undefined || action.run !== open.run) return stale(context, action.run, open, conversations);
  const flow = conversations.flows[open.flow];
  const step = stepOf(flow, open);
  if (step === undefined || action.step !== open.step) return show(context, flow, open);
  switch (action.verb) {
    case 'submit':
      return submitted(context, flow, step, open, inputs);
    case 'confirm':
      return confirmed(context, flow, step, open, action.shown);
    case 'back':
      return onward(context, flow, open, { kind: 'back', ...(await leaving(context, flow, open, inputs)) });
    case 'edit':
      return onward(context, flow, open, { kind: 'edit', to: action.to });
  }
}

/** A button of a conversation that is not the open one: the receipt of a finished one, or where things stand now. */
export async function stale(context: FlowContext, run: CommandId, open: Progress | undefined, conversations: Conversations): Promise<FlowAnswer> {
  const receipt = await receiptOf(context, run, conversations);
  if (receipt !== undefined) return { ...receipt, progress: nothingElse };
  return open === undefined ? { card: overCard(context.say), progress: nothingElse } : show(context, conversations.flows[open.flow], open);
}

/** Stops: nothing is used up, and the person can take it up again with what was half typed. */
export async function stop(context: FlowContext, flow: Flow, open: Progress, inputs?: unknown): Promise<FlowAnswer> {
  const { progress } = advance(flow.steps, open, { kind: 'stop', ...(await leaving(context, flow, open, inputs)) });
  const about = await whomOf(context, flow, progress);
  return {
    card: stoppedCard(context.say, { title: flow.title, flow: flow.id, run: open.run, mark: openMark(context, progress), ...about }),
    progress: { kind: 'save', progress },
  };
}

/** One step back, by word. */
export async function back(context: FlowContext, flow: Flow, open: Progress): Promise<FlowAnswer> {
  return onward(context, flow, open, { kind: 'back' });
}

/** Plain text at a step where one thing is asked; undefined when it means nothing there. After another card it is shown again, to be looked at. */
export async function heard(context: FlowContext, flow: Flow, open: Progress, text: string): Promise<FlowAnswer | undefined> {
  const step = stepOf(flow, open);
  if (step === undefined || open.paused) return undefined;
  const { aside = false } = open;
  if (step.kind === 'review') return isYes(text) ? confirmed(context, flow, step, open, aside ? undefined : open.shown?.mark) : undefined;
  const inputs = step.hear(at(context, open), text);
  if (inputs === undefined) return undefined;
  return aside ? show(context, flow, typedInto(open, inputs)) : submitted(context, flow, step, open, inputs);
}

/** Stands in the field, and is not taken yet. */
function typedInto(open: Progress, inputs: Draft): Progress {
  return { ...open, drafts: { ...open.drafts, [open.step]: { ...open.drafts[open.step], ...inputs } } };
}

/** Something said in passing that belongs into a step (a product key): taken there, never repeated. */
export async function overheard(
  context: FlowContext,
  flow: Flow,
  open: Progress | undefined,
  text: string,
  conversations: Conversations,
): Promise<FlowAnswer | undefined> {
  const { overhears } = flow;
  const step = flow.steps.find((each) => each.id === overhears?.step);
  const asked = open !== undefined && !open.paused && open.flow === flow.id && open.step === step?.id;
  const inputs = overhears?.hears(text, asked);
  if (overhears === undefined || step === undefined || inputs === undefined) return undefined;
  const notTaken = context.say(overhears.notTaken);
  const permission = flow.permits(context.who, dayOf(context.now));
  if (permission.kind === 'not-allowed') return { card: await refusal(context, flow, permission, conversations, notTaken), progress: nothingElse };
  // What is open would be lost by beginning another conversation in its place.
  if (open !== undefined && open.flow !== flow.id)
    return { card: await openCard(context, conversations.flows[open.flow], open, { flow, notice: notTaken, answers: {} }), progress: nothingElse };
  const progress = open ?? begun(flow.steps, flow.id, newRun(context), {});
  const taken = await step.take(at(context, progress), inputs);
  const problems = taken.kind === 'problems' ? taken.problems.map((problem) => ({ text: problem.text })) : [];
  const isTaken = JSON.stringify(taken.answers[step.id]) !== JSON.stringify(progress.answers[step.id]);
  const notices = [isTaken ? context.say(overhears.taken) : notTaken];
  return show(context, flow, advance(flow.steps, progress, { kind: 'overheard', step: step.id, answers: taken.answers }).progress, { problems, notices });
}

interface Wanted {
  readonly flow: Flow;
  readonly about?: About | undefined;
  readonly notice?: string;
  /** What it would begin with. */
  readonly answers: Progress['answers'];
}

/** "You were in the middle of …": go on, or begin again; either with whom it is about. */
async function openCard(context: FlowContext, open: Flow, progress: Progress, { flow, about: wanted, notice, answers }: Wanted): Promise<AdaptiveCard> {
  const about = await whomOf(context, open, progress);
  const { whom: wantedWhom } = await whomOf(context, flow, { run: progress.run, answers });
  return resumeCard(context.say, {
    ...position(open.steps, progress),
    ...{ title: open.title, run: progress.run, mark: openMark(context, progress), wanted: flow.id, wantedTitle: flow.title },
    ...about,
    ...(wantedWhom === undefined ? {} : { wantedWhom }),
    ...(notice === undefined ? {} : { notice }),
    ...(wanted === undefined ? {} : { about: wanted }),
  });
}

/** The receipt of a finished conversation as things stand now; undefined when there is none for this person. */
export async function receiptOf(context: FlowContext, run: CommandId, conversations: Conversations): Promise<Answered | undefined> {
  if (!isOwnRun(context, run)) return undefined;
  const finished = await context.book.outcomeOf(run);
  if (finished === undefined) return undefined;
  const receipts = await Promise.all(Object.values(conversations.flows).map((flow) => flow.receipt(finished.outcome, context)));
  return receipts.find((card) => card !== undefined);
}

async function submitted(context: FlowContext, flow: Flow, step: Step<Progress['answers']>, open: Progress, inputs: unknown): Promise<FlowAnswer> {
  if (step.kind === 'review') return show(context, flow, open);
  const taken = await step.take(at(context, open), inputs);
  if (taken.kind === 'taken') return onward(context, flow, open, taken);
  const { progress } = advance(flow.steps, open, taken);
  return show(context, flow, progress, { problems: taken.problems });
}

/** What is kept of the form that is left; nothing when its inputs did not come along. */
async function leaving(context: FlowContext, flow: Flow, open: Progress, inputs: unknown): Promise<{ readonly left?: Left }> {
  const step = stepOf(flow, open);
  return step?.kind !== 'form' || inputs === undefined ? {} : { left: await step.leave(at(context, open), inputs) };
}

async function onward(context: FlowContext, flow: Flow, open: Progress, input: EngineInput): Promise<FlowAnswer> {
  const { progress, effect } = advance(flow.steps, open, input);
  return effect === 'run' ? run(context, flow, progress) : show(context, flow, progress);
}

async function run(context: FlowContext, flow: Flow, progress: Progress): Promise<FlowAnswer> {
  const ran = await flow.run(at(context, progress), context.execute);
  switch (ran.kind) {
    case 'done':
      return { ...(ran.receipt ?? { card: overCard(context.say) }), progress: { kind: 'drop' } };
    case 'incomplete':
      return { card: changedCard(context.say, flow), progress: { kind: 'drop' } };
    case 'refused': {
      const { text, goTo, ask } = ran.reply;
      if (goTo === undefined)
        return {
          card: notAllowedCard(context.say, {
            ...{ title: flow.title, because: text, ...(await whomOf(context, flow, progress)) },
            ...(ask === undefined ? {} : { ask, mend: await mendOf(context) }),
          }),
          progress: { kind: 'save', progress: unconfirmed(progress) },
        };
      return show(context, flow, advance(flow.steps, progress, { kind: 'edit', to: goTo }).progress, { problems: [{ text }] });
    }
  }
}

/** Refused for a reason that others can mend: everything typed waits until they have, and the last yes is asked again. */
function unconfirmed(progress: Progress): Progress {
  return { ...progress, confirmed: progress.confirmed.filter((id) => id !== progress.step), paused: true };
}

function at(context: FlowContext, progress: Pick<Progress, 'run' | 'answers'>): At<Progress['answers']> {
  const { who, say, book, secrets, newCode, links, now } = context;
  return { who, say, book, secrets, newCode, links, now, run: progress.run, answers: progress.answers };
}

function stepOf(flow: Flow, progress: Progress): Step<Progress['answers']> | undefined {
  return flow.steps.find((step) => step.id === progress.step);
}
