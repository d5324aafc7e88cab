import { CACHE_ONLY, SERVE_INPUTS } from '../actions/inputs/cache.ts';
import type { InputName, InputReader } from '../actions/inputs/inputs.ts';
import { INPUTS } from '../actions/inputs/main.ts';
import { PLAN_ONLY, PLAN_INPUTS } from '../actions/inputs/plan.ts';
import { PUBLISH_INPUTS } from '../actions/inputs/publish.ts';
import { EVAL_INPUTS, RUN_INPUTS, RUN_ONLY } from '../actions/inputs/run.ts';
import { SETUP_INPUTS } from '../actions/inputs/setup.ts';
import { isRepeatable, type InputSpec } from '../actions/inputs/rows/spec.ts';
import { TERMINAL_ONLY } from '../actions/inputs/terminal.ts';
import { VERIFY_INPUTS, VERIFY_ONLY } from '../actions/inputs/verify.ts';
import { IMAGE_INPUTS, IMAGE_ONLY } from '../actions/inputs/image.ts';
import { WSL_INPUTS, WSL_ONLY } from '../actions/inputs/wsl.ts';
import { shownValue } from '../actions/inputs/redact.ts';
import { InputError } from '../kit/errors.ts';
import { didYouMean } from '../kit/text.ts';
import { isLevel } from './commands/bump.ts';
import { isOwnWord, isWordCommand, takesFlag, takeWords, type WordCommand } from './words.ts';

/** A command that has a help of its own. */
export type Topic = ListCommand | WordCommand;

/** What a command line asks for. */
export interface CommandLine {
  /** `usage`: nothing at all. */
  readonly command: Topic | 'help' | 'version' | 'usage';
  /** The command whose help was requested; undefined: all commands. */
  readonly topic?: Topic;
  /** The values of the flags that are named like inputs. */
  readonly inputs: ReadonlyMap<string, string>;
  /** What stands behind the command, as it is. */
  readonly words: readonly string[];
  readonly json: boolean;
  readonly quiet: boolean;
}

/** Flags that are no inputs. */
export const OWN_FLAGS = [
  { name: 'json', description: 'Print the result as one JSON object and nothing else.' },
  { name: 'quiet', description: 'Print only warnings and errors while running.' },
  { name: 'help', description: 'Print this.' },
  { name: 'version', description: 'Print the version.' },
] as const;

export const COMMANDS = ['build', 'test', 'validate', 'init', 'bump', 'diff', 'drift', 'publish', 'plan', 'export', 'bundle', 'load', 'sbom', 'list', 'inspect', 'explore', 'verify', 'serve', 'setup', 'image', 'wsl', 'run', 'shell', 'eval', 'withdraw', 'check', 'prune', 'completion', 'man', 'help'] as const;

/** Commands that take any number of words, which are the lines of one input. */
const LIST_COMMANDS = {
  publish: { words: 'layouts', inputs: PUBLISH_INPUTS },
  plan: { words: 'features', inputs: PLAN_INPUTS },
  bump: { words: 'features', inputs: PLAN_INPUTS.filter(({ name }) => !['runners', 'force', 'max-jobs', 'bump', 'summary'].includes(name)) },
  run: { words: 'run', inputs: RUN_INPUTS },
  shell: { words: 'run', inputs: RUN_INPUTS },
  eval: { words: 'flake', inputs: EVAL_INPUTS },
  serve: { words: 'features', inputs: SERVE_INPUTS },
  image: { words: 'features', inputs: IMAGE_INPUTS },
} as const;

type ListCommand = keyof typeof LIST_COMMANDS;

/** The inputs that have a flag. */
export const FLAGS: readonly InputSpec[] = [...INPUTS.filter((spec: InputSpec) => spec.githubOnly !== true), ...TERMINAL_ONLY];

/** With those that only `plan` and `verify` have. */
export const ALL_FLAGS: readonly InputSpec[] = [...FLAGS, ...PLAN_ONLY.filter(({ name }) => name !== LIST_COMMANDS.plan.words), ...VERIFY_ONLY.filter(({ name }) => name !== 'ref'), ...CACHE_ONLY.filter((spec: InputSpec) => spec.githubOnly !== true), ...RUN_ONLY.filter((spec: InputSpec) => spec.githubOnly !== true), ...WSL_ONLY.filter((spec: InputSpec) => spec.githubOnly !== true && spec.name !== 'tarball' && spec.name !== 'configuration'), ...IMAGE_ONLY];

