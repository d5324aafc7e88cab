import { commitOf } from '../../git/commit.ts';
import type { Host } from '../../kit/host.ts';
import type { BuildRequest } from '../../request.ts';

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
