import type { DeltaDocument, LayerEntry } from '../../src/delta/document/delta-document.ts';
import { createTerminalHost, type TerminalHost } from '../../src/host/terminal/terminal.ts';
import { digestOf, type Digest } from '../../src/oci/format/digest.ts';
import { DELTA_CONFIG, IMAGE_MANIFEST } from '../../src/oci/format/media-types.ts';
import { archOf } from '../../src/platform.ts';
import type { UploadServer } from '../oci/upload-server.ts';
import { document } from '../report/sample.ts';

/** A host of which only what it said is of interest, debug lines included. */
export function listeningHost(signal = new AbortController().signal): { readonly host: TerminalHost; readonly said: () => string } {
  let said = '';
  const stderr = { write: (text: string) => (said += text) };
  const host = createTerminalHost({ stdout: stderr, stderr, env: { NIX_FEATURE_DEBUG: '1', NIX_FEATURE_CACHE: '/dev/null/no-cache' }, signal });
  return { host, said: () => said };
}

/** A layer of a few bytes, as a delta document lists it. */
export function layerOf(bytes: Buffer, key = digestOf(`key of ${bytes.toString()}`)): LayerEntry {
  const [layer] = document().layers;
  if (layer === undefined) throw new Error('the sample has a layer');
  return { ...layer, key, digest: digestOf(bytes), size: bytes.length };
}

/** Puts a release into a registry under some tags: its manifest, and the delta documents that it names. */
export function release(server: UploadServer, version: string, tags: readonly string[], documents: readonly DeltaDocument[] = [document()]): Digest {
  const platforms = documents.map((each) => {
    const bytes = Buffer.from(JSON.stringify({ ...each, feature: { ...each.feature, version } }));
    server.blobs.set(digestOf(bytes), bytes);
    return [archOf(each.system), `${digestOf(bytes)} ${bytes.length}`] as const;
  });
  return put(server, tags, {
    'org.opencontainers.image.version': version,
    'dev.nix-feature.key': digestOf(`key of ${version}`),
    ...Object.fromEntries(platforms.map(([arch]) => [`dev.nix-feature.platform.${arch}`, digestOf(`${version} ${arch}`)])),
    ...Object.fromEntries(platforms.map(([arch, blob]) => [`dev.nix-feature.document.${arch}`, blob])),
  });
}

/** Puts what another program has published. */
export function foreignRelease(server: UploadServer, tags: readonly string[]): Digest {
  return put(server, tags, { 'org.opencontainers.image.version': '7.0.0' });
}

function put(server: UploadServer, tags: readonly string[], annotations: Readonly<Record<string, string>>): Digest {
  const config = { mediaType: DELTA_CONFIG, digest: digestOf('{}'), size: 2 };
  const bytes = Buffer.from(JSON.stringify({ schemaVersion: 2, mediaType: IMAGE_MANIFEST, config, layers: [], annotations }));
  for (const tag of tags) server.manifests.set(tag, bytes);
  return digestOf(bytes);
}