/**
 * Reads `nix-feature <command> [flags]`. A flag's value follows it or an equals sign; flags for several values may be
 * repeated; one for true and false may stand alone.
 * @param argv without the program's own name
 * @throws InputError
 */
export function parseCommandLine(argv: readonly string[]): CommandLine {
  const inputs = new Map<string, string>();
  const own = new Set<string>();
  const words: string[] = [];
  const rest = [...argv];
  for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
    if (word === '--') {
      words.push(...rest.splice(0));
      break;
    }
    if (!word.startsWith('-') || word === '-') {
      words.push(word);
      continue;
    }
    const { name, value } = splitFlag(word);
    if (OWN_FLAGS.some((flag) => flag.name === name)) {
      if (value !== undefined) throw new InputError(name, `--${name} takes no value.`);
      own.add(name);
      continue;
    }
    const spec = specOfFlag(name);
    addValue(inputs, spec, value ?? takeValue(spec, rest, words));
  }
  const command = argv.length === 0 ? 'usage' : commandOf(words, own);
  if (isListCommand(command)) takeList(command, words.slice(1), inputs);
  if (isWordCommand(command)) takeWords(command, words.slice(1), inputs);
  const topic = command === 'help' ? words.find(isTopic) : undefined;
  return { command, inputs, words: words.slice(1), json: own.has('json'), quiet: own.has('quiet'), ...(topic !== undefined && { topic }) };
}

function isTopic(word: string): word is Topic {
  return isListCommand(word) || isWordCommand(word);
}

function isListCommand(word: string): word is ListCommand {
  return Object.hasOwn(LIST_COMMANDS, word);
}

/** Returns the flags that a command takes, as it understands them. */
export function flagsOf(topic: Topic): readonly InputSpec[] {
  if (isListCommand(topic)) {
    const { words, inputs } = LIST_COMMANDS[topic];
    return inputs.filter(({ name, githubOnly }) => githubOnly !== true && name !== words);
  }
  const flags = (topic === 'verify' ? VERIFY_INPUTS : topic === 'setup' ? SETUP_INPUTS : topic === 'wsl' ? WSL_INPUTS : FLAGS).filter(({ name }) => takesFlag(topic, name));
  // Only what builds needs a base image, and what is there already says what it is for.
  if (topic === 'init') return flags.map((spec) => ({ ...spec, description: spec.description.replace(/ Required\.$/, '') }));
  const wording = WORDING[topic] ?? {};
  return flags.map((spec) => ({ ...spec, ...wording[spec.name] }));
}

/** What some flags say if nothing is built. */
const WORDING: Partial<Record<Topic, Readonly<Record<string, Partial<InputSpec>>>>> = {
  diff: {
    arches: { otherwise: "those that both Features have; for base images the machine's architecture" },
    registry: { description: 'The registry that `username` and `password` are for.' },
  },
  export: { output: { description: 'The folder. One that an earlier export wrote is replaced; any other must be new or empty.', otherwise: '.devcontainer/<id>' } },
  bundle: {
    arches: { description: 'Which platforms.', otherwise: 'all' },
    output: { placeholder: 'file', description: 'The file.', otherwise: '<id>-<version>.tar; if not all platforms are there, with their names: <id>-<version>-amd64.tar' },
  },
  sbom: {
    arches: { description: 'Which platforms; without `output` only one.', otherwise: "this machine's, or the first available; with output all" },
    output: { description: 'A folder: the SBOM of each platform is written there as `sbom-<arch>.cdx.json` or `sbom-<arch>.spdx.json`.', otherwise: 'one is printed' },
  },
  inspect: { arches: { description: 'Which platforms.', otherwise: 'all' } },
  explore: {
    arches: { description: 'Which platforms.', otherwise: 'all' },
    output: { placeholder: 'file', description: 'The file.', otherwise: 'explorer.html' },
  },
  load: {
    arches: { description: 'With `output`: which platforms.', otherwise: 'all available' },
    output: { description: 'Unpack the bundle into this folder. Nothing is published then.', otherwise: 'none' },
  },
};

/** Secrets that come by the environment, which no list of processes shows. */
const BY_ENVIRONMENT: Partial<Record<InputName, string>> = {
  password: 'NIX_FEATURE_PASSWORD',
  'ssh-key': 'NIX_FEATURE_SSH_KEY',
  'sign-key': 'NIX_FEATURE_SIGN_KEY',
  'sign-password': 'NIX_FEATURE_SIGN_PASSWORD',
};

