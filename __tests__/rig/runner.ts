import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { rmSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { summary } from '@actions/core';
import { parse } from 'yaml';
import { COMPILED } from '../jest/compiled.ts';
import type { Env } from './command.ts';
import { runInProcess } from './in-process.ts';
import { PROJECT, searchPath } from './paths.ts';
import { readCommandFile, readWorkflowCommands, type Annotation } from './workflow-commands.ts';

/** What a workflow step says, and where it runs. */
export interface Step {
  /** Folder with action.yml, absolute or relative to the project. */
  readonly action?: string;
  /** `with:` */
  readonly inputs?: Readonly<Record<string, string>>;
  /** Over the runner's own variables; of the test's environment nothing but PATH is handed on. */
  readonly env?: Env;
  /** The checkout; the step's working directory. A fresh folder without it. */
  readonly workspace?: string;
  /** `github.token`, for defaults that want it. */
  readonly token?: string;
  /** Step debug logging. */
  readonly debug?: boolean;
}

export interface StepResult {
  /** Null when a signal ended it. */
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  /** As the process wrote it: with workflow commands, without masking. */
  readonly stdout: string;
  readonly stderr: string;
  /** As a person reads it in the job's log: masked, both streams. */
  readonly log: string;
  readonly annotations: readonly Annotation[];
  readonly masks: readonly string[];
  readonly outputs: Readonly<Record<string, string>>;
  /** The job summary, Markdown. */
  readonly summary: string;
  readonly state: Readonly<Record<string, string>>;
  /** What the step exported to the following ones. */
  readonly exported: Readonly<Record<string, string>>;
  readonly workspace: string;
  /** RUNNER_TEMP: for tests that look at what was left. */
  readonly temp: string;
}

/** A step that is running; for tests that cancel it. */
export interface RunningStep {
  readonly pid: number;
  /** Resolves once the output so far holds the text. @throws where the step ends without it */
  saw(text: string): Promise<void>;
  signal(signal: NodeJS.Signals): void;
  readonly done: Promise<StepResult>;
}

interface ActionFile {
  readonly inputs?: Readonly<Record<string, { readonly default?: string | number | boolean }>>;
  readonly runs: { readonly using: string; readonly main: string; readonly post?: string };
}

/** Runs an action's main step as the Actions runner does. */
export async function runAction(step: Step): Promise<StepResult> {
  return (await startAction(step)).done;
}

/** Starts an action's main step. */
export async function startAction(step: Step): Promise<RunningStep> {
  return start(step, 'main', {});
}

/** Runs the action's post step after a main step that ended somehow. */
export async function runPost(step: Step, main: StepResult): Promise<StepResult> {
  const state = Object.fromEntries(Object.entries(main.state).map(([name, value]) => [`STATE_${name}`, value]));
  return (await start({ ...step, workspace: main.workspace }, 'post', { ...state, RUNNER_TEMP: main.temp })).done;
}

const SCRATCH: string[] = [];
process.once('exit', () => {
  for (const folder of SCRATCH) rmSync(folder, { recursive: true, force: true }); // not sooner: tests look at what a step has left
});

/**
 * Runs an action's main step in this process, out of src: for what does not depend on how it is started, and for many steps one
 * after the other.
 */
export async function runActionHere(step: Step): Promise<StepResult> {
  const { folder, files, places, env } = await prepare(step, 'main', {});
  const action = path.relative(PROJECT, folder);
  const program = path.join(PROJECT, 'src/main.ts');
  const surroundings = { env: { ...env, ...(action === '' ? {} : { NIX_FEATURE_ACTION: action }) }, cwd: places.workspace, argv: [program] };
  // The toolkit remembers the file of the first step of a process.
  Object.assign(summary, { _filePath: undefined });
  const { code, ...output } = await runInProcess(program, surroundings);
  return resultOf({ code, signal: null }, output, files, places);
}

interface Prepared {
  readonly folder: string;
  /** Relative to the folder. */
  readonly script: string;
  readonly files: CommandFiles;
  readonly places: Places;
  readonly env: Env;
}

async function prepare(step: Step, phase: 'main' | 'post', more: Env): Promise<Prepared> {
  const folder = path.resolve(PROJECT, step.action ?? '.');
  const action = parse(await readFile(path.join(folder, 'action.yml'), 'utf8')) as ActionFile;
  const script = action.runs[phase];
  if (script === undefined) throw new Error(`${folder}/action.yml has no ${phase} step`);

  const scratch = await mkdtemp(path.join(tmpdir(), 'runner-'));
  SCRATCH.push(scratch);
  const workspace = step.workspace ?? path.join(scratch, 'workspace');
  const temp = more['RUNNER_TEMP'] ?? path.join(scratch, 'temp');
  for (const each of [workspace, temp, path.join(scratch, 'tool-cache'), path.join(scratch, 'home')]) await mkdir(each, { recursive: true });
  const files = await commandFiles(scratch);
  const env = { ...COMPILED, ...runnerVariables(step, scratch, workspace, temp), ...files, ...inputVariables(action, step), ...step.env, ...more };
  return { folder, script, files, places: { workspace, temp }, env };
}

async function start(step: Step, phase: 'main' | 'post', more: Env): Promise<RunningStep> {
  const { folder, script, files, places, env } = await prepare(step, phase, more);
  const child = spawn(process.execPath, [path.join(folder, script)], { cwd: places.workspace, env, stdio: ['ignore', 'pipe', 'pipe'] });
  return follow(child, files, places);
}

interface Places {
  readonly workspace: string;
  readonly temp: string;
}

const COMMAND_FILES = ['GITHUB_OUTPUT', 'GITHUB_STATE', 'GITHUB_ENV', 'GITHUB_PATH', 'GITHUB_STEP_SUMMARY'] as const;
type CommandFiles = Readonly<Record<(typeof COMMAND_FILES)[number], string>>;

async function commandFiles(folder: string): Promise<CommandFiles> {
  const files = Object.fromEntries(COMMAND_FILES.map((name) => [name, path.join(folder, name.toLowerCase())])) as CommandFiles;
  for (const file of Object.values(files)) await writeFile(file, '');
  return files;
}

/** GitHub's documentation, "Default environment variables". */
function runnerVariables(step: Step, scratch: string, workspace: string, temp: string): Env {
  return {
    PATH: searchPath(),
    HOME: path.join(scratch, 'home'),
    CI: 'true',
    GITHUB_ACTIONS: 'true',
    GITHUB_ACTION: '__self',
    GITHUB_ACTOR: 'somebody',
    GITHUB_API_URL: 'https://api.github.com',
    GITHUB_EVENT_NAME: 'push',
    GITHUB_JOB: 'build',
    GITHUB_REF: 'refs/heads/main',
    GITHUB_REF_NAME: 'main',
    GITHUB_REPOSITORY: 'octo-org/octo-repo',
    GITHUB_REPOSITORY_OWNER: 'octo-org',
    GITHUB_RUN_ATTEMPT: '1',
    GITHUB_RUN_ID: '123456',
    GITHUB_RUN_NUMBER: '7',
    GITHUB_SERVER_URL: 'https://github.com',
    GITHUB_SHA: '0123456789abcdef0123456789abcdef01234567',
    GITHUB_WORKFLOW: 'CI',
    GITHUB_WORKSPACE: workspace,
    RUNNER_ARCH: process.arch === 'arm64' ? 'ARM64' : 'X64',
    RUNNER_ENVIRONMENT: 'github-hosted',
    RUNNER_NAME: 'rig',
    RUNNER_OS: 'Linux',
    RUNNER_TEMP: temp,
    RUNNER_TOOL_CACHE: path.join(scratch, 'tool-cache'),
    ...(step.debug === true ? { RUNNER_DEBUG: '1' } : {}),
  };
}

/** Every declared input has a variable, empty where nothing says otherwise; names in upper case, blanks as `_`. */
function inputVariables(action: ActionFile, step: Step): Env {
  const declared = Object.entries(action.inputs ?? {}).map(([name, { default: value = '' }]) => [name, evaluate(String(value), step)]);
  const values = { ...Object.fromEntries(declared), ...step.inputs } as Record<string, string>;
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [`INPUT_${name.replaceAll(' ', '_').toUpperCase()}`, value]));
}

