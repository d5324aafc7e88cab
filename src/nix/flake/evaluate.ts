import { CancelledError, Failure, SetupError } from '../../kit/errors.ts';
import { inParallel } from '../../kit/parallel.ts';
import { narHashOf } from '../nar/nar-hash.ts';
import type { NixSite } from '../run/site.ts';
import { parseStorePath, type StorePath } from '../store/store-path.ts';
import { chosen, dryRun, parseBuildResult, type BuiltOutputs } from './build.ts';
import { answerFunction, type Answer } from './evaluate-expression.ts';
import { evaluateTogether, type Question } from './evaluate-together.ts';
import { attributePaths, withAttribute } from './flake-attributes.ts';
import { flakeArguments, type ResolvedFlake } from './flake.ts';
import { splitChoice } from './split-choice.ts';

/** What a flake would be built to, as far as that can be known without building it. */
export type Evaluation =
  /** What `build` would return for it. */
  | ({ readonly kind: 'outputs'; /** The names of what an environment was put together from, if it says so. */ readonly parts?: readonly string[] } & Pick<BuiltOutputs, 'outputs' | 'storePath'>)
  /** It evaluates, but where its outputs will be only a build can tell. */
  | { readonly kind: 'unknown'; readonly why: string }
  /** With the words that a failed build would have. */
  | { readonly kind: 'failed'; readonly error: Failure };

/** What a development shell's Feature holds depends on what building the shell tells. */
export const UNKNOWN_SHELL: Evaluation = { kind: 'unknown', why: 'only building a development shell tells its store paths' };

/** The name of a store path (Nix manual, "Store path"). */
const STORE_NAME = /^[A-Za-z0-9+\-._?=]{1,211}$/;

/** Folders that are hashed at a time, and Nix processes for flakes that can't be evaluated together. */
const HASHES = 8;
const PROCESSES = 4;

/** A folder whose name needs no escaping in a reference; see PLAIN_PATH in flake.ts. */
const PLAIN_FOLDER = /^path:(\/[A-Za-z0-9/._~+-]*)$/;

/**
 * Finds out which store paths flakes would be built to. Nothing is built (but for what a flake itself imports from a build), and
 * nothing is written to the user's folders.
 *
 * Flakes in local folders are evaluated together in one Nix process; others, and those that fail there, alone.
 *
 * @returns one for each flake, in their order; a flake's own faults are values
 * @throws SetupError (the machine lacks something), CancelledError
 */
export async function evaluate(site: NixSite, flakes: readonly ResolvedFlake[]): Promise<readonly Evaluation[]> {
  const answers = await evaluateTogether(site, await questionsOf(flakes));
  return inParallel(PROCESSES, [...flakes.entries()], ([id, flake]) => {
    if (flake.shell !== undefined) return Promise.resolve(UNKNOWN_SHELL);
    const answer = answers.get(id);
    return faultsAsValues(async () => (answer === undefined ? evaluateAlone(site, flake) : evaluationOf(site, flake, answer)));
  });
}

async function questionsOf(flakes: readonly ResolvedFlake[]): Promise<Question[]> {
  const folders = [...new Set(flakes.map(folderOf))].filter((folder) => folder !== undefined);
  const locked = new Map(await inParallel(HASHES, folders, async (folder) => [folder, await lockedReference(folder)] as const));
  return [...flakes.entries()].flatMap(([id, flake]) => {
    const reference = locked.get(folderOf(flake) ?? '');
    const paths = attributePaths(flake);
    // Another nixpkgs is given on the command line, which is one for all.
    return reference === undefined || paths === undefined || flake.nixpkgs !== undefined || flake.shell !== undefined ? [] : [{ id, reference, paths, choice: splitChoice(flake.attribute).choice }];
  });
}

function folderOf({ reference }: ResolvedFlake): string | undefined {
  return PLAIN_FOLDER.exec(reference)?.[1];
}

/**
 * A reference that pure evaluation takes, as it says what is in the folder. The time is given because some flakes look
 * at it, and Nix doesn't if it has the contents in its store already.
 * @returns undefined for a folder that can't be read, about which Nix itself has to complain
 */
async function lockedReference(folder: string): Promise<string | undefined> {
  try {
    const { narHash, lastModified } = await narHashOf(folder);
    return `path:${folder}?lastModified=${lastModified}&narHash=${encodeURIComponent(narHash)}`;
  } catch (error) {
    if (error instanceof Failure || (error as NodeJS.ErrnoException).code !== undefined) return undefined;
    throw error;
  }
}

async function evaluateAlone(site: NixSite, flake: ResolvedFlake): Promise<Evaluation> {
  const json = await withAttribute(site, flake, (attribute) => {
    const { path, choice } = splitChoice(attribute);
    const command = ['nix', 'eval', '--json', ...flakeArguments(flake), `${flake.reference}#${path}`];
    return site.capture([...command, '--apply', answerFunction(choice)]);
  });
  return evaluationOf(site, flake, JSON.parse(json) as Answer);
}

async function evaluationOf(site: NixSite, flake: ResolvedFlake, { outputs, parts }: Answer): Promise<Evaluation> {
  if (outputs === undefined) return evaluationOfDryRun(await dryRun(site, flake));
  const known = knownOutputs(() => chosen(Object.fromEntries(Object.entries(outputs).map(([name, path]): [string, StorePath] => [name, parseStorePath(path)]))));
  return known.kind === 'outputs' && areNames(parts) ? { ...known, parts } : known;
}

/** A flake may say anything. */
function areNames(parts: unknown): parts is readonly string[] {
  return Array.isArray(parts) && parts.every((part) => typeof part === 'string' && STORE_NAME.test(part));
}

function evaluationOfDryRun(json: string): Evaluation {
  return knownOutputs(() => parseBuildResult(json));
}

/** What a content-addressed derivation will come to has no store path yet, but a placeholder or nothing at all. */
function knownOutputs(read: () => Pick<BuiltOutputs, 'outputs' | 'storePath'>): Evaluation {
  try {
    const { outputs, storePath } = read();
    return { kind: 'outputs', outputs, storePath };
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return { kind: 'unknown', why: 'its store paths are known only after a build, as with content-addressed derivations' };
  }
}

async function faultsAsValues(work: () => Promise<Evaluation>): Promise<Evaluation> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Failure) || error instanceof SetupError || error instanceof CancelledError) throw error;
    return { kind: 'failed', error };
  }
}
