import assert from 'node:assert/strict';
import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { test } from '@jest/globals';
import { afterTest } from '../jest/after-test.ts';
import { EVERYTHING } from '../jest/everything.ts';
import { attempt, run, type Env } from '../rig/command.ts';
import { POOR_TOKEN, REST_TOKEN, startGitHubServices, type GitHubServices } from '../rig/github-services.ts';
import { pushLayout, writeImageLayout } from '../rig/image-layout.ts';
import { theRig } from '../rig/rig.ts';
import { runAction, runActionHere } from '../rig/runner.ts';
import { WorkflowSimulation, type Place, type ReadyStep, type StepOutcome } from '../rig/workflow-simulation.ts';
import { MACHINE, scratchFolder } from './nix-feature.ts';
import { ownNamespace, Reader, writeSmallFeature } from './publishing.ts';

/* The reusable workflows, step by step, with jobs that fail at each place, and second attempts. */
const rig = await theRig();
const registry = rig.registries.token;
const { username, password } = registry.credentials ?? { username: '', password: '' };
const reader = new Reader(registry);
const scratch = await scratchFolder();
const workspace = path.join(scratch, 'workspace');
await writeSmallFeature(path.join(workspace, 'tool'), 'tool', '1.2.3');
await run(['git', 'init', '-q', workspace]);

/** The tags that a release of these platforms has. */
function tagsOf(arches: readonly string[]): string[] {
  return ['1', '1.2', '1.2.3', ...arches.map((arch) => `1.2.3_${arch}`), 'latest', ...arches.map((arch) => `latest-${arch}`)];
}
const BOTH = ['amd64', 'arm64'];
/** For what does not depend on how many platforms there are. */
const ONE: Scenario = { inputs: { arches: '["amd64"]' } };

interface Scenario {
  readonly file?: string;
  readonly inputs?: Readonly<Record<string, unknown>>;
  readonly event?: Env;
  /** `github.token` of its jobs. */
  readonly token?: string;
  /** Starts the actions, or runs them in this process, where the toolkit keeps the first address of the REST API. */
  readonly act?: typeof runAction;
  /** What happens in the world before a step. */
  readonly before?: (step: ReadyStep) => Promise<void>;
}

/** A run of a workflow on GitHub, with all that it leaves. */
class SimulatedRun {
  readonly namespace: string;
  readonly arches: readonly string[];
  readonly simulation: WorkflowSimulation;
  /** The digests that were attested, in order. */
  readonly attested: string[] = [];
  /** What was said by the steps of the last attempt. */
  log = '';
  readonly #services: GitHubServices;
  readonly #event: Env;
  readonly #token: string;
  readonly #before: (step: ReadyStep) => Promise<void>;
  readonly #act: typeof runAction;

  private constructor(services: GitHubServices, name: string, { file = 'publish-feature', inputs = {}, event = {}, token = REST_TOKEN, before = async () => undefined, act = runActionHere }: Scenario) {
    this.namespace = ownNamespace(`attempts/${name}`);
    this.arches = BOTH.filter((arch) => typeof inputs['arches'] !== 'string' || inputs['arches'].includes(arch));
    this.#services = services;
    this.#event = event;
    this.#token = token;
    this.#before = before;
    this.#act = act;
    this.simulation = new WorkflowSimulation({
      file: `.github/workflows/${file}.yml`,
      inputs: { 'base-image': 'none', 'build-in': 'host', test: 'false', registry: registry.host, namespace: this.namespace, username, feature: 'tool', ...inputs },
      secrets: { password },
      github: { event_name: 'push', event: { repository: { private: false, owner: { type: 'Organization' } } } },
      perform: (step) => this.#perform(step),
    });
  }

  static async start(name: string, scenario: Scenario = {}): Promise<SimulatedRun> {
    const services = await startGitHubServices({ fallingIds: true });
    afterTest(() => services.stop());
    return new SimulatedRun(services, name, scenario);
  }

  async first(breaking?: Place): Promise<void> {
    await this.simulation.run('all', breaking);
  }

  async again(jobs: 'all' | 'failed', breaking?: Place): Promise<void> {
    this.#services.rerun(jobs);
    this.log = '';
    await this.simulation.run(jobs, breaking);
  }

  services(): GitHubServices {
    return this.#services;
  }

  async #perform(step: ReadyStep): Promise<StepOutcome> {
    await this.#before(step);
    const [, own] = /^\.\/\.nix-feature-action(.*)$/.exec(step.uses) ?? [];
    if (own !== undefined) return this.#action(`.${own}`, step);
    if (step.uses.startsWith('actions/attest@')) {
      const digest = step.with['subject-digest'] ?? '';
      this.attested.push(digest);
      this.#services.attest(digest);
    }
    if (step.run === '') return { ok: true };
    const { code, stdout, stderr } = await attempt(['bash', '-eo', 'pipefail', '-c', step.run], { cwd: workspace, env: { ...process.env, ...MACHINE, ...step.env } });
    this.log += stdout + stderr;
    return { ok: code === 0 };
  }

  async #action(action: string, step: ReadyStep): Promise<StepOutcome> {
    const temporary = await mkdtemp(path.join(scratch, 'temp-'));
    await mkdir(temporary, { recursive: true });
    const env = { ...MACHINE, ...this.#services.job(), ...this.#event, RUNNER_TEMP: temporary, TMPDIR: temporary };
    const { code, outputs, log } = await this.#act({ action, workspace, inputs: step.with, token: this.#token, env });
    this.log += log;
    return { ok: code === 0, outputs };
  }
}

