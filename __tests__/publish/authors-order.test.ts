import assert from 'node:assert/strict';
import { createReadStream } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { afterAll, test } from '@jest/globals';
import { extract } from 'tar-stream';
import { EMPTY_CONFIG, featureManifest, METADATA_ANNOTATION } from '../../src/feature/manifest/feature-manifest.ts';
import { canonicalJson } from '../../src/oci/format/canonical-json.ts';
import { digestOf } from '../../src/oci/format/digest.ts';
import { assemble, prepare } from '../../src/layout/assemble.ts';
import { readBuiltLayout } from '../../src/layout/built-layout.ts';
import { writeFeatureLayer } from '../../src/layout/feature-layer.ts';
import { withoutRuntime } from '../feature/without-runtime.ts';
import { writeBuiltLayout } from './layouts.ts';

const work = await mkdtemp(join(tmpdir(), 'authors-order-'));
afterAll(() => rm(work, { recursive: true, force: true }));

const MODE = '"options":{"mode":{"type":"string","default":"auto"},"1":{"type":"boolean","default":true}}';
const WRITTEN = `{"version":"1.2.0","id":"my-tools",${MODE},"containerEnv":{"ZROOT":"/srv","PATH":"/opt/nix-feature/my-tools/bin:\${ZROOT}/bin:\${PATH}","ALIB":"\${ZROOT}/lib"},"customizations":{"10":{},"9":{},"x":{"id":12345678901234567890,"a":1.0}}}`;

test('from the layout to the tar and the annotation, metadata is what the author wrote', async () => {
  const layout = await writeBuiltLayout({ facts: { metadata: WRITTEN } });
  assert.ok((await readFile(join(layout, 'feature.json'), 'utf8')).includes(`"metadata":${WRITTEN}`), 'as an object of the layout');
  const assembly = assemble([await readBuiltLayout(layout)], []);
  const prepared = prepare(assembly, 'embed');
  assert.equal(withoutRuntime(prepared.metadata), WRITTEN);
  const { file, descriptor } = await writeFeatureLayer(assembly, { metadata: prepared.metadata, delivery: 'embed', registry: 'ghcr.io', repository: 'o/my-tools', work });
  assert.equal(await memberOf(file, './devcontainer-feature.json'), prepared.metadata);
  const config = { mediaType: 'x', digest: digestOf(EMPTY_CONFIG), size: 2 };
  const { key, metadata } = prepared;
  const manifest = canonicalJson(featureManifest({ feature: assembly.facts.feature, metadata, key, config, tar: descriptor, platforms: assembly.platforms, origin: {}, onGithub: false }));
  assert.equal((JSON.parse(manifest) as { annotations: Record<string, string> }).annotations[METADATA_ANNOTATION], metadata);
});

async function memberOf(tar: string, name: string): Promise<string | undefined> {
  const entries = createReadStream(tar).pipe(extract());
  for await (const entry of entries) {
    const bytes = await buffer(entry);
    if (entry.header.name === name) return bytes.toString('utf8');
  }
  return undefined;
}
