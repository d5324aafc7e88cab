import { readFileSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { isObject } from '../../json/field.ts';
import { COMMENT_MARK, hasParts, mergeComment, type CommentPart } from '../../report/build/comment.ts';
import type { GithubRest } from './github-rest.ts';

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

interface Comment {
  readonly id: number;
  readonly body: string;
  readonly user: { readonly login: string; readonly type: string };
}

/** Relative to the repository: whom a personal token is of (REST API, "Get the authenticated user"); the token of a job or an app may not ask. */
const VIEWER = '../../../user';

const PAGES = 10;
const PER_PAGE = 100;
/** GitHub has no conditional writes of comments: of jobs that write at one moment, each looks whether its part stayed. */
const ATTEMPTS = 6;

/**
 * Writes a job's parts into the one comment of ours on a pull request, and makes that comment if there is none (REST API,
 * "Issue comments"). Comments that others gave our mark are left alone: who wrote one could change what it says.
 * @param pause milliseconds before a further attempt
 * @returns why it is not written; undefined if it is
 */
export async function writeComment(rest: GithubRest, { number, revision }: PullRequest, parts: readonly CommentPart[], pause: number): Promise<string | undefined> {
  const viewer = (await rest.get(VIEWER))?.body;
  const me = isUser(viewer) ? viewer.login : undefined;
  const foreign = new Set<number>();
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    const found = await marked(rest, number);
    if (typeof found === 'string') return found;
    const [ours, ...copies] = found.filter(({ id, user }) => !foreign.has(id) && (me === undefined ? user.type === 'Bot' : user.login === me));
    if (ours !== undefined && hasParts(ours.body, parts, revision)) {
      // Two jobs that found none made one each; the older one has the parts of both by now, or will have.
      for (const copy of copies) await rest.send('DELETE', `issues/comments/${copy.id}`);
      return undefined;
    }
    const body = mergeComment(ours?.body, parts, revision);
    const answer = ours === undefined ? await rest.send('POST', `issues/${number}/comments`, { body }) : await rest.send('PATCH', `issues/comments/${ours.id}`, { body });
    if (answer?.status === 200 || answer?.status === 201) await setTimeout(pause * attempt * (0.5 + Math.random()));
    else if (ours !== undefined && (answer?.status === 403 || answer?.status === 404)) foreign.add(ours.id);
    else return refusal(answer?.status);
  }
  return 'other jobs changed it again and again';
}

/** The comments that carry our mark, oldest first. @returns why they can't be read, if they can't */
async function marked(rest: GithubRest, number: number): Promise<readonly Comment[] | string> {
  const found: Comment[] = [];
  for (let page = 1; page <= PAGES; page += 1) {
    const answer = await rest.get(`issues/${number}/comments?per_page=${PER_PAGE}&page=${page}`);
    if (answer?.status !== 200 || !Array.isArray(answer.body)) return refusal(answer?.status);
    const comments: readonly unknown[] = answer.body;
    found.push(...comments.filter(isComment).filter(({ body }) => body.startsWith(COMMENT_MARK)));
    if (comments.length < PER_PAGE) break;
  }
  return found.toSorted((a, b) => a.id - b.id);
}

function isComment(value: unknown): value is Comment {
  return isObject(value) && Number.isSafeInteger(value['id']) && typeof value['body'] === 'string' && isUser(value['user']);
}

function isUser(value: unknown): value is Comment['user'] {
  return isObject(value) && typeof value['login'] === 'string' && typeof value['type'] === 'string';
}

function refusal(status: number | undefined): string {
  if (status === undefined) return 'GitHub does not answer';
  if (status === 401 || status === 403 || status === 404) return "the job's token may not write it";
  return `GitHub answered ${status}`;
}