/** Each test's run ended well: published once, attested once, the tags right. */
async function endedWell({ simulation, namespace, arches, attested, log }: SimulatedRun): Promise<void> {
  // Where a plan finds nothing to do, the other jobs are skipped.
  assert.deepEqual(Object.entries(simulation.results).filter(([, result]) => result === 'failure'), [], log);
  assert.equal(simulation.results['gate'], 'success');
  assert.deepEqual(await reader.tags(`${namespace}/tool`), tagsOf(arches));
  const digest = await reader.digest(`${namespace}/tool`, '1.2.3');
  assert.equal(await reader.digest(`${namespace}/tool`, 'latest'), digest);
  assert.deepEqual(attested, [digest], 'attested once');
}

function at(job: string, uses: RegExp, arch?: string): Place['at'] {
  return (step) => step.job === job && uses.test(step.uses) && (arch === undefined || step.leg['arch'] === arch);
}

const OWN = /^\.\/\.nix-feature-action/;
type FailingPlace = readonly [Place['when'], string, Place['at'], Scenario];
/** Tests below begin with what the first of them leaves; the second leaves what the step that publishes does. */
const MORE_PLACES: readonly FailingPlace[] = [
  ['before', 'the step that publishes', at('publish', OWN), ONE],
  ['before', 'the attestation', at('publish', /^actions\/attest/), ONE],
];
const PLACES: readonly FailingPlace[] = [
  ['before', 'the build for amd64', at('build', OWN, 'amd64'), {}],
  ['after', 'the build for arm64', at('build', OWN, 'arm64'), {}],
  ['after', 'the step that publishes', at('publish', OWN), ONE],
  ['after', 'the attestation', at('publish', /^actions\/attest/), ONE],
  ...(EVERYTHING ? MORE_PLACES : []),
];

for (const [when, name, place, scenario] of PLACES) {
  test(`what fails ${when} ${name} is made up by the failed jobs alone: published once, attested once`, async () => {
    const workflow = await SimulatedRun.start(`${name}-${when}`.replaceAll(' ', '-'), scenario);
    await workflow.first({ when, at: place });
    assert.equal(workflow.simulation.results['gate'], 'failure');
    await workflow.again('failed');
    await endedWell(workflow);
  });
}

test('all jobs again, after an attestation that failed, attest what was published before', async () => {
  const workflow = await SimulatedRun.start('all-again', ONE);
  await workflow.first({ when: 'before', at: at('publish', /^actions\/attest/) });
  assert.match(workflow.log, /It is published, and not attested/);
  await workflow.again('all');
  await endedWell(workflow);
  await workflow.again('all');
  await endedWell(workflow);
});

test('a full second attempt publishes what it has built, not what the first one left', async () => {
  const workflow = await SimulatedRun.start('full', ONE);
  await workflow.first({ when: 'before', at: at('publish', OWN) });
  await writeSmallFeature(path.join(workspace, 'tool'), 'tool', '1.2.3', 'anew');
  afterTest(() => writeSmallFeature(path.join(workspace, 'tool'), 'tool', '1.2.3'));
  await workflow.again('all');
  await endedWell(workflow);
  assert.match(workflow.log, /feature-tool-amd64-attempt-2/);
});

test('an artifact that has expired before the failed job is run again says so, and that all jobs must be', async () => {
  const workflow = await SimulatedRun.start('expired', ONE);
  await workflow.first({ when: 'before', at: at('publish', OWN) });
  workflow.services().setArtifact('feature-tool-amd64', 'expired');
  await workflow.again('failed');
  assert.equal(workflow.simulation.results['publish'], 'failure');
  assert.match(workflow.log, /feature-tool-amd64 has expired.*"Re-run all jobs"/s);
  await workflow.again('all');
  await endedWell(workflow);
});

