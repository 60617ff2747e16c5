import { mkdir, stat, writeFile } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { dayOf, instantOf } from '../domain/shared/dates.ts';
import { Fault } from '../domain/shared/fault.ts';
import { CommandId, TenantId, tenantOf } from '../domain/shared/ids.ts';
import type { Log } from '../domain/shared/ports.ts';
import { runExport } from './cli/export.ts';
import { runImport } from './cli/import.ts';
import { manifest } from './cli/manifest.ts';
import { runNotices } from './cli/notices.ts';
import type { OperatorTools } from './cli/operator-tools.ts';
import { progressInLines } from './cli/progress.ts';
import { writeSampleFiles } from './cli/sample-book.ts';
import { samplePartner } from './cli/sample-people.ts';
import type { Book } from './composition.ts';
import { compose, openBook } from './composition.ts';
import type { Config, LocalConfig } from './config.ts';
import { environment, environmentForChildren, isStartedByNpm, manifestValues, readConfig } from './config.ts';
import { withAbsolutePaths } from './platform/absolute-paths.ts';
import { bookKeyMark } from './platform/book-key.ts';
import { systemClock as clock } from './platform/clock.ts';
import { endingOf } from './platform/ending.ts';
import { newId } from './platform/ids.ts';
import { createLog } from './platform/log.ts';
import type { OperatorScreen } from './platform/operator-screen.ts';
import { operatorScreen } from './platform/operator-screen.ts';
import { greeting } from './platform/playgrounds/greeting.ts';
import type { Playgrounds } from './platform/playgrounds/start-playgrounds.ts';
import { playgroundsInstalled, startPlaygrounds } from './platform/playgrounds/start-playgrounds.ts';
import { systemTimers as timers } from './platform/timers.ts';
import { askRunningAssistant, takeBookLock } from './store/lowdb/book-lock.ts';

type Operator = Pick<OperatorTools, 'print' | 'drained' | 'progress' | 'gone'>;
type Close = () => Promise<void>;

/** After this the process ends, whatever is still under way: whoever stops it waits five seconds. */
const longestEnd = 4_800;

/** The operator's commands on the book. Carried out by the assistant that has the book open, otherwise here. */
const commands: Readonly<Record<string, (args: readonly string[], book: Book, operator: Operator, config: Config) => Promise<number>>> = {
  import: (args, book, operator, config) => runImport(args, toolsFor(book, operator, config)),
  export: (args, book, operator, config) => runExport(args, toolsFor(book, operator, config)),
  notices: (args, book, operator, config) => runNotices(args, toolsFor(book, operator, config)),
  backup: ([target], book, operator, config) => backUp(target, book, operator, config),
};

/** Without a word it starts the assistant; with one it carries out that command. Resolves with the exit code. */
async function run([command, ...args]: readonly string[]): Promise<number> {
  if (command === 'manifest') return manifest(args, { folder: resolve('manifest'), ...manifestValues(environment()), print: console.log });
  const read = readConfig(environment());
  if (read.kind === 'refused') return refused(read.line);
  if (command === undefined) return start(read.config);
  if (!(command in commands)) return refused(`There is no command "${command}". There are: ${[...Object.keys(commands), 'manifest'].join(', ')}.`, 2);
  return operate(read.config, [command, ...withAbsolutePaths(args, process.cwd())]);
}

/** Starts the assistant and resolves when it has ended. What was opened is closed in reverse order, also after a start that fails. */
async function start(config: Config): Promise<number> {
  const log = createLog(config.logLevel);
  const ending = endingOf({ log, timers, startedByNpm: isStartedByNpm(environment()) });
  const closers: Close[] = [];
  const failed = (fault: unknown): number => refused(lineOf(fault, log));
  const started = startUp(config, log, closers, (fault) => ending.want(failed(fault))).then(
    () => ending.wanted,
    (fault: unknown) => failed(fault),
  );
  const code = await Promise.race([started, ending.wanted]);
  timers.after(longestEnd, () => process.exit(code));
  for (const close of closers.reverse()) await close().catch((error: unknown) => log.error({ error }, 'not everything ended in order'));
  return code;
}

async function startUp(config: Config, log: Log, closers: Close[], onFailure: (fault: Fault) => void): Promise<void> {
  const open: { book?: Book } = {};
  const lock = await takeBookLock(config.folder, async (request, print, drained, { progress, gone }) => {
    log.info({ command: request[0] }, 'an operator asks');
    return carryOut(request, open.book, { print, drained, progress, gone }, config).catch((error: unknown) => {
      log.error({ command: request[0], error }, 'the command of an operator failed');
      throw error;
    });
  });
  closers.push(() => lock.release());
  const book = await openBook(config, log, onFailure);
  open.book = book;
  const { store } = book;
  closers.push(() => store.close());
  if (config.mode === 'local') await importSample(config, book, log);
  await appointAdmins(config, book);
  let playgrounds: Playgrounds | undefined;
  closers.push(async () => playgrounds?.stop());
  const assistant = compose(config, book, log);
  await assistant.listen();
  closers.push(() => assistant.close());
  console.log(`Partner Assistant listens on ${config.host}:${String(config.port)}. The book in ${shown(config.folder)} belongs to this one process.`);
  if (config.mode === 'local' && config.playgrounds) playgrounds = await openPlaygrounds(config, log);
  console.log('Ctrl-C ends it.');
}

