import assert from 'node:assert/strict';
import { createPublicKey, verify } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from '@jest/globals';
import { SigningKey } from '../../src/nix/cache/signing-key.ts';
import { hashPartOf } from '../../src/nix/store/store-path.ts';
import { digestOf } from '../../src/oci/format/digest.ts';
import { Catalogue, FeatureSource } from '../../src/serve/catalogue.ts';
import { serveLoopback } from '../../src/serve/loopback-server.ts';
import { NarStock } from '../../src/serve/nar-stock.ts';
import { Substituter } from '../../src/serve/substituter.ts';
import { afterTest } from '../jest/after-test.ts';
import { narOf, storePath, type TestPath } from '../nix/nar-builder.ts';
import { heldFeature, tarOf, tarWith, type Held } from './held.ts';

const LIB: TestPath = { path: storePath('a', 'lib'), tree: { entries: { 'libx.so': 'the same bytes', share: { entries: { 'ÿ': { link: 'x' } } } } } };
const TOOL: TestPath = { path: storePath('b', 'tool'), tree: { entries: { bin: { entries: { tool: { executable: 'program' } } }, copy: 'the same bytes' } }, references: [LIB.path] };
const KEY = SigningKey.generate('test-1');

/** A server with what some Features hold. */
async function serving(features: readonly Held[]) {
  const folder = mkdtempSync(join(tmpdir(), 'serve-test-'));
  afterTest(() => rmSync(folder, { recursive: true, force: true }));
  const said: string[] = [];
  const say = (line: string): void => void said.push(line);
  const catalogue = new Catalogue();
  for (const { document, source } of features) catalogue.add(document, source);
  const stock = new NarStock({ folder, signal: new AbortController().signal }, { debug: say, warning: say });
  const substituter = new Substituter([new FeatureSource(catalogue, stock)], KEY, 10);
  const server = await serveLoopback((path) => substituter.answer(path), 0, say);
  afterTest(() => server.close());
  return { server, said, left: () => readdirSync(folder), get: (path: string, init?: RequestInit) => fetch(`${server.url}${path}`, init) };
}

const narOfPath = ({ path }: TestPath): string => `/nar/${hashPartOf(path)}.nar`;
const infoOfPath = ({ path }: TestPath): string => `/${hashPartOf(path)}.narinfo`;

test('what a layer holds is served byte for byte, signed, and the layer is read once', async () => {
  const held = heldFeature([LIB, TOOL]);
  const { get } = await serving([held]);
  assert.equal(await (await get('/nix-cache-info')).text(), 'StoreDir: /nix/store\nWantMassQuery: 1\nPriority: 10\n');
  const answers = await Promise.all([LIB, TOOL, TOOL].map(async (path) => Buffer.from(await (await get(narOfPath(path))).arrayBuffer())));
  assert.deepEqual(answers, [LIB, TOOL, TOOL].map(({ tree }) => narOf(tree)));
  assert.equal(held.source.asked.length, 1);
  const text = await (await get(infoOfPath(TOOL))).text();
  const fields = new Map(text.trim().split('\n').map((line) => line.split(': ') as [string, string]));
  assert.deepEqual([...fields.keys()], ['StorePath', 'URL', 'Compression', 'NarHash', 'NarSize', 'References', 'Sig']);
  assert.equal(fields.get('References'), LIB.path.slice('/nix/store/'.length));
  const [name = '', signature = ''] = (fields.get('Sig') ?? '').split(':');
  const [keyName, half = ''] = KEY.publicText.split(':');
  assert.equal(name, keyName);
  const publicKey = createPublicKey({ key: Buffer.concat([Buffer.from('302a300506032b6570032100', 'hex'), Buffer.from(half, 'base64')]), format: 'der', type: 'spki' });
  const signed = `1;${TOOL.path};${fields.get('NarHash')};${fields.get('NarSize')};${LIB.path}`;
  assert.ok(verify(null, Buffer.from(signed), publicKey, Buffer.from(signature, 'base64')));
});

