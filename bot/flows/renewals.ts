import type { CardAction } from '../../cards/actions.ts';
import { digestNotFoundCard, letEndCard, mayNotRenewCard, recordRenewalCard, renewalNotFoundCard, snoozeCard } from '../../cards/renewal-asked.card.ts';
import { mailNotFoundCard } from '../../cards/notice-mail.card.ts';
import type { RenewalFacts } from '../../cards/renewal-view.ts';
import { mayActForCustomers } from '../../domain/company/rights.ts';
import type { Subscription, Term } from '../../domain/customers/records.ts';
import type { PlanRenewal, PlanRenewalRefusal, RecordRenewalRefusal } from '../../domain/renewals/commands.ts';
import { nextNoticeOn } from '../../domain/renewals/next-notice.ts';
import { renewalStart } from '../../domain/renewals/terms.ts';
import { addDays, Day, dayOf, termEnd } from '../../domain/shared/dates.ts';
import { TermId } from '../../domain/shared/ids.ts';
import type { SubscriptionId } from '../../domain/shared/ids.ts';
import { cardParts } from '../conversation/card-parts.ts';
import { commandOfClick } from '../conversation/clicked.ts';
import type { Answered, Clicks, Context, Page } from '../conversation/context.ts';
import { draftOf } from '../conversation/flow.ts';
import { digestCard } from '../conversation/renewals/digest.ts';
import { pressing, renewalFactsOf } from '../conversation/renewals/facts.ts';
import { renewalsPage } from '../conversation/renewals/list.ts';
import { readyMailCard } from '../conversation/renewals/ready-mail-card.ts';
import { ownSubscription, partnerRenewalCard } from '../conversation/renewals/renewal-cards.ts';
import type { Said } from '../conversation/renewals/renewal-cards.ts';
import type { PartnerPerson } from '../conversation/who.ts';

type Here = Context<PartnerPerson>;
type Click<V extends CardAction['verb']> = Extract<CardAction, { readonly verb: V }>;
type Clicked =
  'show-digest' | 'show-renewal' | 'snooze-renewal' | 'let-renewal-end' | 'go-on-with-renewal' | 'record-renewal' | 'show-notice-mail' | 'mark-notice-mailed';

const proposedSilence = 7;
const longestReason = 200;

/** What ends soon, the soonest first. */
export const renewals: Page = { show: renewalsPage };

/** The buttons of the partner's cards about renewals. What is not of the own company does not exist. */
export const renewalClicks: Pick<Clicks, Clicked> = {
  'show-renewal': (context, { subscription, term }) => shown(context, subscription, term === undefined ? {} : { of: term }),
  'snooze-renewal': snooze,
  'let-renewal-end': letEnd,
  'go-on-with-renewal': (context, end) => planned(context, end, { kind: 'go-on' }),
  'record-renewal': record,
  'show-digest': digest,
  'show-notice-mail': async (context, { notice }) => mail(context, notice),
  'mark-notice-mailed': markMailed,
};

interface End {
  readonly subscription: SubscriptionId;
  readonly term: TermId;
  readonly endsOn: Day;
}

async function digest(context: Here, { digest: id, after }: Click<'show-digest'>): Promise<Answered> {
  const card = await digestCard(cardParts(context), context.who.person, id, after);
  if (card === undefined) return { card: digestNotFoundCard(context.say) };
  return { card, shows: { kind: 'digest', digest: id, ...(after === undefined ? {} : { after }) } };
}

interface Shown extends Said {
  /** The end that a click spoke of. */
  readonly end?: Pick<End, 'term' | 'endsOn'>;
  /** Which of the terms, with its end as it is now. */
  readonly of?: TermId;
}

async function shown(context: Here, id: SubscriptionId, { end, of, ...said }: Shown = {}): Promise<Answered> {
  const subscription = await ownSubscription(context, id, context.who.person);
  if (subscription === undefined) return { card: renewalNotFoundCard(context.say) };
  const { term, endsOn } = end ?? endOf(subscription.terms.find((each) => each.id === of) ?? pressing(subscription, dayOf(context.now)));
  const card = await partnerRenewalCard(cardParts(context), id, context.who.person, { ...said, end: { term, endsOn } });
  return card === undefined ? { card: renewalNotFoundCard(context.say) } : { card, shows: { kind: 'renewal', subscription: id, term, endsOn } };
}

