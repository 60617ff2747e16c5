import type { BrowserContext, Frame, Page } from 'playwright-core';
import { z } from 'zod';

/** What Teams tells a page about itself and its person. */
export interface HostFacts {
  readonly locale?: string;
  readonly theme?: 'default' | 'dark' | 'contrast';
  /** What `authentication.getAuthToken()` gives, one after the other, the last one for ever; undefined: Teams refuses. */
  readonly tokens: readonly (string | undefined)[];
  /** A frame of somebody who is not Teams: nothing is answered. */
  readonly isSilent?: boolean;
}

export interface TeamsHost {
  /** The page inside the frame. */
  readonly frame: Frame;
  /** The functions of Teams that the page called, in order. */
  readonly called: () => Promise<readonly string[]>;
  readonly changeTheme: (theme: 'default' | 'dark' | 'contrast') => Promise<void>;
}

const origin = 'https://teams.microsoft.com';

/**
 * Shows a page in a frame that speaks the protocol of Teams with it, as teams-js 2 does: requests `{ id, func, args }`, answers `{ id, args }`,
 * events `{ func, args }`, by `postMessage`. It stands at the real address of Teams, which nobody reaches here: so the page's own
 * `frame-ancestors` and the library's check of origins hold as they do in Teams, and nothing is opened for tests.
 */
export async function inTeamsFrame(page: Page, pageUrl: string, facts: HostFacts): Promise<TeamsHost> {
  await page.context().route(`${origin}/**`, (route) => route.fulfill({ contentType: 'text/html', body: hostHtml(pageUrl, facts) }));
  await page.goto(`${origin}/v2/`);
  const element = await page.waitForSelector('iframe');
  const frame = await element.contentFrame();
  if (frame === null) throw new TypeError('the frame shows nothing');
  return {
    frame,
    called: async () => z.array(z.string()).parse(await page.evaluate('window.called')),
    changeTheme: async (theme) => {
      await page.evaluate(`window.changeTheme(${JSON.stringify(theme)})`);
    },
  };
}

/** Answers at the public address of the assistant with what the server on this machine says. */
export async function publish(context: BrowserContext, publicUrl: string, localUrl: string): Promise<void> {
  await context.route(`${publicUrl}/**`, async (route) => {
    const { pathname, search } = new URL(route.request().url());
    await route.fulfill({ response: await route.fetch({ url: localUrl + pathname + search, maxRedirects: 0 }) });
  });
}

function hostHtml(pageUrl: string, { locale = 'en-us', theme = 'default', tokens, isSilent = false }: HostFacts): string {
  const context = { locale, theme, tid: 'tenant', userObjectId: 'person', sessionId: 's', hostClientType: 'web', hostName: 'Teams' };
  return `<!doctype html><html lang="en"><head><title>Teams</title><style>html, body, iframe { margin: 0; border: 0; width: 100%; height: 100% }</style></head>
<body><script>
window.called = [];
const tokens = ${JSON.stringify(tokens.map((token) => token ?? null))};
const runtime = { apiVersion: 4, hostVersionsInfo: {}, isLegacyTeams: false, supports: {} };
const nextToken = () => (tokens.length > 1 ? tokens.shift() : tokens[0]);
const withToken = (token) => (token === null ? [false, 'resourceRequiresConsent'] : [true, token]);
const answers = {
  initialize: () => ['content', 'web', JSON.stringify(runtime), '2.0.1'],
  getContext: () => [${JSON.stringify(context)}],
  registerHandler: () => undefined,
  'appInitialization.success': () => [],
  'authentication.getAuthToken': () => withToken(nextToken()),
};
const framed = () => document.querySelector('iframe').contentWindow;
const pageOrigin = ${JSON.stringify(new URL(pageUrl).origin)};
addEventListener('message', ({ data, source, origin }) => {
  if (source !== framed() || origin !== pageOrigin) return;
  window.called.push(data.func);
  const args = ${JSON.stringify(isSilent)} ? undefined : answers[data.func]?.(...(data.args ?? []));
  if (args !== undefined) framed().postMessage({ id: data.id, uuidAsString: data.uuidAsString, args }, pageOrigin);
});
window.changeTheme = (theme) => framed().postMessage({ func: 'themeChange', args: [theme] }, pageOrigin);
</script><iframe src="${pageUrl}"></iframe></body></html>`;
}
