import { createMetrics } from '../../bot/http/metrics.ts';
import { createHttpServer } from '../../bot/http/server.ts';
import { newId } from '../../bot/platform/ids.ts';
import { publicPages } from '../../bot/web/public-pages.ts';
import { logInto } from '../teams/a-door.ts';
import type { LogLine } from '../teams/a-door.ts';
import { handClock } from '../teams/hand-clock.ts';

export const paths = ['/', '/privacy', '/terms'] as const;

export interface Site {
  readonly url: string;
  readonly lines: readonly LogLine[];
}

/** The public pages behind the real HTTP server. */
export async function onTheSite(use: (site: Site) => Promise<void>): Promise<void> {
  const lines: LogLine[] = [];
  const server = createHttpServer({
    ...handClock(),
    log: logInto(lines),
    newId,
    metrics: createMetrics(),
    isReady: async () => true,
    receive: async () => ({ status: 200 }),
    routes: publicPages(),
  });
  const { port } = await server.listen({ port: 0, host: '127.0.0.1' });
  try {
    await use({ url: `http://127.0.0.1:${port}`, lines });
  } finally {
    await server.close();
  }
}
