import { Failure, SetupError } from '../kit/errors.ts';
import { formatCount, formatNumberOf } from '../kit/format.ts';
import type { Job } from '../kit/host.ts';
import { inParallel } from '../kit/parallel.ts';
import { evaluate, UNKNOWN_SHELL, type Evaluation } from '../nix/flake/evaluate.ts';
import { resolveFlake, type ResolvedFlake } from '../nix/flake/flake.ts';
import { SeenFolders } from '../nix/flake/seen-folder.ts';
import type { NixSite } from '../nix/run/site.ts';
import { folderHash, isBuiltFrom } from '../place/same-source.ts';
import { findNixpkgs, registryIn } from '../place/find-nixpkgs.ts';
import { followed } from '../place/follow-base.ts';
import { readBases } from '../place/read-bases.ts';
import { openHostSite, startSite } from '../place/site.ts';
import { archOfNode, systemOf, type Arch } from '../platform.ts';
import type { PlanRequest } from '../request/build.ts';
import type { Candidate } from './candidate.ts';
import type { LastRelease } from './facts.ts';
import type { Planning } from './planning.ts';

/** Folders that are looked into at once; each has a file open. */
const AT_ONCE = 16;
/** Folders that a container sees each by itself; of more there is one folder of copies. */
const MOST_MOUNTS = 20;

/** What evaluating takes of a plan. */
type Evaluating = Omit<Planning, 'readers' | 'stop'>;

export interface Evaluations {
  /** By id. */
  readonly of: ReadonlyMap<string, ReadonlyMap<Arch, Evaluation>>;
  /** How many of them took a Nix to know. */
  readonly evaluated: number;
}

/** What the build of a candidate would make for one platform, which is to be found out. */
interface PlannedOutput {
  readonly candidate: Candidate;
  readonly arch: Arch;
  /** A failure if the flake could not be read. */
  readonly flake: ResolvedFlake | Failure;
}

/**
 * Returns the store paths that the candidates would be built to, for each platform. A flake that is the same as when it was published is known by
 * its hash; all others are evaluated in one place. If there is none to ask about, nothing is started.
 * @param releases the last ones, by id
 * @throws SetupError, BaseError, RegistryError, CancelledError; a flake's own faults are values
 */
export async function evaluateCandidates(
  candidates: readonly Candidate[],
  releases: ReadonlyMap<string, LastRelease>,
  planning: Evaluating,
): Promise<Evaluations> {
  if (candidates.length === 0) return { of: new Map(), evaluated: 0 };
  await using cleanup = new AsyncDisposableStack();
  const { request, stages } = planning;
  const outputs = await plannedOutputs(candidates, planning, cleanup);
  const remembered = await remember(outputs, releases, request);
  // What a shell is built to, evaluating does not tell.
  const [shells, unknown] = partition(outputs.filter((output) => !remembered.has(output)), ({ flake }) => isSound(flake) && flake.shell !== undefined);
  const flakes = unknown.flatMap(({ flake }) => (isSound(flake) ? [flake] : []));
  const site = flakes.length === 0 ? undefined : await openSite(flakes, planning, cleanup);
  const open = await following(unknown, planning, site);
  // Awaited here: what was opened goes away with this function.
  return await stages.run('Evaluate the flakes', {}, async () => {
    const untold = shells.map((output) => [output, UNKNOWN_SHELL] as const);
    const evaluations = [...remembered, ...untold, ...(await evaluateOpen(site, open))];
    const same = remembered.size === 0 ? '' : `, ${formatCount(remembered.size)} of them of flakes that are the same as before`;
    return [{ of: byCandidate(evaluations), evaluated: open.length }, `${formatNumberOf(outputs.length, 'output')}${same}`];
  });
}

function partition<T>(all: readonly T[], is: (each: T) => boolean): readonly [readonly T[], readonly T[]] {
  return [all.filter(is), all.filter((each) => !is(each))];
}

/** Reads each candidate's flake for each platform. */
function plannedOutputs(candidates: readonly Candidate[], { request: { arches, buildIn, include }, host }: Evaluating, cleanup: AsyncDisposableStack): Promise<readonly PlannedOutput[]> {
  // What there is to warn about, the build says.
  const quiet = { ...host, warning: (message: string) => host.debug(message), info: (message: string) => host.debug(message) };
  const copyAll = buildIn === 'container' && candidates.length > MOST_MOUNTS;
  const seenFolders = new SeenFolders(cleanup, { copyAll, lists: candidates[0]?.lists });
  const wanted = candidates.flatMap((candidate) => arches.map((arch) => ({ candidate, arch })));
  return inParallel(AT_ONCE, wanted, async ({ candidate, arch }) => ({ candidate, arch, flake: await resolved(candidate, arch, { job: quiet, cleanup, seenFolders, include }) }));
}

/** Whose nixpkgs the flakes are evaluated with. */
type Following = Pick<PlanRequest, 'nixpkgs' | 'followBase'>;

