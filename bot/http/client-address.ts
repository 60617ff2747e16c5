import type { IncomingMessage } from 'node:http';
import { isIP } from 'node:net';

/**
 * Where a request comes from, to count attempts by: an IPv4 address, or the /64 of an IPv6 address, because a whole /64 belongs to one subscriber.
 *
 * Each proxy adds at the right of X-Forwarded-For whom it heard; everything left of what our own proxies added is whatever the client wrote.
 * Without proxies the header is not read at all.
 *
 * @param trustedProxies how many proxies of ours stand in front. A request that came past them counts as the connection it came by.
 */
export function clientAddress(request: Pick<IncomingMessage, 'headers' | 'socket'>, trustedProxies: number): string {
  const connection = request.socket.remoteAddress ?? '';
  if (trustedProxies === 0) return counted(connection);
  const header = request.headers['x-forwarded-for'] ?? [];
  const heard = (typeof header === 'string' ? header : header.join(',')).split(',').map(withoutPort);
  const client = heard.at(-trustedProxies) ?? '';
  return counted(isIP(client) === 0 ? connection : client);
}

/** `203.0.113.7:50123` and `[2001:db8::7]:50123`, as some proxies write them. */
function withoutPort(entry: string): string {
  const [, v6, v4] = /^(?:\[([^\]]*)\](?::\d+)?|([\d.]+):\d+)$/.exec(entry.trim()) ?? [];
  return v6 ?? v4 ?? entry.trim();
}

function counted(address: string): string {
  const mapped = /^::ffff:([\d.]+)$/i.exec(address)?.[1];
  return mapped ?? (isIP(address) === 6 ? networkOf(address) : address);
}

/** The first four groups of an IPv6 address. */
function networkOf(address: string): string {
  const [head = '', tail] = address.toLowerCase().replace(/%.*$/, '').split('::');
  const groupsOf = (part: string) => part.split(':').filter((group) => group !== '');
  const [first, last] = [groupsOf(head), groupsOf(tail ?? '')];
  const left = tail === undefined ? 0 : Math.max(0, 8 - first.length - last.length);
  const groups = [...first, ...Array.from({ length: left }, () => '0'), ...last];
  return groups
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':');
}
