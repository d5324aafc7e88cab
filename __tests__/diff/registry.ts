import type { DeltaDocument } from '../../src/delta/document/delta-document.ts';
import { featureManifest } from '../../src/feature/manifest/feature-manifest.ts';
import { platformManifest } from '../../src/feature/manifest/platform-manifest.ts';
import { archTag } from '../../src/feature/metadata/versions.ts';
import { canonicalJson } from '../../src/oci/format/canonical-json.ts';
import { digestOf, type Digest } from '../../src/oci/format/digest.ts';
import type { Descriptor } from '../../src/oci/format/manifest.ts';
import { DELTA_CONFIG, DEVCONTAINER_CONFIG, DEVCONTAINER_LAYER, ENV_PATH, IMAGE_MANIFEST } from '../../src/oci/format/media-types.ts';
import { archOf } from '../../src/platform.ts';
import { serve } from '../oci/serve.ts';

/** What a registry holds: blobs and manifests by digest, and tags by `<repository>:<tag>`. */
export class Contents {
  readonly blobs = new Map<string, Buffer>();
  readonly tags = new Map<string, Digest>();

  add(bytes: Buffer | string, mediaType: string): Descriptor {
    const buffer = Buffer.from(bytes);
    const digest = digestOf(buffer);
    this.blobs.set(digest, buffer);
    return { mediaType, digest, size: buffer.length };
  }

  /** A release, as publishing leaves it: the Feature's manifest, and one for each platform. */
  publish(repository: string, documents: readonly DeltaDocument[]): void {
    const [{ feature }] = documents as [DeltaDocument];
    const platforms = documents.map((document) => {
      const config = this.add(canonicalJson(document), DELTA_CONFIG);
      const manifest = platformManifest(document, { config, envPath: this.add(document.storePath, ENV_PATH) }, undefined);
      const { digest } = this.add(canonicalJson(manifest), IMAGE_MANIFEST);
      this.tags.set(`${repository}:${archTag(feature.version, archOf(document.system))}`, digest);
      return { arch: archOf(document.system), document, digest, manifest, layers: [], complement: [] };
    });
    const facts = {
      feature,
      metadata: JSON.stringify(feature),
      key: digestOf(feature.version),
      config: this.add('{}', DEVCONTAINER_CONFIG),
      tar: this.add('a tar', DEVCONTAINER_LAYER),
      origin: {},
      onGithub: false,
    };
    this.addManifest(`${repository}:${feature.version}`, featureManifest({ ...facts, platforms }));
  }

  addManifest(name: string, manifest: unknown): void {
    this.tags.set(name, this.add(canonicalJson(manifest), IMAGE_MANIFEST).digest);
  }
}

/** A registry on loopback that is read from. @returns its host */
export async function serveContents(contents: Contents): Promise<string> {
  const { host } = await serve((request, response) => {
    const [, repository = '', kind = '', name = ''] = /^\/v2\/(.+)\/(manifests|blobs|tags)\/(.+)$/.exec(request.url ?? '') ?? [];
    if (repository.startsWith('private/')) return response.writeHead(403).end();
    if (kind === 'tags') {
      const tags = [...contents.tags.keys()].filter((tag) => tag.startsWith(`${repository}:`)).map((tag) => tag.slice(repository.length + 1));
      return tags.length === 0 ? response.writeHead(404).end() : response.end(JSON.stringify({ name: repository, tags }));
    }
    const bytes = contents.blobs.get(contents.tags.get(`${repository}:${name}`) ?? name);
    if (bytes === undefined) return response.writeHead(404).end();
    const type = kind === 'manifests' ? IMAGE_MANIFEST : 'application/octet-stream';
    return response.writeHead(200, { 'content-type': type, 'content-length': bytes.length }).end(bytes);
  });
  return host;
}
