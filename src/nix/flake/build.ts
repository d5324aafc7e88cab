import { Field } from '../../json/field.ts';
import { parsedJson } from '../../json/parse-json.ts';
import { CommandError, Failure } from '../../kit/errors.ts';
import { captureInRuns } from '../run/capture-in-runs.ts';
import { JSON_LOG, NixLog, type NixProgress } from '../run/nix-log.ts';
import type { NixSite } from '../run/site.ts';
import { askVersion, parseNixVersion } from '../run/version.ts';
import { compareText, isStorePath, parseStorePath, type StorePath } from '../store/store-path.ts';
import { answerFunction, type Answer } from './evaluate-expression.ts';
import { withAttribute } from './flake-attributes.ts';
import { flakeArguments, type ResolvedFlake } from './flake.ts';
import { splitChoice } from './split-choice.ts';
import type { RunOptions } from '../../programs/command.ts';

/** Where what was built is. */
export interface BuiltOutputs {
  readonly outputs: Readonly<Record<string, StorePath>>;
  /** What PATH will point into. */
  readonly storePath: StorePath;
  /** Undefined if a store path was requested, which needs no build. */
  readonly derivation: StorePath | undefined;
}

/**
 * Builds what the flake names, or fetches it from where it is built already.
 * @param options who is told what Nix says meanwhile and how far it is, and what ends it
 * @throws BuildError, SetupError, Failure, CancelledError
 */
export async function buildOutputs(site: NixSite, flake: ResolvedFlake, options: BuildOptions): Promise<BuiltOutputs> {
  const run: Run = (installables) => buildAndTell(site, [...BUILD, ...JSON_LOG, ...flakeArguments(flake), ...installables], options);
  return parseBuildResult(await withAttribute(site, flake, (attribute) => buildAttribute(site, flake, attribute, run)));
}

export interface BuildOptions extends Pick<RunOptions, 'onStderr' | 'signal'> {
  readonly onProgress?: ((progress: NixProgress) => void) | undefined;
}

/** What Nix says in JSON is read on the way; an error has it as a person would have seen it. */
async function buildAndTell(site: NixSite, argv: readonly string[], { onStderr, onProgress, signal }: BuildOptions): Promise<string> {
  const log = new NixLog();
  const take = (line: string): void => {
    for (const each of log.take(line)) onStderr?.(each);
    onProgress?.(log.progress);
  };
  try {
    return await site.capture(argv, { onStderr: take, signal });
  } catch (error) {
    if (!(error instanceof CommandError)) throw error;
    const last = log.said.trimEnd().split('\n').at(-1) ?? '';
    const { command, exitCode, cause } = error;
    throw new CommandError(`"nix build" failed with exit code ${exitCode ?? 'none'}: ${last}`, { command, exitCode, stderr: log.said }, { cause });
  }
}

/**
 * Returns what Nix would build for a flake, in the words of `nix build --json`; an output that only building can tell is null.
 * Nothing is built, but binary caches are asked for what is not there.
 * @throws BuildError, SetupError, Failure, CancelledError
 */
export async function dryRun(site: NixSite, flake: ResolvedFlake): Promise<string> {
  const run: Run = (installables) => site.capture([...BUILD, ...flakeArguments(flake), '--dry-run', ...installables]);
  return withAttribute(site, flake, (attribute) => buildAttribute(site, flake, attribute, run));
}

/**
 * Returns the outputs of all that Nix would build for a flake, as far as they are known before. Nothing is built.
 * @throws BuildError, SetupError, Failure, CancelledError
 */
export async function outputsToBuild(site: NixSite, flake: ResolvedFlake): Promise<readonly StorePath[]> {
  const derivations = new Set<StorePath>();
  // Nix lists what it would build, and what it would fetch; only the former are derivations.
  const onStderr = (line: string): void => {
    const path = /^\s+(\S+\.drv)$/.exec(line)?.[1] ?? '';
    if (isStorePath(path)) derivations.add(path);
  };
  const run: Run = (installables) => site.capture([...BUILD, '--dry-run', ...installables], { onStderr });
  await withAttribute(site, flake, (attribute) => buildAttribute(site, flake, attribute, run));
  const listed = await captureInRuns(site, ['nix-store', '--query', '--outputs'], [...derivations]);
  return listed.split('\n').filter(isStorePath);
}

