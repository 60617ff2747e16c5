import assert from 'node:assert/strict';
import { once } from 'node:events';
import type { Server } from 'node:net';
import { connect } from 'node:net';

/** Has a server listen on a free port of this machine only. */
export async function listening<S extends Server>(server: S, port = 0): Promise<S> {
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return server;
}

export function portOf(server: Server): number {
  const address = server.address();
  assert.ok(typeof address === 'object' && address !== null, 'the server does not listen');
  return address.port;
}

/** Whether anybody takes a connection there. */
export async function reaches(host: string, port: number): Promise<boolean> {
  const socket = connect({ host, port });
  try {
    await once(socket, 'connect');
    return true;
  } catch (error) {
    assert.ok(error instanceof Error);
    return false;
  } finally {
    socket.destroy();
  }
}
