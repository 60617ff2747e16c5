/**
 * The process of one Playground, started by `startPlaygrounds` with the Playground's own arguments.
 *
 * The Playground listens on every interface without authentication, so a bare port is bound to this machine before it loads.
 * It lives as long as the pipe to the assistant: however that ends, no Playground stays behind.
 */
import { createRequire } from 'node:module';
import { Server } from 'node:net';

// eslint-disable-next-line @typescript-eslint/unbound-method -- applied to its own server below
Server.prototype.listen = new Proxy(Server.prototype.listen, {
  apply: (listen, server, [port, ...rest]: unknown[]): unknown =>
    Reflect.apply(listen, server, typeof port === 'number' && typeof rest[0] !== 'string' ? [port, '127.0.0.1', ...rest] : [port, ...rest]),
});

process.on('disconnect', () => {
  // eslint-disable-next-line bans/no-exit -- the main of a process of its own, whose server would keep it alive
  process.exit();
});

createRequire(import.meta.url)('@microsoft/m365agentsplayground/cli.js');

// Ctrl-C in a terminal reaches children too: the assistant says when to end, or the pipe does.
process.removeAllListeners('SIGINT');
process.on('SIGINT', () => undefined);
