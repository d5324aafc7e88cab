import assert from 'node:assert/strict';
import net, { type AddressInfo } from 'node:net';
import { once } from 'node:events';
import { test } from '@jest/globals';
import { CancelledError } from '../../src/kit/errors.ts';
import { Retry } from '../../src/oci/http/retry.ts';
import { fromStatus, parseRetryAfter, TransportError } from '../../src/oci/http/transport-error.ts';
import { Transport } from '../../src/oci/http/transport.ts';
import { afterTest } from '../jest/after-test.ts';
import { quickClock, collect, serve } from './serve.ts';

const REQUEST = { method: 'GET', url: 'https://registry.example/v2/' };

function fault(facts: { temporary: boolean; retryAfter?: number; status?: number }): TransportError {
  return new TransportError('It failed.', { ...REQUEST, ...facts });
}

test('a temporary fault is tried again with growing delays until it works', async () => {
  const clock = quickClock();
  let tries = 0;
  const result = await new Retry({ clock, random: () => 0 }).run(() => {
    tries += 1;
    return tries < 5 ? Promise.reject(fault({ temporary: true })) : Promise.resolve('done');
  });
  assert.equal(result, 'done');
  assert.deepEqual(clock.slept, [250, 500, 1000, 2000]);
});

test('the delays are spread by chance between half a step and a whole one', async () => {
  const clock = quickClock();
  let tries = 0;
  await new Retry({ clock, random: () => 0.999_999 }).run(() => (tries++ < 1 ? Promise.reject(fault({ temporary: true })) : Promise.resolve()));
  assert.ok((clock.slept[0] ?? 0) > 499 && (clock.slept[0] ?? 0) <= 500);
});

test('after the last attempt the error says that it was the last, and keeps status and cause', async () => {
  const clock = quickClock();
  const last = fault({ temporary: true, status: 503 });
  await assert.rejects(new Retry({ clock, policy: { attempts: 3 } }).run(() => Promise.reject(last)), (error: TransportError) => {
    assert.match(error.message, /It failed\. Given up: this was the last of 3 attempts/);
    assert.equal(error.status, 503);
    assert.equal(error.cause, last);
    assert.equal(error.temporary, false);
    return true;
  });
  assert.equal(clock.slept.length, 2);
});

test('what is not temporary is not tried again', async () => {
  const clock = quickClock();
  for (const error of [fault({ temporary: false }), new TypeError('a bug')]) {
    await assert.rejects(new Retry({ clock }).run(() => Promise.reject(error)), error);
  }
  assert.deepEqual(clock.slept, []);
});

test('a wait that the server asks for is kept, though it is longer than our own', async () => {
  const clock = quickClock();
  let tries = 0;
  await new Retry({ clock }).run(() => (tries++ < 1 ? Promise.reject(fault({ temporary: true, retryAfter: 90_000 })) : Promise.resolve()));
  assert.deepEqual(clock.slept, [90_000]);
});

test('a server that asks to wait a day is not waited for', async () => {
  const clock = quickClock();
  const error = fault({ temporary: true, retryAfter: 86_400_000 });
  await assert.rejects(new Retry({ clock }).run(() => Promise.reject(error)), /would be in 86400 s, which is after the deadline of 300 s/);
  assert.deepEqual(clock.slept, []);
});

test('an abort ends the wait between attempts at once', async () => {
  const stop = new AbortController();
  setTimeout(() => stop.abort(), 20);
  const started = performance.now();
  const retry = new Retry({ signal: stop.signal, policy: { firstDelay: 60_000, maxDelay: 60_000 } });
  await assert.rejects(retry.run(() => Promise.reject(fault({ temporary: true }))), CancelledError);
  assert.ok(performance.now() - started < 5000);
});

test('progress makes count and deadline begin anew', async () => {
  const clock = quickClock();
  const attempts = new Retry({ clock, policy: { attempts: 2 } }).begin();
  for (let i = 0; i < 10; i++) {
    await attempts.failed(fault({ temporary: true }));
    attempts.progressed();
  }
  assert.equal(clock.slept.length, 10);
});

test('Retry-After is read as seconds and as a date', () => {
  const now = Date.parse('2030-01-01T00:00:00Z');
  assert.equal(parseRetryAfter('3', now), 3000);
  assert.equal(parseRetryAfter('Tue, 01 Jan 2030 00:00:10 GMT', now), 10_000);
  assert.equal(parseRetryAfter('Tue, 01 Jan 2029 00:00:10 GMT', now), 0);
  assert.equal(parseRetryAfter('soon', now), undefined);
  assert.equal(parseRetryAfter(undefined, now), undefined);
});

test('of the error statuses, those are temporary that pass by themselves', () => {
  const statuses = [400, 401, 403, 404, 405, 408, 409, 412, 413, 416, 418, 425, 429, 499, 500, 501, 502, 503, 504, 505, 519, 520, 521, 522, 523, 524, 525, 526, 527, 528];
  const temporary = statuses.filter((status) => fromStatus(REQUEST, { status, statusText: '', retryAfter: undefined }, '', 0).temporary);
  assert.deepEqual(temporary, [408, 425, 429, 499, 500, 502, 503, 504, 520, 521, 522, 523, 524, 525, 526, 527]);
});

test('a 403 that is a rate limit in disguise is temporary', () => {
  const answer = { status: 403, statusText: 'Forbidden' };
  assert.equal(fromStatus(REQUEST, { ...answer, retryAfter: '5' }, '', 0).temporary, true);
  assert.equal(fromStatus(REQUEST, { ...answer, retryAfter: undefined }, '{"errors":[{"code":"TOOMANYREQUESTS"}]}', 0).temporary, true);
});

// [address, body, is it tried again]
const FORBIDDEN = [
  ['https://ghcr.io/v2/x/blobs/uploads/', '', true],
  ['https://ghcr.io/v2/x/blobs/uploads/', '<html>Forbidden</html>', true],
  ['https://containers.acme.ghe.com/v2/x/blobs/uploads/', '', true],
  ['https://ghcr.io/v2/x/blobs/uploads/', '{"errors":[{"code":"DENIED","message":"permission_denied: write_package"}]}', false],
  ['https://registry.example/v2/x/blobs/uploads/', '', false],
  ['https://ghcr.io.example/v2/x/blobs/uploads/', '', false],
] as const;

for (const [url, body, again] of FORBIDDEN) {
  test(`a 403 of ${url} that says ${body === '' ? 'nothing' : body} is ${again ? 'tried again twice' : 'an error at once'}`, async () => {
    const clock = quickClock();
    let attempts = 0;
    const refuse = (): Promise<never> => {
      attempts += 1;
      return Promise.reject(fromStatus({ method: 'POST', url }, { status: 403, statusText: 'Forbidden', retryAfter: undefined }, body, 0));
    };
    await assert.rejects(new Retry({ clock }).run(refuse), (error: TransportError) => error.status === 403 && !(again && error.temporary));
    assert.equal(attempts, again ? 3 : 1);
  });
}

test('the error tells what the registry said, on one line, without control characters', () => {
  const body = JSON.stringify({ errors: [{ code: 'MANIFEST_UNKNOWN', message: 'no\u001b[2J such\nthing' }] });
  const error = fromStatus(REQUEST, { status: 404, statusText: 'Not Found', retryAfter: undefined }, body, 0);
  assert.equal(error.code, 'MANIFEST_UNKNOWN');
  assert.equal(
    error.message,
    'GET https://registry.example/v2/ was answered with 404 Not Found (MANIFEST_UNKNOWN: no [2J such thing).',
  );
});

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
