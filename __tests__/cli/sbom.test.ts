import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, it } from '@jest/globals';
import { readSbomRequest } from '../../src/actions/requests/read-portable.ts';
import { sbomOf } from '../../src/app/sbom.ts';
import { Failure, InputError } from '../../src/kit/errors.ts';
import { readBuiltLayout } from '../../src/layout/built-layout.ts';
import { writeLayoutSboms } from '../../src/layout/beside/layout-sboms.ts';
import { checkedSbom } from '../../src/sbom/formats.ts';
import { publishing } from '../publish/publishing.ts';
import { writeBuiltLayout } from '../publish/layouts.ts';
import { listeningHost } from '../publish/releases.ts';
import { METAS } from '../sbom/facts.ts';

const folder = await mkdtemp(join(tmpdir(), 'sbom-command-'));
afterAll(() => rm(folder, { recursive: true }));

const SURROUNDINGS = { folder, env: {}, platform: 'linux', arch: 'x64', cores: 1 };

/** Runs the use-case as the command line does. */
async function run(source: string, flags: Readonly<Record<string, string>> = {}): Promise<{ readonly files: readonly string[]; readonly texts: readonly string[]; readonly said: string }> {
  const { host, said } = listeningHost();
  const all = await sbomOf(readSbomRequest(source, (name) => flags[name] ?? '', SURROUNDINGS), host);
  return { files: all.map(({ file }) => file), texts: all.map(({ text }) => text), said: said() };
}

async function layout(): Promise<string> {
  const built = await writeBuiltLayout({ arches: ['amd64', 'arm64'] });
  const { platforms, facts } = await readBuiltLayout(built);
  for (const { document } of platforms) await writeLayoutSboms(built, { document, metas: METAS, created: facts.created }, ['cyclonedx']);
  return built;
}

describe('nix-feature sbom', () => {
  it("gives of a layout the SBOM of this machine's platform, in either format, or those of all platforms", async () => {
    const built = await layout();
    assert.deepEqual((await run(built)).texts, [await readFile(join(built, 'sbom-amd64.cdx.json'), 'utf8')]);
    assert.deepEqual((await run(built, { format: 'spdx', arches: 'arm64' })).files, ['sbom-arm64.spdx.json']);
    assert.deepEqual((await run(built, { output: 'out' })).files, ['sbom-amd64.cdx.json', 'sbom-arm64.cdx.json']);
  });

  it('gives of a published Feature what was attached, and what its delta document says without', async () => {
    const { publish, server } = await publishing();
    const built = await layout();
    await publish([built]);
    const { texts } = await run(`${server.host}/org/my-tools:1.2.0`, { format: 'spdx' });
    const { platforms } = await readBuiltLayout(built);
    const [amd64] = platforms;
    assert.ok(amd64 !== undefined);
    assert.deepEqual(checkedSbom(Buffer.from(texts[0] ?? ''), 'spdx', { document: amd64.document, created: undefined }, 'it').size, amd64.document.closure.length);
    assert.match(texts[0] ?? '', /"licenseDeclared":"MIT AND CC-BY-3\.0"/);
    const { publish: again, server: other } = await publishing();
    await again([await writeBuiltLayout()]);
    const bare = await run(`${other.host}/org/my-tools:1.2.0`);
    assert.doesNotMatch(bare.texts[0] ?? '', /"licenses"/);
    assert.match(bare.said, /has no SBOM for amd64: licences and homepages are not known\./);
  });

  it('refuses a platform that is not there, and what is no Feature', async () => {
    await assert.rejects(run(await writeBuiltLayout(), { arches: 'arm64' }), (error: unknown) => error instanceof Failure && error.message.endsWith('has no platform arm64; it has amd64.'));
    const { server } = await publishing();
    await assert.rejects(run(`${server.host}/org/my-tools:9.9.9`), (error: unknown) => error instanceof Failure && error.message.endsWith('does not exist.') && (error.hint ?? '').includes('nix-feature list'));
  });

  it('refuses several platforms where one is printed, and a VEX document for SPDX or one that is not there', async () => {
    const built = await layout();
    await writeFile(join(folder, 'vex.json'), '{}');
    for (const [flags, message] of [
      [{ arches: 'amd64,arm64' }, /^arches: names several platforms/],
      [{ format: 'spdx', vex: 'vex.json' }, /^vex: can only be added to an SBOM in CycloneDX/],
      [{ vex: 'nowhere.json' }, /^vex: .*nowhere\.json can't be read: it does not exist/],
      [{ format: 'xml' }, /^format: /],
    ] as const) {
      await assert.rejects(run(built, flags), (error: unknown) => error instanceof InputError && message.test(error.message));
    }
    assert.deepEqual((await readdir(folder)).toSorted(), ['vex.json']);
  });
});
