import assert from 'node:assert/strict';
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { test } from '@jest/globals';
import { afterTest } from '../jest/after-test.ts';
import { Attempts, SHAPES, type Shape } from '../rig/attempts.ts';
import type { Env } from '../rig/command.ts';
import { startGitHubServices, type GitHubServices } from '../rig/github-services.ts';
import { theRig } from '../rig/rig.ts';
import { runAction, runActionHere, type StepResult } from '../rig/runner.ts';
import { MACHINE, scratchFolder } from './nix-feature.ts';
import { ownNamespace, Reader, writeSmallFeature } from './publishing.ts';

/* Jobs that build and a job that publishes, as the runner runs them, and GitHub's services a fake; once out of dist. */
const rig = await theRig();
const registry = rig.registries.token;
const { username, password } = registry.credentials ?? { username: '', password: '' };
const reader = new Reader(registry);
const scratch = await scratchFolder();
const workspace = path.join(scratch, 'workspace');
await writeSmallFeature(path.join(workspace, 'tool'), 'tool', '1.2.3');

/** A run of a workflow: its artifacts, and a folder for temporary files. */
class WorkflowRun {
  readonly namespace: string;
  readonly #services: GitHubServices;
  readonly #attempts: Attempts;
  readonly #temporary: string;
  readonly #act: typeof runAction;

  private constructor(namespace: string, services: GitHubServices, { shape, temporary, act }: { readonly shape: Shape; readonly temporary: string; readonly act: typeof runAction }) {
    this.namespace = namespace;
    this.#services = services;
    this.#attempts = new Attempts(services, shape);
    this.#temporary = temporary;
    this.#act = act;
  }

  /** @param act starts the actions, or runs them in this process */
  static async start(name: string, shape: Shape = 'first attempt', act = runActionHere): Promise<WorkflowRun> {
    const services = await startGitHubServices({ fallingIds: true });
    afterTest(() => services.stop());
    const own = `${name}-${shape}`.replaceAll(' ', '-');
    const temporary = path.join(scratch, `temp-${own}`);
    await mkdir(temporary);
    const run = new WorkflowRun(ownNamespace(`publish-action/${own}`), services, { shape, temporary, act });
    if (shape === 'all again') await run.#leaveArtifact();
    return run;
  }

  build(inputs: Readonly<Record<string, string>>, env: Env = {}): Promise<StepResult> {
    return this.#step('.', inputsOfBuild(inputs), { ...this.#attempts.job('build'), ...env });
  }

  publish(inputs: Readonly<Record<string, string>> = {}, env: Env = {}): Promise<StepResult> {
    return this.#step('publish', inputs, { ...this.#attempts.job('publish'), ...env });
  }

  artifacts(): readonly { readonly name: string; readonly attempt: number }[] {
    return this.#services.artifacts();
  }

  /** What a full second attempt must not take: the first one has built another thing under the same name. */
  async #leaveArtifact(): Promise<void> {
    await writeSmallFeature(path.join(workspace, 'first', 'tool'), 'tool', '1.2.3', 'of the first attempt');
    succeeded(await this.#step('.', inputsOfBuild({ feature: 'first/tool', arches: 'amd64' }), this.#services.env));
    await rm(path.join(workspace, 'first'), { recursive: true });
  }

  async leftovers(): Promise<string[]> {
    return (await readdir(this.#temporary)).filter((name) => /publish|artifacts/.test(name));
  }

  #step(action: string, inputs: Readonly<Record<string, string>>, env: Env): Promise<StepResult> {
    return this.#act({
      action,
      workspace,
      inputs: { registry: registry.host, namespace: this.namespace, username, password, ...inputs },
      env: { ...MACHINE, RUNNER_TEMP: this.#temporary, TMPDIR: this.#temporary, ...env },
    });
  }
}

function inputsOfBuild(inputs: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return { feature: 'tool', 'base-image': 'none', 'build-in': 'host', test: 'false', ...inputs };
}

function succeeded(result: StepResult): StepResult {
  assert.equal(result.code, 0, result.log);
  assert.ok(!result.log.includes(password), 'the password is in the log');
  return result;
}

