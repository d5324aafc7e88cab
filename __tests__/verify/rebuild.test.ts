import { test } from '@jest/globals';
import assert from 'node:assert/strict';
import { outcomeOf } from '../../src/report/runs/verify.ts';
import { LIBRARY, PATHS, releasedFeature, writeLayout } from './release.ts';
import { onlyFailure, open, verified } from './verified.ts';

test('what was built again from the same sources is what is published, however it was packed', async () => {
  const release = await releasedFeature({ delivery: 'embed' });
  const again = await writeLayout(['amd64'], '1.2.0', { compression: 'zstd' });
  const report = await verified(release, '1.2.0', { rebuilt: [again] });
  assert.equal(outcomeOf(report), 'passed', JSON.stringify(report.checks, undefined, 2));
  assert.equal(report.checks.filter(({ name }) => name === 'rebuild').length, 2);
});

test('a path that comes out otherwise, another version and other metadata are failed checks', async () => {
  const release = await releasedFeature({ delivery: 'embed' });
  const paths = PATHS.map((each) => (each.path === LIBRARY ? { ...each, tree: 'not the same' } : each));
  const other = await verified(release, '1.2.0', { rebuilt: [await writeLayout(['amd64'], '1.2.0', { paths })] });
  assert.match(onlyFailure(other, 'rebuild amd64'), new RegExp(`^${LIBRARY} is published with sha256-.*, but was built with sha256-`));
  const version = await verified(release, '1.2.0', { rebuilt: [await writeLayout(['amd64'], '1.2.1')] });
  assert.match(onlyFailure(version, 'rebuild'), /is a build of tools 1\.2\.1, but 1\.2\.0 is published$/);
  const files = await verified(release, '1.2.0', { rebuilt: [await writeLayout(['amd64'], '1.2.0', { test: 'false\n' })] });
  assert.match(onlyFailure(files, 'rebuild'), /its files differ$/);
});

test('a platform that was not built again, and a folder that is no build, could not be checked', async () => {
  const release = await releasedFeature({ arches: ['amd64', 'arm64'], delivery: 'embed' });
  const report = await verified(release, '1.2.0', { rebuilt: [await writeLayout(['amd64'], '1.2.0')] });
  assert.deepEqual([open(report, 'failed'), open(report, 'unchecked')], [[], ['rebuild arm64']]);
  const none = await verified(release, '1.2.0', { rebuilt: ['/nowhere'] });
  assert.deepEqual([open(none, 'failed'), open(none, 'unchecked')], [[], ['rebuild']]);
});
