/**
 * Builds what is committed in dist/: TypeScript to JavaScript in lib/, then each entry and its packages into one folder.
 * What is imported dynamically becomes a file of its own, so that a start loads no more than it needs. Two builds give
 * the same bytes; the checks compare them.
 */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { once } from 'node:events';

const ROOT = join(import.meta.dirname, '..');
const LIB = join(ROOT, 'lib');
const TSC = join(ROOT, 'node_modules/typescript/bin/tsc');
const BUNDLE = join(import.meta.dirname, 'bundle.ts');

interface Entry {
  readonly name: string;
  readonly entry: string;
}

/** Each line is bundled by one process. */
const ENTRIES: readonly (readonly Entry[])[] = [
  [{ name: 'main', entry: 'main.js' }, { name: 'cli', entry: 'cli/main.js' }],
  [
    // A program of its own, because the client writes to standard output.
    { name: 'tools', entry: 'host/tools/tool-client.js' },
    // Another one, because the client works in one folder.
    { name: 'cache', entry: 'host/github/cache-client.js' },
    // Threads start from a file of their own.
    { name: 'worker', entry: 'archive/block-worker.js' },
  ],
];

/** Runs a program of Node's, and shows what it said if it fails. */
async function run(script: string, args: readonly string[]): Promise<void> {
  // Room for what is short-lived: half of it is made and thrown away at once.
  const child = spawn(process.execPath, ['--max-semi-space-size=64', script, ...args], { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] });
  const said: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => said.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => said.push(chunk));
  const [code] = (await once(child, 'close')) as [number | null];
  if (code === 0) return;
  process.stderr.write(Buffer.concat(said));
  throw new Error(`${script} ${args.join(' ')} ended with ${code}`);
}

async function bundle(entries: readonly Entry[]): Promise<void> {
  await run(BUNDLE, entries.flatMap(({ name, entry }) => [join(LIB, entry), freshFolder(name)]));
  for (const { name } of entries) await place(name);
}

function freshFolder(name: string): string {
  return join(LIB, 'bundle', name);
}

async function place(name: string): Promise<void> {
  const fresh = freshFolder(name);
  await chmod(join(fresh, 'index.js'), 0o755);
  // Git would warn about the licences' line ends, and a checkout on another system would change them.
  const licences = join(fresh, 'licenses.txt');
  // There is none where no package is in the bundle.
  if (existsSync(licences)) await writeFile(licences, (await readFile(licences, 'utf8')).replaceAll('\r\n', '\n'));
  const target = join(ROOT, 'dist', name);
  await mkdir(join(ROOT, 'dist'), { recursive: true });
  await rm(target, { recursive: true, force: true });
  await rename(fresh, target);
}

await rm(LIB, { recursive: true, force: true });
// Types are a check of their own; it takes two thirds of the compiler's time.
await run(TSC, ['--project', 'tsconfig.build.json', '--noCheck']);
await Promise.all(ENTRIES.map(bundle));
