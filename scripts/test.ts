/**
 *   node_modules/.bin/node scripts/test.ts [--all]         every check, then every test
 *   node_modules/.bin/node scripts/test.ts fast            every check, the unit tests and a few end-to-end tests
 *   node_modules/.bin/node scripts/test.ts checks          only the checks
 *   node_modules/.bin/node scripts/test.ts unit [FILE...]  the unit tests, or some of their files
 *   node_modules/.bin/node scripts/test.ts e2e [WHICH...]  the end-to-end tests, or some: files, or how their names begin
 *   node_modules/.bin/node scripts/test.ts e2e --all [WHICH...]  the same, with every state and combination, not a sample
 *   node_modules/.bin/node scripts/test.ts up              start the rig and keep it, until Ctrl-C; other runs join it
 *
 * The first two need scripts/setup.sh code, and do the rest of the set-up while the checks run; the others need
 * scripts/setup.sh test. The last line is `N passed, N failed`; before it stands what failed, and before that where the time went.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, globSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import path from 'node:path';
import { COMPILED } from '../__tests__/jest/compiled.ts';
import { machineSeconds } from '../__tests__/jest/processor.ts';
import { both, lastLines, NOTHING, type Summary } from '../__tests__/jest/summary.ts';
import { isRoot, rootCommand, runAsRoot } from '../__tests__/rig/as-root.ts';
import { PROJECT, RIG, searchPath } from '../__tests__/rig/paths.ts';
import { HOME, startRig } from '../__tests__/rig/rig.ts';

// A file of its own for each run, which a part that runs again under sudo is told; two runs at once must not mix.
const SUMMARY = (process.env['NIX_FEATURE_TEST_SUMMARY'] ??= path.join(RIG, `log/summary-${process.pid}.json`));
/** What a change breaks first, and each in a minute or two. */
const FAST = ['examples', 'build-action', 'publish-action', 'install-nix'];
const BIN = path.join(PROJECT, 'node_modules/.bin');
/** Tests wait for servers, engines and the disk now and then: two files more than there are processors keep these busy. */
const WORKERS = Math.min(6, availableParallelism() + 2);
const interrupted = new AbortController();
/** Seconds that each part of the run took. */
const parts: { readonly name: string; readonly seconds: number }[] = [];

const BUILD = 'build of dist';

interface Check {
  readonly name: string;
  readonly argv: readonly string[];
  readonly hint?: string;
}

const CHECKS: readonly Check[] = [
  { name: 'types', argv: [`${BIN}/tsc`, '--noEmit', '-p', 'tsconfig.json'] },
  { name: 'lint', argv: [`${BIN}/oxlint`, '--type-aware', '--deny-warnings', '--format=unix'] },
  { name: BUILD, argv: [process.execPath, 'scripts/build-dist.ts'] },
  {
    name: 'dist is committed as built',
    // Not only a difference: a file that git does not know yet is one too.
    argv: ['sh', '-c', 'git diff --exit-code --stat -- dist && ! git ls-files --others --exclude-standard -- dist | grep .'],
    hint: 'dist is not what src builds: run `npm run build` and commit dist.',
  },
  {
    name: 'generated documentation',
    argv: [process.execPath, 'scripts/docs.ts', '--check'],
    hint: 'run `node scripts/docs.ts` and commit what it writes.',
  },
];

/** Lets git read a checkout that belongs to somebody else, as in containers of CI systems. */
const ANY_OWNER = { GIT_CONFIG_COUNT: '1', GIT_CONFIG_KEY_0: 'safe.directory', GIT_CONFIG_VALUE_0: '*' };

interface Ended {
  /** 1 if a signal ended it or it could not be run. */
  readonly code: number;
  readonly output: string;
}

