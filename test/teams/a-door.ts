import { createHttpServer } from '../../bot/http/server.ts';
import type { HttpServer } from '../../bot/http/server.ts';
import { createMetrics } from '../../bot/http/metrics.ts';
import { newId } from '../../bot/platform/ids.ts';
import type { ChannelTrust } from '../../bot/teams/authenticate.ts';
import type { Bearer, Credentials } from '../../bot/teams/credentials.ts';
import { createTeams } from '../../bot/teams/teams.ts';
import type { Teams, TeamsOptions } from '../../bot/teams/teams.ts';
import type { Log, LogFields } from '../../domain/shared/ports.ts';
import type { HandleTurn, Incoming, Reply } from '../../domain/shared/turn.ts';
import { handClock } from './hand-clock.ts';
import type { HandClock } from './hand-clock.ts';

export interface LogLine {
  readonly level: 'debug' | 'info' | 'warn' | 'error';
  readonly fields: LogFields;
  readonly message: string;
}

/** The real HTTP server and the real Teams room, with a turn of the test's own behind them. */
export interface Door {
  readonly url: string;
  readonly teams: Teams;
  readonly server: HttpServer;
  readonly time: HandClock;
  /** What reached the turn. */
  readonly heard: readonly Incoming[];
  readonly lines: readonly LogLine[];
  post(activity: unknown, headers?: Readonly<Record<string, string>>): Promise<Response>;
  close(): Promise<void>;
}

export interface DoorOptions {
  readonly handleTurn?: HandleTurn;
  readonly onFault?: (incoming: Incoming, errorId: string) => Reply | Promise<Reply>;
  readonly credentials?: Credentials;
  readonly trust?: ChannelTrust;
  readonly bearer?: Bearer;
  readonly onShown?: TeamsOptions['onShown'];
}

export const echoCard = { type: 'AdaptiveCard', version: '1.5', fallbackText: 'Echo', body: [] } as const;

export async function aDoor(options: DoorOptions = {}): Promise<Door> {
  const time = handClock();
  const heard: Incoming[] = [];
  const lines: LogLine[] = [];
  const parts = { log: logInto(lines), clock: time.clock, timers: time.timers, newId };
  const metrics = createMetrics();
  const answer: HandleTurn = options.handleTurn ?? (async () => ({ kind: 'card', card: echoCard }));
  const teams = createTeams({
    ...parts,
    credentials: { kind: 'local' },
    onFault: () => ({ kind: 'nothing' }),
    onTurn: metrics.turn,
    ...options,
    handleTurn: (incoming) => {
      heard.push(incoming);
      return answer(incoming);
    },
  });
  const server = createHttpServer({ ...parts, receive: teams.receive, isReady: async () => true, metrics });
  const { port } = await server.listen({ port: 0, host: '127.0.0.1' });
  const url = `http://127.0.0.1:${port}`;
  return {
    url,
    teams,
    server,
    time,
    heard,
    lines,
    post: (activity, headers = {}) =>
      fetch(`${url}/api/messages`, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(activity) }),
    async close() {
      await server.close();
      await teams.close();
    },
  };
}

export function logInto(lines: LogLine[]): Log {
  const at = (level: LogLine['level']) => (fields: LogFields, message: string) => {
    lines.push({ level, fields, message });
  };
  return { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') };
}
