import { lstat, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { CommandError, SetupError } from '../kit/errors.ts';
import { ask } from '../programs/ask.ts';
import { gitSettings } from '../programs/environment.ts';
import { capture } from '../programs/process.ts';

/** A working tree and the repository that it is of. Absolute paths without links. */
export interface Checkout {
  readonly top: string;
  /** A folder, or a file that names one (worktrees, submodules). */
  readonly gitDir: string;
}

/**
 * Finds the checkout that a folder is in: the nearest folder above with a `.git` in it. Git itself would take the folder
 * for a bare repository if it looks like one, and anybody can commit such files. A `.git` counts only if it is ours,
 * root's, or of whoever owns the folder; so a job that runs as root reads the checkout of another user, and nobody's
 * `/tmp/.git` says anything about what lies in `/tmp`.
 */
export async function findCheckout(folder: string): Promise<Checkout | undefined> {
  const start = await realpath(folder);
  const owner = (await stat(start)).uid;
  for (let top = start; ; top = path.dirname(top)) {
    const gitDir = path.join(top, '.git');
    const found = await lstat(gitDir).catch(() => undefined);
    if (found !== undefined && (found.isFile() || (await isRepository(gitDir)))) {
      return isTrusted(found.uid, { self: process.geteuid?.(), owner }) ? { top, gitDir } : undefined;
    }
    if (top === path.dirname(top)) return undefined;
  }
}

/** @param who is asking, and who owns the folder that is asked about */
export function isTrusted(uid: number, who: { readonly self: number | undefined; readonly owner: number }): boolean {
  return uid === 0 || uid === who.self || uid === who.owner;
}

async function isRepository(gitDir: string): Promise<boolean> {
  return (await stat(path.join(gitDir, 'HEAD')).catch(() => undefined))?.isFile() === true;
}

/**
 * Asks git about a checkout, and lets the checkout start nothing: whoever could write its files could write its
 * configuration too. Settings of the user and the machine are left out, so that the answer is the same everywhere.
 *
 * @param args of commands that only read; those that convert files need `settings` that turn the filters off
 * `long`: the answer may be of any length
 * @returns standard output; undefined if there is no git, or it refuses
 * @throws CancelledError
 */
export async function askGit(
  checkout: Checkout,
  args: readonly string[],
  options: { readonly signal?: AbortSignal | undefined; readonly settings?: readonly (readonly [string, string])[]; readonly long?: true } = {},
): Promise<string | undefined> {
  const { top, gitDir } = checkout;
  const argv = ['git', '--no-pager', '--literal-pathspecs', '-C', top, `--git-dir=${gitDir}`, `--work-tree=${top}`, ...args];
  const env = { ...VARIABLES, GIT_CEILING_DIRECTORIES: path.dirname(top), ...gitSettings([...INERT, ...(options.settings ?? [])]) };
  try {
    const own = { purpose: 'git', env, signal: options.signal } as const;
    return await (options.long === true ? capture(argv, own) : ask(argv, { ...own, limit: Infinity }));
  } catch (error) {
    if (error instanceof CommandError || error instanceof SetupError) return undefined;
    throw error;
  }
}

const VARIABLES = {
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_ATTR_NOSYSTEM: '1',
  // What is not there is not fetched.
  GIT_NO_LAZY_FETCH: '1',
  GIT_ALLOW_PROTOCOL: 'none',
  GIT_TERMINAL_PROMPT: '0',
  GIT_OPTIONAL_LOCKS: '0',
  GIT_NO_REPLACE_OBJECTS: '1',
};

/** These win over the repository's own (git-config(1), "Scopes"). An empty program is none; `false` does nothing. */
const INERT = [
  // The checkout was found and named by us; older versions of git look at these in spite of it.
  ['safe.directory', '*'],
  ['safe.bareRepository', 'explicit'],
  ['protocol.allow', 'never'],
  ['submodule.recurse', 'false'],
  ['log.showSignature', 'false'],
  ['core.fsmonitor', 'false'],
  ['core.hooksPath', '/dev/null'],
  ['core.excludesFile', '/dev/null'],
  ['core.attributesFile', '/dev/null'],
  ...['core.sshCommand', 'core.gitProxy', 'core.askPass', 'core.editor', 'core.pager', 'core.alternateRefsCommand'].map((name) => [name, 'false'] as const),
  ...['gpg.program', 'gpg.openpgp.program', 'gpg.x509.program', 'gpg.ssh.program', 'diff.external'].map((name) => [name, 'false'] as const),
  ['credential.helper', ''],
] as const;
