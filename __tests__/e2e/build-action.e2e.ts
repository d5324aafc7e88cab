import assert from 'node:assert/strict';
import { mkdir, readdir } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, test } from '@jest/globals';
import { run, type Env } from '../rig/command.ts';
import { startFaultProxy } from '../rig/fault-proxy.ts';
import { buildFlake, kindsFlake, machineArch, makeFlake } from '../rig/flakes.ts';
import { startGitHubServices, type GitHubServices } from '../rig/github-services.ts';
import { pushLayout } from '../rig/image-layout.ts';
import { bedrockImage, bedrockLayout, engine } from '../rig/images.ts';
import { theRig } from '../rig/rig.ts';
import { runAction, runActionHere, runPost, startAction, type Step, type StepResult } from '../rig/runner.ts';
import { LABEL, MACHINE, containersLeft, fingerprint, readDocument, scratchFolder, writeFeature } from './nix-feature.ts';

/* The action as the runner runs it: dist, inputs and outputs by the environment and files, GitHub's services a fake. */
const rig = await theRig();
const arch = machineArch();
const scratch = await scratchFolder();
const workspace = path.join(scratch, 'workspace');
const tools = await makeFlake('tools', ['jq', 'curl', 'sqlite3']);
await writeFeature(path.join(workspace, 'tools'), 'tools', tools);
await writeFeature(await kindsFlake(path.join(workspace, 'kinds')), 'kinds');
const base = await buildFlake(await makeFlake('base', ['curl', 'sqlite3']));
const bedrock = { arch, paths: [base.out], database: true } as const;
await pushLayout(await bedrockLayout([bedrock]), `${rig.registries.none.host}/e2e-action/bedrock:1`);

/** Every path that was asked of the registry. */
const asked: string[] = [];
const registry = await startFaultProxy(rig.registries.none.host, ({ request }) => {
  asked.push(request.url ?? '');
  return Promise.resolve(false);
});
afterAll(() => registry.stop());

// As on a runner, where these folders are the same in every job.
const temporary = path.join(scratch, 'temp');
await mkdir(temporary);

function environment(services: GitHubServices, more: Env = {}): Env {
  return { ...MACHINE, NIX_FEATURE_CACHE: undefined, ...services.env, RUNNER_TEMP: temporary, TMPDIR: temporary, ...more };
}

async function withServices<T>(body: (services: GitHubServices) => Promise<T>): Promise<T> {
  const services = await startGitHubServices();
  try {
    return await body(services);
  } finally {
    await services.stop();
  }
}

function onHost(services: GitHubServices, inputs: Readonly<Record<string, string>> = {}, job: Env = {}): Step {
  return {
    workspace,
    env: environment(services, job),
    inputs: { feature: 'tools', 'base-image': `${registry.host}/e2e-action/bedrock:1`, 'build-in': 'host', test: 'false', ...inputs },
  };
}

function succeeded(result: StepResult): StepResult {
  assert.equal(result.code, 0, result.log);
  return result;
}

/** A job where all jobs are run again, and one that is run again with the jobs that failed. */
const AGAIN = [['all jobs again', 'all'], ['the failed jobs again', 'failed']] as const;

for (const [shape, jobs] of AGAIN) test(`the artifact of a second attempt says so in its name, and is what was built (${shape})`, async () => {
  await withServices(async (services) => {
    const inputs = { feature: 'kinds', flake: '#chain', 'base-image': 'none' };
    const { outputs } = succeeded(await runAction(onHost(services, inputs, services.rerun(jobs))));
    const [artifact] = services.artifacts();
    assert.equal(artifact?.name, `feature-kinds-${arch}-attempt-2`);
    assert.equal(outputs['artifact-id'], String(artifact?.id));
    assert.deepEqual(await fingerprint(await unzipped(artifact?.file ?? '', jobs)), await fingerprint(outputs['layout'] ?? ''));
  });
});

