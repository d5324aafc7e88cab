import { isRevision, isSource } from '../../layout/check-facts.ts';
import type { Origin } from '../../request.ts';
import type { Surroundings } from '../inputs/surroundings.ts';

/** Where a job's sources come from (GitHub's documentation, "Default environment variables"). */
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

/** The git tag that the run was started for. */
export function readReleaseTag(env: Surroundings['env']): { readonly releaseTag: string | undefined } {
  const tag = env['GITHUB_REF_NAME'] ?? '';
  return { releaseTag: env['GITHUB_REF_TYPE'] === 'tag' && tag !== '' ? tag : undefined };
}