/** --json where --print-out-paths would do, because Nix 2.8 has only that. */
const BUILD = ['nix', 'build', '--json', '--no-link'];

type Run = (installables: readonly string[]) => Promise<string>;

async function buildAttribute(site: NixSite, flake: ResolvedFlake, attribute: string, run: Run): Promise<string> {
  const { reference } = flake;
  return run((await isOld(site)) ? await outputAttributes(site, flake, attribute) : [`${reference}#${attribute}`]);
}

/** Nix 2.8 knows neither `^` nor `meta.outputsToInstall`. */
async function isOld(site: NixSite): Promise<boolean> {
  const version = parseNixVersion(await askVersion(site));
  return version?.major === 2 && version.minor < 9;
}

/** What is built is looked at before, and an evaluation is spared if its answer is kept. By the flake that the site was asked about. */
const OUTPUTS = new WeakMap<NixSite, Map<string, Promise<readonly string[]>>>();

/** Outputs as attributes: `multi.man` for `multi^man`. What has none that are attributes is left as it is. */
function outputAttributes(site: NixSite, flake: ResolvedFlake, attribute: string): Promise<readonly string[]> {
  const known = OUTPUTS.get(site) ?? new Map<string, Promise<readonly string[]>>();
  OUTPUTS.set(site, known);
  const question = [...flakeArguments(flake), `${flake.reference}#${attribute}`].join(' ');
  const asked = known.get(question) ?? askOutputs(site, flake, attribute);
  known.set(question, asked);
  asked.catch(() => known.delete(question));
  return asked;
}

async function askOutputs(site: NixSite, flake: ResolvedFlake, attribute: string): Promise<readonly string[]> {
  const { path: name, choice } = splitChoice(attribute);
  const path = `${flake.reference}#${name}`;
  const json = await site.capture(['nix', 'eval', '--json', ...flakeArguments(flake), path, '--apply', answerFunction(choice)]);
  const { outputs } = JSON.parse(json) as Answer;
  if (outputs !== undefined) return Object.keys(outputs).map((output) => `${path}.${output}`);
  return choice === undefined || choice === '*' ? [path] : choice.map((output) => `${path}.${output}`);
}

/**
 * Reads the answer of `nix build --json`: a list with an entry for each thing that was asked for, a derivation with its
 * outputs or a bare store path.
 */
export function parseBuildResult(json: string): BuiltOutputs {
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
  return { ...chosen(outputs), derivation };
}

/**
 * Puts outputs in order, and chooses the one for PATH: `bin` if there is one, as nixpkgs' `getBin` and `nix profile`
 * have it: programs are there, while `out` may hold none. Else `out`; else the first by name, when only others were
 * asked for (`^man`).
 * @throws Failure if there are none
 */
export function chosen(outputs: Readonly<Record<string, StorePath>>): Pick<BuiltOutputs, 'outputs' | 'storePath'> {
  const sorted = Object.entries(outputs).sort(([a], [b]) => compareText(a, b));
  const storePath = outputs['bin'] ?? outputs['out'] ?? sorted[0]?.[1];
  if (storePath === undefined) throw new Failure('Nix built nothing: "nix build --json" names no output.');
  return { outputs: Object.fromEntries(sorted), storePath };
}

const MOST_ENTRIES = 10_000;

interface BuiltEntry {
  readonly path?: string;
  readonly drvPath?: string;
  readonly outputs?: Readonly<Record<string, unknown>>;
}

function entriesOf(json: string): (BuiltEntry | string)[] {
  const parsed = parsedJson(json, refuse);
  if (!Array.isArray(parsed)) return [];
  Field.of(parsed, refuse).each(MOST_ENTRIES, (entry) => {
    if (typeof entry.value === 'string') return;
    for (const name of ['path', 'drvPath']) entry.get(name).optional((path) => path.text());
    entry.get('outputs').optional((outputs) => outputs.object());
  });
  return parsed as (BuiltEntry | string)[];
}

function outputPath(name: string, value: unknown): StorePath {
  const text = typeof value === 'object' && value !== null ? (value as { path?: unknown }).path : value;
  if (typeof text !== 'string') throw new Failure(`Nix built the output "${name}" but did not say where it is.`);
  return parseStorePath(text);
}

function refuse(why: string): never {
  throw new Failure(`"nix build --json" gave an invalid answer: ${why}.`);
}
