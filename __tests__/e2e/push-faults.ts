/**
 * The faults that pushing and pulling survive, or end with a clear error: what push-faults.e2e.ts does between the client
 * and a real registry, and what docs/contributing/reliability.md tells.
 */
import { once } from 'node:events';
import { digestOf } from '../../src/oci/format/digest.ts';
import type { Answer, Exchange, Interference, Verb } from '../rig/fault-proxy.ts';

/** `untagged`: the image is there by its digest alone. `theirs`: and the tag is somebody else's. */
export type Leaves = 'whole' | 'nothing' | 'untagged' | 'theirs';

export interface Fault {
  /** Of the fifteen in docs/contributing/reliability.md. */
  readonly kind: number;
  readonly what: string;
  /** Each of them is struck in a test of its own. */
  readonly verbs: readonly Verb[];
  /** What the client does about it. */
  readonly client: string;
  /** Without it the push (and pull) must succeed. */
  readonly error?: RegExp;
  /** What must be in the registry afterwards; `whole` where there is no error, `nothing` where there is one, unless told. */
  readonly leaves?: Leaves | ((verb: Verb) => Leaves);
  /** No byte of a blob may have travelled twice. */
  readonly sentOnce?: boolean;
  readonly scenario?: 'chunks' | 'no source' | 'https' | 'twice' | 'expect nothing' | 'full registry' | 'full disk' | 'SIGTERM';
  /** Made anew for each test; sees the requests of the one verb. */
  readonly begin?: () => Interference;
}

const READING: readonly Verb[] = ['GET blob', 'GET manifest', 'GET tags'];
const WRITING: readonly Verb[] = ['PUT blob', 'PATCH blob', 'PUT manifest'];
const ASKING: readonly Verb[] = ['HEAD blob', 'HEAD manifest', 'POST upload', 'POST mount', 'GET session'];
const ALL: readonly Verb[] = [...ASKING, ...WRITING, ...READING];
const LIMITED: readonly Verb[] = ['POST upload', 'PUT blob', 'PATCH blob', 'PUT manifest', 'GET blob'];

type Act = (exchange: Exchange) => Promise<void> | void;

/** One act for each of the first requests; the others pass. */
function inTurn(...acts: readonly Act[]): () => Interference {
  return () => async (exchange) => {
    const act = acts[exchange.nth - 1];
    await act?.(exchange);
    return act !== undefined;
  };
}

function always(act: Act): () => Interference {
  return () => async (exchange) => {
    await act(exchange);
    return true;
  };
}

const status = (code: number, headers: Record<string, string> = {}, body = ''): Act => (exchange) => exchange.answer(code, headers, body);
const reset: Act = (exchange) => exchange.reset();
const later = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** The registry does it; what the client learns is another matter. */
function done(tell: (exchange: Exchange, answer: Answer) => Promise<void> | void): Act {
  return async (exchange) => tell(exchange, await exchange.forward());
}

/** Half of the answer's body, and then something else. */
function half(end: Act): Act {
  return done(({ response, ...exchange }, answer) => {
    response.writeHead(answer.status, { ...answer.headers, 'content-length': String(answer.body.length) });
    response.write(answer.body.subarray(0, answer.body.length / 2), () => setTimeout(() => void end({ response, ...exchange }), 5));
  });
}

/** The registry's answer with another Location. */
function sessionAt(where: (location: URL) => string): Act {
  return done((exchange, answer) => {
    const location = new URL(answer.headers.location ?? '', `http://${exchange.request.headers.host}/`);
    exchange.reply({ ...answer, headers: { ...answer.headers, location: where(location) } });
  });
}

const loseSession: Act = async (exchange) => {
  await fetch(new URL(exchange.request.url ?? '/', exchange.registry), { method: 'DELETE' });
  exchange.reply(await exchange.forward());
};

/** The registry itself refuses a token that it can't read, with its own challenge. */
const expireToken: Act = async (exchange) => {
  exchange.request.headers.authorization = 'Bearer expired';
  exchange.reply(await exchange.forward());
};

const asStatus = (code: number): Act => done((exchange, answer) => exchange.reply({ ...answer, status: code, body: Buffer.alloc(0) }));

/** The chunk is taken; the client is told that it does not fit. */
const misplaced = (range: (right: string) => Record<string, string>): Act =>
  done((exchange, answer) => exchange.reply({ status: 416, headers: { location: answer.headers.location, ...range(answer.headers.range ?? '') }, body: Buffer.alloc(0) }));

/** Another image that somebody else publishes under the same tag. */
export const THEIRS = Buffer.from('{"schemaVersion":2,"mediaType":"application/vnd.oci.image.index.v1+json","manifests":[],"annotations":{"by":"somebody else"}}');

