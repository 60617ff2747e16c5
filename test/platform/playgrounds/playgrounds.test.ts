import assert from 'node:assert/strict';
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { networkInterfaces } from 'node:os';
import { z } from 'zod';
import { environmentForChildren } from '../../../bot/config.ts';
import { createLog } from '../../../bot/platform/log.ts';
import { freePort } from '../../../bot/platform/playgrounds/free-port.ts';
import { startPlaygrounds } from '../../../bot/platform/playgrounds/start-playgrounds.ts';
import type { Playgrounds } from '../../../bot/platform/playgrounds/start-playgrounds.ts';
import { listening, portOf, reaches } from '../../support/loopback.ts';
import { inTempFolder } from '../../support/temp-folder.ts';

const Person = z.looseObject({ name: z.string(), aadObjectId: z.string(), email: z.string() });
const Company = z.looseObject({ tenantId: z.string(), currentUser: Person, users: z.array(Person), personalChat: z.looseObject({ id: z.string() }) });

async function withPlaygrounds(work: (playgrounds: Playgrounds) => Promise<void>): Promise<void> {
  await inTempFolder(async (folder) => {
    const assistant = await listening(createServer((_request, response) => response.end('{}')));
    const endpoint = `http://127.0.0.1:${String(portOf(assistant))}/api/messages`;
    const playgrounds = await startPlaygrounds({ folder, endpoint, environment: environmentForChildren(process.env), log: createLog('silent') });
    try {
      await work(playgrounds);
    } finally {
      await playgrounds.stop();
      assistant.close();
    }
  });
}

async function companyAt(address: string): Promise<z.infer<typeof Company>> {
  const answer = await fetch(`${address}/_internal/v1/config`);
  return z.object({ config: Company }).parse(await answer.json()).config;
}

function portIn(address: string): number {
  return Number(new URL(address).port);
}

/** Addresses of this machine that only somebody who listens everywhere answers on. */
function otherAddresses(): readonly string[] {
  const outer = Object.values(networkInterfaces()).flatMap((addresses) => addresses ?? []);
  const external = outer.filter((address) => !address.internal && address.family === 'IPv4').map((address) => address.address);
  return process.platform === 'linux' ? [...external, '127.0.0.2'] : external;
}

async function reachedFromOutside(port: number): Promise<boolean> {
  const reached = await Promise.all(otherAddresses().map((address) => reaches(address, port)));
  return reached.includes(true);
}

describe('the Playgrounds of local mode', () => {
  it('are two companies, each with its own people, and both are gone after the end', async () => {
    const addresses: string[] = [];
    await withPlaygrounds(async ({ partner, customer }) => {
      addresses.push(partner.address, customer.address);
      const [ours, theirs] = await Promise.all([companyAt(partner.address), companyAt(customer.address)]);
      assert.deepEqual([ours.tenantId, ours.currentUser.name], ['11111111-1111-4111-8111-111111111111', 'Jana Nováková']);
      assert.deepEqual([theirs.tenantId, theirs.currentUser.name], ['22222222-2222-4222-8222-222222222222', 'Karel Beneš']);
      assert.notEqual(ours.personalChat.id, theirs.personalChat.id);
    });
    for (const address of addresses) assert.equal(await reaches('127.0.0.1', portIn(address)), false);
  });

  it('listen on this machine only', () =>
    withPlaygrounds(async ({ partner, customer }) => {
      assert.equal(await reachedFromOutside(portIn(partner.address)), false);
      assert.equal(await reachedFromOutside(portIn(customer.address)), false);
    }));

  it('planted fault: a Playground started without our child process listens everywhere, which the check sees', function () {
    if (otherAddresses().length === 0) return this.skip();
    return inTempFolder(async (folder) => {
      const port = await freePort(57_150);
      const env = { ...environmentForChildren(process.env), TEAMSAPPTESTER_BROWSER: 'none' };
      const cli = createRequire(import.meta.url).resolve('@microsoft/m365agentsplayground/cli.js');
      const child = fork(cli, ['-p', String(port), '--disable-telemetry'], { cwd: folder, env, execArgv: [], stdio: ['ignore', 'pipe', 'ignore', 'ipc'] });
      try {
        assert.ok(child.stdout);
        await once(child.stdout, 'data');
        // its first words come before it listens
        while (!(await reaches('127.0.0.1', port)));
        assert.equal(await reachedFromOutside(port), true);
      } finally {
        child.kill('SIGKILL');
        await once(child, 'exit');
      }
    });
  });

  it('take other ports when somebody sits on theirs', async () => {
    const taken = await listening(createServer(), await freePort(56_150));
    try {
      await withPlaygrounds(async ({ partner, customer }) => {
        assert.notEqual(portIn(partner.address), portOf(taken));
        assert.equal((await companyAt(partner.address)).currentUser.name, 'Jana Nováková');
        assert.equal((await companyAt(customer.address)).currentUser.name, 'Karel Beneš');
      });
    } finally {
      taken.close();
    }
  });
});

describe('a free port', () => {
  it('is the one asked for, or the next that nobody listens on', async () => {
    const first = await freePort(58_150);
    const taken = await listening(createServer(), first);
    try {
      assert.ok((await freePort(first)) > first);
    } finally {
      taken.close();
    }
    assert.equal(await freePort(first), first);
  });

  it('is not looked for beyond the last one', () => assert.rejects(freePort(65_536), { code: 'playground-failed' }));
});
