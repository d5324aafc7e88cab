import assert from 'node:assert/strict';
import { lstat, mkdir, readdir, readlink, rm } from 'node:fs/promises';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { test } from '@jest/globals';
import { readBase } from '../../src/base/read-base.ts';
import { narSizeOf, type NarNode } from '../../src/nix/nar/nar-size.ts';
import { isStoreName } from '../../src/nix/store/store-path.ts';
import { LayoutReader } from '../../src/oci/layout/layout-reader.ts';
import { LayoutWriter } from '../../src/oci/layout/layout-writer.ts';
import { LAYER_GZIP } from '../../src/oci/format/media-types.ts';
import { addImage } from '../oci/images.ts';
import { randomStack } from '../base/random-layers.ts';
import { EVERYTHING } from '../jest/everything.ts';
import { run } from '../rig/command.ts';
import { generator } from '../rig/random.ts';
import { scratchFolder } from './nix-feature.ts';

/* What we make of random stacks of layers, without unpacking them, against what umoci unpacks: Go's archive/tar, as in engines. */
const SEED = 20261128;
const STACKS = EVERYTHING ? 300 : 100;
const scratch = await scratchFolder();

/** By name, the size of the NAR that a store path would make; undefined for one with a kind of file that none can hold. */
type Store = ReadonlyMap<string, number | undefined>;

async function unpacked(layout: string, root: string): Promise<{ store: Store; zstd: boolean }> {
  await run(['umoci', 'raw', 'unpack', '--image', `${layout}:latest`, root]);
  const names = (await readdir(path.join(root, 'nix/store')).catch(() => [])).filter(isStoreName);
  const sizes = await Promise.all(names.map(async (name) => [name, await sizeOnDisk(path.join(root, 'nix/store', name))] as const));
  return { store: new Map(sizes.filter(([, size]) => size !== 'none') as [string, number | undefined][]), zstd: await hasZstd(root) };
}

/** @returns `none` for what is no store path at all */
async function sizeOnDisk(place: string): Promise<number | undefined | 'none'> {
  const nodes: NarNode[] = [];
  let strange = false;
  const walk = async (inside: string): Promise<void> => {
    const file = path.join(place, inside);
    const info = await lstat(file);
    if (info.isSymbolicLink()) nodes.push({ path: inside, type: 'symlink', target: await readlink(file) });
    else if (info.isFile()) nodes.push({ path: inside, type: 'file', size: info.size, executable: (info.mode & 0o100) !== 0 });
    else if (!info.isDirectory()) strange = true;
    else {
      nodes.push({ path: inside, type: 'directory' });
      for (const name of await readdir(file)) await walk(path.join(inside, name));
    }
  };
  await walk('');
  if (nodes.length === 0) return 'none';
  return strange ? undefined : narSizeOf(nodes);
}

async function hasZstd(root: string): Promise<boolean> {
  const places = ['usr/local/bin/zstd', 'usr/bin/zstd', 'bin/zstd'].map((place) => lstat(path.join(root, place)).catch(() => undefined));
  // The stacks have no links to one.
  return (await Promise.all(places)).some((info) => info?.isFile() === true && (info.mode & 0o111) !== 0);
}

test(`${STACKS} random stacks of layers are read as umoci unpacks them (seed ${SEED})`, async () => {
  const random = generator(SEED);
  const mismatches: string[] = [];
  const seen = { whole: 0, holes: 0, zstd: 0 };
  for (let i = 0; i < STACKS; i += 1) {
    const stack = randomStack(random);
    const layout = path.join(scratch, `image-${i}`);
    const root = path.join(scratch, `root-${i}`);
    await mkdir(layout);
    const writer = await LayoutWriter.create(layout);
    const image = await addImage(writer, { architecture: 'amd64' }, stack.layers.map((tar) => ({ bytes: gzipSync(tar), tar, mediaType: LAYER_GZIP })));
    await writer.finish([{ ...image, annotations: { 'org.opencontainers.image.ref.name': 'latest' } }]);
    const ours = await readBase(await LayoutReader.open(layout), 'amd64');
    const theirs = await unpacked(layout, root);
    const say = (what: string): number => mismatches.push(`stack ${i}: ${what}\n${stack.text}`);
    const names = [...ours.paths].map((place) => path.basename(place)).sort();
    if (names.join() !== [...theirs.store.keys()].sort().join()) say(`we have ${names.join(' ')}, umoci has ${[...theirs.store.keys()].sort().join(' ')}`);
    for (const [place, size] of ours.narSizes) {
      const real = theirs.store.get(path.basename(place));
      if (real === size) seen.whole += 1;
      else say(`${place} is of ${size} bytes to us, and of ${real} in truth`);
    }
    seen.holes += ours.paths.size - ours.narSizes.size;
    if (ours.hasZstd && !theirs.zstd) say('we see a zstd that is not there');
    if (!ours.hasZstd && theirs.zstd) say('we miss a zstd');
    if (ours.hasZstd) seen.zstd += 1;
    await rm(layout, { recursive: true });
    await rm(root, { recursive: true, force: true });
  }
  assert.equal(mismatches.length, 0, `${mismatches.length} mismatches\n${mismatches.slice(0, 3).join('\n')}`);
  // Stacks that hold nothing would agree too.
  assert.ok(seen.whole > STACKS && seen.holes > STACKS / 10 && seen.zstd > STACKS / 20, JSON.stringify(seen));
});