/** Somebody else moves the tag that this request is about. */
async function moveTag({ request, registry }: Exchange): Promise<boolean> {
  if (request.url?.endsWith('/manifests/v1') !== true) return false;
  await fetch(new URL(request.url, registry), { method: 'PUT', headers: { 'content-type': 'application/vnd.oci.image.index.v1+json' }, body: THEIRS });
  return true;
}

const aroundTag = (act: Act): (() => Interference) => () => async (exchange) => {
  if (exchange.request.url?.endsWith('/manifests/v1') !== true) return false;
  await act(exchange);
  return true;
};

const altered = (alter: (answer: Answer) => Buffer): (() => Interference) =>
  always(done((exchange, answer) => {
    const body = alter(answer);
    exchange.reply({ ...answer, headers: { ...answer.headers, 'content-length': String(body.length) }, body });
  }));

/** Waits with the first request until a second one has come. */
function together(): Interference {
  const { promise, resolve } = Promise.withResolvers<void>();
  return async ({ nth }) => {
    if (nth === 2) resolve();
    if (nth <= 2) await Promise.race([promise, later(2000)]);
    return false;
  };
}

// The last thing that is asked for is the head of what was pushed.
const wholeOrNothing = (verb: Verb): Leaves => (verb === 'HEAD manifest' ? 'whole' : 'nothing');

