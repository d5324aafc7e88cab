import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from '@jest/globals';
import { IntegrityError } from '../../src/kit/errors.ts';
import { readBuiltLayout } from '../../src/layout/built-layout.ts';
import { writeLayoutSboms } from '../../src/layout/beside/layout-sboms.ts';
import { packageMeta, type PackageMetas } from '../../src/nix/meta/package-meta.ts';
import { renderSummary } from '../../src/report/build/summary.ts';
import { FORMATS, sbomFile, type SbomFormat } from '../../src/sbom/formats.ts';
import { pathOf } from '../report/sample.ts';
import { METAS } from '../sbom/facts.ts';
import { writeBuiltLayout, type LayoutVariant } from './layouts.ts';
import { publishing } from './publishing.ts';

const CDX = FORMATS.cyclonedx.mediaType;
const SPDX = FORMATS.spdx.mediaType;

/** A layout as a build with an SBOM writes it. */
async function layoutWithSbom(formats: readonly SbomFormat[], variant: LayoutVariant = {}, metas: PackageMetas = METAS): Promise<string> {
  const folder = await writeBuiltLayout(variant);
  const { platforms, facts } = await readBuiltLayout(folder);
  for (const { document } of platforms) await writeLayoutSboms(folder, { document, metas, created: facts.created }, formats);
  return folder;
}

interface Index {
  readonly manifests: readonly { readonly digest: string; readonly artifactType: string; readonly annotations: Readonly<Record<string, string>> }[];
}

/** What is attached to a published Feature, by the fallback tag. */
function attached(server: { readonly manifests: ReadonlyMap<string, Buffer> }, digest: string | undefined): Index['manifests'] {
  const found = [...server.manifests].find(([name]) => name.endsWith(String(digest).replace(':', '-')))?.[1];
  return found === undefined ? [] : (JSON.parse(found.toString('utf8')) as Index).manifests;
}

describe('an SBOM of a layout', () => {
  it('is attached to what is published, one for each platform, and found there again', async () => {
    const { publish, server } = await publishing();
    const report = await publish([await layoutWithSbom(['cyclonedx'], { arches: ['amd64', 'arm64'] })]);
    const list = attached(server, report.digest);
    assert.deepEqual(list.map(({ artifactType }) => artifactType), [CDX, CDX]);
    assert.deepEqual(list.map(({ annotations }) => annotations['dev.nix-feature.arch'] ?? '').toSorted(), ['amd64', 'arm64']);
  });

  it('is attached in the formats that publishing asks for, whichever the build wrote', async () => {
    const { publish, server } = await publishing();
    const report = await publish([await layoutWithSbom(['spdx'])], { sbom: 'both' });
    assert.deepEqual(attached(server, report.digest).map(({ artifactType }) => artifactType).toSorted(), [SPDX, CDX]);
  });

  it('is not attached if publishing or the build wants none', async () => {
    const { publish, server } = await publishing();
    const report = await publish([await layoutWithSbom(['cyclonedx'])], { sbom: 'none' });
    assert.deepEqual(attached(server, report.digest), []);
    assert.deepEqual(attached(server, (await publish([await writeBuiltLayout()])).digest), []);
  });

  it('changes nothing of the release: the same bytes are the same release, with an SBOM or another one or none', async () => {
    const { publish, server } = await publishing();
    const first = await publish([await writeBuiltLayout()]);
    const second = await publish([await layoutWithSbom(['cyclonedx'])]);
    const third = await publish([await layoutWithSbom(['cyclonedx'], {}, new Map())]);
    assert.deepEqual([second.digest, third.digest], [first.digest, first.digest]);
    assert.deepEqual([first.upToDate, second.upToDate, third.upToDate], [false, true, true]);
    assert.equal(attached(server, first.digest).length, 1, 'the one that was attached first stays');
  });

  it('has the time of the release, whichever build attaches it', async () => {
    const { publish, server } = await publishing();
    const { digest } = await publish([await writeBuiltLayout({ facts: { created: 1_000 } })]);
    await publish([await layoutWithSbom(['cyclonedx'], { facts: { created: 2_000 } })]);
    const [entry] = attached(server, digest);
    const manifest = JSON.parse(String(server.manifests.get(entry?.digest ?? ''))) as { readonly layers: readonly { readonly digest: string }[] };
    assert.match(String(server.blobs.get(manifest.layers[0]?.digest ?? '')), /"timestamp":"1970-01-01T00:16:40Z"/);
  });

  it('is refused before anything is sent if it is about other packages', async () => {
    for (const format of ['cyclonedx', 'spdx'] as const) {
      const { publish, writes } = await publishing();
      const folder = await layoutWithSbom([format]);
      const file = join(folder, sbomFile('amd64', format));
      await writeFile(file, (await readFile(file, 'utf8')).replace(pathOf('oniguruma-6.9'), pathOf('another-6.9')));
      await assert.rejects(publish([folder]), (error: unknown) => error instanceof IntegrityError && error.message.includes('is not the SBOM of the build beside it'));
      assert.deepEqual(writes(), []);
    }
  });

  it('tells the summary which licences ship, and what changed since the release before', async () => {
    const { publish } = await publishing();
    await publish([await layoutWithSbom(['cyclonedx'])]);
    const feature = { id: 'my-tools', version: '1.3.0' };
    const metas = new Map([...METAS, [pathOf('jq-1.7'), packageMeta({ name: 'jq', version: '1.7', licences: ['GPL-3.0-only'] })]]);
    const report = await publish([await layoutWithSbom(['cyclonedx'], { facts: { feature } }, metas)]);
    assert.deepEqual(report.platforms[0]?.licences?.changes, {
      added: ['GPL-3.0-only'],
      removed: ['CC-BY-3.0'],
      changed: [{ name: 'jq', before: ['CC-BY-3.0', 'MIT'], after: ['GPL-3.0-only'] }],
    });
    const summary = renderSummary(report);
    assert.match(summary, /### Changes in licences\n\n- New: `GPL-3\.0-only`\n- No longer there: `CC-BY-3\.0`\n- `jq`: `CC-BY-3\.0`, `MIT` → `GPL-3\.0-only`/);
    assert.match(summary, /the flake does not say \| 2 \| `my-tools`, `oniguruma`/);
  });
});
