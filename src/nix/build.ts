import { CommandError, Failure } from '../errors.ts';
import type { Host } from '../host/host.ts';
import { failureOf } from './build-failure.ts';
import { diagnose } from './diagnose.ts';
import { nativeSystem } from './emulation.ts';
import type { ResolvedFlake } from './flake.ts';
import type { NixSite } from './site.ts';
import { compareText, parseStorePath, type StorePath } from './store-path.ts';

export interface BuildResult {
  readonly outputs: Readonly<Record<string, StorePath>>;
  /** What PATH will point into. */
  readonly storePath: StorePath;
  /** Undefined where a store path was asked for, not something to build. */
  readonly derivation: StorePath | undefined;
}

/**
 * Build what the flake names, or fetch it from where it is built already. Nix's own words go to the host's log.
 * @throws BuildError, SetupError, Failure, CancelledError
 */
export async function build(site: NixSite, flake: ResolvedFlake, host: Host): Promise<BuildResult> {
  let missing: CommandError | undefined;
  for (const attribute of attributesOf(flake)) {
    try {
      return await buildAttribute(site, flake, attribute, host);
    } catch (error) {
      if (!(error instanceof CommandError)) throw error;
      if (diagnose(error.stderr).kind !== 'attribute') throw await failureOf(error, site, flake);
      missing ??= error;
    }
  }
  if (missing === undefined) throw new Error('nothing was built');
  throw await failureOf(missing, site, flake);
}

/**
 * Nix looks for an attribute among the packages of the system that it runs on. For another one the place is written out;
 * `--system` would make Nix believe that it is that system, and so build natively what it can't.
 */
function attributesOf({ attribute, system }: ResolvedFlake): string[] {
  if (system === nativeSystem()) return [attribute];
  const [path = ''] = attribute.split('^');
  // Whoever names the system means just that place.
  if (path.split('.').includes(system)) return [attribute];
  return [`packages.${system}.${attribute}`, `legacyPackages.${system}.${attribute}`];
}

async function buildAttribute(site: NixSite, flake: ResolvedFlake, attribute: string, host: Host): Promise<BuildResult> {
  try {
    return parseBuildResult(await runBuild(site, [`${flake.reference}#${attribute}`], host));
  } catch (error) {
    // Nix 2.8 knows outputs as attributes only: `multi.man` for `multi^man`.
    const asAttributes = attribute.includes('^') && error instanceof CommandError && error.stderr.includes('is not a valid URL');
    if (!asAttributes) throw error;
    return parseBuildResult(await runBuild(site, await outputAttributes(site, flake, attribute), host));
  }
}

/** What Nix says when it is told to stop, and what we say better: see {@link failureOf}. */
const NOISE = /interrupted by the user|does not provide attribute/;

async function runBuild(site: NixSite, installables: readonly string[], host: Host): Promise<string> {
  // --json where --print-out-paths would do, because Nix 2.8 has only that.
  const command = ['nix', 'build', '--json', '--no-link', '--no-write-lock-file', '--print-build-logs'];
  return site.capture([...command, ...installables], {
    onStderr: (line) => {
      if (!NOISE.test(line)) host.info(line);
    },
  });
}

async function outputAttributes(site: NixSite, flake: ResolvedFlake, installable: string): Promise<string[]> {
  const [attribute = '', outputs = ''] = installable.split('^');
  const place = `${flake.reference}#${attribute}`;
  const names = outputs === '*' ? await outputNames(site, place) : outputs.split(',');
  return names.map((name) => `${place}.${name}`);
}

async function outputNames(site: NixSite, place: string): Promise<string[]> {
  return JSON.parse(await site.capture(['nix', 'eval', '--json', '--no-write-lock-file', `${place}.outputs`])) as string[];
}

/**
 * Reads the answer of `nix build --json`: a list with an entry for each thing that was asked for, a derivation with its
 * outputs or a bare store path.
 *
 * PATH gets the output `bin` where there is one, as nixpkgs' `getBin` and `nix profile` have it: programs are there,
 * while `out` may hold none. Else `out`; else the first by name, when only others were asked for (`^man`).
 */
export function parseBuildResult(json: string): BuildResult {
  const outputs: Record<string, StorePath> = {};
  let derivation: StorePath | undefined;
  for (const entry of entriesOf(json)) {
    if (typeof entry === 'string') {
      outputs['out'] = parseStorePath(entry);
      continue;
    }
    if (entry.path !== undefined) outputs['out'] = parseStorePath(entry.path);
    if (entry.drvPath !== undefined) derivation ??= parseStorePath(entry.drvPath);
    for (const [name, value] of Object.entries(entry.outputs ?? {})) outputs[name] = outputPath(name, value);
  }
  const sorted = Object.entries(outputs).sort(([a], [b]) => compareText(a, b));
  const storePath = outputs['bin'] ?? outputs['out'] ?? sorted[0]?.[1];
  if (storePath === undefined) throw new Failure('Nix built nothing: “nix build --json” names no output.');
  return { outputs: Object.fromEntries(sorted), storePath, derivation };
}

interface BuiltEntry {
  readonly path?: string;
  readonly drvPath?: string;
  readonly outputs?: Readonly<Record<string, unknown>>;
}

function entriesOf(json: string): (BuiltEntry | string)[] {
  try {
    const parsed: unknown = JSON.parse(json);
    return Array.isArray(parsed) ? (parsed as (BuiltEntry | string)[]) : [];
  } catch (cause) {
    throw new Failure('“nix build --json” wrote something that is not JSON.', { cause });
  }
}

function outputPath(name: string, value: unknown): StorePath {
  const text = typeof value === 'object' && value !== null ? (value as { path?: unknown }).path : value;
  if (typeof text !== 'string') throw new Failure(`Nix built the output “${name}”, but does not say where it is.`);
  return parseStorePath(text);
}
