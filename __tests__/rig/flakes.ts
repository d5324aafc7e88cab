import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { archOfNode, systemOf, type Arch } from '../../src/platform.ts';
import { run } from './command.ts';
import { aptEnv, suites } from './debian.ts';
import { NIX_ENV } from './nix-env.ts';
import { once } from './once.ts';

const MAKE_FLAKE = path.join(import.meta.dirname, 'real-closure/make-flake');
const KINDS = path.join(import.meta.dirname, 'kinds/flake.nix');

/** The machine's own architecture. */
export function machineArch(): Arch {
  const arch = archOfNode(process.arch);
  if (arch === undefined) throw new Error(`no Bedrock for ${process.arch}`);
  return arch;
}

/**
 * A flake with a realistic closure, made of Debian packages; made once. Packages that two such flakes share have the
 * same store paths, so that one can be the base of the other.
 * @param name of the environment (its `default` output)
 * @returns the folder; use it as `path:<folder>`
 */
export async function makeFlake(name: string, packages: readonly string[], options: { readonly arch?: Arch } = {}): Promise<string> {
  const { arch = machineArch() } = options;
  const { bedrock: suite } = await suites();
  const key = createHash('sha256').update(JSON.stringify([suite, packages, await readFile(MAKE_FLAKE, 'utf8')])).digest('hex').slice(0, 12);
  return once(`flakes/${name}-${arch}-${key}`, async (folder) => {
    await run([MAKE_FLAKE, folder, name, ...packages], { env: { ...(await aptEnv(suite)), ARCH: arch } });
  });
}

/** Writes a folder with a flake.nix. */
export async function writeFlake(folder: string, nix: string): Promise<string> {
  await mkdir(folder, { recursive: true });
  await writeFile(path.join(folder, 'flake.nix'), nix);
  return folder;
}

/** A flake with one small derivation of every kind that a delta can hold: see `kinds/flake.nix` for the attributes. */
export async function kindsFlake(folder: string): Promise<string> {
  return writeFlake(folder, await readFile(KINDS, 'utf8'));
}

/**
 * Builds an output of a flake with the host's Nix.
 * @returns its outputs by name
 */
export async function buildFlake(
  folder: string,
  attribute = 'default',
  options: { readonly arch?: Arch } = {},
): Promise<Readonly<Record<string, string>> & { readonly out: string }> {
  const { arch = machineArch() } = options;
  const built = await run(['nix', 'build', '--json', '--no-link', `path:${folder}#packages.${systemOf(arch)}.${attribute}`], { env: NIX_ENV });
  const [first] = JSON.parse(built) as { outputs: Record<string, string> & { out: string } }[];
  if (first === undefined) throw new Error(`nix build of ${folder}#${attribute} built nothing`);
  return first.outputs;
}

/** The closure of store paths on the host, sorted. */
export async function closureOf(...paths: readonly string[]): Promise<string[]> {
  return (await run(['nix-store', '--query', '--requisites', ...paths], { env: NIX_ENV })).trim().split('\n').sort();
}
