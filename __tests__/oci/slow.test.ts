import assert from 'node:assert/strict';
import { once } from 'node:events';
import net, { type AddressInfo } from 'node:net';
import { test } from '@jest/globals';
import { TransportError } from '../../src/oci/http/transport-error.ts';
import { Transport } from '../../src/oci/http/transport.ts';
import { afterTest } from '../jest/after-test.ts';
import { collect, serve } from './serve.ts';

const IDLE = 300;

function transportOf(): Transport {
  const transport = new Transport({ idleTimeout: IDLE, env: {} });
  afterTest(() => transport.close());
  return transport;
}

/** Writes a piece every now and then, far more often than the idle limit, until nobody listens. */
function drip(write: (text: string) => unknown, isOver: () => boolean): void {
  const timer = setInterval(() => (isOver() ? clearInterval(timer) : write('x')), IDLE / 10);
}

test('a body of a byte now and then comes to an end, though it is never idle', async () => {
  const server = await serve((_request, response) => {
    response.writeHead(200);
    drip((text) => response.write(text), () => response.destroyed);
  });
  const response = await transportOf().send({ method: 'GET', url: server.url });
  await assert.rejects(collect(response.chunks()), (error) => error instanceof TransportError && error.temporary && /was given up: only \d+ bytes arrived in \d+ s; the minimum is 1024 bytes a second/.test(error.message));
});

test('the head of an answer that comes a byte at a time is given up', async () => {
  const server = net.createServer((socket) => {
    socket.on('error', () => undefined);
    socket.once('data', () => {
      socket.write('HTTP/1.1 200 OK\r\nx-slow: ');
      drip((text) => socket.write(text), () => socket.destroyed);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  afterTest(() => server.close());
  const url = new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  await assert.rejects(transportOf().send({ method: 'GET', url }), (error) => error instanceof TransportError && /stalled: there was no answer for 0\.6 s/.test(error.message));
});

test('a reader that is slow is not taken for a server that is', async () => {
  const server = await serve((_request, response) => response.end(Buffer.alloc(3_000)));
  const response = await transportOf().send({ method: 'GET', url: server.url });
  let size = 0;
  for await (const chunk of response.chunks()) {
    size += chunk.length;
    await new Promise((resolve) => setTimeout(resolve, 2 * IDLE));
  }
  assert.equal(size, 3_000);
});
