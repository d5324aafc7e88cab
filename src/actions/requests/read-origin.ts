import { isRevision, isSource } from '../../layout/check-facts.ts';
import type { JobLinks } from '../../report/text/links.ts';
import type { Origin } from '../../request.ts';
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