function endOf({ id: term, endsOn }: Term): Pick<End, 'term' | 'endsOn'> {
  return { term, endsOn };
}

/** The end that a card spoke of; an answer instead when it is not the partner's, not so any more, or not this person's to decide. */
async function asked(context: Here, end: End): Promise<Answered | { readonly renewal: RenewalFacts; readonly subscription: Subscription }> {
  const { who, say } = context;
  const subscription = await ownSubscription(context, end.subscription, who.person);
  if (subscription === undefined) return { card: renewalNotFoundCard(say) };
  const renewal = await renewalFactsOf(context, subscription, end);
  if (renewal.term !== end.term || renewal.endsOn !== end.endsOn || renewal.renewed !== undefined)
    return shown(context, end.subscription, { end, ...(renewal.renewed === undefined ? { refused: say('renewal.end-changed') } : {}) });
  if (!mayActForCustomers(who.user, 'renewals')) return { card: mayNotRenewCard(say, { renewal, because: say('eligibility.person-limited') }) };
  return { renewal, subscription };
}

async function snooze(context: Here, end: Click<'snooze-renewal'>, inputs: object): Promise<Answered> {
  const { say, now } = context;
  const found = await asked(context, end);
  if ('card' in found) return found;
  const { renewal } = found;
  const from = addDays(dayOf(now), 1);
  const upTo = addDays(renewal.dates.deletedFrom, -1);
  const { until } = draftOf(inputs, ['until']);
  if (until === undefined) return { card: snoozeCard(say, { renewal, from, upTo, value: addDays(dayOf(now), proposedSilence) }) };
  const day = Day.safeParse(until);
  if (!day.success) return { card: snoozeCard(say, { renewal, from, upTo, wrong: say('renewal.until-wrong', from, upTo) }) };
  if (day.data < from || day.data > upTo)
    return { card: snoozeCard(say, { renewal, from, upTo, value: day.data, wrong: say('renewal.until-wrong', from, upTo) }) };
  return planned(context, end, { kind: 'snooze', until: day.data });
}

async function letEnd(context: Here, end: Click<'let-renewal-end'>, inputs: object): Promise<Answered> {
  const { say } = context;
  const found = await asked(context, end);
  if ('card' in found) return found;
  const { renewal } = found;
  if (end.sure !== true) return { card: letEndCard(say, { renewal }) };
  const because = (draftOf(inputs, ['because'])['because'] ?? '').trim();
  if (because === '' || because.length > longestReason)
    return { card: letEndCard(say, { renewal, value: because.slice(0, longestReason), wrong: say('renewal.because-missing') }) };
  return planned(context, end, { kind: 'let-end', because });
}

async function planned(context: Here, { subscription, term, endsOn }: End, plan: PlanRenewal['plan']): Promise<Answered> {
  const { execute } = context;
  const result = await execute({ type: 'plan-renewal', ...by(context), subscription, term, endsOn, plan });
  const end = { term, endsOn };
  return shown(context, subscription, {
    end,
    ...(result.kind === 'done' ? { done: await doneWords(context, end, subscription, plan) } : notPlanned(context, result.refusal)),
  });
}

/** When the next notice comes is said as the book has it: a step that came while it was silent is not told afterwards. */
async function doneWords(context: Here, { term: id }: Pick<End, 'term'>, of: SubscriptionId, { kind }: PlanRenewal['plan']): Promise<string> {
  const { say, book, who, now } = context;
  if (kind === 'let-end') return say('renewal.done-let-end');
  const subscription = await ownSubscription(context, of, who.person);
  const term = subscription?.terms.find((each) => each.id === id);
  const next = subscription === undefined || term === undefined ? undefined : await nextNoticeOn(book, subscription, term, dayOf(now));
  if (next === undefined) return say('renewal.done-silent');
  return say(kind === 'snooze' ? 'renewal.done-snoozed' : 'renewal.done-go-on', next);
}