/** The folder of a flake that follows something else does not say by itself what is built. */
function unlessFollowing(flake: ResolvedFlake, { nixpkgs, followBase }: Following): ResolvedFlake {
  return nixpkgs === undefined && !followBase ? flake : { ...flake, seen: undefined };
}

/** The outputs of flakes with the nixpkgs that they are to be built with; the base is asked once. */
async function following(
  outputs: readonly PlannedOutput[],
  { request, registries, host, stages }: Evaluating,
  site: NixSite | undefined,
): Promise<readonly PlannedOutput[]> {
  let asked: Promise<string | undefined> | undefined;
  const ask = (): Promise<string | undefined> => {
    const [base] = request.bases;
    if (base === undefined) return Promise.resolve(undefined);
    const place = { request, registries, arch: machineArch(), host, stages };
    asked ??= findNixpkgs(base, place, async () => (site === undefined || request.buildIn === 'host' ? (await readBases([base], place))[0]?.registry : registryIn(site)));
    return asked;
  };
  const quiet = { info: (line: string) => host.debug(line), notice: (line: string) => host.debug(line) };
  return inParallel(AT_ONCE, outputs, async (output) => (isSound(output.flake) ? { ...output, flake: await followed(output.flake, request, ask, quiet) } : output));
}

/** Whatever it is for, a flake is evaluated without emulation. */
function machineArch(): Arch {
  return archOfNode(process.arch) ?? 'amd64';
}

/** What flakes were evaluated to when they were published, of those that are still the same. */
async function remember(outputs: readonly PlannedOutput[], releases: ReadonlyMap<string, LastRelease>, nixpkgs: Following): Promise<ReadonlyMap<PlannedOutput, Evaluation>> {
  const hashes = new Map<string, ReturnType<typeof folderHash>>();
  const hashOf: typeof folderHash = (folder) => {
    const hash = hashes.get(folder) ?? folderHash(folder);
    hashes.set(folder, hash);
    return hash;
  };
  const known = await inParallel(AT_ONCE, outputs, async (output): Promise<readonly (readonly [PlannedOutput, Evaluation])[]> => {
    const { candidate, arch, flake } = output;
    const released = releases.get(candidate.metadata.id)?.platforms.get(arch);
    if (released === undefined || !isSound(flake) || !(await isBuiltFrom(released, unlessFollowing(flake, nixpkgs), hashOf))) return [];
    return [[output, { kind: 'outputs', outputs: released.outputs, storePath: released.storePath }]];
  });
  return new Map(known.flat());
}

interface Resolving {
  readonly job: Job;
  readonly cleanup: AsyncDisposableStack;
  readonly seenFolders: SeenFolders;
  readonly include: readonly string[];
}

async function resolved({ folder, metadata, flake }: Candidate, arch: Arch, resolving: Resolving): Promise<ResolvedFlake | Failure> {
  try {
    return await resolveFlake(flake, { ...resolving, system: systemOf(arch), featureId: metadata.id, featureFolder: folder });
  } catch (error) {
    if (!(error instanceof Failure) || error instanceof SetupError) throw error;
    return error;
  }
}

/** Evaluates those whose flakes could be read; the others have failed already. @param site undefined if there are only others */
async function evaluateOpen(site: NixSite | undefined, outputs: readonly PlannedOutput[]): Promise<readonly (readonly [PlannedOutput, Evaluation])[]> {
  const flakes = outputs.flatMap(({ flake }) => (isSound(flake) ? [flake] : []));
  const evaluations = site === undefined ? [] : [...(await evaluate(site, flakes))];
  return outputs.map((output) => {
    if (!isSound(output.flake)) return [output, { kind: 'failed', error: output.flake }];
    const evaluation = evaluations.shift();
    if (evaluation === undefined) throw new Error('an evaluation is missing');
    return [output, evaluation];
  });
}

function isSound(flake: ResolvedFlake | Failure): flake is ResolvedFlake {
  return !(flake instanceof Failure);
}

async function openSite(flakes: readonly ResolvedFlake[], planning: Evaluating, cleanup: AsyncDisposableStack): Promise<NixSite> {
  const arch = machineArch();
  const { request, host } = planning;
  if (request.buildIn === 'host') return (await openHostSite({ nix: request.nix, arch, job: host, cleanup })).site;
  const mounts = [...flakes.flatMap((flake) => flake.mounts), ...(request.nixpkgs?.mount === undefined ? [] : [request.nixpkgs.mount])];
  return (await startSite({ ...planning, arch, cleanup }, [...new Set(mounts)])).site;
}

function byCandidate(evaluations: readonly (readonly [PlannedOutput, Evaluation])[]): ReadonlyMap<string, ReadonlyMap<Arch, Evaluation>> {
  const all = new Map<string, Map<Arch, Evaluation>>();
  for (const [{ candidate, arch }, evaluation] of evaluations) {
    const { id } = candidate.metadata;
    all.set(id, (all.get(id) ?? new Map<Arch, Evaluation>()).set(arch, evaluation));
  }
  return all;
}
