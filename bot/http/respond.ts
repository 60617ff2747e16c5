import type { Request, Response } from 'restify';
import { securityHeaders } from './security-headers.ts';

export interface Content {
  readonly contentType: string;
  readonly body: string | Uint8Array;
  /** Added to the security headers, or instead of those of the same name. */
  readonly headers?: Readonly<Record<string, string>>;
}

/**
 * Ends a request; without content the response is bare: a status and nothing to learn from.
 *
 * The only way out, with all headers in one: restify's own `send` negotiates by `Accept`, prints errors, and is slower.
 */
export type Respond = (request: Request, response: Response, status: number, content?: Content) => void;

/** @param idOf the id that a request was given here; it goes out so that a caller can name it to the operator. */
export function createRespond(idOf: (request: Request) => string): Respond {
  return (request, response, status, content) => {
    if (response.headersSent) return;
    const body = content?.body ?? '';
    response.writeHead(status, {
      ...securityHeaders,
      'X-Request-Id': idOf(request),
      ...(content === undefined ? {} : { 'Content-Type': content.contentType }),
      ...content?.headers,
      'Content-Length': Buffer.byteLength(body),
    });
    response.end(body);
  };
}

export function json(body: unknown): Content | undefined {
  return body === undefined ? undefined : { contentType: 'application/json; charset=utf-8', body: JSON.stringify(body) };
}