/** The few expressions that a default of an input may hold. */
function evaluate(value: string, step: Step): string {
  const context: Record<string, string> = {
    'github.token': step.token ?? '',
    'github.actor': 'somebody',
    'github.repository': 'octo-org/octo-repo',
    'github.repository_owner': 'octo-org',
  };
  return value.replace(/\$\{\{\s*([^}]*?)\s*\}\}/g, (_, name: string) => {
    const known = context[name];
    if (known === undefined) throw new Error(`the rig's runner does not know the expression ${name}`);
    return known;
  });
}

function follow(
  child: ChildProcessByStdio<null, Readable, Readable>,
  files: CommandFiles,
  places: Places,
): RunningStep {
  const output = { stdout: '', stderr: '', both: '' };
  for (const name of ['stdout', 'stderr'] as const) {
    child[name].setEncoding('utf8').on('data', (chunk: string) => {
      output[name] += chunk;
      output.both += chunk;
    });
  }
  const ended = new Promise<{ code: number | null; signal: NodeJS.Signals | null }>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) => {
      resolve({ code, signal });
    });
  });
  const over = async (): Promise<StepResult> => resultOf(await ended, output, files, places);
  return {
    pid: child.pid ?? -1,
    done: over(),
    signal: (signal) => child.kill(signal),
    saw: (text) =>
      new Promise((resolve, reject) => {
        const look = (): void => {
          if (output.both.includes(text)) resolve();
        };
        look();
        child.stdout.on('data', look);
        child.stderr.on('data', look);
        child.on('close', () => {
          reject(new Error(`the step ended without saying "${text}":\n${output.both.slice(-3000)}`));
        });
      }),
  };
}

interface Output {
  readonly stdout: string;
  readonly stderr: string;
  readonly both: string;
}

async function resultOf(end: Pick<StepResult, 'code' | 'signal'>, output: Output, files: CommandFiles, places: Places): Promise<StepResult> {
  const { annotations, masks, log } = readWorkflowCommands(output.both);
  return {
    ...end,
    ...places,
    stdout: output.stdout,
    stderr: output.stderr,
    log,
    annotations,
    masks,
    outputs: readCommandFile(await readFile(files.GITHUB_OUTPUT, 'utf8')),
    state: readCommandFile(await readFile(files.GITHUB_STATE, 'utf8')),
    exported: readCommandFile(await readFile(files.GITHUB_ENV, 'utf8')),
    summary: await readFile(files.GITHUB_STEP_SUMMARY, 'utf8'),
  };
}
