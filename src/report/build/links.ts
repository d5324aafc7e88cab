import type { BuildReport } from './facts.ts';

/** What a job's summary can lead to (GitHub's documentation, "Default environment variables"). */
export interface JobLinks {
  /** `https://github.com/org/repo/actions/runs/1` */
  readonly run?: string | undefined;
  /** Full. */
  readonly revision?: string | undefined;
  /** `https://github.com/org/repo` */
  readonly source?: string | undefined;
}

export interface Link {
  readonly text: string;
  readonly url: string;
}

/** Returns where a reader of the report may want to go: the package, its base images, the commit and the run. */
export function linksOf({ published, platforms, artifact }: BuildReport, job: JobLinks = {}): readonly Link[] {
  const bases = new Set(platforms.flatMap(({ document }) => document.bases.map(({ name }) => name)));
  return [
    ...linkTo('Package', published?.what === 'feature' ? packagePage(published.repository) : undefined),
    ...[...bases].flatMap((name) => linkTo(bases.size > 1 ? `Base ${name}` : 'Base', packagePage((name.split('@', 1)[0] ?? '').replace(/:[^:/]*$/, '')))),
    ...linkTo(`Commit ${job.revision?.slice(0, 7) ?? ''}`, job.source === undefined || job.revision === undefined ? undefined : `${job.source}/commit/${job.revision}`),
    ...linkTo('Run', job.run),
    // Whoever opens it finds explorer.html in it.
    ...linkTo('Explorer (in the artifact)', artifact === undefined || job.run === undefined ? undefined : `${job.run}/artifacts/${artifact.id}`),
  ];
}

function linkTo(text: string, url: string | undefined): readonly Link[] {
  return url === undefined ? [] : [{ text, url }];
}

/** Registries that show a repository to people, and where. */
const PAGES: Readonly<Record<string, (path: string) => string>> = {
  // It redirects a browser to the package's page, whoever owns it.
  'ghcr.io': (path) => `https://ghcr.io/${path}`,
  'quay.io': (path) => `https://quay.io/repository/${path}`,
  'docker.io': (path) => `https://hub.docker.com/${path.startsWith('library/') ? path.replace('library/', '_/') : `r/${path}`}`,
  'mcr.microsoft.com': (path) => `https://mcr.microsoft.com/artifact/mar/${path}`,
};

/** @param repository `<registry>/<path>`; @returns undefined if its registry has no pages that we know */
function packagePage(repository: string): string | undefined {
  const [, host = '', path = ''] = /^([^/]+)\/([a-z0-9._/-]+)$/.exec(repository) ?? [];
  return Object.hasOwn(PAGES, host) ? PAGES[host]?.(path) : undefined;
}


