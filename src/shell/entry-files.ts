import { shellWord } from '../kit/text.ts';
import type { StepCommand } from './request.ts';

/** What a command finds when it begins. */
export interface StepEnvironment {
  /** Folders that come before those of PATH. */
  readonly path: readonly string[];
  readonly variables: Readonly<Record<string, string>>;
  /** A script of bash that is run first; empty if there is none. */
  readonly hook: string;
  /** Absolute. */
  readonly folder: string;
}

const NAMES = { entry: 'enter.sh', env: 'env.sh', hook: 'hook.sh', script: 'step', rc: 'bashrc' } as const;

/** The one that is run, by /bin/sh. */
export const ENTRY_FILE: string = NAMES.entry;

/** GitHub's documentation, "jobs.<job_id>.steps[*].shell"; errors end a script, in a pipe too. */
const BASH = ['bash', '--noprofile', '--norc', '-eo', 'pipefail', '{0}'];
const SH = ['sh', '-e', '{0}'];

/**
 * Returns the files with which /bin/sh enters an environment and becomes a command. Variables are in a file, because every process of the
 * machine can see arguments.
 * @param place absolute: the folder that they are written to
 */
export function entryFiles(place: string, { path, variables, hook, folder }: StepEnvironment, command: StepCommand): Readonly<Record<string, string>> {
  const file = (name: string): string => `${place}/${name}`;
  const enter = [`. ${shellWord(file(NAMES.env))}`, `cd ${shellWord(folder)} || exit 1`];
  const hasHook = hook !== '';
  const begin = hasHook && command.kind !== 'terminal' ? `exec bash -c '. "$0" && exec "$@"' ${shellWord(file(NAMES.hook))}` : 'exec';
  return {
    [NAMES.env]: `${[...envExports(variables), ...pathExport(path)].join('\n')}\n`,
    ...(hasHook && { [NAMES.hook]: `${hook}\n` }),
    ...(command.kind === 'script' && { [NAMES.script]: command.text.endsWith('\n') ? command.text : `${command.text}\n` }),
    ...(command.kind === 'terminal' && { [NAMES.rc]: terminalRc(file(NAMES.env), hasHook ? file(NAMES.hook) : undefined) }),
    [NAMES.entry]: `${[...enter, ...commandLines(command, begin, { script: file(NAMES.script), rc: file(NAMES.rc) })].join('\n')}\n`,
  };
}

function commandLines(command: StepCommand, begin: string, files: { readonly script: string; readonly rc: string }): readonly string[] {
  if (command.kind === 'program') return [`${begin} ${command.argv.map(shellWord).join(' ')}`];
  if (command.kind === 'terminal') return [`if command -v bash > /dev/null; then exec bash --rcfile ${shellWord(files.rc)} -i; fi`, 'exec sh -i'];
  const line = (words: readonly string[]): string => `${begin} ${words.map((word) => shellWord(word.replaceAll('{0}', files.script))).join(' ')}`;
  const { shell } = command;
  if (shell === undefined) return [`if command -v bash > /dev/null; then ${line(BASH)}; fi`, line(SH)];
  if (shell === 'bash') return [line(BASH)];
  return [shell === 'sh' ? line(SH) : line(shell.split(/\s+/))];
}

/** What the user's own file sets may hide the tools, so theirs comes first, as `nix develop` has it. */
function terminalRc(env: string, hook: string | undefined): string {
  return `${['[ ! -r ~/.bashrc ] || . ~/.bashrc', `. ${shellWord(env)}`, "PS1='(nix-feature) '\"$PS1\"", ...(hook === undefined ? [] : [`. ${shellWord(hook)}`])].join('\n')}\n`;
}

/** Lists of folders that are joined to what is outside, as `nix develop` does (nix/develop.cc). */
const JOINED: ReadonlySet<string> = new Set(['XDG_DATA_DIRS']);

/** Lines of sh that export variables. */
function envExports(variables: Readonly<Record<string, string>>): readonly string[] {
  return Object.entries(variables).map(([name, value]) => `export ${name}=${shellWord(value)}${JOINED.has(name) ? joined(name) : ''}`);
}

/** Returns the line that puts folders first in PATH; none without folders. */
function pathExport(folders: readonly string[]): readonly string[] {
  return folders.length === 0 ? [] : [`export PATH=${shellWord(folders.join(':'))}${joined('PATH')}`];
}

function joined(name: string): string {
  return `"\${${name}:+:$${name}}"`;
}
