import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, test } from '@jest/globals';
import { extract, type Header } from 'tar-stream';
import { featureTar, type FeatureFile } from '../../src/feature/files/feature-tar.ts';

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
