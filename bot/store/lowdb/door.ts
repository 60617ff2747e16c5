import type { Socket } from 'node:net';
import { z } from 'zod';
import { Fault } from '../../../domain/shared/fault.ts';
import type { Progress } from '../../../domain/shared/progress.ts';

/**
 * Carries out an operator's command: prints lines while it works, resolves to its exit code.
 *
 * `drained` resolves when the caller has taken in most of what was printed, or is gone. Whoever prints very much waits for it in between.
 */
export type Answer = (argv: readonly string[], print: (line: string) => void, drained: () => Promise<void>, caller: Caller) => Promise<number>;

/** Who asked, beyond the lines: `gone` is aborted when they left before the end. */
export interface Caller {
  readonly progress: (progress: Progress) => void;
  readonly gone: AbortSignal;
}

/** Where whoever asks shows the answer. */
export interface Shown {
  readonly print: (line: string) => void;
  readonly progress: (progress: Progress) => void;
}

/** One line each way, as JSON: a command goes in; lines, how far it is, and one exit code come out. */
const Question = z.strictObject({ argv: z.array(z.string()).max(1000) });
const Message = z.union([
  z.strictObject({ line: z.string() }),
  z.strictObject({ progress: z.strictObject({ what: z.string(), done: z.int(), total: z.int(), sofar: z.string() }) }),
  z.strictObject({ exit: z.int() }),
]);
type Message = z.infer<typeof Message>;

const longestQuestion = 1 << 16;
const silenceMs = 10_000;

/** Serves one caller. Whatever a caller sends, and whenever it leaves, hurts nobody but itself. */
export function serveCaller(socket: Socket, answer: Answer): void {
  let received = '';
  function hear(chunk: string): void {
    received += chunk;
    const end = received.indexOf('\n');
    if (end === -1 && received.length <= longestQuestion) return;
    socket.off('data', hear).resume().setTimeout(0);
    reply(socket, received.slice(0, end), answer).catch(() => socket.destroy());
  }
  socket.on('error', () => socket.destroy());
  socket.setEncoding('utf8').on('data', hear);
  socket.setTimeout(silenceMs, () => socket.destroy());
}

async function reply(socket: Socket, text: string, answer: Answer): Promise<void> {
  const question = Question.safeParse(jsonOf(text));
  const say = (message: Message): void => {
    if (socket.writable) socket.write(`${JSON.stringify(message)}\n`);
  };
  const print = (line: string): void => say({ line });
  const left = new AbortController();
  socket.once('close', () => left.abort());
  const caller: Caller = { progress: (progress) => say({ progress }), gone: left.signal };
  if (question.success) say({ exit: await exitCode(() => answer(question.data.argv, print, () => drained(socket), caller), print) });
  socket.end();
}

function drained(socket: Socket): Promise<void> {
  return new Promise((resolve) => {
    if (!socket.writableNeedDrain) {
      resolve();
      return;
    }
    function done(): void {
      socket.off('drain', done).off('close', done);
      resolve();
    }
    socket.on('drain', done).on('close', done);
  });
}

async function exitCode(work: () => Promise<number>, print: (line: string) => void): Promise<number> {
  try {
    return await work();
  } catch (cause) {
    print(cause instanceof Fault ? cause.message : 'the command failed; see the log of the assistant');
    return 1;
  }
}

/** Asks the assistant at the other end; shows what it says. Throws `Fault('unreachable')` when it goes away before it has finished. */
export async function askThrough(socket: Socket, argv: readonly string[], { print, progress }: Shown): Promise<number> {
  let cause: unknown;
  try {
    socket.write(`${JSON.stringify({ argv })}\n`);
    for await (const line of linesFrom(socket)) {
      const message = Message.safeParse(jsonOf(line));
      if (!message.success) break;
      if ('exit' in message.data) return message.data.exit;
      if ('progress' in message.data) progress(message.data.progress);
      else print(message.data.line);
    }
  } catch (broken) {
    cause = broken;
  }
  throw new Fault('unreachable', { detail: 'the running assistant stopped before the command was finished', cause });
}

async function* linesFrom(socket: Socket): AsyncGenerator<string> {
  let received = '';
  for await (const chunk of socket.setEncoding('utf8')) {
    received += String(chunk);
    const lines = received.split('\n');
    received = lines.pop() ?? '';
    yield* lines;
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    if (cause instanceof SyntaxError) return undefined;
    throw cause;
  }
}
