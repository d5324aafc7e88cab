import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, existsSync, lstatSync, mkdirSync, readFileSync, readdirSync, readlinkSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Feature } from './feature-folder.ts';
import type { TestPath, Tree } from '../nix/nar-builder.ts';

/** A shell that runs the runtime, and where its commands come from. */
export interface Shell {
  readonly name: string;
  readonly argv: readonly string[];
  readonly path: string;
}

export const DASH: Shell = { name: 'dash', argv: ['dash'], path: process.env['PATH'] ?? '' };
export const BASH: Shell = { name: 'bash', argv: ['bash'], path: process.env['PATH'] ?? '' };

export interface Ran {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** Both, for assertions on messages. */
  readonly said: string;
}

export interface InstallOptions {
  readonly env?: Readonly<Record<string, string>>;
  readonly args?: readonly string[];
  /** Relative to the Feature's folder. */
  readonly script?: string;
  readonly umask?: string;
}

/** Runs a Feature's install.sh for a system below `root`, without Nix, in an environment that holds nothing else. */
export function install(shell: Shell, feature: Pick<Feature, 'folder'>, root: string, options: InstallOptions = {}): Promise<Ran> {
  const [program = '', ...args] = shell.argv;
  const script = [join(feature.folder, options.script ?? 'install.sh'), ...(options.args ?? [])];
  const argv = options.umask === undefined ? [program, ...args, ...script] : ['sh', '-c', `umask ${options.umask}; exec "$@"`, 'sh', program, ...args, ...script];
  return runToEnd(argv, { PATH: shell.path, NIX_FEATURE_ROOT: root, NIX_FEATURE_NIX: 'no', ...options.env });
}

export function runToEnd(argv: readonly string[], env: Readonly<Record<string, string>>): Promise<Ran> {
  const [program = '', ...args] = argv;
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
    let stdout = '';
    let stderr = '';
    child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
    child.on('error', reject);
    child.on('close', (code) => {
      resolve({ code, stdout, stderr, said: stdout + stderr });
    });
  });
}

/** A system: /etc, /opt, and a store with what a base holds. */
export function makeRoot(root: string, base: readonly TestPath[] = []): string {
  for (const folder of ['nix/store', 'etc', 'opt', 'var/lib', 'usr/local/bin']) mkdirSync(join(root, folder), { recursive: true });
  for (const { path, tree } of base) putTree(join(root, path), tree);
  return root;
}

/** Writes a tree with the modes of a store. */
export function putTree(place: string, tree: Tree): void {
  if (typeof tree === 'string' || Buffer.isBuffer(tree)) return writeFileSync(place, tree, { mode: 0o444 });
  if ('executable' in tree) return writeFileSync(place, tree.executable, { mode: 0o555 });
  if ('link' in tree) throw new Error('not needed');
  mkdirSync(place);
  for (const [name, child] of Object.entries(tree.entries)) putTree(join(place, name), child);
  chmodSync(place, 0o555);
}

/** Store paths are read-only, which keeps anybody but root from removing them. */
export function removeTree(place: string): void {
  if (!existsSync(place)) return;
  const unlock = (folder: string): void => {
    chmodSync(folder, 0o755);
    for (const entry of readdirSync(folder, { withFileTypes: true })) if (entry.isDirectory()) unlock(join(folder, entry.name));
  };
  unlock(place);
  rmSync(place, { recursive: true });
}

/** Everything below a folder: kind, mode, and what it holds. With `times`, also whether anything was touched; with `owners`, whose it is. */
export function snapshot(root: string, options: { readonly times?: boolean; readonly owners?: boolean; readonly skip?: RegExp } = {}): Record<string, string> {
  const found: Record<string, string> = {};
  const visit = (name: string): void => {
    if (options.skip?.test(name) === true) return;
    const place = join(root, name);
    const stats = lstatSync(place);
    const what = name.endsWith('/nix-feature/log')
      ? 'a log, which tells times'
      : stats.isSymbolicLink()
        ? `-> ${readlinkSync(place)}`
        : stats.isFile()
          ? createHash('sha256').update(readFileSync(place)).digest('hex').slice(0, 16)
          : 'folder';
    found[name] = `${stats.mode.toString(8)} ${what}${options.times === true ? ` ${stats.ino} ${stats.mtimeMs}` : ''}${options.owners === true ? ` ${stats.uid}:${stats.gid}` : ''}`;
    if (stats.isDirectory()) for (const child of readdirSync(place).sort()) visit(`${name}/${child}`);
  };
  visit('.');
  return found;
}