/** What is there when the job that publishes begins. */
const ARTIFACTS: Readonly<Record<Shape, readonly string[]>> = {
  'first attempt': ['feature-tool-amd64 of 1', 'feature-tool-arm64 of 1'],
  'all again': ['feature-tool-amd64 of 1', 'feature-tool-amd64-attempt-2 of 2', 'feature-tool-arm64-attempt-2 of 2'],
  'publish alone': ['feature-tool-amd64 of 1', 'feature-tool-arm64 of 1'],
  'one platform again': ['feature-tool-amd64 of 1', 'feature-tool-arm64-attempt-2 of 2'],
};

for (const shape of SHAPES) test(`jobs of a matrix push their layers and hand on the rest; the last one publishes without moving a layer (${shape})`, async () => {
  const workflow = await WorkflowRun.start('matrix', shape, shape === 'first attempt' ? runAction : runActionHere);
  for (const arches of ['amd64', 'arm64']) {
    const job = await workflow.build({ arches, push: 'layers', delivery: 'layers' });
    assert.equal(succeeded(job).outputs['tags'], '');
    assert.notEqual(job.outputs['uploaded-bytes'], '0');
    assert.match(job.summary, /without a tag/);
  }
  assert.deepEqual(workflow.artifacts().map(({ name, attempt }) => `${name} of ${attempt}`), ARTIFACTS[shape]);
  assert.deepEqual(await reader.tags(`${workflow.namespace}/tool`), []);

  const { outputs, summary } = succeeded(await workflow.publish({ arches: 'amd64,arm64' }));
  assert.equal(outputs['subject-name'], `${registry.host}/${workflow.namespace}/tool`);
  assert.equal(outputs['subject-digest'], outputs['digest']);
  assert.equal(await reader.digest(`${workflow.namespace}/tool`, '1'), outputs['digest']);
  assert.deepEqual(outputs['tags']?.split('\n').sort(), ['1', '1.2', '1.2.3', '1.2.3_amd64', '1.2.3_arm64', 'latest', 'latest-amd64', 'latest-arm64']);
  assert.equal(outputs['up-to-date'], 'false');
  const { platforms } = JSON.parse(outputs['json'] ?? '') as { platforms: { uploadedBytes: number }[] };
  assert.deepEqual(platforms.map(({ uploadedBytes }) => uploadedBytes), [0, 0]);
  assert.ok(summary.includes(`"${registry.host}/${workflow.namespace}/tool:1": {}`), summary);
  assert.deepEqual(await workflow.leftovers(), []);

  const again = succeeded(await workflow.publish());
  assert.deepEqual([again.outputs['up-to-date'], again.outputs['uploaded-bytes'], again.outputs['digest']], ['true', '0', outputs['digest']]);
});