const OTHER: TestPath = { ...TOOL, tree: { entries: { bin: { entries: { tool: { executable: 'malware' } } } } } };
const HOSTILE: readonly (readonly [what: string, held: Held, why: RegExp])[] = [
  ['other contents under the right digest', heldFeature([LIB, TOOL], tarOf([LIB, OTHER])), /b{32}-tool in it is not what its document says/],
  ['bytes of another digest', heldFeature([LIB, TOOL], undefined, { digest: digestOf('another') }), /digest|is not/],
  ['a path that leads out of the store', heldFeature([TOOL], tarWith('nix/store/../../etc/passwd', 'x')), /is in no store path/],
  ['a file outside the store', heldFeature([TOOL], tarWith('etc/passwd', 'x')), /is in no store path/],
  ['more than the document says', heldFeature([TOOL], tarOf([{ ...TOOL, tree: 'x'.repeat(3000) }])), /holds more of|is not what its document says/],
  ['a tar that unpacks to more than was said', heldFeature([TOOL], tarOf([TOOL]), { tarSize: 512 }), /unpacks to more than 512 bytes/],
  ['no tar at all', heldFeature([TOOL], Buffer.alloc(2048, 'x')), /is not served/],
  ['a hard link to nothing', heldFeature([TOOL], Buffer.concat([tarOf([TOOL]).subarray(0, 1024), tarWith(`nix/store/${TOOL.path.slice(11)}`, '')])), /is not served/],
];

for (const [what, held, why] of HOSTILE) {
  test(`a registry that gives ${what} makes nothing be served: 404, a warning, and no file`, async () => {
    const { get, said, left } = await serving([held]);
    const answer = await get(narOfPath(TOOL));
    assert.equal(answer.status, 404);
    assert.match(said.join('\n'), why);
    assert.deepEqual(left().filter((name) => name.startsWith(hashPartOf(TOOL.path)) || name.startsWith('spool')), []);
  });
}

test('another Feature with the same path makes up for a layer that is broken', async () => {
  const broken = heldFeature([TOOL], tarOf([OTHER]));
  const { get } = await serving([broken, heldFeature([TOOL])]);
  assert.deepEqual(Buffer.from(await (await get(narOfPath(TOOL))).arrayBuffer()), narOf(TOOL.tree));
});

test('of two Features that say something else of one path, the first counts', async () => {
  const { get } = await serving([heldFeature([TOOL]), heldFeature([OTHER])]);
  assert.deepEqual(Buffer.from(await (await get(narOfPath(TOOL))).arrayBuffer()), narOf(TOOL.tree));
});

test('of two Features that say something else of one path, the second never takes the place of the first, whichever layer is read when', async () => {
  for (const order of [[LIB, TOOL], [TOOL, LIB, TOOL], [TOOL, LIB]]) {
    const { get, said } = await serving([heldFeature([TOOL]), heldFeature([LIB, OTHER])]);
    for (const path of order) assert.deepEqual(Buffer.from(await (await get(narOfPath(path))).arrayBuffer()), narOf(path.tree));
    assert.deepEqual(said, []);
  }
});

test('what is not there, is no path of a cache, writes, or comes by another name than loopback is refused, and never with a 5xx', async () => {
  const { get, server } = await serving([heldFeature([TOOL])]);
  const wanted = hashPartOf(TOOL.path);
  for (const path of [`/${'c'.repeat(32)}.narinfo`, `/nar/${'c'.repeat(32)}.nar`, '/', '/..%2f..%2fetc/passwd', `/nar/../${wanted}.narinfo/x`, `/${wanted}.narinfo?x`, `/${'e'.repeat(32)}.narinfo`, `/log/${wanted}`]) {
    assert.equal((await get(path)).status, 404, path);
  }
  assert.equal((await get(`/${wanted}.narinfo`, { method: 'PUT', body: 'x' })).status, 405);
  assert.equal((await get(`/${wanted}.narinfo`, { method: 'HEAD' })).status, 200);
  const { port } = new URL(server.url);
  const status = await new Promise<number | undefined>((resolve, reject) => {
    request({ host: '127.0.0.1', port, path: `/${wanted}.narinfo`, headers: { host: 'evil.example' } }, (response) => {
      response.resume();
      resolve(response.statusCode);
    }).on('error', reject).end();
  });
  assert.equal(status, 404);
  assert.equal(new URL(server.url).hostname, '127.0.0.1');
  await assert.rejects(serveLoopback(async () => undefined, Number(port), () => undefined), /the port \d+ is in use/);
});
