import assert from 'node:assert/strict';
import { copyFileSync, mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { test } from '@jest/globals';
import { TarReader } from '../../src/base/tar/tar-reader.ts';
import { foldTree, TreeObserver, TreeRoom } from '../../src/image/base/base-tree.ts';
import { composeLayer } from '../../src/image/layer/compose-layer.ts';
import { digestOf } from '../../src/oci/format/digest.ts';
import { tarOf } from '../base/layer-tar.ts';
import { pathOf } from '../report/sample.ts';
import { knownPaths, newFolder, nixDatabase } from './bases.ts';

/* A database of Nix and the log beside it, in the layers of a base. */
const PATH = pathOf('glibc-2.38');
const NAME = 'nix/var/nix/db/db.sqlite';
const FOLDERS = ['nix/', 'nix/store/', 'nix/var/', 'nix/var/nix/', 'nix/var/nix/db/'];

/** A database that knows nothing, and a log that knows a path. */
function halfWritten(): { readonly database: Buffer; readonly log: Buffer } {
  const { file } = nixDatabase([]);
  const open = new DatabaseSync(file);
  open.exec(`insert into ValidPaths (path, hash, registrationTime) values ('${PATH}', 'x', 1)`);
  const copy = path.join(newFolder(), 'copy');
  copyFileSync(file, copy);
  copyFileSync(`${file}-wal`, `${copy}-wal`);
  open.close();
  return { database: readFileSync(copy), log: readFileSync(`${copy}-wal`) };
}

type Members = readonly (readonly [spec: string, body?: Buffer])[];

/** @returns the paths that the database of the new layer knows */
async function known(...layers: readonly Members[]): Promise<readonly string[]> {
  const [work, room] = [newFolder(), new TreeRoom()];
  const observed = layers.map(async (members, index) => {
    const tars = await Promise.all([...FOLDERS.map((spec) => [spec] as const), ...members].map(([spec, body]) => tarOf([spec], body ?? '')));
    const tar = Buffer.concat([...tars.map((each) => each.subarray(0, -1024)), Buffer.alloc(1024)]);
    const observer = new TreeObserver(work, digestOf(`${index}`), room);
    await pipeline(Readable.from([tar]), new TarReader((entry) => observer.see(entry), { contents: (bytes) => observer.contents(bytes) }));
    return observer.end();
  });
  const tree = foldTree(await Promise.all(observed));
  const silent = { warning: () => undefined, notice: () => undefined };
  const folder = path.join(work, 'layer');
  mkdirSync(folder);
  await composeLayer({ base: 'the base', tree, features: [], runtime: 'nf_runtime=1\n', created: undefined }, folder, silent);
  return Object.keys(knownPaths(tree.get(NAME)?.file ?? ''));
}

test('of the logs in the layers of a base, the one counts that the image has', async () => {
  const { database, log } = halfWritten();
  const both: Members = [[NAME, database], [`${NAME}-wal`, log]];
  assert.deepEqual(await known(both), [PATH]);
  assert.deepEqual(await known([[NAME, database]], [[`${NAME}-wal`, log]]), [PATH]);
  assert.deepEqual(await known(both, [['nix/var/nix/db/.wh.db.sqlite-wal']]), []);
  assert.deepEqual(await known(both, [[`${NAME}-wal`, Buffer.alloc(0)]]), []);
  assert.deepEqual(await known([[NAME, database], [`${NAME}-journal`, log]], [['nix/var/nix/db/.wh.db.sqlite-journal']]), []);
  assert.deepEqual(await known([[NAME, database], [`${NAME}-journal`, Buffer.alloc(0)]]), []);
});

test('a database is refused whose log is no plain file, or which was being written', async () => {
  const { database, log } = halfWritten();
  await assert.rejects(known([[NAME, database], [`${NAME}-wal -> /etc/passwd`]]), /the log of its Nix database is not a plain file/);
  await assert.rejects(known([[NAME, database], [`${NAME}-journal`, log]]), /its Nix database was being written when the image was made/);
});
