import assert from 'node:assert/strict';
import { test } from '@jest/globals';
import { readWslRequest } from '../../src/actions/requests/read-wsl-request.ts';
import type { WslRequest } from '../../src/wsl/request.ts';
import { HERE, readerOf, type Given } from './inputs-of.ts';

function read(given: Given, env: Record<string, string> = {}): WslRequest {
  return readWslRequest(readerOf(given), { folder: HERE, env, platform: 'linux', arch: 'x64', cores: 2 });
}

type Built = Extract<WslRequest['task'], { kind: 'build' }>;

function built(given: Given, env: Record<string, string> = {}): Built {
  const { task } = read({ configuration: 'dev-team', ...given }, env);
  assert.ok(task.kind === 'build');
  return task;
}

test('a configuration names what is built of the flake, and defaults are those of a job without a tag', () => {
  const { build, keep } = built({ flake: './with flake' });
  assert.deepEqual(build.flake, { kind: 'folder', folder: `${HERE}/with flake`, attribute: 'nixosConfigurations.dev-team.config.system.build.tarballBuilder' });
  assert.equal(build.compression, 'gzip');
  assert.deepEqual([keep.output, keep.releaseTag, keep.uploadArtifact, keep.sbom], [`${HERE}/wsl`, undefined, true, 'cyclonedx']);
  const { leaks, skipped } = read({ configuration: 'x', identifiers: 'corp.example', 'skip-checks': 'history, machine' });
  assert.equal(leaks.mode, 'fail');
  assert.deepEqual(leaks.search.identifiers, ['corp.example']);
  assert.deepEqual(skipped, ['history', 'machine']);
});

test('a run for a tag releases, unless it is told not to', () => {
  const tag = { GITHUB_REF_TYPE: 'tag', GITHUB_REF_NAME: 'v1' };
  assert.equal(built({}, tag).keep.releaseTag, 'v1');
  assert.equal(built({ release: 'off' }, tag).keep.releaseTag, undefined);
  assert.equal(built({}, { GITHUB_REF_TYPE: 'branch', GITHUB_REF_NAME: 'main' }).keep.releaseTag, undefined);
});

test('owners of files are paths of the machine and numbers', () => {
  assert.deepEqual(built({ chown: '/home/nixos 1000:100\nsrv/data 0:5' }).build.chown, [{ path: 'home/nixos', owner: '1000:100' }, { path: 'srv/data', owner: '0:5' }]);
  for (const chown of ['/home/nixos', '/home/nixos nixos:users', '../etc 0:0', '-R 0:0x', '/a b 0:0']) assert.throws(() => built({ chown }), /chown: ".*" is not a path of the machine and its owner/, chown);
});

const REFUSED: readonly (readonly [given: Given, says: RegExp])[] = [
  [{}, /configuration: is missing/],
  [{ configuration: 'a"b' }, /configuration: "a"b" is not a name/],
  [{ configuration: 'x', tarball: 'nixos.wsl' }, /tarball and configuration can't be given together/],
  [{ configuration: 'x', flake: '.#other' }, /flake: ".#other" names an attribute/],
  [{ configuration: 'x', 'extra-files': 'gone' }, /extra-files: the folder \S+\/gone does not exist/],
  [{ configuration: 'x', compression: 'zstd' }, /compression: "zstd" is not one of gzip, xz/],
  [{ configuration: 'x', arches: 'amd64,arm64' }, /arches: a tarball is for one platform/],
  [{ configuration: 'x', 'max-size': '1G' }, /max-size: "1G" is not a size/],
  [{ configuration: 'x', release: 'always' }, /release: "always" is not one of tag, off/],
];

for (const [given, says] of REFUSED) {
  test(`${JSON.stringify(given)} is refused before any work`, () => {
    assert.throws(() => read(given), says);
  });
}