export const FAULTS: readonly Fault[] = [
  {
    kind: 1, what: '408, 429, 500, 502, 503 and 504, one after the other', verbs: ALL,
    client: 'tries again after a growing, jittered delay; a mount is tried twice, then the blob is uploaded',
    begin: inTurn(...[408, 429, 500, 502, 503, 504].map((code) => status(code))),
  },
  {
    kind: 1, what: '429 with Retry-After in seconds', verbs: LIMITED, client: 'waits as long as it was told',
    begin: inTurn(status(429, { 'retry-after': '2' })),
  },
  {
    kind: 1, what: '429 with Retry-After as a date', verbs: LIMITED, client: 'waits until then',
    begin: inTurn((exchange) => status(429, { 'retry-after': new Date(Date.now() + 2000).toUTCString() })(exchange)),
  },
  {
    kind: 1, what: '429 with Retry-After of a day', verbs: ['POST upload', 'PUT blob', 'PATCH blob', 'PUT manifest'],
    client: 'does not wait: the deadline is five minutes', error: /429.*would be in 86400 s, which is after the deadline of 300 s/, begin: always(status(429, { 'retry-after': '86400' })),
  },
  {
    kind: 1, what: '403 that means a rate limit (GHCR), by its body or its headers', verbs: LIMITED, client: 'treats it as a 429',
    begin: inTurn(status(403, {}, '{"errors":[{"code":"TOOMANYREQUESTS","message":"slow down"}]}'), status(403, { 'retry-after': '1' }), status(403, { 'x-ratelimit-remaining': '0' })),
  },
  {
    kind: 1, what: '503 without end', verbs: ['HEAD blob', 'POST upload', 'PUT blob', 'PATCH blob', 'HEAD manifest', 'PUT manifest'],
    client: 'gives up after its last attempt', error: /503.*Given up: this was the last of 8 attempts/, leaves: wholeOrNothing, begin: always(status(503)),
  },
  {
    kind: 1, what: '500 for the end of a session', verbs: ['DELETE session'], client: 'leaves the session to the registry, which ends old ones itself',
    begin: always(status(500)),
  },
  { kind: 2, what: 'connection reset before the body', verbs: ALL, client: 'tries again; an upload begins with HEAD', begin: inTurn(reset) },
  {
    kind: 2, what: 'connection reset in the middle of the body', verbs: WRITING, client: 'HEAD, then another session; chunks go on where the registry says that it broke off',
    begin: inTurn(async (exchange) => {
      await once(exchange.request.resume(), 'data');
      exchange.reset();
    }),
  },
  {
    kind: 2, what: 'connection reset after the last byte, which the registry never gets', verbs: WRITING, client: 'the same',
    begin: inTurn(async (exchange) => {
      await exchange.body();
      exchange.reset();
    }),
  },
  { kind: 2, what: 'connection reset after the registry has done it, before its answer', verbs: [...ASKING, ...WRITING], client: 'finds out by HEAD, or by asking the session', begin: inTurn(done(reset)) },
  { kind: 2, what: 'connection reset in the middle of the answer', verbs: READING, client: 'asks again; a blob from the byte where it broke off', begin: inTurn(half(reset)) },
  { kind: 3, what: 'stall: nothing is read, nothing answered', verbs: [...ALL, 'GET token'], client: 'gives the connection up after the idle limit, and tries again', begin: inTurn(() => undefined) },
  { kind: 3, what: 'stall: the registry has done it, and no answer comes', verbs: [...ASKING, ...WRITING], client: 'the same; HEAD finds the blob', begin: inTurn(done(() => undefined)) },
  { kind: 3, what: 'stall in the middle of the answer', verbs: READING, client: 'the same; a blob goes on where it stopped', begin: inTurn(half(() => undefined)) },
  {
    kind: 4, what: 'token that expires in mid-upload', verbs: ['HEAD blob', 'POST upload', 'PUT blob', 'PATCH blob', 'PUT manifest', 'GET manifest'],
    client: 'fetches another token and sends the request again, its body reopened', begin: inTurn(expireToken),
  },
  { kind: 4, what: 'token endpoint that answers 500, 502, 503', verbs: ['GET token'], client: 'tries again', begin: inTurn(status(500), status(502), status(503)) },
  { kind: 4, what: 'token endpoint that is down', verbs: ['GET token'], client: 'gives up after its last attempt', error: /GET .*token.* 503.*Given up/, begin: always(status(503)) },
  { kind: 4, what: 'token endpoint that refuses', verbs: ['GET token'], client: 'an error at once, which names where the credentials are from', error: /refused a token with the credentials from/, begin: always(status(401)) },
  { kind: 5, what: 'commit done, answer lost', verbs: ['PUT blob'], client: 'HEAD finds the blob; nothing is sent again', sentOnce: true, begin: inTurn(done(reset), done(reset), done(reset)) },
  { kind: 5, what: 'commit of chunks done, answer lost', verbs: ['PUT blob'], client: 'HEAD finds the blob; nothing is sent again', scenario: 'chunks', sentOnce: true, begin: inTurn(done(reset)) },
  { kind: 5, what: 'commit done, a gateway answers 504', verbs: ['PUT blob', 'PUT manifest'], client: 'HEAD finds it', sentOnce: true, begin: inTurn(done((exchange) => exchange.answer(504))) },
  {
    kind: 5, what: 'commit still under way when a gateway answers 502', verbs: ['PUT blob', 'PUT manifest'],
    client: 'asks by HEAD for as long as a commit of that size may take, then uploads again in another session',
    begin: inTurn(async (exchange) => {
      await exchange.answer(502);
      void later(30).then(() => exchange.forward());
    }),
  },
  { kind: 6, what: 'upload session gone (BLOB_UPLOAD_UNKNOWN)', verbs: ['PUT blob', 'PATCH blob', 'GET session'], client: 'HEAD, then another session', begin: inTurn(loseSession) },
  { kind: 7, what: '413 for one PUT', verbs: ['PUT blob'], client: 'sends chunks, also of all further blobs that are as large', begin: inTurn(status(413)) },
  { kind: 7, what: '413 for a chunk', verbs: ['PATCH blob'], client: 'halves the chunks', begin: inTurn(status(413)) },
  { kind: 7, what: '413 for chunks of every size', verbs: ['PATCH blob'], client: 'an error with the hint to raise the limit', error: /413/, begin: always(status(413)) },
  { kind: 7, what: '413 for a manifest', verbs: ['PUT manifest'], client: 'the same', error: /413/, begin: always(status(413)) },
  { kind: 7, what: '416 with the right Range, the chunk taken', verbs: ['PATCH blob'], client: 'asks the session, and goes on behind the chunk', sentOnce: true, begin: inTurn(misplaced((range) => ({ range }))) },
  { kind: 7, what: '416 with a stale Range', verbs: ['PATCH blob'], client: 'the same: the Range of a 416 is not believed', sentOnce: true, begin: inTurn(misplaced(() => ({ range: '0-0' }))) },
  { kind: 7, what: '416 without Range', verbs: ['PATCH blob'], client: 'the same', sentOnce: true, begin: inTurn(misplaced(() => ({}))) },
  { kind: 7, what: '416 and nothing taken (a chunk too large for GHCR)', verbs: ['PATCH blob'], client: 'begins anew with chunks of half the size', begin: inTurn(status(416)) },
  { kind: 8, what: 'answered with 201', verbs: ['PATCH blob'], client: 'takes it for the 202 that it means', begin: always(asStatus(201)) },
  { kind: 8, what: 'answered with 200', verbs: ['PUT blob', 'PUT manifest', 'PATCH blob'], client: 'takes it for a yes, and looks', begin: always(asStatus(200)) },
  { kind: 8, what: 'answered with 204', verbs: ['PUT blob', 'PUT manifest', 'PATCH blob'], client: 'the same', begin: always(asStatus(204)) },
  { kind: 9, what: 'Location that is relative', verbs: ['POST upload', 'PATCH blob'], client: 'follows it, its query kept', begin: always(sessionAt(({ pathname, search }) => `${pathname}${search}`)) },
  { kind: 9, what: 'Location that is absolute', verbs: ['POST upload', 'PATCH blob'], client: 'follows it', begin: always(sessionAt(({ href }) => href)) },
  {
    kind: 9, what: 'Location on another host', verbs: ['POST upload', 'PATCH blob'], client: 'follows it, without credentials',
    begin: always(sessionAt((location) => location.href.replace('localhost', '127.0.0.1'))),
  },
  { kind: 9, what: 'Location downgraded to http', verbs: ['POST upload', 'PATCH blob'], client: 'sends nothing there', scenario: 'https', error: /which is not https/, begin: always(sessionAt(({ href }) => href.replace('https:', 'http:'))) },
  { kind: 9, what: 'Location on a private address', verbs: ['POST upload', 'PATCH blob'], client: 'sends nothing there, unless the registry itself is in that network', scenario: 'https', error: /address of a private network/, begin: always(sessionAt(() => 'https://169.254.169.254/latest')) },
  { kind: 10, what: 'mount granted (201)', verbs: ['POST mount'], client: 'sends none of its bytes', begin: inTurn() },
  { kind: 10, what: 'mount answered with a session (202)', verbs: ['POST mount'], client: 'uploads in that session', scenario: 'no source', begin: inTurn() },
  ...[401, 403, 404].map((code): Fault => ({ kind: 10, what: `mount refused (${code})`, verbs: ['POST mount'], client: 'uploads the blob', begin: always(status(code)) })),
  { kind: 11, what: 'download cut short, and announced so', verbs: ['GET blob', 'GET manifest'], client: 'refuses it', error: /bytes, but the manifest says|does not match its digest|should have the digest/, leaves: 'whole', begin: altered(({ body }) => body.subarray(0, -1)) },
  { kind: 11, what: 'download that is too long', verbs: ['GET blob', 'GET manifest'], client: 'refuses it', error: /bytes, but the manifest says|does not match its digest|should have the digest/, leaves: 'whole', begin: altered(({ body }) => Buffer.concat([body, Buffer.from('x')])) },
  { kind: 11, what: 'download of other content', verbs: ['GET blob', 'GET manifest'], client: 'refuses it at its end', error: /does not match its digest|should have the digest/, leaves: 'whole', begin: altered(({ body }) => Buffer.from(body.map((byte) => byte ^ 1))) },
  {
    kind: 11, what: 'download that breaks off, and then a Range that is ignored', verbs: ['GET blob'], client: 'passes over the bytes that it has',
    begin: inTurn(half(reset), (exchange) => {
      delete exchange.request.headers.range;
      return done((each, answer) => each.reply(answer))(exchange);
    }),
  },
  { kind: 12, what: 'two pushes of one image at once', verbs: ['HEAD blob', 'PUT blob', 'PUT manifest'], client: 'both end well; within one push a blob goes once', scenario: 'twice', begin: together },
  {
    kind: 13, what: 'another writer moves the tag right after our PUT', verbs: ['PUT manifest'], client: 'reads back, and says who has the tag now', error: /The tag v1 of .* names sha256:/, leaves: 'theirs',
    begin: aroundTag(done(async (exchange, answer) => {
      await moveTag(exchange);
      exchange.reply(answer);
    })),
  },
  {
    kind: 13, what: 'another writer moves the tag while the answer to our PUT is lost', verbs: ['PUT manifest'], client: 'looks before it puts again, and leaves the tag to them', error: /The tag v1 of .* names sha256:/, leaves: 'theirs',
    begin: aroundTag(done(async (exchange) => {
      await moveTag(exchange);
      exchange.reset();
    })),
  },
  {
    kind: 13, what: 'another writer has moved the tag since we read it', verbs: ['GET manifest'], client: 'does not put, where the caller said what the tag must name', scenario: 'expect nothing', error: /The tag v1 of .* names sha256:/, leaves: 'theirs',
    begin: () => async (exchange) => {
      await moveTag(exchange);
      return false;
    },
  },
  { kind: 14, what: "the registry's disk is full", verbs: ['PUT blob', 'PATCH blob'], client: 'gives up after its last attempt', scenario: 'full registry', error: /50\d|Given up/ },
  { kind: 14, what: 'our disk is full', verbs: ['GET blob'], client: 'an error that says so', scenario: 'full disk', error: /ENOSPC/, leaves: 'whole' },
  {
    kind: 15, what: 'SIGTERM in mid-upload', verbs: ['PUT blob', 'PATCH blob'], client: 'ends its sessions in the registry, and exits promptly', scenario: 'SIGTERM', error: /Stopped by SIGTERM/,
    begin: always(() => undefined),
  },
];

export const THEIR_DIGEST = digestOf(THEIRS);
