import assert from 'node:assert/strict';
import { test } from '@jest/globals';
import { InputError } from '../../src/kit/errors.ts';
import { checkReleaseTag, parseReleaseTag } from '../../src/release/release-tag.ts';

test('the usual ways of naming a release are read', () => {
  assert.deepEqual(parseReleaseTag('v1.2.3'), { id: undefined, version: '1.2.3' });
  assert.deepEqual(parseReleaseTag('1.2.3'), { id: undefined, version: '1.2.3' });
  for (const tag of ['my-tools-v1.2.3', 'my-tools/v1.2.3', 'my-tools@1.2.3', 'my-tools-1.2.3', 'my-tools@v1.2.3', 'my-tools/1.2.3']) {
    assert.deepEqual(parseReleaseTag(tag), { id: 'my-tools', version: '1.2.3' }, tag);
  }
  assert.deepEqual(parseReleaseTag('my-tools-v1.2.3-rc.1'), { id: 'my-tools', version: '1.2.3-rc.1' });
  assert.deepEqual(parseReleaseTag('tools-2-v1.2.3'), { id: 'tools-2', version: '1.2.3' });
});

test('the tags of the official action are read, whatever the id has in it', () => {
  for (const id of ['my-tools', 'my_tools', 'a.b_c-d', 'feature', 'feature_1']) {
    for (const version of ['1.2.3', '2.0.0-rc.1']) assert.deepEqual(parseReleaseTag(`feature_${id}_${version}`), { id, version });
  }
});

test('tags that name no whole version say nothing', () => {
  for (const tag of ['v1', 'v1.2', 'nightly', 'release-2024', 'my-tools-v1']) {
    assert.equal(parseReleaseTag(tag), undefined, tag);
    checkReleaseTag(tag, { id: 'my-tools', version: '1.2.3' });
  }
});

test('a tag and the metadata that say the same are fine', () => {
  checkReleaseTag('v1.2.3', { id: 'my-tools', version: '1.2.3' });
  checkReleaseTag('my-tools/v1.2.3', { id: 'my-tools', version: '1.2.3' });
});

function refusal(tag: string): InputError {
  try {
    checkReleaseTag(tag, { id: 'my-tools', version: '1.2.3' });
  } catch (error) {
    assert.ok(error instanceof InputError);
    return error;
  }
  return assert.fail(`${tag} was taken`);
}

test('a tag of another version, or of another Feature, is an error that says which', () => {
  assert.equal(refusal('v1.2.4').message, 'The git tag v1.2.4 says version 1.2.4, and devcontainer-feature.json of my-tools says 1.2.3.');
  assert.match(refusal('v1.2.4').hint ?? '', /to 1\.2\.4, or delete the tag/);
  assert.match(refusal('other-v1.2.3').message, /releases the Feature "other", but this is "my-tools"/);
});