function notPlanned({ say }: Here, refusal: PlanRenewalRefusal): Said {
  switch (refusal.kind) {
    case 'subscription-not-found':
      return { refused: say('renewal.not-found') };
    case 'end-changed':
      return { refused: say('renewal.end-changed') };
    case 'person-lacks-right':
      return { refused: say('eligibility.person-limited') };
    case 'until-wrong':
      return { refused: say('renewal.until-wrong', refusal.from, refusal.upTo) };
  }
}

async function record(context: Here, end: Click<'record-renewal'>): Promise<Answered> {
  const { say, now, execute } = context;
  const { subscription, term, endsOn } = end;
  const nextTerm = TermId.parse(context.secrets.deriveId('renewed-term', term, endsOn));
  // The second of two clicks finds what the first has done.
  if (end.sure === true && (await isRecorded(context, end, nextTerm))) return shown(context, subscription, { end, done: say('renewal.done-recorded') });
  const found = await asked(context, end);
  if ('card' in found) return found;
  if (found.renewal.isTrial) return shown(context, subscription, { end, refused: say('renewal.trial-is-bought') });
  const next = nextSpan(found.subscription, found.renewal, dayOf(now));
  if (next === undefined) return shown(context, subscription, { end, refused: say('renewal.over-already') });
  if (end.sure !== true) return { card: recordRenewalCard(say, { renewal: found.renewal, next }) };
  const result = await execute({ type: 'record-renewal', ...by(context), subscription, term, endsOn, nextTerm });
  return shown(context, subscription, { end, ...(result.kind === 'done' ? { done: say('renewal.done-recorded') } : notRecorded(context, result.refusal)) });
}

async function isRecorded(context: Here, { subscription: id }: End, nextTerm: TermId): Promise<boolean> {
  const subscription = await ownSubscription(context, id, context.who.person);
  return subscription?.terms.some(({ renewedBy }) => renewedBy === nextTerm) ?? false;
}

function nextSpan({ terms }: Subscription, { term, endsOn, policy }: RenewalFacts, today: Day): readonly [from: Day, to: Day] | undefined {
  const length = terms.find(({ id }) => id === term)?.length ?? 'P1Y';
  const from = renewalStart(endsOn, today, policy);
  return from === undefined ? undefined : [from, termEnd(from, length)];
}

function notRecorded({ say }: Here, refusal: RecordRenewalRefusal): Said {
  switch (refusal.kind) {
    case 'subscription-not-found':
      return { refused: say('renewal.not-found') };
    case 'end-changed':
      return { refused: say('renewal.end-changed') };
    case 'person-lacks-right':
      return { refused: say('eligibility.person-limited') };
    case 'renewed-with-keys':
      return { refused: say('renewal.with-keys-only') };
    case 'trial-is-bought':
      return { refused: say('renewal.trial-is-bought') };
    case 'over-already':
      return { refused: say('renewal.over-already') };
  }
}

async function mail(context: Here, notice: string, said: { readonly done?: string; readonly refused?: string } = {}): Promise<Answered> {
  const card = await readyMailCard(cardParts(context), notice, context.who.person, said);
  return { card: card ?? mailNotFoundCard(context.say) };
}

async function markMailed(context: Here, { notice, step }: Click<'mark-notice-mailed'>): Promise<Answered> {
  const { say, execute } = context;
  const result = await execute({ type: 'mark-notice-mailed', ...by(context), notice, step });
  if (result.kind === 'done') return mail(context, notice, { done: say('notice-mail.done') });
  switch (result.refusal.kind) {
    case 'notice-not-found':
      return { card: mailNotFoundCard(say) };
    case 'person-lacks-right':
      return mail(context, notice, { refused: say('eligibility.person-limited') });
  }
}

/** Who asks for it, and under which id: one click is one command. */
function by(context: Here) {
  const { who } = context;
  return { commandId: commandOfClick(context), partner: who.tenant, by: who.person, byName: who.name };
}
