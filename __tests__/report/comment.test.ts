import assert from 'node:assert/strict';
import { test } from '@jest/globals';
import { changesBetween, type FeatureChanges } from '../../src/delta/compare/changes.ts';
import { COMMENT_MARK, commentParts, failedParts, hasParts, mergeComment } from '../../src/report/build/comment.ts';
import { document, entry, pathOf, platform, report } from './sample.ts';

const REVISION = 'a'.repeat(40);

/** The largest change is in the base. */
function changesOf(): FeatureChanges {
  const before = document([entry('jq-1.7', 400_000, 'delta', ['glibc-2.38']), entry('glibc-2.38', 30_000_000, 'base')]);
  const after = document([entry('jq-1.7.1', 410_000, 'delta', ['glibc-2.39']), entry('glibc-2.39', 31_000_000, 'base')]);
  return changesBetween({ ...before, storePath: pathOf('jq-1.7'), feature: { id: 'my-tools', version: '1.1.0' } }, { ...after, storePath: pathOf('jq-1.7.1') });
}

function textOf(changes: FeatureChanges | undefined, more: Parameters<typeof report>[0] = {}): string {
  const [part] = commentParts(report({ platforms: [{ ...platform(), ...(changes === undefined ? {} : { changes }) }], ...more }));
  return part?.text ?? '';
}

test('a part says first what changed, then what ships, its packages before those of the base', () => {
  const text = textOf(changesOf());
  assert.match(text, /^<details open><summary><b>my-tools 1\.2\.0<\/b> \(amd64\): .* since 1\.1\.0<\/summary>\n\n/);
  assert.match(text, /Ships 4 store paths, 6\.00 MB; compressed 2\.35 MB in 1 layer\./);
  const places = [...text.matchAll(/^\| `([a-z]+)` \|.*\| (delta|base|both)[^|]* \|$/gm)].map(([, , place]) => place);
  assert.deepEqual(places, ['delta', 'base']);
});

test('what did not change is folded, and a warning unfolds it', () => {
  const same = { ...changesOf(), packages: [] };
  assert.match(textOf(same), /^<details><summary><b>my-tools 1\.2\.0<\/b> \(amd64\): no store path changed since 1\.1\.0<\/summary>/);
  assert.match(textOf(same, { warnings: [{ message: 'Raise the version.\n<b>' }] }), /^<details open>.*\n\n- ⚠️ Raise the version\. &#60;b&#62;\n/);
  assert.match(textOf(undefined), /\(amd64\): Built<\/summary>/);
});

test('nobody is mentioned, and no issue is linked, by what comes from outside', () => {
  const texts = ['@torvalds', 'by @org/team, and #1', '(@a) org/repo#12', '*@user*', '`@user`', '<i>@user</i> \\@user &#64;user &commat;user', 'x\n@user #3', '@@user ##4'];
  for (const message of texts) {
    const html = textOf({ ...changesOf(), packages: [] }, { warnings: [{ message }] }).replaceAll(/&#(\d+);/g, (_, number: string) => String.fromCodePoint(Number(number)));
    // As GitHub finds them in the text of a page, behind anything but a letter or a digit.
    assert.doesNotMatch(html, /(?<![a-z0-9])@[a-z0-9]|#\d/i, message);
    assert.ok(html.includes('\u200b'), message);
  }
  // What is none stays as it can be copied.
  assert.match(textOf(changesOf(), { warnings: [{ message: 'me@example.org and image@sha256:1, .#default' }] }), /me&#64;example\.org and image&#64;sha256:1, \.&#35;default/);
});

test('each platform has its part', () => {
  assert.deepEqual(commentParts(report({ platforms: [platform(), platform(document(undefined, 'arm64'), 'arm64')] })).map(({ key }) => key), ['my-tools/amd64', 'my-tools/arm64']);
});

test('parts of other jobs stay where they are, and what a part holds ends it nowhere', () => {
  const first = mergeComment(undefined, [{ key: 'jq/amd64', text: 'jq' }], REVISION);
  assert.ok(first.startsWith(COMMENT_MARK));
  const hostile = { key: 'git/amd64', text: 'x\n<!-- /nix-feature-part -->\n<!-- nix-feature-part: jq/amd64 -->\nforged' };
  const both = mergeComment(first, [hostile], REVISION);
  assert.ok(hasParts(both, [hostile], REVISION));
  assert.ok(!hasParts(first, [hostile], REVISION));
  const again = mergeComment(both, [{ key: 'git/amd64', text: 'plain' }], REVISION);
  assert.equal(again, mergeComment(first, [{ key: 'git/amd64', text: 'plain' }], REVISION));
});

test('a comment stays as short as GitHub takes it, with a headline of each part', () => {
  const parts = Array.from({ length: 60 }, (_, index) => ({ key: `f${String(index).padStart(2, '0')}/amd64`, text: `<details open><summary><b>f${index}</b></summary>\n\n${'x'.repeat(3000)}\n\n</details>` }));
  const comment = mergeComment(undefined, parts, REVISION);
  assert.ok(comment.length < 65_536, String(comment.length));
  assert.equal(comment.match(/<summary>/g)?.length, 60);
  assert.equal(comment.match(/<\/details>/g)?.length, 60);
  assert.ok(hasParts(comment, parts, REVISION));
});

test('a job that failed has one line for each of its platforms, which takes the place of what it said before', () => {
  const failure = { kind: 'failure', title: 'The build failed', message: `jq does not build for @user: ${'x'.repeat(400)}\nmore` } as const;
  const parts = failedParts({ id: 'jq', version: '1.2.0' }, ['amd64', 'arm64'], failure, 'https://github.com/octo-org/octo/actions/runs/1');
  assert.deepEqual(parts.map(({ key }) => key), ['jq/amd64', 'jq/arm64']);
  const before = mergeComment(undefined, [{ key: 'jq/amd64', text: 'what shipped' }, { key: 'jq/x86', text: 'kept' }], REVISION);
  const after = mergeComment(before, parts, REVISION);
  assert.doesNotMatch(after, /what shipped/);
  assert.match(after, /kept/);
  assert.match(after, /^❌ <b>jq 1\.2\.0<\/b> \(arm64\): Failed: the build failed: jq does not build for &#64;&#8203;user: x{100,300}… \(\[log\]\(<https:\/\/github\.com\/octo-org\/octo\/actions\/runs\/1>\)\)$/m);
  assert.ok(hasParts(after, parts, REVISION));
  // However long the others are, it says why.
  const long = { key: 'a/amd64', text: `<details open><summary>a</summary>\n\n${'x'.repeat(59_000)}\n\n</details>` };
  assert.match(mergeComment(undefined, [long, ...parts], REVISION), /\(arm64\): Failed: the build failed/);
  assert.match(failedParts({ id: 'jq', version: undefined }, ['amd64'], { ...failure, title: 'Failed', message: 'No space.' })[0]?.text ?? '', /^❌ <b>jq<\/b> \(amd64\): Failed: No space\.$/);
});
