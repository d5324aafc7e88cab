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

const TRIGGER = /it has the trigger "run", which does more than hold rows/;
const HOSTILE: readonly (readonly [statements: string, says: RegExp])[] = [
  ['create trigger run after insert on ValidPaths begin delete from Refs; end', TRIGGER],
  ['create trigger run after insert/* */on ValidPaths begin delete from Refs; end', TRIGGER],
  ['create trigger run after update of hash on ValidPaths begin delete from Refs; end', TRIGGER],
  ['create trigger "begin" after insert on ValidPaths begin delete from Refs; end', /it has the trigger "begin"/],
  ['create trigger "a--b" after insert on ValidPaths begin delete from Refs; end', /it has the trigger "a--b"/],
  ['create view seen as select 1', /it has the view "seen"/],
  ['create virtual table more using fts5(x)', /has the table "more/],
  ['create index much on ValidPaths(path || path)', /it has the index "much"/],
  ['create index some on ValidPaths(path) where length(path) > 4', /it has the index "some"/],
  ['alter table ValidPaths add column twice text generated always as (path || path)', /it has the table "ValidPaths"/],
  ['alter table ValidPaths add column more text default (\'a\' || \'b\')', /it has the table "ValidPaths"/],
  ['drop table Refs; create table Refs (referrer integer check (referrer > 0), reference integer)', /it has the table "Refs"/],
  ['create table other (x integer /* -- */ check (x > 0)) -- no */', /it has the table "other"/],
  ['drop table Refs', /its table Refs has no column referrer/],
];

/** What later versions of Nix add, and what SQLite writes where a table is renamed. */
const LATER = `
  create table Realisations (id integer primary key autoincrement not null, outputPath integer, -- "self"
    foreign key (outputPath) references ValidPaths(id) on delete cascade);
  create index if not exists IndexRealisations on Realisations(id, outputPath);
  create trigger if not exists DeleteSelfRefsViaRealisations before delete on ValidPaths
    begin
      delete from Realisations where outputPath in (select id from Realisations where outputPath = old.id);
    end;
  create table Later (x integer /* it's "quoted" */); alter table Later rename to Renamed;
  alter table ValidPaths add column more text; -- "null implies"
`;

test('what versions of Nix write into a schema is taken for what it is', async () => {
  const { file } = nixDatabase([LIBC], LATER);
  assert.deepEqual(await registerPaths(file, REGISTRATION), []);
});

test('a database that would do something by itself is refused, and so is what is none', async () => {
  for (const [statements, says] of HOSTILE) {
    const { file } = nixDatabase([LIBC], `${statements}\n;`);
    await assert.rejects(registerPaths(file, REGISTRATION), (error: unknown) => error instanceof BaseError && says.test(error.message), statements);
  }
  const { file } = nixDatabase([LIBC]);
  for (const bytes of [Buffer.from('no database at all, but of some length'.repeat(20)), readFileSync(file).fill(0x41, 4096, 9000)]) {
    writeFileSync(file, bytes);
    await assert.rejects(registerPaths(file, REGISTRATION), (error: unknown) => error instanceof BaseError && /its Nix database (?:is damaged|can't be used|is not one)/.test(error.message));
  }
});
