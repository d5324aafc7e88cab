/**
 *   node_modules/.bin/node scripts/test.ts                 every check, then every test
 *   node_modules/.bin/node scripts/test.ts checks          only the checks
 *   node_modules/.bin/node scripts/test.ts e2e [FILE...]   the end-to-end tests, or some of them
 *   node_modules/.bin/node scripts/test.ts up              start the rig and keep it, until Ctrl-C; other runs join it
 *
 * scripts/setup.sh test comes first. The last line is `N passed, N failed`.
 */
import { spawn } from 'node:child_process';
import { globSync } from 'node:fs';
import { mkdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { isRoot, runAsRoot } from '../__tests__/rig/as-root.ts';
import { PROJECT, RIG, searchPath } from '../__tests__/rig/paths.ts';
import { HOME, startRig } from '../__tests__/rig/rig.ts';

interface Counts {
  passed: number;
  failed: number;
}

// A file of its own for each run, which a part that runs again under sudo is told; two runs at once must not mix.
const COUNTS = (process.env['NIX_FEATURE_TEST_COUNTS'] ??= path.join(RIG, `log/counts-${process.pid}.json`));
const BIN = path.join(PROJECT, 'node_modules/.bin');
const interrupted = new AbortController();

const CHECKS: readonly { readonly name: string; readonly argv: readonly string[]; readonly hint?: string }[] = [
  { name: 'types', argv: [`${BIN}/tsc`, '--noEmit', '-p', 'tsconfig.json'] },
  { name: 'lint', argv: [`${BIN}/oxlint`, '--type-aware', '--deny-warnings'] },
  { name: 'build of dist', argv: [process.execPath, 'scripts/build-dist.ts'] },
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

/** Runs a command with our output. @returns its exit code, or 1 where a signal ended it or it could not be run */
function spawned(argv: readonly string[], env: NodeJS.ProcessEnv = process.env): Promise<number> {
  const [program = '', ...args] = argv;
  return new Promise((resolve) => {
    const child = spawn(program, args, { cwd: PROJECT, env, stdio: 'inherit' });
    const stop = (): void => {
      child.kill('SIGTERM');
    };
    interrupted.signal.addEventListener('abort', stop);
    child.on('error', (error) => {
      say(`${program}: ${error.message}`);
      resolve(1);
    });
    child.on('close', (code) => {
      interrupted.signal.removeEventListener('abort', stop);
      resolve(code ?? 1);
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

async function runChecks(): Promise<Counts> {
  const counts: Counts = { passed: 0, failed: 0 };
  for (const { name, argv, hint } of CHECKS) {
    if (interrupted.signal.aborted) break;
    const code = await phase(name, () => spawned(argv, { ...process.env, ...ANY_OWNER }));
    if (code === 0) {
      counts.passed++;
    } else {
      counts.failed++;
      say(`✖ ${name}${hint === undefined ? '' : `: ${hint}`}`);
    }
  }
  return counts;
}

/** One `node --test` over the files, while the rig runs. */
async function runTests(files: readonly string[]): Promise<Counts> {
  await rm(COUNTS, { force: true });
  const running = await phase('rig', () => startRig(say));
  try {
    if (interrupted.signal.aborted) return { passed: 0, failed: 1 };
    const code = await phase('tests', () => spawned([process.execPath, ...testArguments(files)], { ...process.env, HOME, PATH: searchPath(BIN) }));
    return await readCounts(code);
  } finally {
    await phase('stopping the rig', () => running.stop());
  }
}

function testArguments(files: readonly string[]): string[] {
  return [
    '--test',
    '--test-concurrency=2',
    '--test-timeout=900000',
    '--test-reporter=spec',
    '--test-reporter-destination=stdout',
    `--test-reporter=${path.join(PROJECT, '__tests__/rig/count-reporter.ts')}`,
    `--test-reporter-destination=${COUNTS}`,
    ...files,
  ];
}

/** A test that was cancelled or skipped was not passed. */
async function readCounts(code: number): Promise<Counts> {
  const text = await readFile(COUNTS, 'utf8').catch(() => '');
  if (text === '') return { passed: 0, failed: 1 };
  const counts = JSON.parse(text) as { passed: number; tests: number };
  const failed = counts.tests - counts.passed;
  return { passed: counts.passed, failed: code === 0 ? failed : Math.max(failed, 1) };
}

async function runTestsAsRoot(files: readonly string[]): Promise<Counts> {
  if (isRoot()) return runTests(files);
  return readCounts(await runAsRoot(import.meta.filename, ['e2e', ...files]));
}

function testFiles(...patterns: readonly string[]): string[] {
  return globSync([...patterns], { cwd: PROJECT }).sort();
}

async function main(command: string | undefined, files: readonly string[]): Promise<Counts> {
  if (command === undefined) {
    const checks = await runChecks();
    const tests = await runTestsAsRoot(testFiles('__tests__/**/*.test.ts', '__tests__/**/*.e2e.ts'));
    return { passed: checks.passed + tests.passed, failed: checks.failed + tests.failed };
  }
  if (command === 'checks') return runChecks();
  if (command === 'e2e') return runTestsAsRoot(files.length > 0 ? files : testFiles('__tests__/**/*.e2e.ts'));
  if (command === 'up') {
    const running = await startRig(say);
    say('the rig is up; Ctrl-C stops it');
    const awake = setInterval(() => undefined, 60_000);
    await new Promise((resolve) => {
      interrupted.signal.addEventListener('abort', resolve);
    });
    clearInterval(awake);
    await running.stop();
    return { passed: 0, failed: 0 };
  }
  throw new Error(`unknown command ${command}: none, checks, e2e or up`);
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    interrupted.abort();
  });
}
await mkdir(path.join(RIG, 'log'), { recursive: true });
const [command, ...files] = process.argv.slice(2);
const counts = await main(command, files);
const failed = counts.failed + (interrupted.signal.aborted && command !== 'up' ? 1 : 0);
say(`${counts.passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
