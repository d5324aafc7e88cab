import type { ArtifactName } from '../../kit/host.ts';

const NAME = /^(?<base>.*?)(?:-attempt-(?<attempt>[2-9]|[1-9]\d{1,3}))?(?:-try-(?<tries>[2-9]))?$/s;

/** Returns `feature-a-amd64`; of a second attempt `feature-a-amd64-attempt-2`, and `-try-2` if its first upload could not be finished. */
export function formatArtifactName({ base, attempt, tries }: ArtifactName): string {
  return `${base}${attempt > 1 ? `-attempt-${attempt}` : ''}${tries > 1 ? `-try-${tries}` : ''}`;
}

export function parseArtifactName(name: string): ArtifactName {
  const { base = name, attempt = '1', tries = '1' } = NAME.exec(name)?.groups ?? {};
  return { base, attempt: Number(attempt), tries: Number(tries) };
}

/** Returns which attempt this is, as the runner says; the first if nobody does. */
export function attemptOf(env: Readonly<Record<string, string | undefined>>): number {
  const text = env['GITHUB_RUN_ATTEMPT'] ?? '';
  return /^[1-9]\d{0,3}$/.test(text) ? Number(text) : 1;
}
