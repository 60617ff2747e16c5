import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/**
 * Whether a request may see the figures: it comes from this machine itself, or carries the operator's token.
 *
 * What a proxy on this machine forwards comes from anywhere: it needs the token.
 */
export function isOperator(request: IncomingMessage, token: string | undefined): boolean {
  if (token !== undefined && hasToken(request, token)) return true;
  return isFromThisMachine(request.socket.remoteAddress) && !isForwarded(request);
}

function hasToken(request: IncomingMessage, token: string): boolean {
  return timingSafeEqual(digest(request.headers.authorization ?? ''), digest(`Bearer ${token}`));
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}

/**
 * Whether a request was made on this machine and for it: not forwarded by a proxy, and not by a page in a browser that reached us
 * under a foreign name (DNS rebinding).
 */
export function isOfThisMachine(request: IncomingMessage): boolean {
  return isFromThisMachine(request.socket.remoteAddress) && !isForwarded(request) && isNamedLoopback(request.headers.host);
}

function isNamedLoopback(host: string | undefined): boolean {
  return host !== undefined && /^(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d{1,5})?$/i.test(host);
}

function isFromThisMachine(address: string | undefined): boolean {
  return address !== undefined && (address === '::1' || /^(::ffff:)?127\./.test(address));
}

function isForwarded(request: IncomingMessage): boolean {
  return ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip', 'via'].some((name) => name in request.headers);
}
