import assert from 'node:assert/strict';
import { test } from '@jest/globals';
import { attempt } from './command.ts';
import { evaluate, interpolate, isWanted } from './expressions.ts';
import { WorkflowSimulation, type Place, type ReadyStep } from './workflow-simulation.ts';

const CONTEXTS = { inputs: { on: true, count: 7, empty: '' }, needs: { a: { result: 'success' }, b: { result: 'failure' } } };

test("expressions are GitHub's, and one alone keeps its type", () => {
  assert.equal(evaluate("inputs.on && 'x' || 'y'", CONTEXTS), 'x');
  assert.equal(interpolate('${{ inputs.count }}', CONTEXTS), 7);
  assert.equal(interpolate('n=${{ inputs.count }} ${{ inputs.on }}', CONTEXTS), 'n=7 true');
  assert.equal(interpolate("${{ join(needs.*.result, ' ') }}", CONTEXTS), 'success failure');
});

test('without a status function a condition holds only where all went well', () => {
  const bad = { success: false, failure: true, cancelled: false };
  for (const [condition, expected] of [[undefined, false], ['inputs.on', false], ['always()', true], ['failure() && inputs.on', true], ['${{ !cancelled() }}', true], ["inputs.empty == ''", false]] as const) {
    assert.equal(isWanted(condition, CONTEXTS, bad), expected, condition);
  }
});

const FILE = '.github/workflows/publish-feature.yml';

/** A run of the workflow in which every step goes well unless it breaks. */
async function attempts(...breaking: readonly (Place | undefined)[]): Promise<{ simulation: WorkflowSimulation; done: string[][] }> {
  const done: string[][] = [];
  const perform = async (step: ReadyStep) => {
    done.at(-1)?.push(`${step.job} ${JSON.stringify(step.leg)} ${step.uses || 'run'}`);
    if (step.job === 'gate') return { ok: (await attempt(['sh', '-c', step.run], { env: { ...process.env, ...step.env } })).code === 0 };
    return { ok: true, outputs: { 'feature-id': 'tool', 'subject-digest': 'sha256:0' } };
  };
  const simulation = new WorkflowSimulation({ file: FILE, inputs: { feature: 'tool', 'base-image': 'none' }, secrets: {}, github: { event: {} }, perform });
  for (const [index, place] of breaking.entries()) {
    done.push([]);
    await simulation.run(index === 0 ? 'all' : 'failed', place);
  }
  return { simulation, done };
}

const breakAt = (job: string, arch?: string): Place => ({ when: 'before', at: (step) => step.job === job && step.leg['arch'] === arch && step.uses.startsWith('./') });

test('a job that fails lets those that need it be skipped, and the gate fail', async () => {
  const { simulation } = await attempts(breakAt('build', 'arm64'));
  assert.deepEqual(simulation.results, { 'build amd64': 'success', 'build arm64': 'failure', publish: 'skipped', gate: 'failure' });
});

test('of a second attempt only what failed, and what needs it, is run again', async () => {
  const { simulation, done } = await attempts(breakAt('build', 'arm64'), undefined);
  assert.deepEqual(new Set(Object.values(simulation.results)), new Set(['success']));
  assert.ok(done[1]?.every((step) => !step.startsWith('build {"arch":"amd64"}')), done[1]?.join('\n'));
  assert.ok(done[1]?.some((step) => step.startsWith('publish')));
  const { done: alone } = await attempts(breakAt('publish'), undefined);
  assert.ok(alone[1]?.every((step) => !step.startsWith('build')));
});
