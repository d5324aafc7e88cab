import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { assemble } from '../layout/assemble.ts';
import { readBuiltLayout, type BuiltLayout } from '../layout/built-layout.ts';
import { writeFacts } from '../layout/layout-facts.ts';
import { hexOf, type Digest } from '../oci/format/digest.ts';
import type { Arch } from '../platform.ts';
import type { SlsaPredicate } from '../provenance/format/slsa.ts';
import type { Namespace, Publisher } from '../release/target.ts';
import type { PublishedReport } from '../report/build/facts.ts';
import type { BuildRequest } from '../request/build.ts';
import { publishAssembly } from './publish-assembly.ts';
import { pushPlatforms } from './push-platforms.ts';

export interface PublishedBuild {
  readonly published: PublishedReport;
  /** Of the Feature's manifest; undefined if only layers were pushed. */
  readonly digest: Digest | undefined;
  readonly upToDate: boolean;
  /** Bytes of blobs that were sent for each platform. */
  readonly sent: ReadonlyMap<Arch, number>;
  readonly predicate: SlsaPredicate | undefined;
}

/**
 * Publishes what a build has just written, as far as its request says.
 * @param layout the folder
 */
export async function publishBuild(layout: string, publisher: Publisher<BuildRequest>): Promise<PublishedBuild> {
  const built = await readBuiltLayout(layout);
  return publisher.namespace.target.push === 'layers' ? pushLayers(built, publisher) : publishAll(built, publisher);
}

async function publishAll(built: BuiltLayout, publisher: Publisher<BuildRequest>): Promise<PublishedBuild> {
  const { arches, delivery, releaseTag, provenance } = publisher.namespace.target;
  const publication = await publishAssembly(assemble([built], arches), { delivery, releaseTag, provenance, sbom: undefined }, publisher);
  const { repository, tags, digest, upToDate, sent, featureBytes, predicate, delivery: travels } = publication;
  await noteRepository(built, publisher.namespace);
  return { published: { what: 'feature', repository, tags, uploadedBytes: featureBytes, delivery: travels }, digest, upToDate, sent, predicate };
}

async function pushLayers(built: BuiltLayout, publisher: Publisher<BuildRequest>): Promise<PublishedBuild> {
  const sent = await pushPlatforms(publisher, built.facts.feature.id, built.platforms);
  await noteRepository(built, publisher.namespace);
  return { published: { what: 'layers', repository: publisher.writer.repository, tags: [] }, digest: undefined, upToDate: false, sent, predicate: undefined };
}

/** Whoever publishes the layout elsewhere finds there the layers that it lacks. */
async function noteRepository({ folder, facts }: BuiltLayout, namespace: Namespace): Promise<void> {
  await writeFacts(folder, { ...facts, pushed: { registry: namespace.target.registry, repository: namespace.repositoryOf(facts.feature.id) } });
}

/** Copies a layout without its layers, which are in a registry. */
export async function copyWithoutLayers(layout: string, target: string): Promise<void> {
  const { platforms } = await readBuiltLayout(layout);
  const layers = platforms.flatMap(({ layers: own, complement }) => [...own, ...complement]);
  const leftOut = new Set(layers.map(({ digest }) => join(layout, 'blobs', 'sha256', hexOf(digest))));
  await cp(layout, target, { recursive: true, filter: (source) => !leftOut.has(source) });
}
