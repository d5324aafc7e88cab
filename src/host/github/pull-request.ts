import { readFileSync } from 'node:fs';

/** The pull request that a job runs for. */
export interface PullRequest {
  readonly number: number;
  /** Of its head: GITHUB_SHA is that of a merge that nobody sees. Empty if the event does not say it. */
  readonly revision: string;
}

/** @returns undefined if the job does not run for a pull request (GitHub's documentation, "Webhook events and payloads", pull_request) */
export function pullRequestOf(env: Readonly<Record<string, string | undefined>>): PullRequest | undefined {
  if (!/^pull_request(?:_target)?$/.test(env['GITHUB_EVENT_NAME'] ?? '')) return undefined;
  try {
    const event = JSON.parse(readFileSync(env['GITHUB_EVENT_PATH'] ?? '', 'utf8')) as { readonly pull_request?: { readonly number?: unknown; readonly head?: { readonly sha?: unknown } } };
    const { number, head } = event.pull_request ?? {};
    if (!Number.isSafeInteger(number) || Number(number) < 1) return undefined;
    return { number: Number(number), revision: typeof head?.sha === 'string' && /^[0-9a-f]{40}$/.test(head.sha) ? head.sha : '' };
  } catch {
    return undefined;
  }
}
