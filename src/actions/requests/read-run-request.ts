import { existsSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { InputError } from '../../kit/errors.ts';
import { isPackageName } from '../../nix/flake/flake-text.ts';
import { parseReference } from '../../oci/format/reference.ts';
import type { BaseReference, FlakeSource } from '../../request/sources.ts';
import type { EvalRequest, RunRequest, StepCommand, StepTools } from '../../shell/request.ts';
import type { InputReader } from '../inputs/inputs.ts';
import { RUN_INPUTS } from '../inputs/run.ts';
import { requireLinux, type Surroundings } from '../inputs/surroundings.ts';
import { parseBases } from '../values/base-reference.ts';
import { envrcShell } from '../values/envrc.ts';
import { defaultFlake, parseFlake } from '../values/flake-reference.ts';
import { readArches } from '../values/read-arches.ts';
import { devenvShell } from '../values/read-flake.ts';
import { readNixSettings } from '../values/read-nix-settings.ts';
import { readLogin } from '../values/read-publishing.ts';
import { booleanOf, countOf, linesOf, refuseDuplicates, refuseTogether, textOf, wordsOf } from '../values/values.ts';
import { givenInputs, readPlace } from './read-request.ts';

/**
 * Reads and checks every input of the run action, before any work.
 * @param command undefined: the input `run` is a script
 * @throws InputError for the first input that can't be used; SetupError
 */
export function readRunRequest(read: InputReader, where: Surroundings, command?: Exclude<StepCommand, { kind: 'script' }>): RunRequest {
  const site = readSite(read, where);
  const folder = readFolder(read, where.folder);
  return {
    ...site,
    tools: readTools(read, folder, where.folder),
    command: command ?? readScript(read),
    folder,
    shared: site.buildIn === 'container' ? ownFolders(sharedFolders(where, folder)) : sharedFolders(where, folder),
    env: readEnv(read),
    jobEnv: jobEnvironment(where.env),
    terminal: false,
    // A terminal has none.
    summary: read('summary').trim() !== '' && booleanOf(read, 'summary'),
    given: givenInputs(read, RUN_INPUTS),
  };
}

/** Reads what `nix-feature eval` was given. @param text a flake's attribute; empty: the input `expr` @throws InputError, SetupError */
export function readEvalRequest(text: string, read: InputReader, where: Surroundings): EvalRequest {
  const expression = textOf(read, 'expr');
  if (text === '' && expression === '') {
    throw new InputError('flake', 'There is nothing to evaluate.', { hint: "nix-feature eval '.#lib.version', or nix-feature eval --expr '1 + 1'." });
  }
  if (text !== '' && expression !== '') throw new InputError('expr', `expr: can't be given together with ${text}.`, { hint: 'Leave one of them out.' });
  const question = expression === '' ? ({ kind: 'flake', flake: flakeOf(text, where.folder, where.folder) } as const) : ({ kind: 'expression', text: expression } as const);
  return { ...readSite(read, where), folder: where.folder, question, given: [] };
}

type Site = Omit<EvalRequest, 'question' | 'folder' | 'given'>;

/** Where Nix runs. A base image decides it, if nothing else is said. */
function readSite(read: InputReader, where: Surroundings): Site {
  requireLinux(where.platform);
  const bases = readBase(read, where.folder);
  const place = readPlace((name) => (name === 'build-in' && read(name).trim() === '' ? (bases.length === 0 ? 'host' : 'container') : read(name)), bases);
  const [arch, ...others] = readArches(read, where.arch);
  if (arch === undefined || others.length > 0) throw new InputError('arches', 'arches: a command runs on one platform.', { hint: 'Name one: amd64 or arm64.' });
  const limit = countOf(read, 'time-limit');
  return { bases, ...place, arch, nix: readNixSettings(read), ...readLogin(read, where.env), timeLimit: limit === undefined ? undefined : limit * 1000 };
}

function readBase(read: InputReader, here: string): readonly BaseReference[] {
  const lines = linesOf(read, 'base-image');
  if (lines.length === 0) return [];
  const bases = parseBases(lines, here, parseReference);
  if (bases.length > 1) throw new InputError('base-image', 'base-image: a command runs in a container of one image.', { hint: 'Name one.' });
  return bases;
}

function readFolder(read: InputReader, here: string): string {
  const text = textOf(read, 'working-directory');
  const folder = resolve(here, text);
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() === true) return folder;
  throw new InputError('working-directory', `working-directory: "${text}" names ${folder}, which does not exist or is not a folder.`, {
    hint: 'In a workflow, check the repository out before this step (actions/checkout).',
  });
}