test('an unchanged release is known, and the next one says what changed', async () => {
  const workflow = await WorkflowRun.start('unchanged');
  const first = succeeded(await workflow.build({ push: 'true' }));
  assert.equal(first.outputs['up-to-date'], 'false');
  const again = succeeded(await workflow.build({ push: 'true' }));
  const { outputs, summary } = again;
  assert.deepEqual(['up-to-date', 'uploaded-bytes', 'layout', 'artifact-id'].map((name) => outputs[name]), ['true', '0', '', '']);
  for (const name of ['digest', 'store-path', 'closure-paths', 'layers', 'subject-digest']) assert.equal(outputs[name], first.outputs[name], name);
  assert.match(summary, /^## tool 1\.2\.3 \(\w+\): Up to date\n/);
  assert.match(summary, /Published before, with the same content/);
  assert.equal(workflow.artifacts().length, 1);

  await writeSmallFeature(path.join(workspace, 'next', 'tool'), 'tool', '1.3.0', 'goodbye');
  const next = succeeded(await workflow.build({ push: 'layers', feature: 'next/tool', 'upload-artifact': 'false' }));
  assert.match(next.summary, /since 1\.2\.3/);
  await rm(path.join(workspace, 'next'), { recursive: true });
});

for (const shape of ['first attempt', 'one platform again'] as const) test(`jobs that push nothing hand on everything, and the Feature is embedded where it is small (${shape})`, async () => {
  const workflow = await WorkflowRun.start('plain', shape);
  for (const arches of ['amd64', 'arm64']) succeeded(await workflow.build({ arches }, { GITHUB_SERVER_URL: 'https://github.com', GITHUB_SHA: 'abcdef' }));
  const { outputs } = succeeded(await workflow.publish({ arches: 'amd64 arm64' }));
  const { annotations } = await reader.manifest(`${workflow.namespace}/tool`, outputs['digest'] ?? '');
  assert.equal(annotations?.['org.opencontainers.image.source'], 'https://github.com/octo-org/octo-repo');
  assert.equal(annotations['org.opencontainers.image.revision'], 'abcdef');
  assert.equal(annotations['org.opencontainers.image.version'], '1.2.3');
});

for (const shape of ['first attempt', 'publish alone'] as const) test(`layers that were pushed are fetched where the Feature embeds them (${shape})`, async () => {
  const workflow = await WorkflowRun.start('embed', shape);
  succeeded(await workflow.build({ arches: 'amd64', push: 'layers', delivery: 'embed' }));
  const { outputs } = succeeded(await workflow.publish());
  const [tar, layer] = (await reader.manifest(`${workflow.namespace}/tool`, outputs['digest'] ?? '')).layers;
  assert.ok((tar?.size ?? 0) > (layer?.size ?? 0));
});

for (const shape of ['first attempt', 'all again'] as const) test(`a platform whose job failed keeps all tags as they are (${shape})`, async () => {
  const workflow = await WorkflowRun.start('missing', shape);
  succeeded(await workflow.build({ arches: 'amd64', push: 'layers' }));
  const { code, annotations, summary } = await workflow.publish({ arches: 'amd64,arm64' });
  assert.equal(code, 1);
  assert.match(annotations.map(({ message }) => message).join(), /tool 1\.2\.3 is not published: arm64 is missing/);
  assert.match(summary, /arm64 is missing/);
  assert.deepEqual(await reader.tags(`${workflow.namespace}/tool`), []);
  assert.deepEqual(await workflow.leftovers(), []);
});

function onTag(name: string): Env {
  return { GITHUB_REF_TYPE: 'tag', GITHUB_REF: `refs/tags/${name}`, GITHUB_REF_NAME: name };
}

test('a git tag has to say what the metadata says', async () => {
  const workflow = await WorkflowRun.start('tagged');
  const wrong = await workflow.build({ push: 'true' }, onTag('tool-v1.2.4'));
  assert.equal(wrong.code, 1);
  assert.match(wrong.log, /The git tag tool-v1\.2\.4 says version 1\.2\.4, and devcontainer-feature\.json of tool says 1\.2\.3/);
  assert.deepEqual(await reader.tags(`${workflow.namespace}/tool`), []);
  succeeded(await workflow.build({ push: 'true' }, onTag('tool/v1.2.3')));
  assert.equal((await reader.tags(`${workflow.namespace}/tool`)).length, 6);
});

test('a pull request from a fork is built, told so, and publishes nothing', async () => {
  const workflow = await WorkflowRun.start('fork');
  const event = path.join(scratch, 'event.json');
  await writeFile(event, JSON.stringify({ pull_request: { head: { repo: { full_name: 'them/octo-repo' } } } }));
  const env = { GITHUB_EVENT_NAME: 'pull_request', GITHUB_EVENT_PATH: event };
  const built = succeeded(await workflow.build({ push: 'true', username: '', password: '' }, env));
  assert.deepEqual(built.annotations.filter(({ level }) => level === 'notice').map(({ message }) => message), [
    'Nothing is published: this is a pull request from a fork (them/octo-repo), and changes from forks are never published. The Feature is still built.',
  ]);
  const published = succeeded(await workflow.publish({ username: '', password: '' }, env));
  assert.match(published.annotations.map(({ message }) => message).join(), /Nothing is published/);
  assert.deepEqual(await reader.tags(`${workflow.namespace}/tool`), []);
});

test('a run without artifacts says which jobs have to come before', async () => {
  const workflow = await WorkflowRun.start('nothing');
  const { code, log } = await workflow.publish();
  assert.equal(code, 1);
  assert.match(log, /no artifact of a Feature; it has no artifact at all/);
});
