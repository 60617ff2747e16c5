import { createServer } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { listening, portOf } from './loopback.ts';

/** A Bot Connector that takes everything, and only counts what the cards of each conversation say. */
export interface CountingConnector {
  readonly serviceUrl: string;
  /** How many messages have arrived. */
  arrived(): number;
  /** Resolves once so many have arrived in all. */
  until(count: number): Promise<void>;
  /** How often something stood on cards in that conversation. */
  said(conversation: string, mark: string): number;
  close(): Promise<void>;
}

/** @param marks finds what is counted in the text of a message. @param slowestMs it answers after up to that long. */
export async function startCountingConnector(marks: RegExp, slowestMs: () => number): Promise<CountingConnector> {
  const counts = new Map<string, number>();
  const waiting = new Set<() => void>();
  let arrived = 0;
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const conversation = decodeURIComponent((request.url ?? '').split('/conversations/')[1]?.split('/')[0] ?? '');
      arrived += 1;
      const mine = String(arrived);
      for (const mark of new Set(Buffer.concat(chunks).toString('utf8').match(marks))) {
        counts.set(`${conversation} ${mark}`, (counts.get(`${conversation} ${mark}`) ?? 0) + 1);
      }
      for (const check of waiting) check();
      pause(slowestMs())
        .then(() => {
          response.writeHead(201, { 'content-type': 'application/json' });
          response.end(JSON.stringify({ id: `sent-${mine}` }));
        })
        .catch(() => response.destroy());
    });
  });
  const port = portOf(await listening(server));
  return {
    serviceUrl: `http://127.0.0.1:${String(port)}`,
    arrived: () => arrived,
    until: (count) =>
      new Promise((resolve) => {
        const check = (): void => {
          if (arrived < count) return;
          waiting.delete(check);
          resolve();
        };
        waiting.add(check);
        check();
      }),
    said: (conversation, mark) => counts.get(`${conversation} ${mark}`) ?? 0,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
