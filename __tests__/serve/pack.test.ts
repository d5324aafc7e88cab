import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { access, mkdir, mkdtemp, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { finishCache } from '../../src/app/cache.ts';
import { createTerminalHost } from '../../src/host/terminal/terminal.ts';
import type { HostCache } from '../../src/kit/host.ts';
import { SigningKey } from '../../src/nix/cache/signing-key.ts';
import type { PathInfo } from '../../src/nix/store/closure.ts';
import { hashPartOf, type StorePath } from '../../src/nix/store/store-path.ts';
import { choosePack } from '../../src/serve/pack/save-pack.ts';
import { packIndexText, parsePackIndex } from '../../src/serve/pack/pack-index.ts';
import { packKey, packPrefixes } from '../../src/serve/pack/pack-keys.ts';
import { PackSource, pathsOfPack } from '../../src/serve/pack/pack-source.ts';
import type { CacheRequest } from '../../src/serve/session/cache-request.ts';
import { serverWarnings } from '../../src/serve/session/server-note.ts';
import { afterTest } from '../jest/after-test.ts';
import { closureOfTrees, narOf, storePath, type TestPath } from '../nix/nar-builder.ts';

const PATHS: readonly TestPath[] = ['a', 'b', 'c', 'd'].map((letter) => ({ path: storePath(letter, letter), tree: letter.repeat(1000) }));
const INFOS = [...closureOfTrees(PATHS).values()];
const [A, B, C, D] = INFOS as [PathInfo, PathInfo, PathInfo, PathInfo];

const chosen = (budget: number, used: readonly StorePath[]): string =>
  choosePack({ built: [A], before: [B, C, D], used: new Set(used), budget }).map(({ path }) => path.slice(-1)).join('');

test('a pack holds what was built, then what was used, then the rest, as far as the budget goes', () => {
  assert.equal(chosen(1e6, [D.path]), 'adbc');
  assert.equal(chosen(2.5 * A.narSize, [D.path]), 'ad');
  assert.equal(chosen(3.5 * A.narSize, []), 'abc');
  assert.equal(chosen(10, []), '');
});

test('what a pull request has built is under a key that no run for a push asks for', () => {
  const place = { system: 'x86_64-linux', lock: '0123456789abcdef' } as const;
  const [pull, push] = [{ ...place, isTrusted: false }, { ...place, isTrusted: true }];
  const key = packKey(pull, [A.path]);
  assert.ok(packPrefixes(pull).some((prefix) => key.startsWith(prefix)));
  assert.ok(!packPrefixes(push).some((prefix) => key.startsWith(prefix)));
  const trusted = packKey(push, [B.path, A.path]);
  assert.equal(trusted, packKey(push, [A.path, B.path]));
  assert.ok(packPrefixes(push).every((prefix) => trusted.startsWith(prefix)) && packPrefixes(pull).some((prefix) => trusted.startsWith(prefix)));
  assert.ok(!packPrefixes({ ...push, system: 'aarch64-linux' }).some((prefix) => trusted.startsWith(prefix)));
});

test('an index is read as it was written, and what is none is refused, by us and by the schema', () => {
  const isValid = new Ajv2020({ allowUnionTypes: true }).compile(JSON.parse(readFileSync(join(import.meta.dirname, '../../schemas/pack.schema.json'), 'utf8')) as object);
  const infos = [...INFOS, { ...A, references: [B.path], deriver: storePath('d', 'a.drv'), ca: 'fixed:r:sha256:abc' }];
  assert.deepEqual(parsePackIndex(Buffer.from(packIndexText(infos))).paths, infos);
  assert.ok(isValid(JSON.parse(packIndexText(infos))), JSON.stringify(isValid.errors));
  const broken = [{}, { schemaVersion: 2, paths: [] }, { schemaVersion: 1, paths: [{ ...A, path: '/nix/store/../etc' }] }, { schemaVersion: 1, paths: [{ ...A, narHash: 'x' }] }, { schemaVersion: 1, paths: [{ ...A, narSize: -1 }] }, { schemaVersion: 1, paths: [{ ...A, references: ['x'] }] }, { schemaVersion: 1, paths: [{ ...A, ca: 'fixed:r:sha256:x\nSig: y' }] }];
  for (const index of broken) {
    assert.throws(() => parsePackIndex(Buffer.from(JSON.stringify(index))), /The index of the pack can't be read/, JSON.stringify(index));
    assert.ok(!isValid(index), JSON.stringify(index));
  }
  assert.throws(() => parsePackIndex(Buffer.from('no JSON')), /can't be read/);
});

/** A cache with one entry. @param change what is in it besides what should be */
async function packed(change: (folder: string) => Promise<void> = async () => undefined) {
  const scratch = await mkdtemp(join(tmpdir(), 'pack-source-'));
  afterTest(() => rm(scratch, { recursive: true, force: true }));
  const asked: string[] = [];
  const said: string[] = [];
  const cache: HostCache = {
    restore: async (key, _prefix, folder) => {
      asked.push(key);
      await mkdir(folder);
      for (const { path, tree } of PATHS) await writeFile(join(folder, `${hashPartOf(path)}.nar`), narOf(tree));
      await writeFile(join(folder, 'pack.json'), packIndexText(INFOS));
      await change(folder);
      return `${key}1`;
    },
    save: async () => undefined,
  };
  const source = new PackSource(['best-', 'next-'], join(scratch, 'pack'), { cache, info: () => undefined, warning: (text) => void said.push(text) });
  return { source, asked, said };
}

test('a pack is restored once, when it is asked for, and remembers what was taken', async () => {
  const { source, asked, said } = await packed();
  assert.deepEqual(asked, []);
  const [first, second, none] = await Promise.all([A.path, B.path, storePath('x', 'x')].map((path) => source.find(hashPartOf(path))));
  assert.deepEqual([first, second, none], [A, B, undefined]);
  assert.deepEqual(asked, ['best-']);
  assert.equal((await source.nar(hashPartOf(A.path)))?.size, A.narSize);
  assert.deepEqual([...source.used], [A.path]);
  assert.deepEqual(said, []);
});

test('a path that was changed is not there, and the others are; an index that is none makes all of it be ignored', async () => {
  const changed = await packed((folder) => writeFile(join(folder, `${hashPartOf(A.path)}.nar`), narOf('b'.repeat(1000))));
  assert.equal(await changed.source.find(hashPartOf(A.path)), undefined);
  assert.equal(await changed.source.nar(hashPartOf(A.path)), undefined);
  assert.deepEqual(await changed.source.find(hashPartOf(B.path)), B);
  assert.match(changed.said.join(), /does not have the hash that the index of the pack says/);
  const none = await packed((folder) => writeFile(join(folder, 'pack.json'), '{}'));
  assert.equal(await none.source.find(hashPartOf(A.path)), undefined);
  assert.match(none.said.join(), /The pack of the cache is not used: The index/);
});

test('what is in a pack and is no file of the right size is neither read nor carried along, and the rest is', async () => {
  const faults: readonly ((file: string) => Promise<unknown>)[] = [
    (file) => rm(file),
    (file) => truncate(file, 10),
    (file) => rm(file).then(() => symlink('/dev/zero', file)),
    (file) => rm(file).then(() => symlink(`${B.path.slice('/nix/store/'.length, '/nix/store/'.length + 32)}.nar`, file)),
    (file) => rm(file).then(() => mkdir(file)),
  ];
  for (const fault of faults) {
    let folder = '';
    const { source, said } = await packed(async (at) => {
      folder = at;
      await fault(join(at, `${hashPartOf(A.path)}.nar`));
      await writeFile(join(at, 'pack.json'), packIndexText([...INFOS, B]));
    });
    assert.equal(await source.find(hashPartOf(A.path)), undefined);
    assert.match(said.join(), /of the pack is not served: the pack has no file of the size that its index says/);
    assert.deepEqual(await source.find(hashPartOf(B.path)), B);
    assert.deepEqual(await pathsOfPack(folder), [B, C, D]);
  }
  assert.deepEqual(await pathsOfPack('/nowhere'), []);
});

test('a session that did not get as far as noting what the store held ends without uploading or packing anything', async () => {
  const session = await mkdtemp(join(tmpdir(), 'pack-session-'));
  afterTest(() => rm(session, { recursive: true, force: true }));
  const nowhere = { write: () => true };
  const secretKey = SigningKey.generate('test-1');
  const request: CacheRequest = { features: [], arches: ['amd64'], registry: '', credentials: undefined, port: 0, priority: 10, pack: { place: { system: 'x86_64-linux', lock: '0', isTrusted: true }, budget: 1e9 }, push: { url: 'file:///nowhere/at/all', publicKey: undefined, secretKey }, settings: [], inherited: '', summary: false };
  const report = await finishCache(request, session, createTerminalHost({ stdout: nowhere, stderr: nowhere, env: {}, signal: new AbortController().signal }));
  assert.deepEqual(report, { built: 0, packed: undefined, unpacked: 0, pushed: undefined });
  await assert.rejects(access(session));
});

test('the warnings of the server are told apart from what else it wrote', () => {
  assert.deepEqual(serverWarnings('a line\n::warning::one%0Atwo 100%25\n::debug::x\n::warning title=t::three\n'), ['one\ntwo 100%', 'three']);
});
