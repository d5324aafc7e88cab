import assert from 'node:assert/strict';
import { test } from '@jest/globals';
import { IntegrityError, RegistryError } from '../../src/kit/errors.ts';
import { Registry } from '../../src/oci/pull/registry.ts';
import { tagsThere } from '../../src/oci/pull/tags-there.ts';
import { afterTest } from '../jest/after-test.ts';
import { quickClock, serve, type Served } from './serve.ts';

interface Answer {
  readonly status?: number;
  readonly link?: string;
  readonly tags?: unknown;
  readonly body?: string;
}

/** A registry that lists tags. @param answer to a query, as it was sent */
async function lister(answer: (query: string, count: number) => Answer): Promise<{ served: Served; tags: () => Promise<readonly string[]> }> {
  let count = 0;
  const served = await serve((request, response) => {
    const { search } = new URL(request.url ?? '/', 'http://x');
    const { status = 200, link, tags = [], body } = answer(search, (count += 1));
    response.writeHead(status, link === undefined ? {} : { link }).end(body ?? JSON.stringify({ name: 'org/tools', tags }));
  });
  const registry = new Registry({ registry: served.host, repository: 'org/tools' }, { env: {}, clock: quickClock() });
  afterTest(() => registry.close());
  return { served, tags: () => registry.tags() };
}

const FULL = Array.from({ length: 1000 }, (_, index) => `t${index}`);

test('tags are read over as many pages as there are, and asked for by the thousand', async () => {
  const pages: Record<string, Answer> = {
    '?n=1000': { tags: ['a', 'b'], link: '</v2/org/tools/tags/list?last=b&n=2>; rel="next"' },
    '?last=b&n=2': { tags: ['b', 'c'], link: '<?last=c>; rel=next' },
    '?last=c': { tags: null },
  };
  const { tags } = await lister((query) => pages[query] ?? { status: 500 });
  assert.deepEqual(await tags(), ['a', 'b', 'c']);
});

for (const link of ['<http://10.0.0.1/v2/org/tools/tags/list?last=b>; rel="next"', '<https://internal.example/repository/docker/v2/org/tools/tags/list?last=b>; rel="next"', '<//elsewhere/tags/list?last=b>; rel="next"', '<last-page?last=b>; rel="next"']) {
  test(`of the next page ${link} only the query counts`, async () => {
    const { served, tags } = await lister((query) => (query === '?last=b' ? { tags: ['c'] } : { tags: ['a', 'b'], link }));
    assert.deepEqual(await tags(), ['a', 'b', 'c']);
    assert.deepEqual(served.requests, ['GET /v2/org/tools/tags/list?n=1000', 'GET /v2/org/tools/tags/list?last=b']);
  });
}

test('a full page without a next one is asked for what comes after it', async () => {
  const { tags } = await lister((query) => ({ tags: query === '?n=1000' ? FULL : query === '?n=1000&last=t999' ? ['z'] : [] }));
  assert.deepEqual(await tags(), [...FULL, 'z']);
});

test('a registry that gives the same full page again has no other', async () => {
  const { served, tags } = await lister(() => ({ tags: FULL }));
  assert.deepEqual(await tags(), FULL);
  assert.equal(served.requests.length, 2);
});

test('a registry that takes no size of a page is asked without', async () => {
  const { tags } = await lister((query) => (query === '' ? { tags: ['a'] } : { status: 400, body: '{"errors":[{"code":"PAGINATION_NUMBER_INVALID"}]}' }));
  assert.deepEqual(await tags(), ['a']);
});

test('tags of a repository that is not there are none', async () => {
  const { tags } = await lister(() => ({ status: 404, body: '{"errors":[{"code":"NAME_UNKNOWN"}]}' }));
  assert.deepEqual(await tags(), []);
});

// [what, answer, error]
const REFUSED: readonly (readonly [string, (query: string, count: number) => Answer, RegExp])[] = [
  ['goes round in circles', () => ({ tags: ['a'], link: '<?last=a>; rel="next"' }), /(?:has|form) a loop/],
  ['never ends', (_query, count) => ({ tags: [`t${count}`], link: `<?last=t${count}>; rel="next"` }), /more than 1000 pages/],
  ['is no JSON', () => ({ body: '<html>' }), /not JSON/],
  ['holds other things than tags', () => ({ tags: [1] }), /its list has other things/],
  ['is refused', () => ({ status: 405 }), /405/],
];

for (const [what, answer, error] of REFUSED) {
  test(`a list of tags that ${what} is an error`, async () => {
    const { tags } = await lister(answer);
    await assert.rejects(tags(), (thrown: Error) => (thrown instanceof RegistryError || thrown instanceof IntegrityError) && error.test(thrown.message));
  });
}

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
