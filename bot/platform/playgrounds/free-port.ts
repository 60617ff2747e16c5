import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import { Fault } from '../../../domain/shared/fault.ts';

const tries = 100;

/**
 * The first port from `from` upwards that nobody on this machine listens on.
 *
 * @throws Fault('playground-failed') after a hundred taken ones
 */
export async function freePort(from: number): Promise<number> {
  for (let port = from; port < from + tries && port < 65_536; port += 1) {
    if (!(await answers(port)) && (await canListen(port))) return port;
  }
  throw new Fault('playground-failed', { detail: `no free port from ${String(from)} upwards` });
}

/** Asked first: on some systems one may listen on 127.0.0.1 although somebody else listens everywhere. */
async function answers(port: number): Promise<boolean> {
  const socket = connect(port, '127.0.0.1');
  return settled(socket, 'connect', () => socket.destroy());
}

async function canListen(port: number): Promise<boolean> {
  const server = createServer();
  server.listen(port, '127.0.0.1');
  return settled(server, 'listening', () => server.close());
}

async function settled(emitter: NodeJS.EventEmitter, event: string, end: () => void): Promise<boolean> {
  try {
    await once(emitter, event);
    return true;
  } catch {
    return false;
  } finally {
    end();
  }
}
