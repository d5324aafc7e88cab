import { InputError } from '../errors.ts';

/** Commands with words of their own: what they are for, and which flags they take. */
interface WordRule {
  /** The input that the only word is the value of. */
  readonly input: 'feature' | 'id';
  readonly required: boolean;
  /** Undefined: every flag of build but these. */
  readonly flags?: readonly string[];
  readonly not?: readonly string[];
  readonly hint: string;
}

export const WORD_COMMANDS = {
  build: { input: 'feature', required: false, not: ['id'], hint: 'nix-feature build [folder] --base-image <image> [flags]' },
  test: { input: 'feature', required: false, not: ['push', 'test', 'output', 'id'], hint: 'nix-feature test [folder] --base-image <image>' },
  validate: { input: 'feature', required: false, flags: ['feature', 'strict', 'flake', 'packages'], hint: 'nix-feature validate [folder] [--strict]' },
  init: { input: 'id', required: true, flags: ['packages', 'base-image'], hint: 'nix-feature init <id> [--packages jq,ripgrep] [--base-image <image>]' },
} as const satisfies Readonly<Record<string, WordRule>>;

export type WordCommand = keyof typeof WORD_COMMANDS;

export function isWordCommand(command: string): command is WordCommand {
  return Object.hasOwn(WORD_COMMANDS, command);
}

/**
 * May a word that follows a flag for true and false be the command's own, or is it the flag's value? `validate --strict
 * tools` names a folder; `validate tools --strict maybe` and `validate --strict yes` can only mean the flag.
 * @param words those that stand before it, the command first
 */
export function isOwnWord(word: string, [command, ...words]: readonly string[]): boolean {
  if (/^(?:yes|no|on|off|[yn01])$/i.test(word)) return false;
  if (command === undefined || command === 'publish') return true;
  // The folder of a build stands next to it: it has too many flags for anything else to be clear.
  return command !== 'build' && isWordCommand(command) && words.length === 0;
}

/** Does a command take this flag? */
export function takesFlag(command: WordCommand, name: string): boolean {
  const { flags, not = [] }: WordRule = WORD_COMMANDS[command];
  return flags === undefined ? !not.includes(name) : flags.includes(name);
}

/**
 * Takes the word behind a command as the value that it is.
 * @param inputs of the command line; the word is added
 * @throws InputError
 */
export function takeWord(command: WordCommand, words: readonly string[], inputs: Map<string, string>): void {
  const { input, required, hint }: WordRule = WORD_COMMANDS[command];
  const foreign = [...inputs.keys()].find((name) => !takesFlag(command, name));
  if (foreign !== undefined) throw new InputError(foreign, `--${foreign} has no meaning for nix-feature ${command}.`, { hint });
  const [word, extra] = words;
  if (extra !== undefined) throw new InputError('command', `“${extra}” is one word too many for nix-feature ${command}.`, { hint });
  if (word === undefined) {
    if (required) throw new InputError(input, `nix-feature ${command} needs an id.`, { hint });
    return;
  }
  if (inputs.has(input)) throw new InputError(input, `The folder is given twice: ${word}, and with --${input}.`, { hint });
  inputs.set(input, word);
}
