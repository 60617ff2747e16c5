import type { Server } from 'restify';
import type { Timers } from '../../domain/shared/ports.ts';

const patienceMs = 4000;

/**
 * Ends a server: no new connection, idle ones cut at once, those under way as soon as their answer is out, and all of them after four seconds.
 */
export function drain(server: Server, timers: Timers): Promise<void> {
  const connections = server.server;
  return new Promise((resolve) => {
    const callOff = timers.after(patienceMs, () => {
      connections.closeAllConnections();
      resolve();
    });
    server.on('after', () => connections.closeIdleConnections());
    server.close(() => {
      callOff();
      resolve();
    });
    connections.closeIdleConnections();
  });
}
