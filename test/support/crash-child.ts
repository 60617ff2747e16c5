import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { HandleTurn, Reply } from '../../domain/shared/turn.ts';
import type { Asked, Plan } from '../prove/crash-server.ts';
import type { OfferKillPlan } from '../prove/offer-kill-server.ts';
import { bundled } from './bundled.ts';

/** An assistant in a process of its own that may die at any moment. */
export interface MortalAssistant {
  /** Rejects with `nobodyAnswers` when it dies before it answers. */
  readonly turn: HandleTurn;
  /** Whether it came to the point of taking messages, and in how many steps on the disk. */
  readonly ready: Promise<'died' | { readonly steps: number }>;
  readonly died: Promise<void>;
  /** Commits it had made when it gave its last answer. */
  commits(): number;
  kill(): Promise<void>;
}

/** Why a turn has no answer. */
export const nobodyAnswers = new Error('the assistant died');

interface Answered {
  readonly number?: number;
  readonly reply?: Reply;
  readonly fault?: string;
  readonly commits?: number;
  readonly ready?: true;
  readonly steps?: number;
}

interface Waiting {
  readonly resolve: (reply: Reply) => void;
  readonly reject: (why: Error) => void;
}

const server = bundled(fileURLToPath(new URL('../prove/crash-server.ts', import.meta.url)));
const offerServer = bundled(fileURLToPath(new URL('../prove/offer-kill-server.ts', import.meta.url)));

export function startMortal(plan: Plan): MortalAssistant {
  return startedWith(server, plan);
}

/** The same, over the book of an offer, with what it sends unasked. */
export function startMortalOffers(plan: OfferKillPlan): MortalAssistant {
  return startedWith(offerServer, plan);
}

function startedWith(file: string, plan: Plan | OfferKillPlan): MortalAssistant {
  const child = fork(file, [JSON.stringify(plan)], { execArgv: [], stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  const waiting = new Map<number, Waiting>();
  let asked = 0;
  let commits = 0;
  let isDead = false;
  const died = once(child, 'exit').then(() => {
    isDead = true;
    for (const { reject } of waiting.values()) reject(nobodyAnswers);
    waiting.clear();
  });
  const ready = new Promise<{ readonly steps: number }>((resolve) => {
    child.on('message', (message: Answered) => {
      if (message.ready) resolve({ steps: message.steps ?? 0 });
      const who = waiting.get(message.number ?? 0);
      waiting.delete(message.number ?? 0);
      commits = message.commits ?? commits;
      if (message.reply !== undefined) who?.resolve(message.reply);
      else who?.reject(new Error(message.fault));
    });
  });
  return {
    turn: (incoming) =>
      new Promise((resolve, reject) => {
        if (isDead || !child.connected) {
          reject(nobodyAnswers);
          return;
        }
        asked += 1;
        const question: Asked = { number: asked, incoming };
        waiting.set(asked, { resolve, reject });
        child.send(question, (error) => {
          if (error !== null) reject(nobodyAnswers);
        });
      }),
    ready: Promise.race([ready, died.then(() => 'died' as const)]),
    died,
    commits: () => commits,
    async kill() {
      child.kill('SIGKILL');
      await died;
    },
  };
}
