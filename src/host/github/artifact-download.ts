import { mkdir, rm } from 'node:fs/promises';
import { Failure, messageOf } from '../../kit/errors.ts';
import type { ArtifactStore, FoundArtifact } from '../../kit/host.ts';
import { parseArtifactName } from './artifact-name.ts';
import type { GithubRest } from './github-rest.ts';

interface FindBy {
  readonly workflowRunId: number;
  readonly repositoryOwner: string;
  readonly repositoryName: string;
  readonly token: string;
}

/** The part of @actions/artifact's client that is needed. */
export interface ArtifactDownloader {
  listArtifacts(options: { latest: boolean }): Promise<{ artifacts: readonly { id: number; name: string; size: number; digest?: string }[] }>;
  downloadArtifact(id: number, options: { path: string; expectedHash?: string; findBy?: FindBy }): Promise<{ digestMismatch?: boolean }>;
}

/** How the artifacts of a run are reached. */
export interface ArtifactAccess {
  /** Fetches the client when it is first needed: it is large. */
  readonly load: () => Promise<ArtifactDownloader>;
  /** Of this job. */
  readonly attempt: number;
  /** Asked if the artifact service does not have what it lists; undefined if there is no token for it. */
  readonly rest: () => GithubRest | undefined;
}

/** Creates the artifacts of this run. */
export function createArtifactStore(access: ArtifactAccess): ArtifactStore {
  return {
    attempt: access.attempt,
    list: async () => newest(await listAll(access), access.attempt),
    download: async (artifact, folder) => {
      await mkdir(folder, { recursive: true });
      if ((await fetchInto(access, artifact, folder)) !== true) return;
      throw new Failure(`The artifact "${artifact.name}" was damaged during the download: its digest differs from the uploaded one.`, {
        hint: whatToDo(artifact, access.attempt),
      });
    },
    expired: async () => expiredNames(access.rest()),
  };
}

async function listAll({ load }: ArtifactAccess): Promise<readonly FoundArtifact[]> {
  try {
    const { artifacts } = await (await load()).listArtifacts({ latest: false });
    return artifacts.map(({ id, name, size, digest }) => ({ ...parseArtifactName(name), id, name, size, ...(digest === undefined ? {} : { digest }) }));
  } catch (cause) {
    throw new Failure(`The artifacts of this run can't be listed: ${why(cause)}`, { cause, hint: 'If the service is down, run the job again.' });
  }
}

/** Of each name the one of the newest attempt, whatever the ids say; none of an attempt that is still to come. */
function newest(all: readonly FoundArtifact[], attempt: number): readonly FoundArtifact[] {
  const chosen = new Map<string, FoundArtifact>();
  for (const artifact of all.filter((each) => each.attempt <= attempt)) {
    const other = chosen.get(artifact.base);
    if (other === undefined || isNewer(artifact, other)) chosen.set(artifact.base, artifact);
  }
  return [...chosen.values()];
}

function isNewer(a: FoundArtifact, b: FoundArtifact): boolean {
  if (a.attempt !== b.attempt) return a.attempt > b.attempt;
  return a.tries === b.tries ? a.id > b.id : a.tries > b.tries;
}

/** @returns whether it is damaged */
async function fetchInto({ load, attempt, rest }: ArtifactAccess, artifact: FoundArtifact, path: string): Promise<boolean | undefined> {
  const client = await load();
  const { id, name, digest } = artifact;
  const options = { path, ...(digest === undefined ? {} : { expectedHash: digest }) };
  try {
    return (await client.downloadArtifact(id, options)).digestMismatch;
  } catch (cause) {
    const api = rest();
    const way = isMissing(cause) && api !== undefined ? findBy(api) : undefined;
    if (way === undefined) throw downloadFailure(artifact, attempt, cause);
    try {
      await rm(path, { recursive: true, force: true });
      return (await client.downloadArtifact(id, { ...options, findBy: way })).digestMismatch;
    } catch (second) {
      if (/\bexpired\b/i.test(why(second))) throw new Failure(`The artifact "${name}" has expired.`, { cause: second, hint: RERUN_ALL });
      throw downloadFailure(artifact, attempt, cause, ` GitHub's REST API does not return it either: ${why(second)}`);
    }
  }
}

function findBy({ repository, runId, token }: GithubRest): FindBy {
  const [repositoryOwner = '', repositoryName = ''] = repository.split('/');
  return { workflowRunId: Number(runId), repositoryOwner, repositoryName, token };
}

/** The service lists artifacts of earlier attempts, and may not find them. */
function isMissing(cause: unknown): boolean {
  return /\(404\)|not found|no artifacts found/i.test(why(cause));
}

const RERUN_ALL = 'Choose "Re-run all jobs" to build it again.';

function downloadFailure(artifact: FoundArtifact, attempt: number, cause: unknown, more = ''): Failure {
  return new Failure(`The artifact "${artifact.name}" can't be downloaded: ${why(cause)}${more}`, { cause, hint: whatToDo(artifact, attempt) });
}

/** To run this job alone once more helps only with what this attempt has uploaded. */
function whatToDo(artifact: FoundArtifact, attempt: number): string {
  if (artifact.attempt === attempt) return 'Run the job again; if that does not help, choose "Re-run all jobs".';
  return `An earlier attempt of this run uploaded it. ${RERUN_ALL} With "permissions: actions: read", the REST API is tried as well.`;
}

/** The names of artifacts that this run had; none if nobody tells. */
async function expiredNames(rest: GithubRest | undefined): Promise<readonly string[]> {
  const answer = await rest?.get(`actions/runs/${rest.runId}/artifacts?per_page=100`);
  const { artifacts } = objectOr(answer?.body);
  return (Array.isArray(artifacts) ? artifacts : []).map(objectOr).flatMap(({ name, expired }) => (expired === true && typeof name === 'string' ? [name] : []));
}

function objectOr(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
}

function why(cause: unknown): string {
  return messageOf(cause);
}
