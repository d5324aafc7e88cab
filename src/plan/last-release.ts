import type { DeltaDocument } from '../delta/document/delta-document.ts';
import { readShippedFiles, type ShippingOptions } from '../feature/files/shipped-files.ts';
import { METADATA_FILE } from '../feature/metadata/metadata.ts';
import { IntegrityError } from '../kit/errors.ts';
import type { Log } from '../kit/host.ts';
import type { Registry } from '../oci/pull/registry.ts';
import type { Arch } from '../platform.ts';
import { hasComplement, type PlannedContent } from '../release/content.ts';
import { readDocuments, type PublishedFeature } from '../release/published.ts';
import { isOwnPart as isSamePart } from '../release/same-release.ts';
import { referredTo } from '../release/next/package-reasons.ts';
import { metadataSince } from '../release/next/propose.ts';
import type { Candidate } from './candidate.ts';
import type { LastRelease, Released } from './facts.ts';
import type { Standing } from './standing.ts';

/**
 * Returns what the last release of a Feature holds; one request for each of its platforms. If that can't be read its build
 * will tell, and no other Feature waits for it.
 * @returns undefined if none of ours is published, or none that can be read; the latter with a warning
 * @throws RegistryError, CancelledError
 */
export async function lastRelease(
  reader: Registry,
  { folder, metadata, lists }: Candidate,
  { same, latest }: Standing,
  { request: { delivery, include }, host }: { readonly request: Pick<PlannedContent, 'delivery' | 'include'>; readonly host: Pick<Log, 'warning'> },
): Promise<LastRelease | undefined> {
  const published = same ?? latest;
  if (published?.key === undefined) return undefined;
  const documents = await readDocuments(reader, published, published.platforms.keys()).catch((error: unknown) => {
    if (!(error instanceof IntegrityError)) throw error;
    host.warning(`${published.name} could not be used for a comparison: ${error.message}`, { file: metadata.file });
    return undefined;
  });
  if (documents === undefined) return undefined;
  const isOwn = async (feature: PublishedFeature): Promise<boolean> =>
    isSamePart(feature, documents, { id: metadata.id, metadata: metadata.json, files: await filesOf(folder, { include, lists }), delivery });
  if (same === undefined) return { platforms: released(documents), isOwnPart: undefined, metadata: [] };
  const isOwnPart = await isOwn(same);
  return { platforms: released(documents), isOwnPart, metadata: isOwnPart ? [] : metadataSince(same, metadata, [...documents.values()]) };
}

/** As a build takes them: the metadata are apart. */
async function filesOf(folder: string, shipping: ShippingOptions) {
  return (await readShippedFiles(folder, shipping)).filter(({ name }) => name !== METADATA_FILE);
}

function released(documents: ReadonlyMap<Arch, DeltaDocument>): ReadonlyMap<Arch, Released> {
  return new Map([...documents].map(([arch, document]) => [arch, releasedPlatform(document)]));
}

function releasedPlatform(document: DeltaDocument): Released {
  const { system, outputs, storePath, bases, closure, source } = document;
  return {
    system,
    outputs,
    storePath,
    bases,
    closure: closure.map((entry) => ({ path: entry.path, in: entry.in, narSize: entry.narSize })),
    hasComplement: hasComplement(document),
    source,
    parts: referredTo(document),
  };
}
