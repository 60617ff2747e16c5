import { plugins } from 'restify';
import type { Request, Response, Server } from 'restify';
import type { IsOneTooMany } from './attempts.ts';
import type { Content, Respond } from './respond.ts';

export type PageAnswer = Content & { readonly status: number };

/** One page beside the door. */
export interface Route {
  /** restify path, such as `/o/:code`. */
  readonly path: string;
  readonly answer: (request: PageRequest) => Promise<PageAnswer>;
  /** Takes what the page sends: JSON of at most 16 KB. */
  readonly post?: (request: PostRequest) => Promise<PageAnswer>;
  /**
   * For a page that is opened by a secret in its address, `/o/:code`: requests are counted by address, and this says in the page's own words what
   * is refused before the page is asked. A part of another form than a code comes as `-`, so that the page answers it, and not the router.
   */
  readonly refuse?: (request: PageRequest, refused: Refused) => PageAnswer;
}

export interface Refused {
  readonly method: 'GET' | 'POST';
  /** Unreadable, too large, no JSON, or one attempt too many. */
  readonly status: 400 | 413 | 415 | 429;
}

/** What a page may know of who asks. All of it is untrusted. */
export interface PageRequest {
  /** The parts of the path, percent-decoded. */
  readonly params: unknown;
  /** What follows the question mark, as it came. */
  readonly query: string;
  /** These headers, as they came. */
  readonly acceptLanguage: string | undefined;
  readonly acceptEncoding: string | undefined;
  readonly authorization: string | undefined;
  readonly requestId: string;
}

export interface PostRequest extends PageRequest {
  readonly body: unknown;
  /** The page that sends it, by its browser; and the host that it was sent to. */
  readonly origin: string | undefined;
  readonly host: string | undefined;
}

export interface PagesParts {
  readonly respond: Respond;
  readonly idOf: (request: Request) => string;
  readonly isOneTooMany: IsOneTooMany;
}

const largestBody = 16_384;

export function mountPage(server: Server, route: Route, parts: PagesParts): void {
  const { path, answer, post } = route;
  const open = async (request: Request, response: Response) => {
    const page = pageRequest(request, parts);
    const refused = route.refuse && (await parts.isOneTooMany(request, response)) ? route.refuse(page, { method: 'GET', status: 429 }) : undefined;
    respondWith(parts, request, response, refused ?? (await answer(page)));
  };
  server.get(path, open);
  server.head(path, open);
  if (post === undefined) return;
  server.post(path, async (request: Request, response: Response) => {
    respondWith(parts, request, response, await posted(request, response, { ...route, post }, parts));
  });
}

async function posted(request: Request, response: Response, route: Route & Required<Pick<Route, 'post'>>, parts: PagesParts): Promise<PageAnswer> {
  const page = pageRequest(request, parts);
  const refuse = (status: Refused['status']): PageAnswer => route.refuse?.(page, { method: 'POST', status }) ?? { status, contentType: 'text/plain', body: '' };
  if (route.refuse && (await parts.isOneTooMany(request, response))) return refuse(429);
  if (!isPlainJson(request)) return refuse(415);
  const read = await bodyOf(request, response);
  return 'status' in read ? refuse(read.status) : route.post({ ...page, body: read.body, origin: request.headers.origin, host: request.headers.host });
}

/** Asked before a byte of the body is read: restify counts a compressed body before it unpacks it, and takes forms and files, too. */
export function isPlainJson(request: Request): boolean {
  return /^application\/json\s*(;|$)/i.test(request.headers['content-type'] ?? '') && request.headers['content-encoding'] === undefined;
}

const readBody = plugins.bodyReader({ maxBodySize: largestBody });

function bodyOf(request: Request, response: Response): Promise<{ readonly body: unknown } | { readonly status: 400 | 413 }> {
  return new Promise((resolve) => {
    readBody(request, response, (refused?: unknown) => {
      const text: unknown = request.body;
      if (refused !== undefined) resolve({ status: isTooLarge(refused) ? 413 : 400 });
      else resolve(typeof text === 'string' ? parsed(text) : { status: 400 });
    });
  });
}

function isTooLarge(refused: unknown): boolean {
  return refused instanceof Error && 'statusCode' in refused && refused.statusCode === 413;
}

function parsed(text: string): { readonly body: unknown } | { readonly status: 400 } {
  try {
    return { body: JSON.parse(text) };
  } catch {
    return { status: 400 };
  }
}

function pageRequest(request: Request, { idOf }: PagesParts): PageRequest {
  const params: unknown = request.params;
  const [, ...query] = (request.url ?? '').split('?');
  const { 'accept-language': acceptLanguage, 'accept-encoding': acceptEncoding, authorization } = request.headers;
  return { params, query: query.join('?'), acceptLanguage, acceptEncoding, authorization, requestId: idOf(request) };
}

function respondWith({ respond }: PagesParts, request: Request, response: Response, page: PageAnswer): void {
  respond(request, response, page.status, page);
}

/**
 * The address a request is routed by: what cannot be a code stands there as `-`.
 *
 * Without it the router answers what it cannot decode, or finds too long, by itself: a malformed code would not look like an unknown one.
 */
export function routedUrl(url: string, routes: readonly Route[]): string {
  const { path } = routes.find((route) => route.refuse !== undefined && url.startsWith(beforeParts(route.path))) ?? {};
  if (path === undefined) return url;
  const prefix = beforeParts(path);
  const [asked = '', ...query] = url.split('?');
  return /^[\w-]{1,64}$/.test(asked.slice(prefix.length)) ? url : [`${prefix}-`, ...query].join('?');
}

function beforeParts(path: string): string {
  return path.slice(0, path.indexOf(':'));
}
