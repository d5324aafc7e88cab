import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { describe, it, test } from '@jest/globals';
import { Failure, CommandError } from '../../src/kit/errors.ts';
import { failureOf } from '../../src/nix/flake/build-failure.ts';
import { parseBuildResult } from '../../src/nix/flake/build.ts';
import type { ResolvedFlake } from '../../src/nix/flake/flake.ts';
import type { NixSite } from '../../src/nix/run/site.ts';
import { afterTest } from '../jest/after-test.ts';

const DRV = '/nix/store/ppm5m36g5mw4qmfp3x6gxhclwpr9nh70-multi.drv';
const OUT = '/nix/store/z96mjxdjz8jkk3mg9x6280kkixl4dpsw-multi';
const BIN = '/nix/store/0hh6zpdmn81s1bpaw0c8q6sg2yqr214d-multi-bin';
const MAN = '/nix/store/hpk1ygbqrw3vqww4wjpv29h0pz10gz1s-multi-man';

describe('the answer of nix build', () => {
  it('is the same from every Nix', () => {
    const expected = { outputs: { out: OUT }, storePath: OUT, derivation: DRV };
    for (const json of [
      `[{"drvPath":"${DRV}","outputs":{"out":"${OUT}"}}]`,
      `[{"drvPath":"${DRV}","outputs":{"out":"${OUT}"},"startTime":1795145065,"stopTime":1795145065}]`,
      `[{"drvPath":"${DRV}","outputs":{"out":{"path":"${OUT}"}}}]`,
    ]) {
      assert.deepEqual(parseBuildResult(json), expected);
    }
  });

  it('may be a bare store path', () => {
    for (const json of [`["${OUT}"]`, `[{"path":"${OUT}"}]`]) {
      assert.deepEqual(parseBuildResult(json), { outputs: { out: OUT }, storePath: OUT, derivation: undefined });
    }
  });

  it('puts bin before out, and out before all others', () => {
    const all = parseBuildResult(`[{"drvPath":"${DRV}","outputs":{"out":"${OUT}","man":"${MAN}","bin":"${BIN}"}}]`);
    assert.equal(all.storePath, BIN);
    assert.deepEqual(Object.keys(all.outputs), ['bin', 'man', 'out']);
    assert.equal(parseBuildResult(`[{"outputs":{"out":"${OUT}","man":"${MAN}"}}]`).storePath, OUT);
    assert.equal(parseBuildResult(`[{"outputs":{"man":"${MAN}","dev":"${BIN}"}}]`).storePath, BIN);
  });

  it('with an entry for each output is one result', () => {
    const json = `[{"drvPath":"${DRV}","outputs":{"man":"${MAN}"}},{"drvPath":"${DRV}","outputs":{"bin":"${BIN}"}}]`;
    assert.deepEqual(parseBuildResult(json), { outputs: { bin: BIN, man: MAN }, storePath: BIN, derivation: DRV });
  });

  it('that names nothing is a failure', () => {
    for (const json of ['', '[]', '{}', `[{"drvPath":"${DRV}","outputs":{"out":null}}]`, '["/etc/passwd"]']) {
      assert.throws(() => parseBuildResult(json), Failure, json);
    }
  });
});

const FAILED_DRV = '/nix/store/fxzy080j584arha2wk931krmsk92jql9-multi.drv';

function flakeOf(attribute: string, folder?: string): ResolvedFlake {
  return { reference: 'path:/tools', attribute, system: 'x86_64-linux', written: `./tools#${attribute}`, mounts: [], folder, seen: folder };
}

const said = (stderr: string): CommandError => new CommandError('failed', { command: ['nix'], exitCode: 1, stderr });

/** Whose Nix answers what is asked of some attributes, and knows no others. */
function siteWith(answers: Readonly<Record<string, string>>): NixSite {
  const capture = (argv: readonly string[]): Promise<string> => {
    const answer = Object.entries(answers).find(([attribute]) => argv.includes(`path:/tools#${attribute}`))?.[1];
    return answer === undefined ? Promise.reject(said('error: flake does not provide attribute')) : Promise.resolve(answer);
  };
  return { where: 'the host', system: 'x86_64-linux', storeIsHere: true, capture, stream: () => assert.fail('not used') };
}

test('an output that a package does not have is named, with those that it has, whatever the Nix', async () => {
  const site = siteWith({ 'packages.x86_64-linux.multi': '["out","man"]' });
  const newer = `error: derivation '${FAILED_DRV}' does not have output 'nope'\n`;
  // Nix 2.8 is asked for attributes.
  const older = "error: flake 'path:/tools' does not provide attribute 'packages.x86_64-linux.multi.nope', 'legacyPackages.x86_64-linux.multi.nope' or 'multi.nope'\n";
  for (const stderr of [newer, older]) {
    const { message, hint } = await failureOf(said(stderr), site, flakeOf('multi^out,nope'));
    assert.equal(message, 'The package "multi" of the flake ./tools has no output "nope".');
    assert.match(hint ?? '', /^It has: out, man\./);
  }
  // Of a package that is not there, that is said.
  assert.match((await failureOf(said(older), site, flakeOf('other^nope'))).message, /has no package "other" for x86_64-linux/);
  assert.match((await failureOf(said(newer), siteWith({}), flakeOf('multi^nope'))).message, /it has no output "nope"/);
});

async function repository(git: string): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), 'build-failure-'));
  afterTest(() => rm(root, { recursive: true }));
  await mkdir(join(root, 'features/tools'), { recursive: true });
  await mkdir(join(root, git, '.git'), { recursive: true });
  return root;
}

const OUTSIDE = "error: access to absolute path '/nix/shared' is forbidden in pure eval mode (use '--impure' to override)\n";

test('a flake that reaches out of its folder gets the line that names its repository', async () => {
  const root = await repository('.');
  const { message, hint } = await failureOf(said(OUTSIDE), siteWith({}), flakeOf('default', join(root, 'features/tools')));
  assert.match(message, /^The flake \.\/tools#default refers to files outside of its folder: access to absolute path '\/nix\/shared' is forbidden/);
  assert.ok(hint?.includes(`flake: git+file:${relative(process.cwd(), root)}?dir=features/tools#default `), hint);
});

test('where there is no repository above the folder, what must be done is said in words', async () => {
  const root = await repository('features/tools');
  for (const folder of [join(root, 'features/tools'), undefined]) {
    const { hint } = await failureOf(said(OUTSIDE), siteWith({}), flakeOf('default', folder));
    assert.match(hint ?? '', /^Nix sees only the folder of the flake: put what it needs into that folder\.$/);
  }
});

test('an input that a container does not see, and a name that nixpkgs does not have, get a hint; a file that is missing on the host does not', async () => {
  const inContainer: NixSite = { ...siteWith({}), where: 'a container of bedrock', storeIsHere: false };
  for (const words of ["path '//work/nixpkgs' does not exist", "getting status of '/work/nixpkgs': No such file or directory"]) {
    const stderr = `error: ${words}\n`;
    assert.match((await failureOf(said(stderr), inContainer, flakeOf('default'))).hint ?? '', /^The container does not see this folder .* use "build-in: host"\.$/);
    assert.equal((await failureOf(said(stderr), siteWith({}), flakeOf('default'))).hint, undefined);
  }
  assert.match((await failureOf(said("error: attribute 'ripgrepp' missing\n"), siteWith({}), flakeOf('default'))).hint ?? '', /search\.nixos\.org/);
  const ofStore = "error: path '/nix/store/abc-source/x.nix' does not exist\n";
  assert.equal((await failureOf(said(ofStore), inContainer, flakeOf('default'))).hint, undefined);
});
