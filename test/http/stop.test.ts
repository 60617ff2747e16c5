import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect } from 'node:net';
import type { Socket } from 'node:net';
import { createMetrics } from '../../bot/http/metrics.ts';
import { createHttpServer } from '../../bot/http/server.ts';
import { newId } from '../../bot/platform/ids.ts';
import { reaches } from '../support/loopback.ts';
import { logInto } from '../teams/a-door.ts';
import { handClock } from '../teams/hand-clock.ts';

/** A server whose one turn is answered when the test says so. */
async function aServer() {
  const turn: { answer: () => void; began: Promise<void>; begin: () => void } = { answer: () => undefined, began: Promise.resolve(), begin: () => undefined };
  turn.began = new Promise((resolve) => {
    turn.begin = resolve;
  });
  const time = handClock();
  const receive = () =>
    new Promise<{ status: number }>((resolve) => {
      turn.answer = () => resolve({ status: 200 });
      turn.begin();
    });
  const server = createHttpServer({ ...time, log: logInto([]), newId, metrics: createMetrics(), isReady: async () => true, receive });
  const { port } = await server.listen({ port: 0, host: '127.0.0.1' });
  return { server, port, time, turn };
}

async function connected(port: number): Promise<{ readonly socket: Socket; readonly said: string[]; readonly closed: Promise<unknown> }> {
  const socket = connect(port, '127.0.0.1');
  const said: string[] = [];
  socket.setEncoding('latin1').on('data', (text: string) => said.push(text));
  socket.on('error', (error) => said.push(error.message));
  const closed = new Promise((resolve) => socket.once('close', resolve));
  await once(socket, 'connect');
  return { socket, said, closed };
}

const message = 'POST /api/messages HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}';

describe('stopping the server', () => {
  it('cuts connections that are kept alive and do nothing, at once', async () => {
    const { server, port } = await aServer();
    const idle = await connected(port);
    idle.socket.write('GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n');
    await once(idle.socket, 'data');
    await Promise.all([server.close(), idle.closed]);
    assert.match(idle.said.join(''), /^HTTP\/1.1 200 OK/);
  });

  it('lets a turn under way be answered, takes no other, and is over then', async () => {
    const { server, port, turn } = await aServer();
    const busy = await connected(port);
    busy.socket.write(message);
    await turn.began;
    const closing = server.close();
    assert.equal(await reaches('127.0.0.1', port), false);
    turn.answer();
    await Promise.all([closing, busy.closed]);
    assert.match(busy.said.join(''), /^HTTP\/1.1 200 OK/);
  });

  it('cuts after four seconds what does not end', async () => {
    const { server, port, time, turn } = await aServer();
    const stuck = await connected(port);
    stuck.socket.write(message);
    await turn.began;
    const closing = server.close();
    time.advance(4000);
    await Promise.all([closing, stuck.closed]);
    assert.equal(stuck.said.join(''), '');
  });

  it('cuts a connection that never said anything', async () => {
    const { server, port, time } = await aServer();
    const mute = await connected(port);
    const closing = server.close();
    time.advance(4000);
    await Promise.all([closing, mute.closed]);
    assert.equal(mute.said.join(''), '');
  });
});

describe('a caller who hangs up', () => {
  it('before the answer does no harm', async () => {
    const { server, port, turn } = await aServer();
    const gone = await connected(port);
    gone.socket.write(message);
    await turn.began;
    gone.socket.destroy();
    await gone.closed;
    turn.answer();
    assert.equal((await fetch(`http://127.0.0.1:${port}/healthz`)).status, 200);
    await server.close();
  });

  it('in the middle of the body does no harm', async () => {
    const { server, port } = await aServer();
    const gone = await connected(port);
    gone.socket.write(message.slice(0, -1));
    gone.socket.destroy();
    await gone.closed;
    assert.equal((await fetch(`http://127.0.0.1:${port}/healthz`)).status, 200);
    await server.close();
  });
});
