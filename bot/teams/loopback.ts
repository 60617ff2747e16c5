/**
 * Whether a service URL leads to this machine itself.
 *
 * In local mode nobody is authenticated, so whoever reaches the port names the address that is answered:
 * anything but loopback would turn the assistant into somebody else's messenger.
 */
export function isLoopback(serviceUrl: string): boolean {
  const { hostname } = new URL(serviceUrl);
  return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d{1,3}){3}$/.test(hostname);
}
