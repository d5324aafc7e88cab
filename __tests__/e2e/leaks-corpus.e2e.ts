import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from '@jest/globals';
import { leakFindingOf, isGrave, placeOfFinding } from '../../src/leaks/finding.ts';
import { Matcher } from '../../src/leaks/matcher.ts';
import { scanBytes } from '../../src/leaks/scanner.ts';
import { parseStorePath } from '../../src/nix/store/store-path.ts';
import { bedrockRoot, bedrockWith } from '../rig/bedrock.ts';
import { buildFlake, machineArch, makeFlake } from '../rig/flakes.ts';
import { theRig } from '../rig/rig.ts';
import { TOKEN } from './leaking-feature.ts';
import { scratchFolder, writeFeature } from './nix-feature.ts';
import { HOST_BUILD, nixFeature } from './publishing.ts';

/* What nobody planted a secret in: the rules must be silent about it, or they would be turned off. */
await theRig();
const scratch = await scratchFolder();
const MIB = 1024 * 1024;
/** All of a small system, read and searched in a few seconds. */
const MOST = 256 * MIB;

/** Regular files below a folder, sorted, so that every run takes the same ones. */
function filesBelow(root: string): string[] {
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
}

/** As many of them as make no more than {@link MOST}, spread evenly. */
function sample(files: readonly string[]): readonly string[] {
  const total = files.reduce((sum, file) => sum + statSync(file).size, 0);
  const step = Math.max(1, Math.ceil(total / MOST));
  return files.filter((_, index) => index % step === 0);
}

interface Searched {
  readonly files: number;
  readonly bytes: number;
  /** What would fail a build. */
  readonly grave: readonly string[];
}

/** Searches files below `root` as `leaks: fail` would. @param storeIn whether the first name in `root` is that of a store path */
function search(root: string, storeIn: boolean): Searched {
  const matcher = new Matcher({ values: [], identifiers: [], folders: [], packages: [] });
  let bytes = 0;
  const files = sample(filesBelow(root));
  const grave = files.flatMap((file) => {
    const contents = readFileSync(file);
    bytes += contents.length;
    const [name = '', ...rest] = path.relative(root, file).split(path.sep);
    const where = storeIn ? { storePath: parseStorePath(`/nix/store/${name}`), file: rest.join('/') } : { storePath: undefined, file: [name, ...rest].join('/') };
    return scanBytes(matcher, contents).hits.flatMap((hit) => leakFindingOf(hit, { ...where, inName: false }) ?? []);
  }).filter(isGrave).map((finding) => `${finding.rule}: ${placeOfFinding(finding)}`);
  return { files: files.length, bytes, grave };
}

test('the search of this file does find a token', () => {
  const root = path.join(scratch, 'planted/bin');
  mkdirSync(root, { recursive: true });
  writeFileSync(path.join(root, 'program'), Buffer.concat([Buffer.alloc(70_000), Buffer.from(TOKEN), Buffer.alloc(9)]));
  assert.deepEqual(search(path.dirname(root), false).grave, ['github-personal-token: bin/program at byte 70000']);
});

test('nothing that a Bedrock has in its store would fail a build', async () => {
  const { out } = await buildFlake(await makeFlake('base', ['curl', 'sqlite3']));
  const root = await bedrockWith({ arch: machineArch(), paths: [out], database: true });
  const { files, bytes, grave } = search(path.join(root, 'nix/store'), true);
  assert.deepEqual(grave, []);
  assert.ok(files > 100 && bytes > 10 * MIB, `${files} files of ${bytes} bytes`);
});

test('nothing of the distribution that a Bedrock is made of would fail a build', async () => {
  const root = await bedrockRoot(machineArch());
  const { files, bytes, grave } = search(path.join(root, 'usr'), false);
  assert.deepEqual(grave, []);
  assert.ok(files > 1000 && bytes > 50 * MIB, `${files} files of ${bytes} bytes`);
});

test('a Feature of common tools is built with `leaks: fail`, and nothing is found in its closure', async () => {
  const feature = await writeFeature(path.join(scratch, 'tools'), 'tools', await makeFlake('tools', ['jq', 'curl', 'sqlite3']));
  const run = await nixFeature(['build', `--feature=${feature}`, ...HOST_BUILD, '--leaks=fail', '--compression=zstd', '--json', `--output=${path.join(scratch, 'layout')}`]);
  assert.equal(run.code, 0, run.stderr);
  const { leaks } = JSON.parse(run.stdout) as { leaks: { bytes: number; found: readonly unknown[]; allowed: readonly unknown[]; more: number } };
  assert.deepEqual([leaks.found, leaks.allowed, leaks.more], [[], [], 0]);
  assert.ok(leaks.bytes > 10 * MIB, `${leaks.bytes} bytes`);
});
