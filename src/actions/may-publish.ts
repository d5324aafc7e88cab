import { readFile } from 'node:fs/promises';
import { InputError } from '../kit/errors.ts';
import type { InputReader } from './inputs/inputs.ts';
import type { Surroundings } from './inputs/surroundings.ts';
import { PUBLISHING, QUEUE_BRANCH } from './values/read-publishing.ts';
import { wordsOf } from './values/values.ts';

/** Of a run that Dependabot started, the token may only read (GitHub's documentation, "Dependabot on GitHub Actions"). */
const DEPENDABOT_READS: ReadonlySet<string> = new Set([
  'push',
  'pull_request',
  'pull_request_review',
  'pull_request_review_comment',
  'create',
  'deployment',
  'deployment_status',
]);

/** Events that may be about the branch of a fork; GitHub tells so in the event. */
const MAY_BE_A_FORKS = /^(?:pull_request(?:_target|_review|_review_comment)?|workflow_run|issue_comment)$/;

/** What is known of a run that wants to publish. */
export interface PublishRight {
  readonly env: Surroundings['env'];
  /** Further events that may publish, as the user says. */
  readonly allowed: readonly string[];
  /** What the user gave; with one of their own the job's token doesn't matter. */
  readonly password: string;
}

/** @throws InputError if one can't be the name of an event, or may never publish */
export function readAllowedEvents(read: InputReader): readonly string[] {
  const events = wordsOf(read, 'allow-events', ',');
  const wrong = events.find((event) => !/^[a-z]+(?:_[a-z]+)*$/.test(event));
  if (wrong !== undefined) {
    throw new InputError('allow-events', `allow-events: "${wrong}" is not the name of an event.`, {
      hint: 'Expected names as under "on:" in a workflow, such as pull_request or workflow_run.',
    });
  }
  if (!events.includes('merge_group')) return events;
  throw new InputError('allow-events', 'allow-events: merge_group never publishes, because changes in a merge queue may never reach the branch.', {
    hint: 'The push to the branch publishes, once the queue has merged.',
  });
}

/**
 * Returns why this run publishes nothing, whatever it was told.
 * @returns as the end of a sentence; undefined if it may publish, and outside of GitHub
 */
export async function whyNotPublished({ env, allowed, password }: PublishRight): Promise<string | undefined> {
  const event = env['GITHUB_EVENT_NAME'] ?? '';
  if (event === '') return undefined;
  if (event === 'merge_group' || (env['GITHUB_REF'] ?? '').startsWith(QUEUE_BRANCH)) {
    return 'changes in a merge queue may never reach the branch; the push to the branch publishes';
  }
  const foreign = MAY_BE_A_FORKS.test(event) ? whoseHead(event, await readEvent(env['GITHUB_EVENT_PATH']), env['GITHUB_REPOSITORY'] ?? '') : undefined;
  if (foreign !== undefined) return foreign;
  if (!PUBLISHING.has(event) && !allowed.includes(event)) return `the event ${event} publishes only if allow-events names it`;
  if (password === '' && env['GITHUB_ACTOR'] === 'dependabot[bot]' && DEPENDABOT_READS.has(event)) {
    return `Dependabot started this run by ${event}, so its token is read-only; start the workflow by hand (workflow_dispatch) to publish`;
  }
  return undefined;
}

interface EventPayload {
  readonly pull_request?: { readonly head?: { readonly repo?: { readonly full_name?: string } | null } | null } | null;
  readonly workflow_run?: { readonly head_repository?: { readonly full_name?: string } | null } | null;
  readonly issue?: { readonly pull_request?: unknown } | null;
}

/** Why the head that an event is about may be a fork's; undefined if it is the repository's own. */
function whoseHead(event: string, payload: EventPayload | undefined, repository: string): string | undefined {
  if (payload === undefined) return `the event ${event} can't be read, so it may come from a fork`;
  if (event === 'issue_comment') {
    return (payload.issue?.pull_request ?? null) === null ? undefined : "this is a comment on a pull request, and its event does not say whether that comes from a fork";
  }
  // A fork that was deleted has no repository any more.
  const head = event === 'workflow_run' ? payload.workflow_run?.head_repository?.full_name : payload.pull_request?.head?.repo?.full_name;
  if (typeof head === 'string' && head.toLowerCase() === repository.toLowerCase()) return undefined;
  const what = event === 'workflow_run' ? 'this follows a run of' : 'this is a pull request from';
  return `${what} a fork (${head ?? 'deleted'}), and changes from forks are never published`;
}

async function readEvent(path: string | undefined): Promise<EventPayload | undefined> {
  try {
    const payload: unknown = JSON.parse(await readFile(path ?? '', 'utf8'));
    return typeof payload === 'object' && payload !== null ? payload : undefined;
  } catch {
    return undefined;
  }
}
