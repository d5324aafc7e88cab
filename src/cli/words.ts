import { InputError } from '../kit/errors.ts';

/** Commands with words of their own: what they are for, and which flags they take. */
interface WordRule {
  /** What the words are the values of, in their order. */
  readonly words: readonly ('feature' | 'id' | 'shell' | 'before' | 'after' | 'source' | 'version' | 'ref' | 'task' | 'tarball')[];
  /** What is needed; undefined if the words may be left out. */
  readonly needs?: string;
  /** Undefined: every flag of build but these. */
  readonly flags?: readonly string[];
  readonly not?: readonly string[];
  readonly hint: string;
}

/** Flags that only `plan` has. */
const OF_PLAN = ['runners', 'force', 'max-jobs', 'bump'] as const;

/** Flags that only init, check, prune, sbom, diff and explore have. */
const OF_OTHERS = ['from', 'direnv', 'workflow-only', 'repair', 'keep', 'apply', 'format', 'vex', 'since', 'shipped'] as const;

/** Flags that only verify has. */
const OF_VERIFY = ['ref', 'base', 'rebuild', 'key', 'identity', 'issuer', 'trusted-root'] as const;

/** Flags that only serve has. */
const OF_SERVE = ['port', 'priority'] as const;
/** Flags that only run, shell and eval have. */
const OF_RUN = ['working-directory', 'env', 'time-limit', 'expr'] as const;

/** Flags that only wsl has. */
const OF_WSL = ['extra-files', 'chown', 'max-size', 'skip-checks'] as const;

/** Flags that only image has. */
const OF_IMAGE = ['devcontainer', 'tag'] as const;

/** Flags that say which Nix a machine has, and how it is set. */
const NIX_OF_HOST = ['nix-version', 'nix-sha256', 'nix-mirror', 'substituters', 'trusted-public-keys', 'builders', 'nix-config', 'sandbox'] as const;

/** Flags of what looks after releases. */
const RELEASES = ['registry', 'namespace', 'username', 'password', 'moving-tags', 'collection'] as const;

/** Flags of what takes a Feature as it is. */
const CARRIED = ['output', 'arches', 'registry', 'namespace', 'username', 'password'] as const;

const WORD_COMMANDS = {
  build: { words: ['feature'], not: ['id', ...OF_OTHERS, ...OF_PLAN, ...OF_VERIFY, ...OF_SERVE, ...OF_RUN, ...OF_WSL, ...OF_IMAGE], hint: 'nix-feature build [folder] --base-image <image> [flags]' },
  test: { words: ['feature'], not: ['push', 'test', 'output', 'id', ...OF_OTHERS, ...OF_PLAN, ...OF_VERIFY, ...OF_SERVE, ...OF_RUN, ...OF_WSL, ...OF_IMAGE], hint: 'nix-feature test [folder] --base-image <image>' },
  validate: { words: ['feature'], flags: ['feature', 'strict', 'flake', 'packages', 'dev-shell', 'shell-hook', 'include'], hint: 'nix-feature validate [folder] [--strict]' },
  init: { words: ['id'], needs: 'an id', flags: ['packages', 'base-image', 'from', 'direnv', 'workflow-only'], hint: 'nix-feature init <id> [--packages jq,ripgrep | --from <folder>] [--base-image <image>] [--direnv], or nix-feature init <folder> --workflow-only' },
  diff: {
    words: ['before', 'after'],
    needs: 'two Features or two base images',
    flags: ['shipped', 'arches', 'registry', 'username', 'password'],
    hint: 'nix-feature diff <before> <after>, each a reference, the folder of a layout, or oci:<layout folder>[:<name>].',
  },
  drift: {
    words: ['before', 'after'],
    needs: 'a Feature and a base image',
    flags: ['arches', 'registry', 'username', 'password'],
    hint: 'nix-feature drift <published Feature, layout or delta.json> <base image, registry/repo:tag or oci:<layout folder>>',
  },
  export: { words: ['source'], needs: 'a Feature', not: ['feature', 'id', 'push', ...OF_OTHERS, ...OF_PLAN, ...OF_VERIFY, ...OF_SERVE, ...OF_RUN, ...OF_WSL, ...OF_IMAGE], hint: 'nix-feature export <folder, layout, bundle or published Feature> [--output <folder>]' },
  bundle: { words: ['source'], needs: 'a Feature', flags: CARRIED, hint: 'nix-feature bundle <layout or published Feature> [--output <file>]' },
  load: { words: ['source'], needs: 'a bundle', flags: [...CARRIED, 'moving-tags', 'collection'], hint: 'nix-feature load <bundle> --registry <host> --namespace <namespace>, or --output <folder>' },
  sbom: { words: ['source'], needs: 'a Feature', flags: ['format', 'vex', 'arches', 'output', 'registry', 'username', 'password'], hint: 'nix-feature sbom <layout or published Feature> [--format spdx] [--arches amd64]' },
  list: { words: ['id'], flags: ['registry', 'namespace', 'username', 'password'], hint: 'nix-feature list [<registry>/]<namespace> [--json]' },
  inspect: { words: ['source'], needs: 'a Feature', flags: ['arches', 'registry', 'username', 'password'], hint: 'nix-feature inspect <layout or published Feature> [--json]' },
  explore: { words: ['source'], needs: 'a Feature', flags: ['since', 'arches', 'output', 'registry', 'username', 'password'], hint: 'nix-feature explore <layout or published Feature> [--since <Feature>] [--output <file>]' },
  verify: {
    words: ['ref'],
    needs: 'a Feature',
    flags: ['base', 'rebuild', 'key', 'identity', 'issuer', 'trusted-root', 'policy', 'arches', 'registry', 'username', 'password', 'summary'],
    hint: 'nix-feature verify <published Feature, bundle, layout or oci:<folder>> [--base <image>]',
  },
  setup: {
    words: [],
    flags: NIX_OF_HOST,
    hint: 'nix-feature setup [--nix-version 2.31.2]',
  },
  wsl: {
    words: ['task', 'tarball'],
    needs: '"build" and a configuration, or "check" and a tarball',
    flags: ['flake', 'arches', ...OF_WSL, 'compression', 'identifiers', 'leaks-allow', 'leak-values', 'sbom', 'sign', 'sign-key', 'sign-password', 'fulcio-url', 'rekor-url', ...NIX_OF_HOST, 'output', 'summary'],
    hint: 'nix-feature wsl build <configuration>, or nix-feature wsl check <tarball>',
  },
  withdraw: { words: ['id', 'version'], needs: 'a Feature and a version', flags: RELEASES, hint: 'nix-feature withdraw [<registry>/]<namespace>/<id> <version>, or <id> <version> --namespace <namespace>' },
  prune: { words: ['id'], flags: ['registry', 'namespace', 'username', 'password', 'keep', 'apply'], hint: 'nix-feature prune [<registry>/]<namespace>[/<id>] [--keep 10] [--apply], or [<id>] --namespace <namespace>' },
  completion: { words: ['shell'], needs: 'a shell', flags: [], hint: 'nix-feature completion bash|zsh|fish' },
  man: { words: [], flags: [], hint: 'nix-feature man | man -l -' },
  check: { words: ['id'], flags: [...RELEASES, 'repair'], hint: 'nix-feature check [<registry>/]<namespace>[/<id>] [--repair], or [<id>] --namespace <namespace>' },
} as const satisfies Readonly<Record<string, WordRule>>;

