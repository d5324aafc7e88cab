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
  test: { input: 'feature', required: false, not: ['push', 'test', 'output', 'id'], hint: 'nix-feature test [folder] --base-image <image>' },
  validate: { input: 'feature', required: false, flags: ['feature', 'strict', 'flake', 'packages'], hint: 'nix-feature validate [folder] [--strict]' },
  init: { input: 'id', required: true, flags: ['packages', 'base-image'], hint: 'nix-feature init <id> [--packages jq,ripgrep] [--base-image <image>]' },
} as const satisfies Readonly<Record<string, WordRule>>;

export type WordCommand = keyof typeof WORD_COMMANDS;

export function isWordCommand(command: string): command is WordCommand {
  return Object.hasOwn(WORD_COMMANDS, command);
}

/**
 * Takes the word behind a command as the value that it is.
 * @param inputs of the command line; the word is added
 * @throws InputError
 */
export function takeWord(command: WordCommand, words: readonly string[], inputs: Map<string, string>): void {
  const { input, required, flags, not = [], hint }: WordRule = WORD_COMMANDS[command];
  const foreign = [...inputs.keys()].find((name) => (flags === undefined ? not.includes(name) : !flags.includes(name)));
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
