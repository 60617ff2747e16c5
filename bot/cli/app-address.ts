/** Where a Teams app lives: what its links and its `validDomains` are made from. */
export interface AppAddress {
  /** Without a slash at the end. */
  readonly url: string;
  readonly host: string;
}

/**
 * Domains that the Teams store refuses: not the publisher's own, shared by many, or gone tomorrow
 * (store validation guidelines, "External domains"). Also names that only stand in examples.
 */
const refused = [
  ...['azurewebsites.net', 'azureedge.net', 'cloudapp.net', 'onmicrosoft.com', 'microsoft.com', 'office.com', 'sharepoint.com'],
  ...['ngrok.io', 'ngrok.app', 'ngrok-free.app', 'ngrok.dev', 'devtunnels.ms', 'trycloudflare.com', 'loca.lt', 'serveo.net'],
  ...['example.com', 'example.net', 'example.org', 'example', 'test', 'invalid', 'local', 'localhost', 'internal'],
];

/** The address of the app, or why a package cannot be made for it. */
export function appAddress(publicUrl: string): AppAddress | { readonly problem: string } {
  if (!URL.canParse(publicUrl))
    return { problem: 'PUBLIC_URL is no address. Write the one people reach the assistant at, such as https://assistant.contoso.cz.' };
  const url = new URL(publicUrl);
  const host = url.hostname;
  if (url.protocol !== 'https:') return { problem: 'PUBLIC_URL must begin with https://.' };
  if (url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '') return { problem: 'PUBLIC_URL must have no user, no ? and no #.' };
  if (!/^[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(host) || /^[\d.]+$/.test(host)) return { problem: `PUBLIC_URL must name a domain of your own, not "${host}".` };
  const shared = refused.find((domain) => host === domain || host.endsWith(`.${domain}`));
  if (shared !== undefined) return { problem: `Teams takes no app from ${shared}: PUBLIC_URL must name a domain of your own.` };
  return { url: url.href.replace(/\/+$/, ''), host };
}
