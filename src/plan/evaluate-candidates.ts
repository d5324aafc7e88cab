import { Failure, SetupError } from '../kit/errors.ts';
import { formatCount, formatNumberOf } from '../kit/format.ts';
import type { Host } from '../kit/host.ts';
import { inParallel } from '../kit/in-parallel.ts';
import type { Stages } from '../kit/stages.ts';
import { evaluate, type Evaluation } from '../nix/flake/evaluate.ts';
import { resolveFlake, type ResolvedFlake } from '../nix/flake/flake.ts';
import { SeenFolders } from '../nix/flake/seen-folder.ts';
import type { NixSite } from '../nix/run/site.ts';
import { folderHash, isBuiltFrom } from '../place/same-source.ts';
import { findNixpkgs } from '../place/find-nixpkgs.ts';
import { followed } from '../place/follow-base.ts';
import { openHostSite, startSite } from '../place/site.ts';
import { archOfNode, systemOf, type Arch } from '../platform.ts';
import type { PlanRequest } from '../request.ts';
import type { Candidate } from './candidate.ts';
import type { LastRelease } from './facts.ts';

/** Folders that are looked into at once; each has a file open. */
const AT_ONCE = 16;
/** Folders that a container sees each by itself; of more there is one folder of copies. */
const MOST_MOUNTS = 20;

interface Tools {
  readonly host: Host;
  readonly stages: Stages;
}

export interface Evaluations {
  /** By id. */
  readonly of: ReadonlyMap<string, ReadonlyMap<Arch, Evaluation>>;
  /** How many of them took a Nix to know. */
  readonly evaluated: number;
}

interface PlannedOutput {
  readonly candidate: Candidate;
  readonly arch: Arch;
}

/**
 * What the candidates would be built to, for each platform. A flake that is the same as when it was published is known by
 * its hash; all others are evaluated in one place. If there is none to ask about, nothing is started.
 * @param releases the last ones, by id
 * @throws SetupError, BaseError, RegistryError, CancelledError; a flake's own faults are values
 */
export async function evaluateCandidates(
  candidates: readonly Candidate[],
  releases: ReadonlyMap<string, LastRelease>,
  request: PlanRequest,
  { host, stages }: Tools,
): Promise<Evaluations> {
  if (candidates.length === 0) return { of: new Map(), evaluated: 0 };
  await using cleanup = new AsyncDisposableStack();
  const questions = candidates.flatMap((candidate) => request.arches.map((arch) => ({ candidate, arch })));
  const seenFolders = new SeenFolders(cleanup, { copyAll: request.buildIn === 'container' && candidates.length > MOST_MOUNTS, lists: candidates[0]?.lists });
  const flakes = await inParallel(AT_ONCE, questions, (question) => resolved(question, { host, cleanup, seenFolders, include: request.include ?? [] }));
  const remembered = await remember(questions, flakes.map((flake) => (isSound(flake) ? unlessFollowing(flake, request) : flake)), releases);
  const unknown = flakes.filter((_, index) => remembered[index] === undefined);
  const site = unknown.some(isSound) ? await openSite(request, unknown.filter(isSound), { host, stages, cleanup }) : undefined;
  const open = await following(unknown, request, { host, site });
  // Awaited here: what was opened goes away with this function.
  return await stages.run('Evaluate the flakes', {}, async () => {
    const evaluations = (await evaluateSound(site, open)).values();
    const all = remembered.map((known) => known ?? evaluations.next().value);
    const known = questions.length - open.length;
    return [{ of: byCandidate(questions, all), evaluated: open.length }, `${formatNumberOf(questions.length, 'output')}${known === 0 ? '' : `, ${formatCount(known)} of them of flakes that are the same as before`}`];
  });
}

/** The folder of a flake that follows something else does not say by itself what is built. */
function unlessFollowing(flake: ResolvedFlake, { nixpkgs, followBase = false }: PlanRequest): ResolvedFlake {
  return nixpkgs === undefined && !followBase ? flake : { ...flake, seen: undefined };
}

