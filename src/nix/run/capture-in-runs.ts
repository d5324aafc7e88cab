import type { NixSite } from './site.ts';

/** Arguments of one command; keeps a command line far below the system's limit. */
const LONGEST_RUN = 500;

/**
 * Asks one question about any number of store paths, some at a time.
 * @returns all answers, one behind the other; empty if there are no paths
 * @throws CommandError for the first that fails; Failure, CancelledError
 */
export async function captureInRuns(site: Pick<NixSite, 'capture'>, question: readonly string[], paths: readonly string[]): Promise<string> {
  const answers: string[] = [];
  for (let at = 0; at < paths.length; at += LONGEST_RUN) answers.push(await site.capture([...question, ...paths.slice(at, at + LONGEST_RUN)]));
  return answers.join('');
}
