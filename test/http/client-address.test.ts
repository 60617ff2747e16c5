import assert from 'node:assert/strict';
import { Socket } from 'node:net';
import { clientAddress } from '../../bot/http/client-address.ts';

function addressOf(connection: string, forwarded: string | undefined, trustedProxies: number): string {
  const socket = Object.defineProperty(new Socket(), 'remoteAddress', { value: connection });
  return clientAddress({ socket, headers: forwarded === undefined ? {} : { 'x-forwarded-for': forwarded } }, trustedProxies);
}

describe('the address that attempts are counted by', () => {
  it('is the connection’s own while no proxy is trusted, whatever the client writes', () => {
    assert.equal(addressOf('203.0.113.7', undefined, 0), '203.0.113.7');
    assert.equal(addressOf('203.0.113.7', '198.51.100.1', 0), '203.0.113.7');
  });

  it('is the entry that our outermost proxy added, whatever the client wrote before it', () => {
    assert.equal(addressOf('10.0.0.1', '198.51.100.9', 1), '198.51.100.9');
    assert.equal(addressOf('10.0.0.1', '1.2.3.4, 5.6.7.8, 198.51.100.9', 1), '198.51.100.9');
    assert.equal(addressOf('10.0.0.1', '1.2.3.4, 198.51.100.9, 10.0.0.2', 2), '198.51.100.9');
  });

  it('is the connection’s own for one that came past the proxies, or whose entry is no address', () => {
    assert.equal(addressOf('10.0.0.1', undefined, 1), '10.0.0.1');
    assert.equal(addressOf('10.0.0.1', '198.51.100.9', 2), '10.0.0.1');
    assert.equal(addressOf('10.0.0.1', 'unknown', 1), '10.0.0.1');
    assert.equal(addressOf('10.0.0.1', '198.51.100.9, <script>', 1), '10.0.0.1');
  });

  it('has no port', () => {
    assert.equal(addressOf('10.0.0.1', '198.51.100.9:50123', 1), '198.51.100.9');
    assert.equal(addressOf('10.0.0.1', '[2001:db8:1:2::7]:50123', 1), '2001:db8:1:2');
  });

  it('is the network of an IPv6 subscriber, who has more addresses than anybody can count', () => {
    assert.equal(addressOf('2001:db8:1:2:3:4:5:6', undefined, 0), '2001:db8:1:2');
    assert.equal(addressOf('2001:0DB8:0001:2::ffff', undefined, 0), '2001:db8:1:2');
    assert.equal(addressOf('fe80::1%eth0', undefined, 0), 'fe80:0:0:0');
    assert.equal(addressOf('::1', undefined, 0), '0:0:0:0');
  });

  it('is IPv4 for a client that a server of both kinds names by a mapped address', () => {
    assert.equal(addressOf('::ffff:203.0.113.7', undefined, 0), '203.0.113.7');
  });
});
