import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, it } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { readExploreRequest } from '../../src/actions/requests/read-portable.ts';
import { exploreFeature } from '../../src/app/explore.ts';
import { exploreResult } from '../../src/explorer/data/explore-result.ts';
import type { ExplorerData } from '../../src/explorer/model/explorer-data.ts';
import { Failure, InputError } from '../../src/kit/errors.ts';
import { readBuiltLayout } from '../../src/layout/built-layout.ts';
import { writeLayoutSboms } from '../../src/layout/beside/layout-sboms.ts';
import { writeBuiltLayout } from '../publish/layouts.ts';
import { publishing } from '../publish/publishing.ts';
import { listeningHost } from '../publish/releases.ts';
import { METAS } from '../sbom/facts.ts';

const folder = await mkdtemp(join(tmpdir(), 'explore-command-'));
afterAll(() => rm(folder, { recursive: true }));

const SURROUNDINGS = { folder, env: {}, platform: 'linux', arch: 'x64', cores: 1 };
const isValid = new Ajv2020({ allowUnionTypes: true }).compile(JSON.parse(readFileSync(join(import.meta.dirname, '../../schemas/explore.schema.json'), 'utf8')) as object);

/** Runs the use-case as the command line does. */
async function explored(source: string, flags: Readonly<Record<string, string>> = {}): Promise<ExplorerData> {
  const data = await exploreFeature(readExploreRequest(source, (name) => flags[name] ?? '', SURROUNDINGS), listeningHost().host);
  assert.ok(isValid(JSON.parse(JSON.stringify(exploreResult(data)))), JSON.stringify(isValid.errors));
  return data;
}

describe('nix-feature explore', () => {
  it('shows the layout of a build, with all its platforms or those that are asked for, and the licences of its SBOM', async () => {
    const layout = await writeBuiltLayout({ arches: ['amd64', 'arm64'] });
    const { platforms, facts } = await readBuiltLayout(layout);
    for (const { document } of platforms) await writeLayoutSboms(layout, { document, metas: METAS, created: facts.created }, ['cyclonedx']);
    const data = await explored(layout);
    assert.deepEqual(data.platforms.map(({ arch, licences, since }) => [arch, licences !== undefined, since]), [['amd64', true, undefined], ['arm64', true, undefined]]);
    assert.deepEqual(data.platforms[0]?.names.map((name) => `/nix/store/${name}`), platforms[0]?.document.closure.map(({ path }) => path));
    assert.equal(data.delivery, 'embed');
    assert.deepEqual((await explored(layout, { arches: 'arm64' })).platforms.map(({ arch }) => arch), ['arm64']);
    await assert.rejects(explored(await writeBuiltLayout(), { arches: 'arm64' }), (error: unknown) => error instanceof Failure && error.message.endsWith('has no platform arm64; it has amd64.'));
  });

  it('compares a published Feature with the release before, or with what is named', async () => {
    const { publish, server } = await publishing();
    await publish([await writeBuiltLayout({ facts: { feature: { id: 'my-tools', version: '1.1.0' } } })]);
    await publish([await writeBuiltLayout({ facts: { feature: { id: 'my-tools', version: '1.2.0' } } })]);
    const name = `${server.host}/org/my-tools`;
    assert.deepEqual((await explored(`${name}:1.2.0`)).platforms.map(({ since }) => since?.version), ['1.1.0']);
    assert.deepEqual((await explored(`${name}:1.1.0`)).platforms.map(({ since }) => since), [undefined]);
    const next = await writeBuiltLayout({ facts: { feature: { id: 'my-tools', version: '1.3.0' } } });
    assert.deepEqual((await explored(next, { since: `${name}:1.1.0` })).platforms.map(({ since }) => since?.version), ['1.1.0']);
    await assert.rejects(explored(`${name}:9.9.9`), /does not exist/);
  });

  it('refuses a folder for its file, and what names nothing, before it reads anything', async () => {
    await mkdir(join(folder, 'there'));
    for (const [source, flags, message] of [
      ['registry.example/org/tools', { output: 'there' }, /^output: "there" is a folder/],
      ['registry.example/org/tools', { output: 'pages/' }, /^output: "pages\/" is a folder/],
      ['registry.example/org/tools', { since: './nowhere' }, /^since: "\.\/nowhere" names/],
      ['./nowhere', {}, /^source: "\.\/nowhere" names/],
    ] as const) {
      assert.throws(() => readExploreRequest(source, (name) => (flags as Readonly<Record<string, string>>)[name] ?? '', SURROUNDINGS), (error: unknown) => error instanceof InputError && message.test(error.message));
    }
    assert.equal(readExploreRequest('registry.example/org/tools', () => '', SURROUNDINGS).output, join(folder, 'explorer.html'));
  });
});
