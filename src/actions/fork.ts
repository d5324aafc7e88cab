import { readFile } from 'node:fs/promises';
import type { Surroundings } from './surroundings.ts';

interface PullRequestEvent {
  readonly pull_request?: { readonly head?: { readonly repo?: { readonly full_name?: string } | null } };
}

/**
 * Why this run can't publish, whatever it was told: the token of a pull request from a fork, or of one by Dependabot,
 * may only read (GitHub's documentation, "Permissions for the GITHUB_TOKEN"). `pull_request_target` has one that may.
 *
 * @param password what the user gave; with one of their own they can
 * @returns undefined where nothing is known against it
 */
export async function whyNoPush(env: Surroundings['env'], password: string): Promise<string | undefined> {
  if (env['GITHUB_EVENT_NAME'] !== 'pull_request' || password !== '') return undefined;
  if (env['GITHUB_ACTOR'] === 'dependabot[bot]') return 'this is a pull request by Dependabot, whose token may not publish';
  const event = await readEvent(env['GITHUB_EVENT_PATH']);
  if (event.pull_request === undefined) return undefined;
  // A fork that was deleted has no repository any more.
  const fork = event.pull_request.head?.repo?.full_name;
  if (fork === env['GITHUB_REPOSITORY']) return undefined;
  return `this is a pull request from a fork (${fork ?? 'deleted'}), whose token may not publish`;
}

async function readEvent(path: string | undefined): Promise<PullRequestEvent> {
  try {
    return JSON.parse(await readFile(path ?? '', 'utf8')) as PullRequestEvent;
  } catch {
    return {}; // then the registry says what it thinks of the token
  }
}
