import assert from 'node:assert/strict';
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { test } from '@jest/globals';
import { registerPaths } from '../../src/image/base/nix-database.ts';
import { BaseError } from '../../src/kit/errors.ts';
import { compareText } from '../../src/nix/store/store-path.ts';
import { digestOf, hexOf } from '../../src/oci/format/digest.ts';
import { entry, pathOf } from '../report/sample.ts';
import { knownPaths, nixDatabase } from './bases.ts';

const LIBC = pathOf('glibc-2.38');
const HASH = `sha256-${Buffer.from(hexOf(digestOf('bytes')), 'hex').toString('base64')}`;
const SHIPPED = [
  { ...entry('jq-1.7', 400, 'delta', ['glibc-2.38', 'jq-1.7', 'oniguruma-6.9']), narHash: HASH },
  { ...entry('oniguruma-6.9', 600, 'delta', ['glibc-2.38']), narHash: HASH },
];
const REGISTRATION = { shipped: SHIPPED, required: new Set([LIBC]), time: 5 };

test('a database is told of paths, their hashes, sizes and references, and a second time changes nothing', async () => {
  const { file } = nixDatabase([LIBC]);
  const head = readFileSync(file).subarray(96, 100);
  assert.deepEqual(await registerPaths(file, REGISTRATION), []);
  const hash = `sha256:${hexOf(digestOf('bytes'))}`;
  const known = knownPaths(file);
  assert.deepEqual(known[LIBC], [`sha256:${'0'.repeat(64)}`, 120]);
  assert.deepEqual(known[pathOf('jq-1.7')], [hash, 400, ...[LIBC, pathOf('jq-1.7'), pathOf('oniguruma-6.9')].toSorted(compareText)]);
  assert.deepEqual(known[pathOf('oniguruma-6.9')], [hash, 600, LIBC]);
  assert.deepEqual(readFileSync(file).subarray(96, 100), head);
  assert.deepEqual(await registerPaths(file, REGISTRATION), []);
  assert.equal(Object.keys(knownPaths(file)).length, 3);
});

test('the same database and the same paths give the same bytes', async () => {
  const { file } = nixDatabase([LIBC]);
  const copy = `${file}.copy`;
  copyFileSync(file, copy);
  for (const each of [file, copy]) await registerPaths(each, REGISTRATION);
  assert.ok(readFileSync(file).equals(readFileSync(copy)));
});

test('what another build of a path was is replaced, for the bytes are those of the layers', async () => {
  const { file } = nixDatabase([LIBC, pathOf('jq-1.7')]);
  await registerPaths(file, REGISTRATION);
  assert.equal(knownPaths(file)[pathOf('jq-1.7')]?.[0], `sha256:${hexOf(digestOf('bytes'))}`);
});

test('a database that does not know what is relied upon is told nothing', async () => {
  const { file } = nixDatabase([]);
  assert.deepEqual(await registerPaths(file, REGISTRATION), [LIBC]);
  assert.deepEqual(knownPaths(file), {});
});

test('what SQLite has not yet put into the database counts', async () => {
  const { file } = nixDatabase([]);
  const open = new DatabaseSync(file);
  open.exec(`insert into ValidPaths (path, hash, registrationTime) values ('${LIBC}', 'x', 1)`);
  const copy = `${file}.copied`;
  copyFileSync(file, copy);
  copyFileSync(`${file}-wal`, `${copy}-wal`);
  open.close();
  assert.deepEqual(await registerPaths(copy, REGISTRATION), []);
});

const HOSTILE: readonly (readonly [statements: string, says: RegExp])[] = [
  ['create trigger run after insert on ValidPaths begin delete from Refs; end', /trigger "run"/],
  ['create trigger run after update of hash on ValidPaths begin delete from Refs; end', /trigger "run"/],
  ['create trigger run instead of insert on seen begin select 1; end', /view "seen"|trigger "run"/],
  ['create virtual table more using fts5(x)', /has the table "more/],
  ['alter table ValidPaths add column twice text generated always as (path || path)', /its table ValidPaths computes/],
  ['drop table Refs; create table Refs (referrer integer check (referrer > 0), reference integer)', /its table Refs computes/],
  ['drop table Refs', /its table Refs has no column referrer/],
];

test('a database that would do something by itself is refused, and so is what is none', async () => {
  for (const [statements, says] of HOSTILE) {
    const { file } = nixDatabase([LIBC], `create view seen as select 1; ${statements.includes('seen') ? '' : 'drop view seen;'} ${statements};`);
    await assert.rejects(registerPaths(file, REGISTRATION), (error: unknown) => error instanceof BaseError && says.test(error.message), statements);
  }
  const { file } = nixDatabase([LIBC]);
  for (const bytes of [Buffer.from('no database at all, but of some length'.repeat(20)), readFileSync(file).fill(0x41, 4096, 9000)]) {
    writeFileSync(file, bytes);
    await assert.rejects(registerPaths(file, REGISTRATION), (error: unknown) => error instanceof BaseError && /its Nix database (?:is damaged|can't be used|is not one)/.test(error.message));
  }
});
