import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, test } from '@jest/globals';
import { readAllowedEvents, whyNotPublished } from '../../src/actions/may-publish.ts';
import { InputError } from '../../src/kit/errors.ts';
import { readerOf } from './inputs-of.ts';

const folder = mkdtempSync(join(tmpdir(), 'nix-feature-events-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** GitHub's documentation, "Events that trigger workflows". */
const EVENTS = [
  'branch_protection_rule', 'check_run', 'check_suite', 'create', 'delete', 'deployment', 'deployment_status', 'discussion', 'discussion_comment', 'fork',
  'gollum', 'image_version', 'issue_comment', 'issues', 'label', 'merge_group', 'milestone', 'page_build', 'public', 'pull_request', 'pull_request_review',
  'pull_request_review_comment', 'pull_request_target', 'push', 'registry_package', 'release', 'repository_dispatch', 'schedule', 'status', 'watch',
  'workflow_dispatch', 'workflow_run',
];
const PUBLISHING = ['push', 'release', 'repository_dispatch', 'schedule', 'workflow_dispatch'];

/** What the event says of whose branch it is about; null: of a repository that was deleted. */
function payload(head: string | null): object {
  const repository = head === null ? null : { full_name: head };
  return { pull_request: { head: { repo: repository } }, workflow_run: { head_repository: repository }, issue: {} };
}

interface Run {
  readonly head?: string | null;
  readonly actor?: string;
  readonly allowed?: readonly string[];
  readonly password?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly payload?: object | string;
}

let count = 0;
function why(event: string, { head = 'org/repo', actor = 'me', allowed = [], password = '', env = {}, payload: given = payload(head) }: Run = {}): Promise<string | undefined> {
  const file = join(folder, `${++count}.json`);
  writeFileSync(file, typeof given === 'string' ? given : JSON.stringify(given));
  return whyNotPublished({
    env: { GITHUB_EVENT_NAME: event, GITHUB_EVENT_PATH: file, GITHUB_REPOSITORY: 'Org/Repo', GITHUB_ACTOR: actor, GITHUB_REF: 'refs/heads/main', ...env },
    allowed,
    password,
  });
}

async function publishing(run: (event: string) => Run): Promise<string[]> {
  const answers = await Promise.all(EVENTS.map(async (event) => ((await why(event, run(event))) === undefined ? [event] : [])));
  return answers.flat();
}

test("of all events a push, a release, a schedule and a dispatch publish, and nothing else, whoever's login it is", async () => {
  assert.deepEqual(await publishing(() => ({})), PUBLISHING);
  assert.deepEqual(await publishing(() => ({ password: 'their own' })), PUBLISHING);
  assert.match((await why('pull_request_target')) ?? '', /^the event pull_request_target publishes only if allow-events names it$/);
});

test("an event that is named publishes too, but for a merge queue's", async () => {
  assert.deepEqual(await publishing((event) => ({ allowed: [event] })), EVENTS.filter((event) => event !== 'merge_group'));
  assert.deepEqual(await publishing(() => ({ allowed: ['pull_request'] })), [...PUBLISHING, 'pull_request'].sort());
});

test('changes from forks are never published, whatever the event and the login', async () => {
  const telling = EVENTS.filter((event) => /^pull_request|^workflow_run$/.test(event));
  for (const head of ['them/repo', 'org/repo-2', null]) {
    for (const event of telling) assert.match((await why(event, { head, allowed: [event], password: 'theirs' })) ?? '', /a fork \((?:them\/repo|org\/repo-2|deleted)\), and changes from forks are never published/);
  }
  assert.match((await why('issue_comment', { payload: { issue: { pull_request: {} } }, allowed: ['issue_comment'] })) ?? '', /does not say whether that comes from a fork/);
});

test("an event that can't be read may be a fork's", async () => {
  for (const event of ['pull_request', 'pull_request_target', 'workflow_run', 'issue_comment']) {
    for (const text of ['', '{', 'null', '7']) assert.match((await why(event, { payload: text, allowed: [event] })) ?? '', /can't be read/, text);
  }
  for (const text of ['{}', '[]', '{"pull_request":null,"workflow_run":null}']) {
    for (const event of ['pull_request', 'workflow_run']) assert.match((await why(event, { payload: text, allowed: [event] })) ?? '', /a fork \(deleted\)/, text);
  }
});

test('of runs that Dependabot started, those publish whose token may write, or that have a login of their own', async () => {
  const bot = { actor: 'dependabot[bot]' };
  assert.deepEqual(await publishing(() => bot), PUBLISHING.filter((event) => event !== 'push'));
  const allowed = await publishing((event) => ({ ...bot, allowed: [event] }));
  const reads = ['create', 'deployment', 'deployment_status', 'pull_request', 'pull_request_review', 'pull_request_review_comment', 'push'];
  assert.deepEqual(EVENTS.filter((event) => !allowed.includes(event) && event !== 'merge_group'), reads);
  assert.equal(await why('push', { ...bot, password: 'own' }), undefined);
  assert.match((await why('push', bot)) ?? '', /workflow_dispatch/);
});

test('a merge queue publishes nothing, by neither of the events that it sends', async () => {
  const queue = { env: { GITHUB_REF: 'refs/heads/gh-readonly-queue/main/pr-7-0123' } };
  for (const event of ['merge_group', 'push']) assert.match((await why(event, queue)) ?? '', /changes in a merge queue may never reach the branch/);
});

test('outside of GitHub nothing is known against it', async () => {
  assert.equal(await whyNotPublished({ env: {}, allowed: [], password: '' }), undefined);
});

test('events are named as under "on:"', () => {
  assert.deepEqual(readAllowedEvents(readerOf({ 'allow-events': 'pull_request, workflow_run\nissues' })), ['pull_request', 'workflow_run', 'issues']);
  assert.deepEqual(readAllowedEvents(readerOf({})), []);
  for (const wrong of ['merge_group', '*', 'Pull_Request', 'pull-request', 'a__b']) {
    assert.throws(() => readAllowedEvents(readerOf({ 'allow-events': wrong })), (error) => error instanceof InputError && error.input === 'allow-events');
  }
});
