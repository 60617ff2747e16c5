import { sayIn } from '../../cards/messages/say.ts';
import type { Execute } from '../../domain/commands.ts';
import { CommandId } from '../../domain/shared/ids.ts';
import type { TenantId } from '../../domain/shared/ids.ts';
import type { Clock, NewCode, NewId, Secrets } from '../../domain/shared/ports.ts';
import { dayOf } from '../../domain/shared/dates.ts';
import { Fault } from '../../domain/shared/fault.ts';
import { progressIdOf } from '../../domain/shared/record-ids.ts';
import type { Commit, CommitResult, Expectation, Put, Reader, Ref, Stored } from '../../domain/shared/store.port.ts';
import type { ConversationAddress, HandleTurn, Incoming, MemberProfile, Reply } from '../../domain/shared/turn.ts';
import { addressChanges, digestsOnReturn } from './address.ts';
import { answerTo } from './answer.ts';
import type { Answer, Turn } from './answer.ts';
import type { Context, Conversations, Links } from './context.ts';
import { oneAtATime } from './one-at-a-time.ts';
import { opened, sealed } from './progress.ts';
import { recognised } from './recognise.ts';
import { whoIs } from './who.ts';

/** Keeps what a turn leaves behind, once per activity. */
export type Remember = (memory: Pick<Commit, 'commandId' | 'expect' | 'put' | 'remove'>) => Promise<CommitResult['kind']>;

export interface TurnParts {
  readonly book: Reader;
  readonly execute: Execute;
  readonly remember: Remember;
  readonly secrets: Secrets;
  readonly clock: Clock;
  readonly newId: NewId;
  readonly newCode: NewCode;
  readonly links: Links;
  /** What the channel knows of the person at this address; undefined when it does not say. */
  readonly profileOf: (address: ConversationAddress) => Promise<MemberProfile | undefined>;
  /** At which hour of their day people get their digest. */
  readonly noticeHour: number;
  readonly partnerTenants: readonly TenantId[];
  readonly conversations: Conversations;
  /** Local mode: the first person who writes from a partner without a global admin becomes one. */
  readonly greetFirst?: (incoming: Incoming) => Promise<void>;
}

const mostTries = 5;

/**
 * Answers one activity: who speaks, where they stand, what they mean; then one commit of what is to be remembered.
 *
 * A re-delivered message is answered once. A re-delivered click is answered again with where things stand now.
 * One turn at a time per person and conversation; across processes a lost race is run again on the new state.
 */
export function createTurn(parts: TurnParts): HandleTurn {
  const queue = oneAtATime();
  return (incoming) => queue(progressIdOf(incoming.from.person, incoming.address.conversation), () => answered(parts, incoming));
}

async function answered(parts: TurnParts, incoming: Incoming): Promise<Reply> {
  if (incoming.said.kind === 'other') return { kind: 'nothing' };
  await parts.greetFirst?.(incoming);
  const turnId = CommandId.parse(`turn:${parts.secrets.deriveId('turn', keyOf(incoming))}`);
  const profile = askedOnce(() => parts.profileOf(incoming.address));
  for (let attempt = 0; attempt < mostTries; attempt += 1) {
    const seen = (await parts.book.outcomeOf(turnId)) !== undefined;
    if (seen && incoming.said.kind !== 'clicked') return { kind: 'nothing' };
    const turn = await turnOf(parts, incoming, turnId, profile);
    const answer = await answerTo(turn);
    if (seen) return answer.reply;
    const kept = await parts.remember({ commandId: turnId, ...(await memories(parts, turn, answer)) });
    if (kept === 'committed') return answer.reply;
  }
  throw new Fault('still-in-conflict', { detail: 'turn' });
}

/** Being added to a channel or group is answered once, however often the channel tells of it. An edit comes under the id of the message it edits. */
function keyOf({ said, address, activityKey }: Incoming): string {
  if (said.kind === 'edited') return `edited|${activityKey}`;
  return said.kind === 'installed' && address.scope !== 'personal' ? `installed|${address.conversation}` : activityKey;
}

/** The channel is asked when somebody first wants to know, and not twice in a turn. */
function askedOnce<T>(ask: () => Promise<T>): () => Promise<T> {
  let asked: Promise<T> | undefined;
  return () => (asked ??= ask());
}

async function turnOf(parts: TurnParts, incoming: Incoming, turnId: CommandId, profile: Context['profile']): Promise<Turn> {
  const { book, execute, secrets, newId, newCode, links, conversations } = parts;
  const id = progressIdOf(incoming.from.person, incoming.address.conversation);
  const now = parts.clock.now();
  const [stored, address] = await Promise.all([book.read('progress', id), book.read('address', incoming.from.person)]);
  const isProfileAsked = await recognised(parts, { incoming, address: address?.value, today: dayOf(now), turnId, profile });
  const who = await whoIs(incoming, book, parts.partnerTenants);
  const context = { who, say: sayIn(who.language), book, execute, secrets, now, newId, newCode, links, profile, turnId };
  return { incoming, context, conversations, address, isProfileAsked, stored, open: stored === undefined ? undefined : openedProgress(stored, id, parts) };
}

function openedProgress(stored: Stored<'progress'>, id: string, { secrets, conversations }: TurnParts): Turn['open'] {
  const progress = opened(stored.value, id, secrets);
  if (progress === undefined) return 'changed';
  const flow = conversations.flows[progress.flow];
  const answers = flow.version === stored.value.flowVersion ? flow.restore(progress.answers) : undefined;
  return answers === undefined ? 'changed' : { ...progress, answers };
}

async function memories(
  parts: TurnParts,
  turn: Turn,
  answer: Answer,
): Promise<{ expect: readonly Expectation[]; put: readonly Put[]; remove: readonly Ref[] }> {
  const id = progressIdOf(turn.incoming.from.person, turn.incoming.address.conversation);
  const ref = { kind: 'progress', id } as const;
  const progress = after(turn, answer);
  const untouched = progress.kind === 'keep';
  const expect: Expectation[] = untouched ? [] : [{ ...ref, version: turn.stored?.version ?? 0 }];
  const address = addressChanges(turn.incoming, turn.address, turn.context.now, turn.isProfileAsked);
  const put: Put[] = [...address.put];
  const remove: Ref[] = [...address.remove];
  if (progress.kind === 'save') {
    const { flow } = progress.progress;
    put.push({ ...ref, value: sealed(progress.progress, parts.conversations.flows[flow].version, id, parts.secrets, turn.context.now) });
  }
  if (progress.kind === 'drop' && turn.stored !== undefined) remove.push(ref);
  const digests = await digestsOnReturn(parts.book, turn.address, address, { now: turn.context.now, noticeHour: parts.noticeHour });
  return { expect: [...expect, ...address.expect, ...digests.expect], put: [...put, ...digests.put], remove };
}

/** What becomes of the progress: one that was left where it stood is not what the person looks at any more. */
function after({ open }: Turn, { reply, progress }: Answer): Answer['progress'] {
  const isOvertaken = progress.kind === 'keep' && reply.kind === 'card' && open !== undefined && open !== 'changed' && open.aside !== true;
  return isOvertaken ? { kind: 'save', progress: { ...open, aside: true } } : progress;
}
