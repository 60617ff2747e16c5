import type { Dispatcher } from 'undici';

export interface Answer {
  readonly status: number;
  readonly body: string;
  readonly retryAfter: string | undefined;
}

/**
 * One request and its whole answer, over undici's dispatch: the stream that `request` makes for every body costs more than the rest of the call.
 *
 * Rejects with undici's or the operating system's error when there is no answer.
 */
export function exchange(agent: Dispatcher, request: Dispatcher.DispatchOptions): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let status = 0;
    let retryAfter: string | undefined;
    agent.dispatch(request, {
      // by its presence undici knows a handler of this kind
      onRequestStart: () => undefined,
      onResponseStart: (_, statusCode, headers) => {
        status = statusCode;
        retryAfter = [headers['retry-after']].flat()[0];
      },
      onResponseData: (_, chunk) => {
        chunks.push(chunk);
      },
      onResponseEnd: () => resolve({ status, body: Buffer.concat(chunks).toString('utf8'), retryAfter }),
      onResponseError: (_, error) => reject(error),
    });
  });
}