async function openPlaygrounds(config: LocalConfig, log: Log): Promise<Playgrounds | undefined> {
  if (!playgroundsInstalled()) {
    console.log('The Agents Playground is not installed here, so there is no chat to open: npm ci installs it.');
    return undefined;
  }
  const playgrounds = await startPlaygrounds({
    folder: config.folder,
    endpoint: `${config.address}/api/messages`,
    environment: environmentForChildren(environment()),
    log,
  });
  for (const line of greeting([playgrounds.partner, playgrounds.customer])) console.log(line);
  return playgrounds;
}

/** Has the assistant that is running carry it out, or opens the book for it. */
async function operate(config: Config, request: readonly string[]): Promise<number> {
  const screen = screenOfOperator();
  try {
    const answered = await askRunningAssistant(config.folder, request, screen.print, screen.progress);
    return answered === 'nobody-there' ? await operateAlone(config, request, screen) : answered;
  } finally {
    screen.close();
  }
}

/** A bar on a terminal, lines anywhere else. */
function screenOfOperator(): OperatorScreen {
  if (process.stdout.isTTY) return operatorScreen(process.stdout);
  return { print: console.log, progress: progressInLines(clock, console.log), close: () => undefined };
}

async function operateAlone(config: Config, request: readonly string[], { print, progress }: OperatorScreen): Promise<number> {
  const log = createLog(config.logLevel);
  const lock = await takeBookLock(config.folder, async () => 1);
  try {
    const book = await openBook(config, log, (fault) => process.exit(refused(lineOf(fault, log))));
    const code = await carryOut(request, book, { print, progress }, config);
    await book.store.close();
    return code;
  } finally {
    await lock.release();
  }
}

async function carryOut([command = '', ...args]: readonly string[], book: Book | undefined, operator: Operator, config: Config): Promise<number> {
  const carry = Object.hasOwn(commands, command) ? commands[command] : undefined;
  if (book !== undefined && carry !== undefined) return carry(args, book, operator, config);
  operator.print(book === undefined ? 'The assistant is only just starting. Try again.' : `The assistant that is running knows no "${command}".`);
  return 1;
}

function toolsFor({ store, execute, secrets }: Book, operator: Operator, config: Config): OperatorTools {
  return { store, execute, secrets, clock, newId, partners: config.partnerTenants, ...operator };
}

/** A consistent copy of the book while it is at work. The key stays out: who finds a copy can then open nothing in it. */
async function backUp(target: string | undefined, { store }: Book, { print }: Operator, config: Config): Promise<number> {
  const folder = target ?? join(`${config.folder}-backups`, instantOf(clock.now()).replaceAll(':', '-'));
  await mkdir(resolve(folder, '..'), { recursive: true });
  await store.backup(folder, [join(config.folder, bookKeyMark)]);
  print(
    `Copied to ${folder}. Without its key it cannot be opened: keep ${config.bookKey === undefined ? join(config.folder, 'book.key') : 'BOOK_KEY'} as well, elsewhere.`,
  );
  return 0;
}

/** First start in local mode: something to try the assistant with. It comes in as a customer's own files do, and goes on where a crash broke it off. */
async function importSample(config: LocalConfig, book: Book, log: Log): Promise<void> {
  const folder = join(config.folder, 'sample');
  const done = join(folder, 'imported');
  const partner = TenantId.parse(samplePartner);
  if (!config.sampleBook || !config.partnerTenants.includes(partner) || (await exists(done))) return;
  if (!(await exists(folder)) && !(await isEmpty(book, partner))) return;
  const lines: string[] = [];
  const files = await writeSampleFiles(folder, dayOf(clock.now()));
  const code = await runImport(['--partner', partner, ...files], toolsFor(book, { print: (line) => lines.push(line) }, config));
  if (code !== 0) throw new Fault('import-unreadable', { detail: `the sample book: ${lines.join('; ')}` });
  await writeFile(done, '');
  log.info({ report: lines.at(-1) }, 'sample book imported');
  console.log(`A sample book was imported; its files, product keys among them, are in ${shown(folder)}.`);
}

async function isEmpty({ store }: Book, partner: TenantId): Promise<boolean> {
  const company = await store.read('partner', partner);
  return (
    company === undefined && (await store.count('users-of-partner', { key: partner })) + (await store.count('customers-of-partner', { key: partner })) === 0
  );
}

/** Those of PARTNER_ADMINS, at every start: who has lost the last global admin gets back in this way. */
async function appointAdmins({ partnerAdmins }: Config, { execute }: Book): Promise<void> {
  for (const person of partnerAdmins) {
    await execute({ type: 'appoint-global-admin', commandId: CommandId.parse(newId()), partner: tenantOf(person), person, name: '' });
  }
}

function refused(line: string, code = 1): number {
  console.error(line);
  return code;
}

/** One line for whoever started it. The log has the rest. */
function lineOf(fault: unknown, log: Log): string {
  log.debug({ fault }, 'the assistant cannot go on');
  if (!(fault instanceof Fault)) {
    log.error({ fault }, 'unexpected failure');
    return 'The assistant cannot go on: something unexpected failed. The line before this one says what.';
  }
  const { cause } = fault;
  const reason = cause instanceof Error && 'code' in cause && typeof cause.code === 'string' ? ` (${cause.code})` : '';
  return `The assistant cannot go on: ${fault.message}${reason}`;
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

function shown(folder: string): string {
  const near = relative(process.cwd(), folder);
  return near.startsWith('..') ? folder : `./${near}`;
}

run(process.argv.slice(2)).then(
  (code) => process.exit(code),
  (fault: unknown) => process.exit(refused(lineOf(fault, createLog('info')))),
);
