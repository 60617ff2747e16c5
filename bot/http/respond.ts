import type { Response } from 'restify';

export interface Content {
  readonly contentType: string;
  readonly body: string;
  /** Added to the security headers, or instead of those of the same name. */
  readonly headers?: Readonly<Record<string, string>>;
}

/**
 * Ends a request; without content the response is bare: a status and nothing to learn from.
 *
 * The only way out: restify's own formatters negotiate by `Accept` and print errors.
 */
export function respond(response: Response, status: number, content?: Content): void {
  if (response.headersSent) return;
  const body = content?.body ?? '';
  response.sendRaw(status, body, {
    ...(content === undefined ? {} : { 'Content-Type': content.contentType }),
    'Content-Length': String(Buffer.byteLength(body)),
    ...content?.headers,
  });
}

export function respondJson(response: Response, status: number, body: unknown): void {
  if (body === undefined) respond(response, status);
  else respond(response, status, { contentType: 'application/json; charset=utf-8', body: JSON.stringify(body) });
}