async function unzipped(file: string, name: string): Promise<string> {
  const folder = path.join(scratch, `downloaded-${name}`);
  await run(['unzip', '-q', file, '-d', folder]).catch(() => run(['python3', '-m', 'zipfile', '-e', file, folder]));
  return folder;
}

test('a job gets an artifact, outputs and a summary; a second job reads nothing of the base again', async () => {
  await withServices(async (services) => {
    asked.length = 0;
    const first = succeeded(await runAction(onHost(services)));
    const layout = first.outputs['layout'] ?? '';
    const document = await readDocument(layout);

    // What is downloaded is what was built.
    const [artifact] = services.artifacts();
    assert.equal(artifact?.name, `feature-tools-${arch}`);
    assert.equal(first.outputs['artifact-id'], String(artifact?.id));
    assert.deepEqual(await fingerprint(await unzipped(artifact?.file ?? '', 'first')), await fingerprint(layout));

    // Outputs agree with the document, and all of action.yml's are set.
    const delta = document.closure.filter((entry) => entry.in === 'delta');
    const { json = '{}', ...outputs } = first.outputs;
    assert.equal(outputs['feature-id'], 'tools');
    assert.equal(outputs['version'], '1.0.0');
    assert.equal(outputs['store-path'], document.storePath);
    assert.equal(outputs['closure-paths'], String(document.closure.length));
    assert.equal(outputs['delta-paths'], String(delta.length));
    assert.equal(outputs['layers'], String(document.layers.length));
    assert.equal(outputs['compressed-size'], String(document.layers.reduce((sum, { size }) => sum + size, 0)));
    assert.match(outputs['digest'] ?? '', /^sha256:[0-9a-f]{64}$/);
    assert.equal((JSON.parse(json) as { platforms: { storePath: string }[] }).platforms[0]?.storePath, document.storePath);

    assert.match(first.summary, new RegExp(`tools 1\\.0\\.0 \\(${arch}\\): Built\\n\\nShips ${delta.length} of ${document.closure.length} store paths: `));
    assert.match(first.summary, /<details>/);
    assert.match(first.summary, /\| *`?jq/);
    assert.match(first.summary.trimStart().split('\n')[0] ?? '', /tools 1\.0\.0/);
    assert.match(first.stdout, /^::group::nix build/m);
    assert.deepEqual(first.annotations.filter(({ level }) => level === 'error'), []);

    const blobs = asked.filter((url) => url.includes('/blobs/')).length;
    assert.ok(blobs >= 3, 'configuration and two layers');
    assert.equal(services.cacheKeys().length, 1);
    asked.length = 0;
    const second = succeeded(await runAction(onHost(services, { 'upload-artifact': 'false' })));
    assert.ok(asked.filter((url) => url.includes('/blobs/')).length <= 1, `the base was read again: ${asked.join(' ')}`);
    assert.deepEqual(await fingerprint(second.outputs['layout'] ?? ''), await fingerprint(layout));
    assert.equal(second.outputs['artifact-id'], '');
    assert.equal(services.artifacts().length, 1);
  });
});

test('of ours nothing but the layouts stays in the temporary folder', async () => {
  // The cache's client leaves empty folders with names of its own; the runner empties all of it after the job.
  const ours = (await readdir(temporary)).filter((name) => name.startsWith('nix-feature'));
  assert.equal(ours.length, 2 + AGAIN.length);
  for (const name of ours) assert.deepEqual((await readdir(path.join(temporary, name))).sort(), ['kept', 'layout']);
});

test('services that fail cost a warning where they are a help, and the job where they are the point', async () => {
  await withServices(async (services) => {
    services.fail('GetCacheEntryDownloadURL', 400, 9);
    services.fail('CreateCacheEntry', 400, 9);
    succeeded(await runAction(onHost(services, { 'upload-artifact': 'false' })));
    services.fail('CreateArtifact', 400, 99);
    const failed = await runAction(onHost(services, { feature: 'kinds', flake: '#chain', 'base-image': 'none' }));
    assert.equal(failed.code, 1);
    assert.match(failed.annotations.find(({ level }) => level === 'error')?.message ?? '', /The artifact "feature-kinds-\w+" can't be uploaded/);
  });
});

test('a mistake is one annotation, in the summary too, and the job fails', async () => {
  await withServices(async (services) => {
    const failed = await runActionHere(onHost(services, { compression: 'gzp' }));
    assert.equal(failed.code, 1);
    const errors = failed.annotations.filter(({ level }) => level === 'error');
    assert.equal(errors.length, 1);
    assert.match(errors[0]?.message ?? '', /compression: "gzp" is not one of/);
    assert.match(failed.summary, /compression: "gzp" is not one of/);
    assert.deepEqual(failed.outputs, {});
    assert.doesNotMatch(failed.log, /^\s+at .*:\d+:\d+/m);
  });
});

test('a build that fails shows the end of its log in a group, and what failed in the summary', async () => {
  await withServices(async (services) => {
    const failed = await runActionHere(onHost(services, { feature: 'kinds', flake: '#failing', 'base-image': 'none' }));
    assert.equal(failed.code, 1);
    assert.match(failed.annotations.find(({ level }) => level === 'error')?.message ?? '', /^The build of failing on the host failed/);
    assert.match(failed.summary, /failing: this is the reason/);
    assert.match(failed.stdout, /::group::The end of the log[\s\S]*failing: this is the reason[\s\S]*::endgroup::/);
  });
});

test('a warning is at the line of the file that it is about', async () => {
  await withServices(async (services) => {
    const result = succeeded(await runActionHere(onHost(services, { feature: 'kinds', flake: '#hello', 'base-image': 'none', 'upload-artifact': 'false' })));
    const warnings = result.annotations.filter(({ level }) => level === 'warning');
    // What is missing is at the folder, everything else at a line of a file in it.
    for (const { file } of warnings) assert.match(file ?? '', /^kinds(?:\/|$)/);
    assert.ok(warnings.some(({ file, line }) => file === 'kinds/devcontainer-feature.json' && line !== undefined));
  });
});

const image = await bedrockImage(rig.docker, { arch, paths: [], database: false });

function slowInContainer(services: GitHubServices): Step {
  return onHost(services, {
    feature: 'kinds',
    flake: '#slow',
    'base-image': `daemon:${image}`,
    'build-in': 'container',
    'container-engine': 'docker',
    'container-options': LABEL,
    'nix-config': 'substituters =',
  });
}

test('a cancelled job ends soon, says so, and leaves no container', async () => {
  await withServices(async (services) => {
    const step = await startAction(slowInContainer(services));
    await step.saw("building '/nix/store/");
    const before = performance.now();
    step.signal('SIGINT');
    const result = await step.done;
    assert.ok(performance.now() - before < 7500, 'the runner would have sent SIGTERM');
    assert.equal(result.code, 1);
    assert.match(result.annotations.find(({ level }) => level === 'error')?.message ?? '', /Stopped by SIGINT/);
    assert.match(result.summary, /Stopped by SIGINT/);
    assert.deepEqual(await containersLeft(rig.docker), []);
  });
});

test('after a job that was killed, the post step removes its container', async () => {
  await withServices(async (services) => {
    const step = slowInContainer(services);
    const main = await startAction(step);
    await main.saw("building '/nix/store/");
    main.signal('SIGKILL');
    const killed = await main.done;
    assert.equal(killed.signal, 'SIGKILL');
    const [left] = await containersLeft(rig.docker);
    assert.ok(left !== undefined);
    const post = succeeded(await runPost(step, killed));
    assert.match(post.log, new RegExp(`The container ${left} is gone`));
    assert.deepEqual(await containersLeft(rig.docker), []);
    assert.equal(succeeded(await runPost(step, killed)).code, 0, 'once more does no harm');
    assert.doesNotMatch(await engine(rig.docker, 'ps', '--all', '--format', '{{.Names}}'), new RegExp(left));
  });
});
