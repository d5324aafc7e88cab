import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { chmod, mkdir, mkdtemp, rm, symlink, utimes, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, it } from '@jest/globals';
import { Failure } from '../../src/kit/errors.ts';
import { narHashOf } from '../../src/nix/nar/nar-hash.ts';
import { afterTest } from '../jest/after-test.ts';
import { narOf, type Tree } from './nar-builder.ts';

// Names are latin1 here, a byte for each char; so this one is "ä" in UTF-8, and sorts behind all ASCII.
const UMLAUT = Buffer.from('ä').toString('latin1');

const TREE: Tree = {
  entries: {
    'flake.nix': '{ outputs = _: { }; }',
    'a-b': '1',
    'a.b': '2',
    a: { entries: { b: '3', '.git': { entries: { HEAD: 'x' } } } },
    A: '4',
    [UMLAUT]: '5',
    none: { entries: {} },
    empty: '',
    eight: '12345678',
    script: { executable: '#!/bin/sh\n' },
    link: { link: 'flake.nix' },
    dangling: { link: '../nowhere' },
    large: Buffer.alloc(700_001, 'y'),
  },
};

describe('the hash of a folder', () => {
  it('is that of its NAR', async () => {
    const folder = await written(TREE);
    assert.equal((await narHashOf(folder)).narHash, sri(TREE));
  });

  it('is that of a single file, too', async () => {
    assert.equal((await narHashOf(await written('x'))).narHash, sri('x'));
  });

  it('knows a program by the right of its owner alone', async () => {
    const folder = await written({ entries: { file: 'x' } });
    await chmod(path.join(folder, 'file'), 0o655);
    assert.equal((await narHashOf(folder)).narHash, sri({ entries: { file: 'x' } }));
    await chmod(path.join(folder, 'file'), 0o700);
    assert.equal((await narHashOf(folder)).narHash, sri({ entries: { file: { executable: 'x' } } }));
  });

  it('comes with the newest time in it, in whole seconds', async () => {
    const folder = await written({ entries: { sub: { entries: { file: 'x' } } } });
    await utimes(path.join(folder, 'sub/file'), 1_000_000_000.9, 1_000_000_000.9);
    await utimes(path.join(folder, 'sub'), 900_000_000, 900_000_000);
    await utimes(folder, 1, 1);
    assert.equal((await narHashOf(folder)).lastModified, 1_000_000_000);
  });

  it('is refused where there is what Nix does not take, or nothing', async () => {
    const folder = await written({ entries: { file: 'x' } });
    const socket = path.join(folder, 'socket');
    const server = createServer().listen(socket);
    afterTest(() => server.close());
    await assert.rejects(narHashOf(folder), (error) => error instanceof Failure && error.message.startsWith(`${socket} is not a file`));
    await assert.rejects(narHashOf(path.join(folder, 'nothing')), { code: 'ENOENT' });
  });
});

function sri(tree: Tree): string {
  return `sha256-${createHash('sha256').update(narOf(tree)).digest('base64')}`;
}

async function written(tree: Tree): Promise<string> {
  const parent = await mkdtemp(path.join(tmpdir(), 'nar-hash-'));
  afterTest(() => rm(parent, { recursive: true }));
  const at = path.join(parent, 'tree');
  await write(at, tree);
  return at;
}

async function write(at: string, tree: Tree): Promise<void> {
  if (typeof tree === 'string' || Buffer.isBuffer(tree)) return writeFile(at, tree);
  if ('executable' in tree) return writeFile(at, tree.executable, { mode: 0o755 });
  if ('link' in tree) return symlink(tree.link, at);
  await mkdir(at);
  for (const [name, child] of Object.entries(tree.entries)) {
    await write(path.join(at, Buffer.from(name, 'latin1').toString('utf8')), child);
  }
}