/** Runs a command; shows its output, and keeps it if `keep` says so. */
function spawned(argv: readonly string[], { env = process.env, keep = false }: { readonly env?: NodeJS.ProcessEnv; readonly keep?: boolean } = {}): Promise<Ended> {
  const [program = '', ...args] = argv;
  return new Promise((resolve) => {
    let output = '';
    const child = spawn(program, args, { cwd: PROJECT, env, stdio: ['inherit', keep ? 'pipe' : 'inherit', keep ? 'pipe' : 'inherit'] });
    for (const [from, to] of [[child.stdout, process.stdout], [child.stderr, process.stderr]] as const) {
      from?.setEncoding('utf8').on('data', (text: string) => {
        to.write(text);
        output += text;
      });
    }
    const stop = (): void => {
      child.kill('SIGTERM');
    };
    interrupted.signal.addEventListener('abort', stop);
    child.on('error', (error) => {
      say(`${program}: ${error.message}`);
      resolve({ code: 1, output: error.message });
    });
    child.on('close', (code) => {
      interrupted.signal.removeEventListener('abort', stop);
      resolve({ code: code ?? 1, output });
    });
  });
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

async function phase<T>(name: string, work: () => Promise<T>): Promise<T> {
  const start = performance.now();
  try {
    return await work();
  } finally {
    say(`── ${name}: ${((performance.now() - start) / 1000).toFixed(1)} s`);
  }
}

/** A part that the last lines tell. */
async function part<T>(name: string, work: () => Promise<T>): Promise<T> {
  const start = performance.now();
  try {
    return await work();
  } finally {
    parts.push({ name, seconds: (performance.now() - start) / 1000 });
  }
}

/** What the machine computed counts all its programs: it is the run's own on a machine that does nothing else. */
function whereTheTimeWent(start: { readonly now: number; readonly machine: number }): string {
  const told = parts.map(({ name, seconds }) => `${name} ${seconds.toFixed(0)} s`).join(', ');
  return `── ${told}; in all ${((performance.now() - start.now) / 1000).toFixed(0)} s, in which the machine computed ${(machineSeconds() - start.machine).toFixed(0)} s`;
}

/** Those of dist and of the documentation one after the other, and beside them the others: so both processors have work. */
async function runChecks(): Promise<Summary> {
  const begin = CHECKS.findIndex(({ name }) => name === BUILD);
  const [others, ofDist] = await Promise.all([runInTurn(CHECKS.slice(0, begin)), runInTurn(CHECKS.slice(begin))]);
  return both(others, ofDist);
}

async function runInTurn(checks: readonly Check[]): Promise<Summary> {
  let summary = NOTHING;
  for (const { name, argv, hint } of checks) {
    if (interrupted.signal.aborted) break;
    const { code, output } = await phase(name, () => spawned(argv, { env: { ...process.env, ...COMPILED, ...ANY_OWNER }, keep: true }));
    // What is built now is what src says: __tests__/rig/programs.ts
    if (code === 0 && name === BUILD) process.env['NIX_FEATURE_TEST_DIST'] = '1';
    if (code !== 0) say(`✖ ${name}${hint === undefined ? '' : `: ${hint}`}`);
    const failures = code === 0 ? [] : [{ name, message: hint ?? firstError(output) }];
    summary = both(summary, { passed: code === 0 ? 1 : 0, failed: failures.length, failures });
  }
  return summary;
}

/** The line of a checker's output that says what is wrong. */
function firstError(output: string): string {
  const lines = output.split('\n').filter((line) => line.trim() !== '');
  return lines.find((line) => /\berror\b/i.test(line)) ?? lines[0] ?? 'no output';
}

/** One run of jest over the files. */
async function runTests(files: readonly string[]): Promise<Summary> {
  await rm(SUMMARY, { force: true });
  if (interrupted.signal.aborted) return readSummary(1);
  const jest = path.join(PROJECT, 'node_modules/jest/bin/jest.js');
  const argv = [process.execPath, jest, '--testMatch', '**/*.test.ts', '**/*.e2e.ts', `--maxWorkers=${WORKERS}`, '--runTestsByPath', ...files];
  const { code } = await phase('tests', () => spawned(argv, { env: { ...process.env, ...COMPILED, HOME, PATH: searchPath(BIN) } }));
  return readSummary(code);
}

/** The same while the rig runs. */
async function runTestsInRig(files: readonly string[]): Promise<Summary> {
  const running = await phase('rig', () => startRig(say));
  // Each base is read once in a run: __tests__/e2e/nix-feature.ts
  const bases = await mkdtemp(path.join(tmpdir(), 'e2e-bases-'));
  try {
    process.env['NIX_FEATURE_TEST_BASES'] = bases;
    return await runTests(files);
  } finally {
    await rm(bases, { recursive: true, force: true });
    await phase('stopping the rig', () => running.stop());
  }
}

/** What jest's reporter has written. If the run was not good although no test failed, something else went wrong. */
async function readSummary(code: number): Promise<Summary> {
  const text = await readFile(SUMMARY, 'utf8').catch(() => '');
  const summary = text === '' ? NOTHING : (JSON.parse(text) as Summary);
  const whole = { name: 'the run of the tests', message: `ended with code ${code} before it said how the tests went` };
  return summary.failed > 0 || (code === 0 && text !== '') ? summary : both(summary, { passed: 0, failed: 1, failures: [whole] });
}

async function runTestsAsRoot(files: readonly string[]): Promise<Summary> {
  if (isRoot()) return runTestsInRig(files);
  return readSummary(await runAsRoot(import.meta.filename, ['files', ...files]));
}

function testFiles(...patterns: readonly string[]): string[] {
  return globSync([...patterns], { cwd: PROJECT }).sort();
}

/** @param which files, or how the names of end-to-end files begin @throws if there is none */
function endToEnd(which: readonly string[]): string[] {
  return which.flatMap((each) => {
    // A folder that is called so, as `plan`, is none.
    if (each.endsWith('.ts') && existsSync(path.resolve(PROJECT, each))) return [each];
    const found = testFiles(`__tests__/e2e/${each}*.e2e.ts`);
    if (found.length === 0) throw new Error(`there is no file ${each}, nor an end-to-end test whose name begins so`);
    return found;
  });
}

/** Starts the rig and keeps it until then, or until this program is interrupted. */
async function holdRig(until: Promise<unknown>, greeting?: string): Promise<Summary> {
  const running = await startRig(say);
  if (greeting !== undefined) say(greeting);
  await Promise.race([until, once(interrupted.signal, 'abort')]);
  await running.stop();
  return NOTHING;
}

/** The rig starts as a program of its own, which stops it when it is let go of. */
function startHolder(): { letGo(): Promise<void> } {
  const [program = '', ...args] = rootCommand(import.meta.filename, ['hold']);
  const holder = spawn(program, args, { cwd: PROJECT, stdio: ['pipe', 'inherit', 'inherit'] });
  // If it can't start the rig, the tests will say why: they try it themselves then.
  const ended = new Promise<void>((resolve) => {
    holder.once('error', () => {
      resolve();
    });
    holder.once('close', () => {
      resolve();
    });
  });
  holder.stdin.on('error', () => undefined);
  return {
    letGo() {
      holder.stdin.end();
      return ended;
    },
  };
}

/** The checks while the set-up ends, the unit tests while the rig starts, and then the end-to-end tests. */
async function everything(endToEndFiles: readonly string[]): Promise<Summary> {
  const settingUp = part('set-up', () => spawned([path.join(PROJECT, 'scripts/setup.sh'), 'test']));
  const checks = await part('checks', runChecks);
  const { code } = await settingUp;
  if (code !== 0) return both(checks, { passed: 0, failed: 1, failures: [{ name: 'scripts/setup.sh test', message: 'failed: see above' }] });
  const rig = startHolder();
  try {
    const units = await part('unit tests', () => runTests(testFiles('__tests__/**/*.test.ts')));
    return both(checks, both(units, await part('end-to-end tests', () => runTestsAsRoot(endToEndFiles))));
  } finally {
    await rig.letGo();
  }
}

async function main(command: string | undefined, which: readonly string[]): Promise<Summary> {
  if (command === undefined) return everything(endToEnd(['']));
  if (command === 'fast') return everything(endToEnd(FAST));
  if (command === 'checks') return runChecks();
  if (command === 'unit') return runTests(which.length > 0 ? which : testFiles('__tests__/**/*.test.ts'));
  if (command === 'e2e') return runTestsAsRoot(endToEnd(which.length > 0 ? which : ['']));
  if (command === 'files') return runTestsInRig(which);
  if (command === 'hold') return holdRig(new Promise((resolve) => process.stdin.resume().once('close', resolve)));
  if (command === 'up') {
    const awake = setInterval(() => undefined, 60_000);
    try {
      return await holdRig(new Promise(() => undefined), 'the rig is up; Ctrl-C stops it');
    } finally {
      clearInterval(awake);
    }
  }
  throw new Error(`unknown command ${command}: none, fast, checks, unit, e2e or up`);
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    interrupted.abort();
  });
}
await mkdir(path.join(RIG, 'log'), { recursive: true });
await mkdir(HOME, { recursive: true });
const start = { now: performance.now(), machine: machineSeconds() };
const ALL = '--all';
const [command, ...which] = process.argv.slice(2).filter((word) => word !== ALL);
// Told to each test by __tests__/jest/everything.ts.
if (process.argv.includes(ALL)) process.env['NIX_FEATURE_TEST_ALL'] = '1';
const ended = await main(command, which);
const stopped: Summary = { passed: 0, failed: 1, failures: [{ name: 'the run', message: 'was interrupted' }] };
const summary = interrupted.signal.aborted && command !== 'up' ? both(ended, stopped) : ended;
// The part that runs under sudo leaves the last lines to the one that started it.
if (parts.length > 0) say(whereTheTimeWent(start));
if (command !== 'files' && command !== 'hold') say(lastLines(summary).join('\n'));
process.exitCode = summary.failed > 0 ? 1 : 0;
