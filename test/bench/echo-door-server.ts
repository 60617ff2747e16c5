import { createHttpServer } from '../../bot/http/server.ts';
import { createMetrics } from '../../bot/http/metrics.ts';
import { systemClock } from '../../bot/platform/clock.ts';
import { newId } from '../../bot/platform/ids.ts';
import { createLog } from '../../bot/platform/log.ts';
import { systemTimers } from '../../bot/platform/timers.ts';
import { createTeams } from '../../bot/teams/teams.ts';
import { tellParent } from './echo-process.ts';

/**
 * Our door with nothing behind it: the real HTTP server, log and Teams room, and a turn that answers every time with one small card.
 *
 * Run as a child process; tells its port to the parent.
 */
const card = { type: 'AdaptiveCard', version: '1.5', fallbackText: 'Echo', body: [{ type: 'TextBlock', text: 'Echo', wrap: true }] } as const;
const parts = { log: createLog('info'), clock: systemClock, timers: systemTimers, newId };
const metrics = createMetrics();
const teams = createTeams({
  ...parts,
  credentials: { kind: 'local' },
  handleTurn: async () => ({ kind: 'card', card }),
  onFault: () => ({ kind: 'nothing' }),
  onTurn: metrics.turn,
});
const server = createHttpServer({ ...parts, receive: teams.receive, isReady: async () => true, metrics });
const { port } = await server.listen({ port: 0, host: '127.0.0.1' });
tellParent(port);