for (const [token, rights] of [[REST_TOKEN, 'with actions: read'], [POOR_TOKEN, 'without']] as const) {
  test(`an artifact of the first attempt that GitHub lists and does not find is fetched another way, or all jobs must be run again (${rights})`, async () => {
    const workflow = await SimulatedRun.start(`lost-${rights}`.replaceAll(/[: ]+/g, '-'), { ...ONE, token, act: runAction });
    await workflow.first({ when: 'before', at: at('publish', OWN) });
    workflow.services().setArtifact('feature-tool-amd64', 'lost');
    await workflow.again('failed');
    if (token === POOR_TOKEN) {
      assert.equal(workflow.simulation.results['gate'], 'failure');
      assert.match(workflow.log, /feature-tool-amd64.* can't be downloaded.*"Re-run all jobs"/s);
      assert.deepEqual(await reader.tags(`${workflow.namespace}/tool`), []);
      await workflow.again('all');
    }
    await endedWell(workflow);
  });
}

test('an event that may not publish goes through all jobs, builds, and publishes and attests nothing', async () => {
  const workflow = await SimulatedRun.start('event', { ...ONE, event: { GITHUB_EVENT_NAME: 'issues' } });
  await workflow.first();
  assert.deepEqual(new Set(Object.values(workflow.simulation.results)), new Set(['success']));
  assert.deepEqual(await reader.tags(`${workflow.namespace}/tool`), []);
  assert.deepEqual(workflow.attested, []);
});

const MANY: Scenario = { file: 'publish-features', inputs: { features: 'tool' } };
const ONE_OF_MANY: Scenario = { ...MANY, inputs: { ...MANY.inputs, arches: 'amd64' } };
type FailingPlaceOfMany = readonly [string, Place, 'failed' | 'all', Scenario];
/** It leaves what an attestation leaves that never began. */
const AFTER_PUBLISHING: FailingPlaceOfMany = ['publishing', { when: 'after', at: at('publish', OWN) }, 'all', ONE_OF_MANY];
const OF_MANY: readonly FailingPlaceOfMany[] = [
  ['the plan', { when: 'after', at: at('plan', OWN) }, 'failed', ONE_OF_MANY],
  ['a build', { when: 'before', at: at('build', OWN, 'arm64') }, 'failed', MANY],
  // Its artifact is there already, so that the first attempt has published it.
  ['the end of a build', { when: 'after', at: at('build', OWN, 'arm64') }, 'all', MANY],
  ['the attestation', { when: 'before', at: at('publish', /^actions\/attest/) }, 'failed', ONE_OF_MANY],
  ['the attestation', { when: 'before', at: at('publish', /^actions\/attest/) }, 'all', ONE_OF_MANY],
  ...(EVERYTHING ? [AFTER_PUBLISHING] : []),
];

for (const [name, place, jobs, scenario] of OF_MANY) {
  test(`in a repository of many Features, what fails at ${name} is made up by ${jobs === 'all' ? 'all jobs' : 'the failed jobs'} again`, async () => {
    const workflow = await SimulatedRun.start(`many-${name}-${jobs}`.replaceAll(' ', '-'), scenario);
    await workflow.first(place);
    assert.equal(workflow.simulation.results['gate'], 'failure');
    await workflow.again(jobs);
    await endedWell(workflow);
  });
}

test('of two Features, one whose build fails keeps the other from nothing, and is published by the second attempt', async () => {
  await writeSmallFeature(path.join(workspace, 'other'), 'other', '2.0.0');
  const workflow = await SimulatedRun.start('two', { file: 'publish-features', inputs: { features: 'tool\nother', arches: 'amd64' } });
  const digests = () => Promise.all(['tool:1.2.3', 'other:2.0.0'].map((name) => reader.digest(`${workflow.namespace}/${name.split(':')[0]}`, name.split(':')[1] ?? '')));
  await workflow.first({ when: 'before', at: (step) => step.job === 'build' && OWN.test(step.uses) && step.leg['id'] === 'other' });
  const [tool, missing] = await digests();
  assert.equal(missing, undefined);
  assert.deepEqual(workflow.attested, [tool]);
  assert.match(workflow.log, /no artifact of the Feature "other"/);
  await workflow.again('failed');
  assert.equal(workflow.simulation.results['gate'], 'success', workflow.log);
  const [same, other] = await digests();
  assert.equal(same, tool);
  assert.deepEqual(workflow.attested, [tool, other]);
});

test('a base whose tag is pushed between two jobs is for both the one that the plan was made for', async () => {
  const push = async (content: string): Promise<void> => {
    const root = path.join(scratch, `base-${content}`);
    await mkdir(path.join(root, 'etc'), { recursive: true });
    await writeFile(path.join(root, 'etc/motd'), content);
    const layout = await writeImageLayout(`${root}-layout`, (['amd64', 'arm64'] as const).map((arch) => ({ arch, layers: [{ folder: root }] })));
    await pushLayout(layout, `${rig.registries.none.host}/attempts/moving:1`);
  };
  await push('old');
  let pushed = false;
  const workflow = await SimulatedRun.start('moving', {
    ...MANY,
    inputs: { ...MANY.inputs, 'base-image': `${rig.registries.none.host}/attempts/moving:1` },
    before: async (step) => {
      if (pushed || step.job !== 'build' || step.leg['arch'] !== 'arm64' || !OWN.test(step.uses)) return;
      pushed = true;
      await push('new');
    },
  });
  await workflow.first();
  assert.ok(pushed);
  await endedWell(workflow);
});
