import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, test } from '@jest/globals';
import { writeComment, pullRequestOf } from '../../src/host/github/comment.ts';
import { githubRest, type GithubRest } from '../../src/host/github/github-rest.ts';
import { COMMENT_MARK, type CommentPart } from '../../src/report/build/comment.ts';
import { afterTest } from '../jest/after-test.ts';
import { PERSONAL_TOKEN, POOR_TOKEN, REST_TOKEN, startGitHubServices, type GitHubServices } from '../rig/github-services.ts';

const HEAD = { number: 7, revision: 'a'.repeat(40) };
const BOT = { login: 'github-actions[bot]', type: 'Bot' } as const;

async function services(): Promise<GitHubServices> {
  const started = await startGitHubServices();
  afterTest(() => started.stop());
  return started;
}

function restOf({ env }: GitHubServices, token = REST_TOKEN): GithubRest {
  const job = { GITHUB_REPOSITORY: 'octo-org/octo', GITHUB_RUN_ID: '5', GITHUB_API_URL: env['GITHUB_API_URL'] };
  const rest = githubRest({ env: job, token, signal: new AbortController().signal, debug: () => undefined });
  assert.ok(rest);
  return rest;
}

function part(key: string, text = `text of ${key}`): CommentPart {
  return { key, text };
}

test('one comment holds the parts of all jobs, however many write at one moment', async () => {
  const github = await services();
  const keys = ['git/amd64', 'jq/amd64', 'jq/arm64', 'tools/amd64', 'tools/arm64'];
  assert.deepEqual(await Promise.all(keys.map((key) => writeComment(restOf(github), HEAD, [part(key)], 20))), keys.map(() => undefined));
  // Who saw its part last also took the copies away, or a later job does.
  assert.equal(await writeComment(restOf(github), HEAD, [part('jq/amd64')], 1), undefined);
  const [comment, ...more] = github.rest.comments(7);
  assert.deepEqual(more, []);
  assert.deepEqual([...(comment?.body ?? '').matchAll(/text of (\S+)/g)].map(([, key]) => key), keys);
});

test('a job that runs again replaces its part, in place, and writes nothing if nothing changed', async () => {
  const github = await services();
  await writeComment(restOf(github), HEAD, [part('jq/amd64'), part('jq/arm64')], 1);
  github.rest.addComment(7, 'looks good', { login: 'octocat', type: 'User' });
  await writeComment(restOf(github), { ...HEAD, revision: 'b'.repeat(40) }, [part('jq/amd64', 'the new text')], 1);
  const comments = github.rest.comments(7);
  assert.equal(comments.length, 2);
  assert.match(comments[0]?.body ?? '', /the new text\n<!-- \/nix-feature-part -->\n\n.*\ntext of jq\/arm64\n<!-- \/nix-feature-part -->\n<sub>As of commit aaaaaaa\.<\/sub>/);
  let written = 0;
  github.rest.beforeComment = () => void (written += 1);
  await writeComment(restOf(github), { ...HEAD, revision: 'b'.repeat(40) }, [part('jq/amd64', 'the new text')], 1);
  assert.equal(written, 0);
});

test('a part that another job wrote over is written again', async () => {
  const github = await services();
  await writeComment(restOf(github), HEAD, [part('git/amd64')], 1);
  const [comment] = github.rest.comments(7);
  const before = comment?.body ?? '';
  let lost = 2;
  github.rest.beforeComment = () => {
    // The other job read the comment before us, and writes it after us.
    if (lost-- > 0) setImmediate(() => Object.assign(comment ?? {}, { body: before }));
  };
  assert.equal(await writeComment(restOf(github), HEAD, [part('jq/amd64')], 20), undefined);
  assert.match(comment?.body ?? '', /text of git\/amd64[\s\S]*text of jq\/amd64/);
});

test('a comment of somebody else that carries our mark is neither read nor written', async () => {
  const github = await services();
  const fake = github.rest.addComment(7, `${COMMENT_MARK}\n\n<!-- nix-feature-part: evil/amd64  -->\nIt is all fine.\n<!-- /nix-feature-part -->`, { login: 'mallory', type: 'User' });
  const before = fake.body;
  assert.equal(await writeComment(restOf(github), HEAD, [part('jq/amd64')], 1), undefined);
  assert.equal(fake.body, before);
  assert.doesNotMatch(github.rest.comments(7)[1]?.body ?? '', /fine/);
  // A personal token changes its own comments, and not those of a job.
  const job = github.rest.comments(7)[1]?.body;
  assert.equal(await writeComment(restOf(github, PERSONAL_TOKEN), HEAD, [part('jq/amd64', 'of octocat')], 1), undefined);
  assert.equal(github.rest.comments(7)[1]?.body, job);
  assert.deepEqual(github.rest.comments(7).map(({ user }) => user.login), ['mallory', BOT.login, 'octocat']);
});

test('a comment on the second page is found', async () => {
  const github = await services();
  for (let count = 0; count < 130; count += 1) github.rest.addComment(7, `comment ${count}`, { login: 'octocat', type: 'User' });
  await writeComment(restOf(github), HEAD, [part('jq/amd64')], 1);
  await writeComment(restOf(github), HEAD, [part('jq/amd64', 'again')], 1);
  assert.equal(github.rest.comments(7).length, 131);
});

test('what the token may not do, and a GitHub that does not answer, are reasons and no errors', async () => {
  const github = await services();
  assert.equal(await writeComment(restOf(github, POOR_TOKEN), HEAD, [part('jq/amd64')], 1), "the job's token may not write it");
  assert.equal(await writeComment(restOf(github, 'unknown'), HEAD, [part('jq/amd64')], 1), "the job's token may not write it");
  const nowhere = { env: { GITHUB_API_URL: 'http://127.0.0.1:1' } } as unknown as GitHubServices;
  assert.equal(await writeComment(restOf(nowhere), HEAD, [part('jq/amd64')], 1), 'GitHub does not answer');
});

const folder = mkdtempSync(path.join(tmpdir(), 'pull-request-'));
afterAll(() => rmSync(folder, { recursive: true }));

test('the pull request of a job is that of its event', () => {
  const file = path.join(folder, 'event.json');
  const of = (event: string, json: string) => {
    writeFileSync(file, json);
    return pullRequestOf({ GITHUB_EVENT_NAME: event, GITHUB_EVENT_PATH: file });
  };
  const event = JSON.stringify({ pull_request: { number: 7, head: { sha: 'a'.repeat(40) } } });
  assert.deepEqual(of('pull_request', event), HEAD);
  assert.deepEqual(of('pull_request_target', event), HEAD);
  assert.equal(of('push', event), undefined);
  for (const json of ['{}', '[', 'null', '{"pull_request":{"number":"7/../8"}}', '{"pull_request":{"number":0}}', '{"pull_request":[]}']) assert.equal(of('pull_request', json), undefined, json);
  assert.deepEqual(of('pull_request', '{"pull_request":{"number":7,"head":{"sha":"x -->"}}}'), { number: 7, revision: '' });
  assert.equal(pullRequestOf({ GITHUB_EVENT_NAME: 'pull_request' }), undefined);
});
