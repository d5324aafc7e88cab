import assert from 'node:assert/strict';
import { test } from '@jest/globals';
import { Registry } from '../../src/oci/pull/registry.ts';
import { tagsThere } from '../../src/oci/pull/tags-there.ts';
import { afterTest } from '../jest/after-test.ts';
import { serve } from './serve.ts';

async function hintFor(tags: readonly string[]): Promise<string> {
  const served = await serve((_, response) => void response.end(JSON.stringify({ tags })));
  const registry = new Registry({ registry: served.host, repository: 'org/bedrock', tag: '1.4' }, { env: {} });
  afterTest(() => registry.close());
  return (await tagsThere(registry)).replaceAll(served.host, 'host');
}

test('the tags that there are are named, the nearest first, and only what can be one', async () => {
  assert.equal(await hintFor(['1.5', '1.40', 'edge']), 'Did you mean 1.5? host/org/bedrock has the tags 1.5, 1.40, edge.');
  assert.equal(await hintFor(['edge', '\u001B[31m1.4', '1.4\n::error::x', 'x'.repeat(129), '']), 'host/org/bedrock has the tags edge.');
  assert.match(await hintFor(['\u0007']), /^Nothing was found in host\/org\/bedrock\./);
});
