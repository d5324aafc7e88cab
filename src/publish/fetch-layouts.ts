import { join } from 'node:path';
import { parseArtifactName } from '../host/github/artifact-name.ts';
import { isFeatureId } from '../identity.ts';
import { Failure, InputError, SetupError } from '../kit/errors.ts';
import { formatList } from '../kit/format.ts';
import type { ArtifactStore, FoundArtifact, Host } from '../kit/host.ts';
import { ARCHES, type Arch } from '../platform.ts';

const ARCH = ARCHES.join('|');
const NAME = new RegExp(`^feature-(?<id>.+?)-(?<arches>(?:${ARCH})(?:-(?:${ARCH}))*)$`);

export interface WantedLayouts {
  /** The Feature; undefined: the only one there is. */
  readonly id: string | undefined;
  /** The platforms that are required; empty: those that exist. */
  readonly arches: readonly Arch[];
}

/** Who has the run's artifacts. */
export type ArtifactHost = Pick<Host, 'artifacts' | 'info'>;

/** An artifact that holds a build of a Feature. */
interface BuiltArtifact {
  readonly artifact: FoundArtifact;
  readonly id: string;
  readonly arches: readonly Arch[];
}

/**
 * Downloads the layouts that the run's jobs have built, for each platform that of the newest attempt.
 * @param folder where to; each artifact into a folder of its name
 * @returns their folders
 * @throws SetupError if there is no artifact service; Failure if there is nothing; InputError if it isn't clear which
 */
export async function fetchLayouts(host: ArtifactHost, wanted: WantedLayouts, folder: string): Promise<readonly string[]> {
  const { artifacts } = host;
  if (artifacts === undefined) {
    throw new SetupError('There are no artifacts to publish here.', {
      hint: 'Name the folders of layouts in "layouts".',
      inTerminal: 'Name the layouts: nix-feature publish <layout> …',
    });
  }
  const all = await artifacts.list();
  const chosen = newestOfEach(builtOf(all, wanted.id));
  refuseSeveral(chosen);
  const missing = wanted.arches.filter((arch) => !chosen.some(({ arches }) => arches.includes(arch)));
  if (chosen.length === 0 || missing.length > 0) await refuseExpired(artifacts, wanted.id, missing);
  if (chosen.length === 0) throw nothingThere(artifacts, all, wanted.id);
  const folders: string[] = [];
  for (const { artifact } of chosen) {
    const target = join(folder, artifact.name);
    await artifacts.download(artifact, target);
    folders.push(target);
  }
  host.info(`Publishing what ${formatList(chosen.map(({ artifact }) => artifact.name))} hold${chosen.length === 1 ? 's' : ''}.`);
  return folders;
}

function builtOf(all: readonly FoundArtifact[], id: string | undefined): readonly BuiltArtifact[] {
  return all.flatMap((artifact) => {
    const built = readName(artifact.base, id);
    return built === undefined ? [] : [{ artifact, ...built }];
  });
}

/** What an artifact's name says. An id may end like a platform, so that the one that is looked for counts. */
function readName(base: string, id: string | undefined): Omit<BuiltArtifact, 'artifact'> | undefined {
  const prefix = `feature-${id ?? ''}-`;
  if (id !== undefined && !base.startsWith(prefix)) return undefined;
  const { id: found = '', arches = '' } = NAME.exec(id === undefined ? base : `feature-x-${base.slice(prefix.length)}`)?.groups ?? {};
  // Folders are made by these names.
  if (arches === '' || (id === undefined ? !isFeatureId(found) : found !== 'x')) return undefined;
  return { id: id ?? found, arches: arches.split('-') as Arch[] };
}

/** A later attempt may have built some platforms again: what an earlier one built of these no longer counts. */
function newestOfEach(built: readonly BuiltArtifact[]): readonly BuiltArtifact[] {
  const isReplaced = ({ artifact, id, arches }: BuiltArtifact): boolean =>
    arches.every((arch) => built.some((other) => other.id === id && other.artifact.attempt > artifact.attempt && other.arches.includes(arch)));
  return built.filter((each) => !isReplaced(each));
}

function refuseSeveral(chosen: readonly BuiltArtifact[]): void {
  const ids = [...new Set(chosen.map(({ id }) => id))].sort();
  if (ids.length < 2) return;
  throw new InputError('feature-id', `feature-id: is missing, and this run built several Features: ${formatList(ids)}.`, {
    hint: 'Publish each with a step of its own that names it.',
  });
}

/** @param missing the platforms that are missing; none if all are @throws Failure if what is missing has expired */
async function refuseExpired(artifacts: ArtifactStore, id: string | undefined, missing: readonly Arch[]): Promise<void> {
  const gone = (await artifacts.expired()).filter((name) => {
    const built = readName(parseArtifactName(name).base, id);
    return built !== undefined && (missing.length === 0 || built.arches.some((arch) => missing.includes(arch)));
  });
  if (gone.length === 0) return;
  throw new Failure(`${formatList(gone)} ${gone.length === 1 ? 'has' : 'have'} expired, so there is nothing to publish.`, {
    hint: 'Choose "Re-run all jobs" to build it again. "retention-days" of the build jobs sets how long an artifact is kept.',
  });
}

function nothingThere({ attempt }: ArtifactStore, all: readonly FoundArtifact[], id: string | undefined): Failure {
  const what = id === undefined ? 'no artifact of a Feature' : `no artifact of the Feature "${id}"`;
  const hint = 'The build jobs must run before this one (needs:), and must not set upload-artifact: false.';
  return new Failure(`This run has ${what}; it has ${formatList(all.map(({ name }) => name)) || 'no artifact at all'}.`, {
    hint: attempt > 1 ? `${hint} The artifacts of an earlier attempt may be gone: choose "Re-run all jobs".` : hint,
  });
}

/**
 * Checks that an artifact contains what its name says, because any job of the run may upload one under any free name.
 * @param name with or without an attempt
 * @throws Failure
 */
export function checkArtifactName(name: string, id: string, arches: readonly Arch[]): void {
  const named = readName(parseArtifactName(name).base, id)?.arches.toSorted().join(' and ');
  const held = arches.toSorted().join(' and ');
  if (named === held) return;
  throw new Failure(`The artifact ${name} was not published: it holds the Feature ${id} for ${held}.`, {
    hint: 'Nothing was sent. Another job has used that name.',
  });
}