export type WordCommand = keyof typeof WORD_COMMANDS;

export function isWordCommand(command: string): command is WordCommand {
  return Object.hasOwn(WORD_COMMANDS, command);
}

/**
 * Tells whether a word after a boolean flag can be the command's own, and not the flag's value. `validate --strict
 * tools` names a folder; `validate tools --strict maybe` and `validate --strict yes` can only mean the flag.
 * @param words those that stand before it, the command first
 */
export function isOwnWord(word: string, [command, ...words]: readonly string[]): boolean {
  if (/^(?:yes|no|on|off|[yn01])$/i.test(word)) return false;
  if (command === undefined || ['publish', 'plan', 'bump', 'serve', 'image', 'run', 'eval'].includes(command)) return true;
  // The folder of a build stands next to it: it has too many flags for anything else to be clear.
  return command !== 'build' && isWordCommand(command) && words.length === 0;
}

/** Tells whether a command takes this flag. */
export function takesFlag(command: WordCommand, name: string): boolean {
  const { flags, not = [] }: WordRule = WORD_COMMANDS[command];
  return flags === undefined ? !not.includes(name) : flags.includes(name);
}

/**
 * Takes the words behind a command as the values that they are.
 * @param inputs of the command line; the words are added
 * @throws InputError
 */
export function takeWords(command: WordCommand, given: readonly string[], inputs: Map<string, string>): void {
  const { words, needs, hint }: WordRule = WORD_COMMANDS[command];
  const foreign = [...inputs.keys()].find((name) => !takesFlag(command, name));
  if (foreign !== undefined) throw new InputError(foreign, `--${foreign} has no meaning for nix-feature ${command}.`, { hint });
  const extra = given[words.length];
  if (extra !== undefined) throw new InputError('command', `"${extra}" is one word too many for nix-feature ${command}.`, { hint });
  for (const [index, input] of words.entries()) {
    const word = given[index];
    if (word === undefined) {
      if (needs !== undefined) throw new InputError(input, `nix-feature ${command} needs ${needs}.`, { hint });
      return;
    }
    if (inputs.has(input)) throw new InputError(input, `The folder is given twice: as ${word} and with --${input}.`, { hint });
    inputs.set(input, word);
  }
}
