import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { test } from '@jest/globals';
import { pack, type Header } from 'tar-stream';
import { IntegrityError } from '../../src/kit/errors.ts';
import { featureTar } from '../../src/feature/files/feature-tar.ts';
import { unpackFeatureTar } from '../../src/feature/files/unpack-feature-tar.ts';

type Member = Partial<Header> & Pick<Header, 'name'>;

async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(path.join(tmpdir(), 'unpack-test-'));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function tarOf(members: readonly Member[]): Readable {
  const tar = pack();
  for (const member of members) {
    if (member.type === undefined) tar.entry({ type: 'file', mode: 0o644, ...member }, 'x');
    else tar.entry(member);
  }
  tar.finalize();
  return Readable.from(tar);
}

const unpack = (tar: Readable, folder: string): Promise<void> => unpackFeatureTar(tar, folder, { where: 'the tar', skip: (name) => name.startsWith('left/') });

test('what the packer wrote comes out as it was, and what is to be skipped does not', () =>
  inFolder(async (folder) => {
    const files = [
      { name: 'install.sh', bytes: 'run' },
      { name: 'a/b/tool', bytes: 'tool', executable: true },
      { name: 'a/text', bytes: 'text' },
      { name: 'left/out', bytes: '' },
    ];
    await unpack(Readable.from(featureTar(files)), folder);
    assert.deepEqual((await readdir(folder, { recursive: true })).sort(), ['a', 'a/b', 'a/b/tool', 'a/text', 'install.sh', 'left']);
    assert.equal(await readFile(path.join(folder, 'a/b/tool'), 'utf8'), 'tool');
    for (const [name, mode] of [['install.sh', 0o755], ['a/b/tool', 0o755], ['a/text', 0o644]] as const) {
      assert.equal((await stat(path.join(folder, name))).mode & 0o777, mode, name);
    }
  }));

const HOSTILE: readonly (readonly [string, readonly Member[], RegExp])[] = [
  ['a name that leads out', [{ name: '../escape' }], /leads out/],
  ['a name that leads out in the middle', [{ name: './a/../../escape' }], /leads out/],
  ['an absolute name', [{ name: '/etc/passwd' }], /leads out/],
  ['an empty part', [{ name: './a//b' }], /leads out/],
  ['a symbolic link', [{ name: './a', type: 'symlink', linkname: '/etc' }], /symlink/],
  ['a hard link', [{ name: './a', type: 'link', linkname: '/etc/passwd' }], /link/],
  ['a fifo', [{ name: './a', type: 'fifo' }], /fifo/],
  ['a device', [{ name: './a', type: 'character-device' }], /character-device/],
  ['the same file twice', [{ name: './a' }, { name: 'a' }], /twice/],
  ['a file that is a folder too', [{ name: './a' }, { name: './a/b' }], /same name/],
  ['a folder that is a file too', [{ name: './a/b' }, { name: './a' }], /same name/],
];

for (const [what, members, message] of HOSTILE) {
  test(`${what} is refused`, () =>
    inFolder(async (folder) => {
      await assert.rejects(unpack(tarOf(members), path.join(folder, 'inside')), (error: Error) => {
        assert.ok(error instanceof IntegrityError, error.stack);
        assert.match(error.message, message);
        return true;
      });
      assert.ok(!(await readdir(folder)).includes('escape'));
    }));
}

test('a tar that was cut off is refused', () =>
  inFolder(async (folder) => {
    const whole = await buffer(featureTar([{ name: 'a', bytes: 'x'.repeat(4000) }]));
    await assert.rejects(unpack(Readable.from([whole.subarray(0, 2000)]), folder), IntegrityError);
  }));
