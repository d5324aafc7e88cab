import { isRevision, isSource } from '../../layout/check-facts.ts';
import type { Origin } from '../../request.ts';
import type { Surroundings } from '../inputs/surroundings.ts';

/** Where a job's sources come from (GitHub's documentation, "Default environment variables"). */
export function readOrigin(env: Surroundings['env']): { readonly origin?: Origin } {
  const { GITHUB_SERVER_URL: server = '', GITHUB_REPOSITORY: repository = '', GITHUB_SHA: revision = '' } = env;
  const source = `${server}/${repository}`;
  const origin = {
    ...(server === '' || repository === '' || !isSource(source) ? {} : { source }),
    ...(isRevision(revision) ? { revision } : {}),
  };
  return Object.keys(origin).length === 0 ? {} : { origin };
}

/** The git tag that the run was started for. */
export function readReleaseTag(env: Surroundings['env']): { readonly releaseTag?: string } {
  const tag = env['GITHUB_REF_NAME'] ?? '';
  return env['GITHUB_REF_TYPE'] === 'tag' && tag !== '' ? { releaseTag: tag } : {};
}