/** The flakes with the nixpkgs that they are to be built with; the base is asked once. */
async function following(
  flakes: readonly (ResolvedFlake | Failure)[],
  request: PlanRequest,
  { host, site }: { readonly host: Host; readonly site: NixSite | undefined },
): Promise<readonly (ResolvedFlake | Failure)[]> {
  let asked: Promise<string | undefined> | undefined;
  const ask = (): Promise<string | undefined> => {
    const [base] = request.bases;
    if (base === undefined) return Promise.resolve(undefined);
    asked ??= findNixpkgs(base, { request, arch: machineArch(), host }, request.buildIn === 'host' ? undefined : site);
    return asked;
  };
  const quiet = { info: (line: string) => host.debug(line), notice: (line: string) => host.debug(line) };
  return inParallel(AT_ONCE, flakes, async (flake) => (isSound(flake) ? followed(flake, request, ask, quiet) : flake));
}

/** Whatever it is for, a flake is evaluated without emulation. */
function machineArch(): Arch {
  return archOfNode(process.arch) ?? 'amd64';
}

/** What flakes were evaluated to when they were published, of those that are still the same. */
async function remember(
  questions: readonly PlannedOutput[],
  flakes: readonly (ResolvedFlake | Failure)[],
  releases: ReadonlyMap<string, LastRelease>,
): Promise<readonly (Evaluation | undefined)[]> {
  const hashes = new Map<string, ReturnType<typeof folderHash>>();
  const hashOf: typeof folderHash = (folder) => {
    const hash = hashes.get(folder) ?? folderHash(folder);
    hashes.set(folder, hash);
    return hash;
  };
  return inParallel(AT_ONCE, [...questions.entries()], async ([index, { candidate, arch }]) => {
    const released = releases.get(candidate.metadata.id)?.platforms.get(arch);
    const flake = flakes[index];
    if (released === undefined || flake === undefined || !isSound(flake) || !(await isBuiltFrom(released, flake, hashOf))) return undefined;
    return { kind: 'outputs', outputs: released.outputs, storePath: released.storePath };
  });
}

interface Resolving {
  readonly host: Host;
  readonly cleanup: AsyncDisposableStack;
  readonly seenFolders: SeenFolders;
  readonly include: readonly string[];
}

async function resolved({ candidate, arch }: PlannedOutput, { host, cleanup, seenFolders, include }: Resolving): Promise<ResolvedFlake | Failure> {
  try {
    return await resolveFlake(
      { kind: 'folder', folder: candidate.folder, attribute: 'default' },
      // What there is to warn about, the build says.
      {
        system: systemOf(arch),
        featureId: candidate.metadata.id,
        featureFolder: candidate.folder,
        include,
        seenFolders,
        host: { ...host, warning: (message) => host.debug(message), info: (message) => host.debug(message) },
        cleanup,
      },
    );
  } catch (error) {
    if (!(error instanceof Failure) || error instanceof SetupError) throw error;
    return error;
  }
}

/** Evaluates those that could be resolved; the others have failed already. */
async function evaluateSound(site: NixSite | undefined, flakes: readonly (ResolvedFlake | Failure)[]): Promise<readonly Evaluation[]> {
  const evaluations = site === undefined ? [] : [...(await evaluate(site, flakes.filter(isSound)))];
  return flakes.map((flake) => {
    if (flake instanceof Failure) return { kind: 'failed', error: flake };
    const evaluation = evaluations.shift();
    if (evaluation === undefined) throw new Error('an evaluation is missing');
    return evaluation;
  });
}

function isSound(flake: ResolvedFlake | Failure): flake is ResolvedFlake {
  return !(flake instanceof Failure);
}

async function openSite(request: PlanRequest, flakes: readonly ResolvedFlake[], tools: Tools & { readonly cleanup: AsyncDisposableStack }): Promise<NixSite> {
  const arch = machineArch();
  if (request.buildIn === 'host') return (await openHostSite({ request, arch, ...tools })).site;
  return (await startSite({ request, arch, ...tools }, [...new Set([...flakes.flatMap(({ mounts }) => mounts), ...(request.nixpkgs?.mount === undefined ? [] : [request.nixpkgs.mount])])])).site;
}

function byCandidate(questions: readonly PlannedOutput[], evaluations: readonly (Evaluation | undefined)[]): ReadonlyMap<string, ReadonlyMap<Arch, Evaluation>> {
  const all = new Map<string, Map<Arch, Evaluation>>();
  for (const [index, { candidate, arch }] of questions.entries()) {
    const { id } = candidate.metadata;
    const evaluation = evaluations[index];
    if (evaluation !== undefined) all.set(id, (all.get(id) ?? new Map<Arch, Evaluation>()).set(arch, evaluation));
  }
  return all;
}
