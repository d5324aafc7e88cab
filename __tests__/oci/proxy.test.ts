import assert from 'node:assert/strict';
import http from 'node:http';
import { once } from 'node:events';
import type { AddressInfo, Socket } from 'node:net';
import { test } from '@jest/globals';
import { proxyFor } from '../../src/oci/http/proxy.ts';
import { Transport } from '../../src/oci/http/transport.ts';
import type { TransportError } from '../../src/oci/http/transport-error.ts';
import { afterTest } from '../jest/after-test.ts';
import { REMOTE_HOST, serveRemote } from './remote.ts';

const P = 'http://proxy.corp:3128/';

// [environment, proxy]
const VARIABLES: readonly (readonly [NodeJS.ProcessEnv, string | undefined])[] = [
  [{}, undefined],
  [{ HTTPS_PROXY: P }, P],
  [{ https_proxy: P, HTTPS_PROXY: 'http://other/' }, P],
  [{ HTTPS_PROXY: 'proxy.corp:3128' }, P],
  [{ HTTPS_PROXY: ' proxy.corp:3128 ' }, P],
  [{ HTTPS_PROXY: 'user:secret@proxy.corp:3128' }, 'http://user:secret@proxy.corp:3128/'],
  [{ ALL_PROXY: P }, P],
  [{ all_proxy: P, HTTPS_PROXY: '' }, P],
  [{ ALL_PROXY: 'http://other/', HTTPS_PROXY: P }, P],
  [{ ALL_PROXY: 'socks5://proxy.corp:1080' }, undefined],
  [{ HTTPS_PROXY: 'https://proxy.corp' }, 'https://proxy.corp/'],
  [{ HTTP_PROXY: P }, undefined],
  [{ HTTPS_PROXY: 'http://[not an address' }, undefined],
];

test('the proxy is read from the environment as other programs read it', () => {
  for (const [env, expected] of VARIABLES) assert.equal(proxyFor(new URL('https://ghcr.io/'), env)?.href, expected, JSON.stringify(env));
});

// [NO_PROXY, hosts that are reached without, hosts that are not]
const BYPASSES: readonly (readonly [string, readonly string[], readonly string[]])[] = [
  ['*', ['ghcr.io', '10.0.0.1'], []],
  ['example.com', ['example.com', 'a.b.example.com', 'EXAMPLE.com'], ['notexample.com', 'example.com.evil', 'com']],
  ['.example.com', ['example.com', 'a.example.com'], ['notexample.com']],
  ['*.example.com', ['a.example.com'], ['notexample.com']],
  ['Example.COM.', ['a.example.com', 'example.com.'], []],
  [' a.example ,\tb.example  c.example', ['a.example', 'b.example', 'c.example'], ['d.example']],
  ['example.com:5000', ['example.com:5000'], ['example.com', 'example.com:5001']],
  ['example.com:443', ['example.com'], ['example.com:5000']],
  ['10.0.0.0/8', ['10.1.2.3', '10.1.2.3:5000'], ['11.0.0.1', 'ten.example']],
  ['192.168.1.5', ['192.168.1.5'], ['192.168.1.50']],
  ['10.0.0.1-10.0.0.9', ['10.0.0.5'], ['10.0.0.10']],
  ['fd00::/8, [::1]', ['[fd12::1]'], ['[fe80::1]']],
  ['10.0.0.0/99, 1.2.3.4/x, /, -, :, [, ,,', [], ['10.0.0.1', 'ghcr.io']],
  ['', [], ['ghcr.io']],
];

for (const [list, without, through] of BYPASSES) {
  test(`NO_PROXY of ${JSON.stringify(list)} leaves out what other programs leave out`, () => {
    const env = { HTTPS_PROXY: P, NO_PROXY: list };
    for (const host of without) assert.equal(proxyFor(new URL(`https://${host}/`), env), undefined, host);
    for (const host of through) assert.equal(proxyFor(new URL(`https://${host}/`), env)?.href, P, host);
  });
}

test('a proxy without a scheme, and ALL_PROXY, are gone through', async () => {
  const remote = await serveRemote((_request, response) => response.end('remote'));
  const proxy = new URL(remote.env['HTTPS_PROXY'] ?? '').host;
  for (const env of [{ HTTPS_PROXY: proxy }, { ALL_PROXY: proxy }]) {
    const transport = new Transport({ env });
    afterTest(() => transport.close());
    const response = await transport.send({ method: 'GET', url: new URL(`https://${REMOTE_HOST}/x`) });
    assert.equal((await response.bytes(100)).toString(), 'remote');
  }
  assert.deepEqual(remote.connects, [`${REMOTE_HOST}:443`, `${REMOTE_HOST}:443`]);
});

for (const [status, temporary] of [[502, true], [503, true], [504, true], [429, true], [407, false], [403, false]] as const) {
  test(`a proxy that refuses to connect with ${status} is ${temporary ? 'tried again' : 'an error at once'}, and its login is not shown`, async () => {
    const proxy = http.createServer();
    proxy.on('connect', (_request, socket: Socket) => socket.end(`HTTP/1.1 ${status} No\r\n\r\n`));
    proxy.listen(0, '127.0.0.1');
    await once(proxy, 'listening');
    const transport = new Transport({ env: { HTTPS_PROXY: `http://user:mark-of-a-secret@127.0.0.1:${(proxy.address() as AddressInfo).port}` } });
    afterTest(() => {
      transport.close();
      proxy.closeAllConnections();
      proxy.close();
    });
    await assert.rejects(transport.send({ method: 'GET', url: new URL(`https://${REMOTE_HOST}/x`) }), (error: TransportError) => {
      assert.equal(error.temporary, temporary);
      assert.match(error.message, new RegExp(`the proxy refused to connect \\(${status}\\)`));
      assert.doesNotMatch(`${error.message} ${error.hint}`, /mark-of-a-secret/);
      return true;
    });
  });
}