/** Returns the flags' values as inputs; secrets may come by the environment, and those of a signing key come in no other way. */
export function readerOf(inputs: CommandLine['inputs'], env: Readonly<Record<string, string | undefined>>): InputReader {
  return (name: InputName) => inputs.get(name) ?? env[BY_ENVIRONMENT[name] ?? ''] ?? '';
}

function splitFlag(word: string): { name: string; value: string | undefined } {
  if (word === '-h') return { name: 'help', value: undefined };
  if (!word.startsWith('--')) {
    throw new InputError(word, `"${word}" is not a flag of nix-feature: flags begin with two dashes.`, { hint: SEE_HELP });
  }
  const equals = word.indexOf('=');
  return equals < 0
    ? { name: word.slice(2), value: undefined }
    : { name: word.slice(2, equals), value: word.slice(equals + 1) };
}

const SEE_HELP = 'nix-feature --help lists all commands and flags.';

function specOfFlag(name: string): InputSpec {
  const spec = ALL_FLAGS.find((flag) => flag.name === name);
  if (spec !== undefined) return spec;
  if (INPUTS.some((input) => input.name === name)) {
    throw new InputError(name, `--${name} has no meaning in a terminal: it is an input of the GitHub action only.`);
  }
  const names = [...ALL_FLAGS, ...OWN_FLAGS].map((flag) => `--${flag.name}`);
  throw new InputError(name, `--${name} is not a flag of nix-feature.${didYouMean(`--${name}`, names)}`, { hint: SEE_HELP });
}

function takeValue(spec: InputSpec, rest: string[], words: readonly string[]): string {
  const next = rest[0];
  if (canStandAlone(spec) && !isTruth(next, spec)) {
    if (next === undefined || next.startsWith('-') || isOwnWord(next, words)) return 'true';
  }
  if (next === undefined || (next.startsWith('--') && next !== '--')) {
    throw new InputError(spec.name, `--${spec.name} needs a value.`, {
      hint: next === undefined ? SEE_HELP : `Write a value that begins with dashes as --${spec.name}=${shownValue(spec, next)}.`,
    });
  }
  rest.shift();
  return next;
}

/** Tells whether the flag alone means true, as `--push` means `--push=true`. */
function canStandAlone(spec: InputSpec): boolean {
  return spec.kind === 'boolean' || (spec.values?.includes('true') ?? false);
}

function isTruth(word: string | undefined, spec: InputSpec): boolean {
  return word !== undefined && (/^(?:true|false)$/i.test(word) || (spec.values?.includes(word) ?? false));
}

function addValue(inputs: Map<string, string>, spec: InputSpec, value: string): void {
  const before = inputs.get(spec.name);
  if (before !== undefined && !isRepeatable(spec)) {
    throw new InputError(spec.name, `--${spec.name} is given twice.`);
  }
  inputs.set(spec.name, before === undefined ? value : `${before}\n${value}`);
}

/** `nix-feature publish <layout> …`, `nix-feature plan [folder] …` */
function takeList(command: ListCommand, words: readonly string[], inputs: Map<string, string>): void {
  const known = new Set(flagsOf(command).map(({ name }) => name));
  const foreign = [...inputs.keys()].find((name) => !known.has(name));
  if (foreign !== undefined) {
    throw new InputError(foreign, `--${foreign} says how to build, and has no meaning for nix-feature ${command}.`, { hint: SEE_HELP });
  }
  if (command === 'publish' && words.length === 0) {
    throw new InputError('layouts', 'nix-feature publish needs the layouts that builds wrote.', {
      hint: 'nix-feature publish <layout> …, with the folders that nix-feature build wrote as --output.',
    });
  }
  if (command === 'serve' && words.length === 0) {
    throw new InputError('features', 'nix-feature serve needs Features, or a namespace.', { hint: 'nix-feature serve <published Feature or namespace> …' });
  }
  const list = command === 'bump' && isLevel(words[0] ?? '') ? words.slice(1) : words;
  inputs.set(LIST_COMMANDS[command].words, list.join('\n'));
}

function commandOf(words: readonly string[], own: ReadonlySet<string>): CommandLine['command'] {
  if (own.has('help')) return 'help';
  if (own.has('version')) return 'version';
  const [command] = words;
  if (command === undefined) throw new InputError('command', 'No command is given.', { hint: SEE_HELP });
  if (command === 'help' || command === 'version' || isTopic(command)) return command;
  throw new InputError('command', `"${command}" is not a command of nix-feature.${didYouMean(command, COMMANDS)}`, { hint: SEE_HELP });
}
