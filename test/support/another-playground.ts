import assert from 'node:assert/strict';
import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { environmentForChildren } from '../../bot/config.ts';
import { freePort } from '../../bot/platform/playgrounds/free-port.ts';
import { northwind } from '../../bot/platform/playgrounds/people.ts';
import type { LocalPerson } from '../../bot/platform/playgrounds/people.ts';
import { playgroundConfig } from '../../bot/platform/playgrounds/playground-folder.ts';

const child = resolve(import.meta.dirname, '../../bot/platform/playgrounds/child.ts');
const firstPort = 56_450;
const patience = 30_000;

/** One more Playground of the partner, at which a colleague of the current user of local mode sits. */
export interface AnotherPlayground {
  readonly address: string;
  [Symbol.asyncDispose](): Promise<void>;
}

/** Starts it for the colleague of this given name, with a chat of their own, against an assistant that runs. */
export async function openPlaygroundOf(givenName: string, assistant: string): Promise<AnotherPlayground> {
  const folder = await mkdtemp(join(tmpdir(), 'partner-assistant-playground-'));
  const port = await freePort(firstPort);
  const playground = spawned(await configured(folder, givenName), assistant, port);
  const close = async (): Promise<void> => {
    await ended(playground);
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    await listening(playground, port);
    return { address: `http://127.0.0.1:${String(port)}`, [Symbol.asyncDispose]: close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function configured(folder: string, givenName: string): Promise<string> {
  const file = join(folder, '.m365agentsplayground.yml');
  // Two chats of one assistant may not have the same id.
  await writeFile(file, JSON.stringify({ ...playgroundConfig(seatedAt(givenName)), personalChat: { id: `${givenName}-personal-chat` } }));
  return file;
}

/** The partner of local mode, with this colleague and its current user in each other's place. */
function seatedAt(givenName: string): typeof northwind {
  const [first, second, third, fourth, fifth] = northwind.others;
  const currentUser = northwind.others.find((person) => person.givenName === givenName);
  assert.ok(currentUser, `nobody at the partner is called ${givenName}`);
  const instead = (person: LocalPerson): LocalPerson => (person === currentUser ? northwind.currentUser : person);
  return { ...northwind, currentUser, others: [instead(first), instead(second), instead(third), instead(fourth), instead(fifth)] };
}

function spawned(config: string, assistant: string, port: number): ChildProcess {
  const serviceUrl = `http://127.0.0.1:${String(port)}/_connector`;
  const args = ['-e', `${assistant}/api/messages`, '-c', 'msteams', '-p', String(port), '--service-url', serviceUrl, '--disable-telemetry'];
  const env = {
    ...environmentForChildren(process.env),
    NO_PROXY: '127.0.0.1,localhost,::1',
    no_proxy: '127.0.0.1,localhost,::1',
    TEAMSAPPTESTER_BROWSER: 'none',
    M365_AGENTS_PLAYGROUND_CONFIG_PATH: config,
    M365_AGENTS_PLAYGROUND_LOGFILE: `${config}.log`,
  };
  return fork(child, args, { env, execArgv: ['--import', 'tsx'], stdio: ['ignore', 'pipe', 'ignore', 'ipc'] });
}

async function listening({ stdout }: ChildProcess, port: number): Promise<void> {
  assert.ok(stdout);
  for await (const line of createInterface({ input: stdout, signal: AbortSignal.timeout(patience) })) {
    if (!line.startsWith('Listening on ')) continue;
    stdout.resume();
    assert.equal(line, `Listening on ${String(port)}`);
    return;
  }
  assert.fail('the Playground ended before it listened');
}

async function ended(playground: ChildProcess): Promise<void> {
  if (playground.exitCode !== null || playground.signalCode !== null) return;
  const gone = once(playground, 'exit');
  playground.kill('SIGKILL');
  await gone;
}
