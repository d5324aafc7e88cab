import { assemble } from '../../src/layout/assemble.ts';
import { readBuiltLayout } from '../../src/layout/built-layout.ts';
import { writeLayoutSboms } from '../../src/layout/beside/layout-sboms.ts';
import { publishAssembly, type PublishedAssembly } from '../../src/publish/publish-assembly.ts';
import type { KeyObject } from 'node:crypto';
import { Namespace, type PublishTarget } from '../../src/release/target.ts';
import { uploadServer, type Call, type Script, type Step, type UploadServer } from '../oci/upload-server.ts';
import { writeBuiltLayout, type LayoutVariant } from './layouts.ts';
import { listeningHost } from './releases.ts';
import { buildRequest } from '../request.ts';

export const NAMESPACE = 'org/features';
export const REPOSITORY = `${NAMESPACE}/my-tools`;

const RUN = { builder: 'https://ci.example/run' };

/** A registry whose repositories are apart, for whole releases. */
export function releaseServer(script: Script = {}): Promise<UploadServer> {
  return uploadServer(script, { namesBlobs: true, apart: true });
}

const published = new Map<string, Promise<Pick<UploadServer, 'blobs' | 'manifests'>>>();

/**
 * A registry in which small releases of these versions are published. The same versions give the same contents, so each test file publishes them
 * once; and only the last one writes to the collection, as each that does waits for others who write to it.
 */
export async function serverWith(versions: readonly string[], script: Script = {}): Promise<UploadServer> {
  const key = versions.join(' ');
  const publishing = published.get(key) ?? publishAll(versions);
  published.set(key, publishing);
  const { blobs, manifests } = await publishing;
  const server = await releaseServer(script);
  for (const [name, bytes] of blobs) server.blobs.set(name, bytes);
  for (const [name, bytes] of manifests) server.manifests.set(name, bytes);
  return server;
}

async function publishAll(versions: readonly string[]): Promise<Pick<UploadServer, 'blobs' | 'manifests'>> {
  const { blobs, manifests, host } = await releaseServer();
  for (const [at, version] of versions.entries()) await publishSmall({ host }, version, { collection: at === versions.length - 1 });
  return { blobs: new Map(blobs), manifests: new Map(manifests) };
}

/** Publishes a small release of two platforms. */
export async function publishSmall(
  server: Pick<UploadServer, 'host'>,
  version: string,
  more: Partial<Pick<PublishTarget, 'movingTags' | 'collection'>> & { readonly change?: LayoutVariant['change']; readonly metadata?: Readonly<Record<string, unknown>>; readonly revision?: string; readonly signWith?: KeyObject; readonly withSbom?: true } = {},
): Promise<PublishedAssembly & { readonly said: string }> {
  const { change, metadata, revision, signWith, withSbom, ...names } = more;
  const layout = await writeBuiltLayout({
    arches: ['amd64', 'arm64'],
    facts: { feature: { id: 'my-tools', version }, metadata: JSON.stringify({ id: 'my-tools', version, ...metadata }), ...(revision === undefined ? {} : { origin: { revision } }) },
    change: (document) => ({ ...(change?.(document) ?? document), feature: { id: 'my-tools', version } }),
  });
  if (withSbom === true) for (const { document } of (await readBuiltLayout(layout)).platforms) await writeLayoutSboms(layout, { document, metas: new Map(), created: undefined }, ['cyclonedx']);
  const assembly = assemble([await readBuiltLayout(layout)], ['amd64', 'arm64']);
  const target = buildRequest({ registry: server.host, namespace: NAMESPACE, ...names });
  const { host, said } = listeningHost();
  const namespace = new Namespace(target, host);
  const writer = namespace.writer('my-tools');
  try {
    const publication = await publishAssembly(assembly, { delivery: 'layers', releaseTag: undefined, sbom: undefined, provenance: signWith === undefined ? undefined : { run: RUN, signing: { by: 'key', key: signWith } } }, { namespace, writer });
    return { ...publication, said: said() };
  } finally {
    writer.close();
  }
}

/** The version that a tag names, by its manifest. */
export function versionOf(server: UploadServer, tag: string, repository = REPOSITORY): string | undefined {
  const bytes = server.manifests.get(`${repository}/${tag}`);
  if (bytes === undefined) return undefined;
  const { annotations = {} } = JSON.parse(bytes.toString()) as { annotations?: Record<string, string> };
  return annotations['org.opencontainers.image.version'] ?? 'none';
}

export function tagsOf(server: UploadServer, repository = REPOSITORY): string[] {
  const keys = [...server.manifests.keys()].filter((key) => key.startsWith(`${repository}/`)).map((key) => key.slice(repository.length + 1));
  return keys.filter((key) => !/[/:]/.test(key)).sort();
}

export function refuse(status: number, code = 'DENIED', message = 'no'): (call: Call) => void {
  return ({ response }) => void response.writeHead(status).end(JSON.stringify({ errors: [{ code, message }] }));
}

/** One answer for calls of a step that `which` picks; the others proceed. */
export function only(step: Step, which: (call: Call) => boolean, act: (call: Call) => void): Script {
  return { [step]: (call: Call) => (which(call) ? act(call) : call.proceed()) };
}
