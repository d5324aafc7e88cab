import assert from 'node:assert/strict';
import { test } from '@jest/globals';
import { ARCHES } from '../../src/platform.ts';
import { archTag, compareVersions, highestRelease, looksLikeArchTag, movingTags, otherArchTag, parseVersion, type Version } from '../../src/feature/metadata/versions.ts';

function version(text: string): Version {
  const parsed = parseVersion(text);
  assert.ok(parsed, text);
  return parsed;
}

test('what is no semantic version is none', () => {
  for (const text of ['1', '1.2', '1.2.3.4', 'v1.2.3', '01.2.3', '1.2.3-', '1.2.3+build', 'latest', 'latest-amd64', '']) {
    assert.equal(parseVersion(text), undefined, text);
  }
});

test('versions are in the order that semver.org gives', () => {
  const ordered = ['1.0.0-alpha', '1.0.0-alpha.1', '1.0.0-alpha.beta', '1.0.0-beta', '1.0.0-beta.2', '1.0.0-beta.11', '1.0.0-rc.1', '1.0.0', '1.0.1', '1.2.0', '1.10.0', '2.0.0'];
  for (let index = 1; index < ordered.length; index += 1) {
    const [lower, higher] = [version(ordered[index - 1] ?? ''), version(ordered[index] ?? '')];
    assert.ok(compareVersions(lower, higher) < 0, `${lower.text} < ${higher.text}`);
    assert.ok(compareVersions(higher, lower) > 0);
    assert.equal(compareVersions(higher, higher), 0);
  }
});

/** The moving tags that a version would get, given the tags that are there. */
function moved(text: string, tags: readonly string[]): string[] {
  return movingTags(version(text))
    .filter((moving) => highestRelease([...tags, text], moving)?.text === text)
    .map(({ tag }) => tag);
}

test('a first release moves all of its tags', () => {
  assert.deepEqual(moved('1.2.3', []), ['1.2', '1', 'latest']);
  assert.deepEqual(moved('0.1.0', ['latest', 'sha256-abc.sig']), ['0.1', '0', 'latest']);
});

test("a patch of an older line moves that line's tags and no others", () => {
  const tags = ['1.2.3', '1.2', '1.3.0', '1.3', '1', '2.0.0', '2.0', '2', 'latest'];
  assert.deepEqual(moved('1.2.4', tags), ['1.2']);
  assert.deepEqual(moved('1.4.0', tags), ['1.4', '1']);
  assert.deepEqual(moved('1.2.2', tags), []);
  assert.deepEqual(moved('2.0.1', tags), ['2.0', '2', 'latest']);
  assert.deepEqual(moved('10.0.0', tags), ['10.0', '10', 'latest']);
});

test('a pre-release moves nothing, and keeps nothing from moving', () => {
  assert.deepEqual(moved('2.0.0-rc.1', ['1.0.0']), []);
  assert.deepEqual(moved('1.0.1', ['1.0.0', '2.0.0-rc.1', '1.1.0-amd64', '1.0.0_amd64', '1.2.0_amd64']), ['1.0', '1', 'latest']);
});

test("a version that is written like a platform's tag is recognised", () => {
  assert.ok(looksLikeArchTag('1.0.0-amd64'));
  assert.ok(looksLikeArchTag('1.0.0-rc.1-arm64'));
  assert.ok(!looksLikeArchTag('1.0.0-amd64.1'));
});

/** What parsers of semantic versions take, the lenient ones among them. */
const PARSERS: Readonly<Record<string, RegExp>> = {
  'semver.org': /^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)(?:-((?:0|[1-9]\d*|\d*[a-zA-Z-][0-9a-zA-Z-]*)(?:\.(?:0|[1-9]\d*|\d*[a-zA-Z-][0-9a-zA-Z-]*))*))?(?:\+([0-9a-zA-Z-]+(?:\.[0-9a-zA-Z-]+)*))?$/,
  'npm, loose': /^[v=\s]*\d+\.\d+\.\d+(?:-?(?:\d*[a-zA-Z-][a-zA-Z0-9-]*|\d+)(?:\.(?:\d*[a-zA-Z-][a-zA-Z0-9-]*|\d+))*)?(?:\+[a-zA-Z0-9-]+(?:\.[a-zA-Z0-9-]+)*)?$/,
  'Masterminds, of Go': /^v?\d+(\.\d+)?(\.\d+)?(-[0-9A-Za-z-]+(\.[0-9A-Za-z-]+)*)?(\+[0-9A-Za-z-]+(\.[0-9A-Za-z-]+)*)?$/,
  'HashiCorp, of Go': /^v?\d+(\.\d+)*(-(\d+[0-9A-Za-z~-]*(\.[0-9A-Za-z~-]+)*)|(-?([A-Za-z~-]+[0-9A-Za-z~-]*(\.[0-9A-Za-z~-]+)*)))?(\+[0-9A-Za-z~-]+(\.[0-9A-Za-z~-]+)*)?\??$/,
  'RubyGems': /^\s*(\d+(\.[0-9a-zA-Z]+)*(-[0-9A-Za-z-]+(\.[0-9A-Za-z-]+)*)?)?\s*$/,
};

for (const text of ['1.2.3', '2.0.0-rc.1', '0.0.1-0', '1.0.0-x-y.7', 'latest']) {
  test(`the tag of a platform of ${text} is a tag, and no parser takes it for a version`, () => {
    for (const arch of ARCHES) {
      const tag = archTag(text, arch);
      assert.match(tag, /^\w[\w.-]{0,127}$/);
      assert.equal(parseVersion(tag), undefined);
      assert.deepEqual(Object.entries(PARSERS).filter(([, parser]) => parser.test(tag)).map(([name]) => name), [], tag);
      if (text === 'latest') continue;
      assert.equal(otherArchTag(tag), `${text}-${arch}`);
      assert.equal(otherArchTag(`ghcr.io/o/t:${text}-${arch}`), `ghcr.io/o/t:${tag}`);
    }
  });
}

test('what is no tag of a platform has no other form', () => {
  for (const name of ['1.2.3', 'latest-amd64', 'ghcr.io/o/my_amd64', 'ghcr.io/o/1-amd64/x', 'localhost:5000/x-amd64', '']) assert.equal(otherArchTag(name), undefined, name);
});
