import { commitOf } from '../../git/commit.ts';
import type { Host } from '../../kit/host.ts';
import { isRevision, isSource } from '../../layout/check-facts.ts';
import type { JobLinks } from '../../report/build/links.ts';
import type { BuildRequest } from '../../request/build.ts';
import type { Origin } from '../../request/provenance.ts';
import type { Surroundings } from '../inputs/surroundings.ts';

/** Reads where a job's sources come from (GitHub's documentation, "Default environment variables"). */
export function readOrigin(env: Surroundings['env']): { readonly origin: Origin } {
  const { GITHUB_SERVER_URL: server = '', GITHUB_REPOSITORY: repository = '', GITHUB_SHA: revision = '' } = env;
  const source = `${server}/${repository}`;
  return {
    origin: {
      ...(server === '' || repository === '' || !isSource(source) ? {} : { source }),
      ...(isRevision(revision) ? { revision } : {}),
    },
  };
}

/** Reads the git tag that the run was started for. */
export function readReleaseTag(env: Surroundings['env']): { readonly releaseTag: string | undefined } {
  const tag = env['GITHUB_REF_NAME'] ?? '';
  return { releaseTag: env['GITHUB_REF_TYPE'] === 'tag' && tag !== '' ? tag : undefined };
}

/** Reads where a job's summary can lead to (GitHub's documentation, "Default environment variables"); nothing outside of a job. */
export function readJobLinks(env: Surroundings['env']): JobLinks {
  const { GITHUB_SERVER_URL: server = '', GITHUB_REPOSITORY: repository = '', GITHUB_SHA: revision = '', GITHUB_RUN_ID: id = '' } = env;
  const source = `${server}/${repository}`;
  if (!/^[\w.-]+\/[\w.-]+$/.test(repository) || !isSource(source)) return {};
  return {
    source,
    ...(isRevision(revision) ? { revision } : {}),
    ...(/^\d+$/.test(id) ? { run: `${source}/actions/runs/${id}` } : {}),
  };
}

/**
 * Returns the request with the commit that is really there: GITHUB_SHA names the one that the run was started for, and a job may
 * check out another. Its time is `created` unless SOURCE_DATE_EPOCH said one. If git knows no commit, the request
 * stays as it is.
 * @throws CancelledError
 */
export async function withCommit(request: BuildRequest, host: Pick<Host, 'signal' | 'notice' | 'warning'>): Promise<BuildRequest> {
  const commit = await commitOf(request.featureFolder, foldersOf(request), host.signal);
  if (commit === undefined) return request;
  const { revision, isDirty, time } = commit;
  if (isDirty) {
    const text = `Files differ from the commit that is checked out, so the revision is recorded as ${revision}.`;
    if (request.push === 'false') host.notice(text);
    else host.warning(`${text} It can't be rebuilt from the commit.`);
  }
  return { ...request, created: request.created ?? time, origin: { ...request.origin, revision } };
}

/** Local folders that the build reads. */
function foldersOf({ featureFolder, flake: source }: BuildRequest): readonly string[] {
  const flake = source.kind === 'shell' ? source.of : source;
  if (flake.kind === 'folder') return [featureFolder, flake.folder];
  return flake.kind === 'reference' && flake.mount !== undefined ? [featureFolder, flake.mount] : [featureFolder];
}
