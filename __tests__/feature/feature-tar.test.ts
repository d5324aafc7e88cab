import assert from 'node:assert/strict';
import path from 'node:path';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { afterAll, test } from '@jest/globals';
import { extract, type Header, pack } from 'tar-stream';
import { featureTar, type FeatureFile } from '../../src/feature/files/feature-tar.ts';
import { unpackFeatureTar } from '../../src/feature/files/unpack-feature-tar.ts';
import { IntegrityError } from '../../src/kit/errors.ts';

const scratch = mkdtempSync(join(tmpdir(), 'feature-tar-'));
afterAll(() => {
  rmSync(scratch, { recursive: true });
});

async function bytesOf(files: readonly FeatureFile[]): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of featureTar(files)) chunks.push(chunk);
  return Buffer.concat(chunks);
}

async function membersOf(tar: Buffer): Promise<{ header: Header; text: string }[]> {
  const reader = extract();
  reader.end(tar);
  const members: { header: Header; text: string }[] = [];
  for await (const entry of reader) {
    let text = '';
    for await (const chunk of entry as AsyncIterable<Buffer>) text += chunk.toString();
    members.push({ header: entry.header, text });
  }
  return members;
}

test('members are sorted, begin with ./, and are regular files and directories alone', async () => {
  const file = join(scratch, 'layer');
  writeFileSync(file, 'x'.repeat(700));
  const tar = await bytesOf([
    { name: 'nix-feature/x86_64-linux/layers/a.tar.gz', file },
    { name: 'install.sh', bytes: '#!/bin/sh\n' },
    { name: 'devcontainer-feature.json', bytes: '{}' },
    { name: 'größe', bytes: 'ü' },
    { name: 'helper', bytes: 'x', executable: true },
  ]);
  const members = await membersOf(tar);
  assert.deepEqual(
    members.map(({ header }) => [header.name, header.type, header.mode?.toString(8)]),
    [
      ['./', 'directory', '755'],
      ['./devcontainer-feature.json', 'file', '644'],
      ['./größe', 'file', '644'],
      ['./helper', 'file', '755'],
      ['./install.sh', 'file', '755'],
      ['./nix-feature/', 'directory', '755'],
      ['./nix-feature/x86_64-linux/', 'directory', '755'],
      ['./nix-feature/x86_64-linux/layers/', 'directory', '755'],
      ['./nix-feature/x86_64-linux/layers/a.tar.gz', 'file', '644'],
    ],
  );
  assert.equal(members.at(-1)?.text, 'x'.repeat(700));
  assert.equal(tar.length % 512, 0);
});

test('the same files give the same bytes, in whatever order they come', async () => {
  const files: FeatureFile[] = [
    { name: 'b/c', bytes: '1' },
    { name: 'a', bytes: '2' },
    { name: 'b.txt', bytes: '3' },
  ];
  assert.deepEqual(await bytesOf(files), await bytesOf(files.toReversed()));
});

test("names that such a tar can't hold are refused", async () => {
  const long = 'n'.repeat(101);
  await assert.rejects(bytesOf([{ name: long, bytes: '' }]), /too long a name/);
  await bytesOf([{ name: `${'folder'.repeat(10)}/${'n'.repeat(90)}`, bytes: '' }]);
  for (const name of ['../up', '/absolute', 'a//b', './a', '']) await assert.rejects(bytesOf([{ name, bytes: '' }]), /can't be the name/);
  await assert.rejects(
    bytesOf([
      { name: 'a', bytes: '1' },
      { name: 'a', bytes: '2' },
    ]),
    /the same name/,
  );
});

test('a file on disk goes in whole', async () => {
  const file = join(scratch, 'large');
  const content = 'y'.repeat(300_000);
  writeFileSync(file, content);
  const members = await membersOf(await bytesOf([{ name: 'large', file }]));
  assert.equal(members.at(-1)?.text, content);
});

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
