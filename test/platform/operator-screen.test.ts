import assert from 'node:assert/strict';
import { PassThrough } from 'node:stream';
import { operatorScreen } from '../../bot/platform/operator-screen.ts';

/** A terminal that keeps what was written on it. */
function aTerminal() {
  const stream = Object.assign(new PassThrough(), { isTTY: true, columns: 120 });
  return { stream, text: () => String(stream.read() ?? '') };
}

const half = { what: 'customers.csv', done: 50_000, total: 100_000, sofar: '50000 taken' };

describe('an operator at a terminal', () => {
  it('sees a bar with how far the file is, and the lines above it', () => {
    const { stream, text } = aTerminal();
    const screen = operatorScreen(stream);
    screen.progress(half);
    screen.print('customers.csv:7: refused: domain is empty');
    screen.close();
    const shown = text();
    assert.match(shown, /customers\.csv:7: refused: domain is empty\n/);
    assert.match(shown, /customers\.csv █+░+ 50% · 50000 of 100000 · 50000 taken/);
  });

  it('sees one file at a time', () => {
    const { stream, text } = aTerminal();
    const screen = operatorScreen(stream);
    screen.progress(half);
    text();
    screen.progress({ ...half, what: 'subscriptions.csv', done: 1, sofar: '' });
    screen.close();
    assert.doesNotMatch(text().split('subscriptions.csv').at(-1) ?? '', /customers\.csv/);
  });

  it('sees lines alone while nothing takes long, and keeps Ctrl-C', () => {
    const listeners = process.listenerCount('SIGINT');
    const { stream, text } = aTerminal();
    const screen = operatorScreen(stream);
    screen.print('one line');
    assert.equal(text(), 'one line\n');
    screen.progress(half);
    assert.equal(process.listenerCount('SIGINT'), listeners);
    screen.close();
  });
});