function readTools(read: InputReader, folder: string, here: string): StepTools {
  const words = wordsOf(read, 'packages', ',');
  const flake = textOf(read, 'flake');
  if (words.length === 0) return { kind: 'shell', flake: shellFlake(flake, folder, here), hook: booleanOf(read, 'shell-hook') };
  if (flake !== '') refuseTogether('packages', ['flake'], 'packages replace the shell of a flake.', 'Leave one of them out.');
  if (booleanOf(read, 'shell-hook')) refuseTogether('shell-hook', ['packages'], 'packages have no shellHook.', 'Name a flake with a shell, or leave "shell-hook" out.');
  refuseDuplicates('packages', words);
  const references = words.filter((word) => word.includes('#'));
  const names = words.filter((word) => !word.includes('#'));
  const wrong = names.find((name) => !isPackageName(name));
  if (wrong !== undefined) {
    throw new InputError('packages', `packages: "${wrong}" is neither an attribute name of nixpkgs nor a flake reference with an attribute.`, { hint: 'Expected jq, python3Packages.black or ./tools#lint.' });
  }
  return { kind: 'packages', flakes: [...(names.length > 0 ? [{ kind: 'packages', packages: names } as const] : []), ...references.map((text) => flakeOf(text, folder, here))] };
}

function shellFlake(text: string, folder: string, here: string): FlakeSource {
  if (text !== '') return flakeOf(text, folder, here);
  if (existsSync(join(folder, 'flake.nix'))) return defaultFlake(folder);
  const named = envrcShell(folder) ?? devenvShell(folder);
  if (named !== undefined) return named.of;
  throw new InputError('flake', `flake: is missing, and there is no flake.nix in ${folder}.`, { hint: 'Name a flake whose shell the command gets (.#ci), or what it needs with "packages".' });
}

function flakeOf(text: string, folder: string, here: string): FlakeSource {
  return parseFlake(text, { feature: folder, here });
}

function readScript(read: InputReader): StepCommand {
  const text = read('run');
  if (text.trim() === '') throw new InputError('run', 'run: is missing.', { hint: 'Write the commands, as in any step: "run: make test".' });
  const shell = textOf(read, 'shell');
  if (shell === '' || shell === 'bash' || shell === 'sh' || shell.includes('{0}')) return { kind: 'script', text, shell: shell === '' ? undefined : shell };
  throw new InputError('shell', `shell: "${shell}" is neither bash nor sh, and has no {0} for the file with the commands.`, { hint: `Write ${shell} {0}.` });
}

/** Lines of `NAME=value`; no message shows a value. */
function readEnv(read: InputReader): Readonly<Record<string, string>> {
  const lines = read('env').split(/\r?\n/).map((line, index) => ({ line, number: index + 1 })).filter(({ line }) => line.trim() !== '');
  const variables = new Map<string, string>();
  for (const { line, number } of lines) {
    const [, name, value = ''] = /^\s*([A-Za-z_][A-Za-z0-9_]*)=(.*)$/.exec(line) ?? [];
    if (name === undefined) throw new InputError('env', `env: line ${number} is not NAME=value.`, { hint: 'A value of several lines can be set by the command itself.' });
    if (variables.has(name)) throw new InputError('env', `env: ${name} is there more than once.`);
    variables.set(name, value);
  }
  return Object.fromEntries(variables);
}

/** What GitHub says of the job, and where it wants to be answered (GitHub's documentation, "Default environment variables"). */
function jobEnvironment(env: Surroundings['env']): Readonly<Record<string, string>> {
  const names = Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined && /^(?:GITHUB_(?!TOKEN$)\w+|RUNNER_(?!TOKEN)\w+|CI)$/.test(entry[0]));
  return Object.fromEntries(names);
}

const COMMAND_FILES = ['GITHUB_OUTPUT', 'GITHUB_ENV', 'GITHUB_PATH', 'GITHUB_STEP_SUMMARY', 'GITHUB_STATE', 'GITHUB_EVENT_PATH'];

/** What an image has itself, or the engine gives each container. */
const OF_IMAGE = /^\/(?:bin|boot|dev|etc|lib(?:32|64|x32)?|nix|proc|run|sbin|sys|usr|var)?$|^\/usr\/(?:bin|lib|libexec|local|sbin|share)$|^\/(?:dev|nix|proc|sys)\//;

/** @throws InputError if one of the folders would take the place of one that the command needs */
function ownFolders(folders: readonly string[]): readonly string[] {
  const taken = folders.find((folder) => OF_IMAGE.test(folder));
  if (taken === undefined) return folders;
  throw new InputError('working-directory', `working-directory: the command would have the machine's ${taken} in place of the image's.`, { hint: 'Begin in a folder of your own, such as the checkout, or use "build-in: host".' });
}

/** The workspace, the job's temporary folder, and those of the files by which a step answers. Only the outermost of them. */
function sharedFolders({ folder, env }: Surroundings, working: string): readonly string[] {
  const files = COMMAND_FILES.flatMap((name) => (env[name] === undefined || env[name] === '' ? [] : [dirname(resolve(env[name]))]));
  const folders = [folder, working, ...(env['RUNNER_TEMP'] === undefined ? [] : [env['RUNNER_TEMP']]), ...files].map((each) => resolve(each));
  const there = [...new Set(folders)].filter((each) => statSync(each, { throwIfNoEntry: false })?.isDirectory() === true);
  return there.filter((each) => !there.some((other) => other !== each && each.startsWith(`${other}/`)));
}


