import assert from 'node:assert/strict';
import { chmod, cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { test } from '@jest/globals';
import { systemOf } from '../../src/platform.ts';
import type { BuildJob } from '../../src/report/runs/plan.ts';
import { afterTest } from '../jest/after-test.ts';
import { run, type CommandResult, type Env } from '../rig/command.ts';
import { runCommandLineHere } from '../rig/command-line.ts';
import { startFaultProxy } from '../rig/fault-proxy.ts';
import { buildFlake, machineArch } from '../rig/flakes.ts';
import { startGitHubServices } from '../rig/github-services.ts';
import { pushLayout, writeImageLayout } from '../rig/image-layout.ts';
import { bedrockLayout } from '../rig/images.ts';
import { searchPath } from '../rig/paths.ts';
import { theRig } from '../rig/rig.ts';
import { runAction, runActionHere, runPost } from '../rig/runner.ts';
import { assertFollows } from '../schemas.ts';
import { containersLeft, LABEL, MACHINE, scratchFolder } from './nix-feature.ts';
import { nixFeature, ownNamespace, targetFlags, writeSmallFeature, type AnyRegistry } from './publishing.ts';

/* A repository of several Features: what is published of it, what must be built, and why. */
const rig = await theRig();
const scratch = await scratchFolder();
const NO_BASE = ['--base-image=none', '--build-in=host'] as const;

interface Planned {
  readonly empty: boolean;
  readonly count: number;
  readonly later: number;
  readonly evaluated: number;
  readonly features: readonly { readonly feature: string; readonly id: string; readonly plan: string; readonly why: string | null; readonly reason: string; readonly shareWith: readonly string[]; readonly raised: object | null }[];
  readonly matrix: { readonly include: readonly BuildJob[] };
  readonly warnings: readonly { readonly message: string; readonly file?: string; readonly line?: number }[];
}

/** A monorepo with a namespace of its own in a registry. */
class Monorepo {
  readonly root: string;
  readonly registry: AnyRegistry;
  readonly namespace: string;

  constructor(name: string, registry: AnyRegistry = rig.registries.none) {
    this.root = path.join(scratch, name);
    this.registry = registry;
    this.namespace = ownNamespace(`plan/${name}`);
  }

  write(id: string, version = '1.0.0', content = 'hello'): Promise<string> {
    return writeSmallFeature(path.join(this.root, 'features', id), id, version, content);
  }

  attempt(flags: readonly string[] = [], env: Env = {}, registry = this.registry, command: 'plan' | 'bump' = 'plan'): Promise<CommandResult> {
    const password = this.registry.credentials?.password;
    // As the reusable workflow says it; what is published here is for both.
    const arches = flags.some((flag) => flag.startsWith('--arches')) ? [] : ['--arches=amd64,arm64'];
    return runCommandLineHere([command, ...flags.filter((flag) => !flag.startsWith('-')), ...targetFlags(registry, this.namespace), ...arches, ...flags.filter((flag) => flag.startsWith('-'))], {
      cwd: this.root,
      env: { ...MACHINE, ...(password === undefined ? {} : { NIX_FEATURE_PASSWORD: password }), ...env },
    });
  }

  async plan(flags: readonly string[] = NO_BASE, env: Env = {}, registry = this.registry): Promise<Planned> {
    const { code, stdout, stderr } = await this.attempt([...flags, '--json'], env, registry);
    assert.equal(code, 0, stderr);
    assertFollows('plan', JSON.parse(stdout));
    return JSON.parse(stdout) as Planned;
  }

  /** Builds and publishes, for both platforms unless told. */
  async publish(ids: readonly string[], flags: readonly string[] = [...NO_BASE, '--arches=amd64,arm64']): Promise<void> {
    for (const id of ids) {
      const { code, stderr } = await nixFeature(['build', path.join(this.root, 'features', id), ...targetFlags(this.registry, this.namespace), ...flags, '--test=false', '--reuse=false', '--push', '--quiet'], this.registry);
      assert.equal(code, 0, stderr);
    }
  }
}

/** What is to be built: id, and why. */
function pending({ features }: Planned): Record<string, string> {
  return Object.fromEntries(features.filter(({ plan }) => plan !== 'up-to-date').map(({ id, why }) => [id, why ?? '']));
}

/** A Nix that writes down what it is asked. */
async function countedNix(name: string): Promise<{ readonly env: Env; calls(): Promise<string[]> }> {
  const folder = path.join(scratch, `bin-${name}`);
  const log = path.join(folder, 'calls');
  await mkdir(folder);
  await writeFile(log, '');
  const nix = (await run(['which', 'nix'], { env: MACHINE })).trim();
  await writeFile(path.join(folder, 'nix'), `#!/bin/sh\necho "$*" | head -c 60 | tr '\\n' ' ' >> ${log}\necho >> ${log}\nexec ${nix} "$@"\n`);
  await chmod(path.join(folder, 'nix'), 0o755);
  return {
    env: { PATH: `${folder}:${searchPath()}` },
    calls: async () => (await readFile(log, 'utf8')).split('\n').filter((line) => line !== ''),
  };
}

const mono = new Monorepo('mono');
for (const id of ['jq', 'git', 'curl', 'fd']) await mono.write(id);

test('at first everything is built, and nothing is evaluated', async () => {
  const planned = await mono.plan();
  assert.deepEqual(pending(planned), { curl: 'new', fd: 'new', git: 'new', jq: 'new' });
  assert.equal(planned.evaluated, 0);
  assert.deepEqual(planned.matrix.include.slice(0, 2), [
    { feature: 'features/curl', id: 'curl', version: '1.0.0', arch: 'amd64', runner: 'ubuntu-24.04', reason: 'new', 'share-with': '' },
    { feature: 'features/curl', id: 'curl', version: '1.0.0', arch: 'arm64', runner: 'ubuntu-24.04-arm', reason: 'new', 'share-with': '' },
  ]);
  assert.equal(planned.matrix.include.length, 8);
});

/** What a tool leaves in a Feature's folder: the flake's hash is another one then, and what is published is the same. */
async function leaveBehind(root: string, ids: readonly string[]): Promise<void> {
  for (const id of ids) {
    await mkdir(path.join(root, 'features', id, 'dist'));
    await writeFile(path.join(root, 'features', id, 'dist/left'), '');
  }
}

test('once they are published there is nothing to build: no Nix, and for each Feature its manifest and its documents', async () => {
  await mono.publish(['jq', 'git', 'curl', 'fd']);
  const nix = await countedNix('mono');
  const proxy = await startFaultProxy(mono.registry.host);
  afterTest(() => proxy.stop());
  const planned = await mono.plan(NO_BASE, nix.env, { host: proxy.host, credentials: undefined });
  assert.deepEqual([planned.empty, planned.count, planned.evaluated], [true, 0, 0]);
  assert.deepEqual(proxy.verbs.toSorted(), [...Array<string>(8).fill('GET blob'), ...Array<string>(4).fill('GET manifest')]);
  assert.deepEqual(await nix.calls(), []);
});

test('where only a look tells that they are the same, all of them are evaluated at once', async () => {
  const nix = await countedNix('evaluated');
  await leaveBehind(mono.root, ['jq', 'git', 'curl', 'fd']);
  const planned = await mono.plan(NO_BASE, nix.env);
  assert.deepEqual([planned.empty, planned.count, planned.evaluated], [true, 0, 8]);
  assert.equal((await nix.calls()).filter((call) => /eval|build/.test(call)).length, 1);
});

test('what changed is built, and says why; what is published with other content is warned of at its file', async () => {
  await mono.write('jq', '1.0.0', 'goodbye');
  await mono.write('git', '1.1.0');
  await writeFile(path.join(mono.root, 'features/curl/README.md'), 'What it is for\n');
  const { features, warnings, matrix } = await mono.plan();
  const reasons = Object.fromEntries(features.map(({ id, reason }) => [id, reason]));
  assert.equal(reasons['fd'], '1.0.0 is published with this content');
  assert.equal(reasons['git'], '1.1.0 is not published; the newest release is 1.0.0');
  assert.equal(reasons['curl'], 'its files, metadata or delivery differ from 1.0.0');
  assert.match(reasons['jq'] ?? '', /^its files, metadata or delivery differ from 1\.0\.0; the output "out" for x86_64-linux was \/nix\/store\/\S+-jq and is now \/nix\/store\/\S+-jq$/);
  assert.deepEqual(matrix.include.map(({ id, arch }) => `${id} ${arch}`), ['git amd64', 'git arm64', 'curl amd64', 'curl arm64', 'jq amd64', 'jq arm64']);
  assert.deepEqual(warnings.map(({ file, line }) => [path.relative(mono.root, file ?? ''), line]), [['features/curl/devcontainer-feature.json', 1], ['features/jq/devcontainer-feature.json', 1]]);
  assert.match(warnings[1]?.message ?? '', /jq 1\.0\.0 is already published.*\nA published version never changes: raise "version" to 1\.0\.1 \(patch\)\. This command writes it: nix-feature bump patch features\/jq$/);
});

function derivation(system: string, name: string, text: string): string {
  return `derivation { name = "${name}"; system = "${system}"; builder = "/bin/sh"; PATH = "/usr/bin:/bin"; args = [ "-c" ''mkdir -p $out/bin; printf '#!/bin/sh\\necho ${text}\\n' > $out/bin/tool; chmod +x $out/bin/tool'' ]; }`;
}

/** A Feature that offers packages, each of them as small as can be. */
async function writeEnvironment(folder: string, packages: readonly string[]): Promise<void> {
  const output = (system: string): string => {
    const paths = packages.map((name) => `(${derivation(system, name, name)})`).join(' ');
    return `packages.${system}.default = let paths = [ ${paths} ]; in (${derivation(system, 'env', '${toString paths}')}) // { inherit paths; };`;
  };
  await writeFile(path.join(folder, 'flake.nix'), `{ outputs = _: {\n${['x86_64-linux', 'aarch64-linux'].map(output).join('\n')}\n}; }\n`);
}

test('with bump, a plan raises what must be raised by what changed, in the file as it is written', async () => {
  const repo = new Monorepo('bump');
  const folder = await repo.write('env');
  await rm(path.join(folder, 'test.sh'));
  await writeEnvironment(folder, ['one-1.0', 'two-1.0']);
  const file = path.join(folder, 'devcontainer-feature.json');
  const [before, after] = ['1.0.0', '2.0.0'].map((version) => `{\r\n\t// the id\r\n\t"id": "env", "version" : "${version}",\r\n\t"name": "Env",\r\n\t"description": "Tools",\r\n}\r\n`);
  await writeFile(file, before ?? '');
  await repo.publish(['env']);
  const { bumped: none } = JSON.parse((await repo.attempt([...NO_BASE, '--json'], {}, repo.registry, 'bump')).stdout) as { bumped: unknown[] };
  assert.deepEqual(none, []);
  await writeEnvironment(folder, ['one-1.1', 'three-1.0']);
  const { features } = await repo.plan([...NO_BASE, '--bump']);
  assert.deepEqual(features.map(({ plan, why, raised }) => [plan, why, raised]), [['build', 'new', { from: '1.0.0', to: '2.0.0', level: 'major', reasons: ['two is gone'] }]]);
  assert.equal(await readFile(file, 'utf8'), after);
  // A bot's next push raises nothing twice.
  const again = await repo.attempt(['auto', ...NO_BASE], {}, repo.registry, 'bump');
  assert.equal(again.code, 0, again.stderr);
  assert.match(again.stdout, /^No version has to be raised: 1 Feature\.\nfeatures\/env: 2\.0\.0 stays: 2\.0\.0 is not published; the newest release is 1\.0\.0\n$/);
});

test('raising the versions makes them good, and publishing them leaves nothing to build', async () => {
  await mono.write('jq', '1.0.1', 'goodbye');
  await mono.write('curl', '1.0.1');
  assert.deepEqual(pending(await mono.plan()), { curl: 'new', git: 'new', jq: 'new' });
  await mono.publish(['jq', 'git', 'curl']);
  assert.equal((await mono.plan()).empty, true);
  await mono.write('jq', '1.0.0');
  assert.equal((await mono.plan()).empty, true, 'an older version that is published as it is');
  await mono.write('jq', '1.0.1', 'goodbye');
});

test('other platforms or another delivery are another content', async () => {
  assert.match((await mono.plan([...NO_BASE, '--arches=amd64'])).features[0]?.reason ?? '', /is published for amd64 and arm64, but amd64 is requested/);
  assert.deepEqual(Object.values(pending(await mono.plan([...NO_BASE, '--delivery=layers']))), ['changed', 'changed', 'changed', 'changed']);
  assert.equal((await mono.plan([...NO_BASE, '--delivery=embed'])).empty, true, 'what auto came to');
});

test('all are built where that is asked for, as many as there may be jobs; patterns choose', async () => {
  const { count, later, matrix, warnings } = await mono.plan([...NO_BASE, '--force', '--max-jobs=5', '--runners=arm64=mine']);
  assert.deepEqual([count, later, matrix.include.length, matrix.include[1]?.runner], [2, 2, 4, 'mine']);
  assert.match(warnings[0]?.message ?? '', /^2 Features that must be built are left for the next run: the matrix has 4 jobs, and the limit is 5\./);
  assert.deepEqual((await mono.plan([...NO_BASE, 'features/*', '!features/git'])).features.map(({ id }) => id), ['curl', 'fd', 'jq']);
});

test("a flake that can't be evaluated is left to its build, and hides no other", async () => {
  const broken = new Monorepo('broken');
  for (const id of ['bad', 'good']) await broken.write(id);
  await broken.publish(['bad', 'good']);
  await writeFile(path.join(broken.root, 'features/bad/flake.nix'), '{ outputs = _: { packages.x86_64-linux.default = throw "on purpose"; }; }\n');
  const planned = await broken.plan();
  assert.deepEqual(pending(planned), { bad: 'failed' });
  assert.match(planned.features[0]?.reason ?? '', /^its flake can't be evaluated for amd64: [\s\S]*on purpose/);
});

test('a folder that breaks the contract fails the plan once the others are planned', async () => {
  const faulty = new Monorepo('faulty');
  await faulty.write('good');
  await faulty.write('bad', 'one');
  const { code, stdout, stderr } = await faulty.attempt([...NO_BASE, '--json']);
  assert.equal(code, 2);
  assert.deepEqual(pending(JSON.parse(stdout) as Planned), { good: 'new' });
  assert.match(stderr, /error: \S+\/features\/bad\/devcontainer-feature\.json:\d+:\d+: .*"one" is not a semantic version/);
  assert.match(stderr, /error: Folders of Features break the contract in 1 point; each is shown above\. The other 1 Feature is planned\./);
});

for (const kind of ['htpasswd', 'token'] as const) {
  test(`a registry that wants a login gets it (${kind})`, async () => {
    const guarded = new Monorepo(kind, rig.registries[kind]);
    for (const id of ['a', 'b']) await guarded.write(id);
    assert.deepEqual(pending(await guarded.plan()), { a: 'new', b: 'new' });
    await guarded.publish(['a']);
    assert.deepEqual(pending(await guarded.plan()), { b: 'new' });
  });
}

test("each repository's token is fetched once", async () => {
  const guarded = new Monorepo('token', rig.registries.token);
  const proxy = await startFaultProxy(guarded.registry.host);
  afterTest(() => proxy.stop());
  await guarded.plan(NO_BASE, {}, { host: proxy.host, credentials: guarded.registry.credentials });
  assert.deepEqual(proxy.verbs.filter((verb) => verb === 'GET token'), ['GET token', 'GET token']);
});

test('a registry that shows nothing at all is an error', async () => {
  const { host } = rig.registries.htpasswd;
  const anonymous = new Monorepo('anonymous', { host, credentials: undefined });
  await anonymous.write('a');
  const { code, stderr } = await anonymous.attempt(NO_BASE);
  assert.equal(code, 1);
  assert.match(stderr, /error: .*401/);
});

test('Features whose releases hold the same paths are told to share', async () => {
  const shared = new Monorepo('shared');
  const library = (folder: string, id: string): string => path.join(shared.root, folder, id);
  const arch = machineArch();
  for (const id of ['one', 'two']) {
    await shared.write(id);
    await writeFile(path.join(library('features', id), 'flake.nix'), flakeWithLibrary(id, systemOf(arch)));
  }
  const flags = [...NO_BASE, `--arches=${arch}`];
  await shared.publish(['one', 'two'], flags);
  const { matrix } = await shared.plan([...flags, '--force']);
  assert.deepEqual(matrix.include.map((job) => [job.id, job['share-with']]), [['one', 'two'], ['two', 'one']]);
});

/** A tool that needs a library, which is the same for all of them. */
function flakeWithLibrary(id: string, system: string): string {
  const sh = (name: string, script: string): string => `derivation { name = "${name}"; system = "${system}"; builder = "/bin/sh"; PATH = "${process.env['PATH'] ?? ''}"; args = [ "-c" ''${script}'' ]; }`;
  return `{ outputs = _: let library = ${sh('library', 'mkdir $out; echo shared > $out/data')}; in {
  packages.${system} = { inherit library; default = ${sh(id, `mkdir -p $out/bin; echo "cat \${library}/data" > $out/bin/${id}; chmod +x $out/bin/${id}`)}; };
}; }\n`;
}

test('a base that was rebuilt is a reason only where it no longer holds what a Feature relies on', async () => {
  const based = new Monorepo('based');
  const arch = machineArch();
  const folder = await based.write('tool');
  await writeFile(path.join(folder, 'flake.nix'), flakeWithLibrary('tool', systemOf(arch)));
  const { out } = await buildFlake(folder, 'library');
  const layout = async (name: string, paths: readonly string[]): Promise<string> => {
    const files = path.join(scratch, `root-${name}`);
    await mkdir(path.join(files, 'nix/store'), { recursive: true });
    await writeFile(path.join(files, 'release'), name);
    for (const each of paths) await cp(each, path.join(files, each), { recursive: true });
    return writeImageLayout(path.join(scratch, `base-${name}`), [{ arch, layers: [{ folder: files }] }]);
  };
  const flags = (base: string): string[] => [`--base-image=oci:${base}:latest`, '--build-in=host', `--arches=${arch}`];
  const first = flags(await layout('first', [out]));
  await based.publish(['tool'], first);
  assert.equal((await based.plan(first)).empty, true);
  assert.equal((await based.plan(flags(await layout('second', [out])))).empty, true);
  const without = await based.plan(flags(await layout('third', [])));
  assert.deepEqual(without.features.map(({ why, reason }) => `${why}: ${reason}`), [`changed: library for ${systemOf(arch)} was in the base and no longer is`]);
});

test('in a container of the base, Nix evaluates all of them, and the container is gone afterwards', async () => {
  const arch = machineArch();
  const base = `${rig.registries.none.host}/${ownNamespace('plan/bedrock')}:1`;
  await pushLayout(await bedrockLayout([{ arch, paths: [], database: true }]), base);
  const contained = new Monorepo('contained');
  for (const id of ['a', 'b']) await contained.write(id);
  const place = ['--build-in=container', '--container-engine=podman', `--container-options=${LABEL}`, `--base-image=${base}`, `--arches=${arch}`];
  assert.deepEqual(pending(await contained.plan(place)), { a: 'new', b: 'new' });
  await contained.publish(['a', 'b'], ['--build-in=host', `--base-image=${base}`, `--arches=${arch}`]);
  await leaveBehind(contained.root, ['a', 'b']);
  const planned = await contained.plan(place);
  assert.deepEqual([planned.features.map(({ reason }) => reason), planned.evaluated], [Array<string>(2).fill('1.0.0 is published with this content'), 2]);
  assert.deepEqual(await containersLeft(rig.podman), []);
});

test('the action puts out the matrices, and a table of reasons, in each attempt the same', async () => {
  const inputs = { 'base-image': 'none', 'build-in': 'host', arches: 'amd64,arm64', registry: mono.registry.host, namespace: mono.namespace };
  const step = { action: 'plan', workspace: mono.root, inputs, env: MACHINE };
  const idle = await runAction(step);
  assert.equal(idle.code, 0, idle.log);
  assert.deepEqual([idle.outputs['empty'], idle.outputs['count'], idle.outputs['matrix']], ['true', '0', '{"include":[]}']);
  assert.match(idle.summary, /^## Nothing to build: 4 Features up to date/);

  await mono.write('fd', '2.0.0');
  await mono.write('bad', 'one');
  const { code, outputs, summary, annotations } = await runActionHere(step);
  assert.equal(code, 1);
  const services = await startGitHubServices();
  afterTest(() => services.stop());
  // A plan depends on what is published, and not on the attempt: it failed, so that it is run again by both buttons.
  for (const jobs of ['all', 'failed'] as const) {
    const again = await runActionHere({ ...step, env: { ...MACHINE, ...services.rerun(jobs) } });
    assert.deepEqual({ ...again.outputs, 'json-file': '' }, { ...outputs, 'json-file': '' });
  }
  assert.deepEqual([outputs['empty'], outputs['count'], outputs['later']], ['false', '1', '0']);
  const { include } = JSON.parse(outputs['publish-matrix'] ?? '') as { include: unknown[] };
  assert.deepEqual(include, [{ feature: 'features/fd', id: 'fd', version: '2.0.0', arches: 'amd64,arm64' }]);
  assert.match(summary, /\| `fd` \| 2\.0\.0 \| `features\/fd` \| 2\.0\.0 is not published; the newest release is 1\.0\.0 \|/);
  assert.ok(annotations.some(({ level, message }) => level === 'error' && /"one" is not a semantic version/.test(message)));
  const post = await runPost(step, idle);
  assert.equal(post.code, 0, post.log);
  await rm(path.join(mono.root, 'features/bad'), { recursive: true });
});
