import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { Fault } from '../../../domain/shared/fault.ts';
import type { Log } from '../../../domain/shared/ports.ts';
import { freePort } from './free-port.ts';
import type { LocalCompany } from './people.ts';
import { contoso, northwind } from './people.ts';
import type { PlaygroundFolder } from './playground-folder.ts';
import { writePlaygroundFolder } from './playground-folder.ts';

const firstPort = 56_150;
const tries = 5;
const patience = 30_000;
const killAfter = 2_000;

/** One Playground that runs: whose it is, and where to open it. */
export interface Playground {
  readonly company: LocalCompany;
  readonly address: string;
}

export interface Playgrounds {
  readonly partner: Playground;
  readonly customer: Playground;
  stop(): Promise<void>;
}

export interface PlaygroundOptions {
  /** Data folder; each Playground has a folder of its own in it. */
  readonly folder: string;
  /** Where the assistant takes messages. */
  readonly endpoint: string;
  /** What the children may know of the environment: no secret. */
  readonly environment: Readonly<Record<string, string>>;
  readonly log: Log;
}

/** The Playground is licensed for evaluation, so it is a development tool: an installation without those has none. */
export function playgroundsInstalled(): boolean {
  try {
    return createRequire(import.meta.url).resolve('@microsoft/m365agentsplayground/cli.js') !== '';
  } catch {
    return false;
  }
}

/**
 * Starts the two Microsoft 365 Agents Playgrounds of local mode: one signed in as the partner's user, one as a customer's admin.
 *
 * Start the assistant first: a Playground waits for it. They end with `stop`, or with this process, however that ends.
 *
 * @throws Fault('playground-failed') with the file that says why
 */
export async function startPlaygrounds(options: PlaygroundOptions): Promise<Playgrounds> {
  const port = await freePort(firstPort);
  const starting = [startPlayground(options, northwind, port), startPlayground(options, contoso, await freePort(port + 1))] as const;
  const stop = async (): Promise<void> => {
    const started = (await Promise.allSettled(starting)).flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
    await Promise.all(started.map((playground) => playground.stop()));
  };
  try {
    const [partner, customer] = await Promise.all(starting);
    return { partner, customer, stop };
  } catch (cause) {
    await stop();
    throw cause;
  }
}

interface Running extends Playground {
  readonly port: number;
  stop(): Promise<void>;
}

async function startPlayground(options: PlaygroundOptions, company: LocalCompany, from: number): Promise<Running> {
  const folder = await writePlaygroundFolder(join(options.folder, 'playgrounds', company.side), company);
  let port = from;
  for (let attempt = 0; attempt < tries; attempt += 1) {
    port = await freePort(port);
    const child = spawnPlayground(options, folder, port);
    const printed = await printedPort(child, folder);
    if (printed === port) return running(options, company, port, child);
    await end(child);
    port += 1;
  }
  throw new Fault('playground-failed', { detail: `the port for the Playground of ${company.name} was taken again and again` });
}

function running({ log }: PlaygroundOptions, company: LocalCompany, port: number, child: ChildProcess): Running {
  let stopping = false;
  child.once('exit', (code, signal) => {
    if (!stopping) log.warn({ side: company.side, code, signal }, 'a Playground has ended by itself; start again to have it back');
  });
  return {
    company,
    port,
    address: `http://127.0.0.1:${String(port)}`,
    stop: () => {
      stopping = true;
      return end(child);
    },
  };
}

function spawnPlayground({ endpoint, environment }: PlaygroundOptions, folder: PlaygroundFolder, port: number): ChildProcess {
  const serviceUrl = `http://127.0.0.1:${String(port)}/_connector`;
  const args = ['-e', endpoint, '-c', 'msteams', '-p', String(port), '--service-url', serviceUrl, '--disable-telemetry'];
  const env = {
    ...environment,
    // The assistant and the Playgrounds are on this machine: a proxy of the company must not stand between them.
    NO_PROXY: '127.0.0.1,localhost,::1',
    no_proxy: '127.0.0.1,localhost,::1',
    TEAMSAPPTESTER_BROWSER: 'none',
    M365_AGENTS_PLAYGROUND_CONFIG_PATH: folder.config,
    M365_AGENTS_PLAYGROUND_LOGFILE: folder.log,
  };
  // The child is compiled or not as its parent is: it is loaded in the same way, but never waits for the same debugger.
  const execArgv = process.execArgv.filter((option) => !option.startsWith('--inspect'));
  return fork(childFile(), args, { env, execArgv, stdio: ['ignore', 'pipe', 'ignore', 'ipc'] });
}

function childFile(): string {
  return fileURLToPath(import.meta.url).replace(/start-playgrounds(?=\.[jt]s$)/, 'child');
}

/** The port it says it listens on: a taken one silently becomes another. */
async function printedPort(child: ChildProcess, folder: PlaygroundFolder): Promise<number> {
  const failed = new Fault('playground-failed', { detail: `it did not start; ${folder.log} says why. To do without: LOCAL_PLAYGROUND=off` });
  if (child.stdout === null) throw failed;
  const deadline = AbortSignal.timeout(patience);
  try {
    for await (const line of createInterface({ input: child.stdout, signal: deadline })) {
      const port = /^Listening on (\d+)$/.exec(line)?.[1];
      if (port !== undefined) return Number(port);
    }
  } finally {
    child.stdout.resume();
  }
  await end(child);
  throw failed;
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill();
  const force = setTimeout(() => child.kill('SIGKILL'), killAfter);
  await ended;
  clearTimeout(force);
}
