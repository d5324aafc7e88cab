import type { DeltaDocument } from '../delta/document/delta-document.ts';
import { Failure, RegistryError } from '../kit/errors.ts';
import type { PackageMetas } from '../nix/meta/package-meta.ts';
import type { Digest } from '../oci/format/digest.ts';
import { parseManifest, type RawManifest } from '../oci/format/parse-manifest.ts';
import { orTakenForHub } from '../oci/pull/hub-name.ts';
import type { Registry } from '../oci/pull/registry.ts';
import type { Arch } from '../platform.ts';
import type { Delivery } from '../release/content.ts';
import { publishedAs, readDocuments } from '../release/published.ts';
import { attachedMetas, createdOf } from '../release/sbom-referrers.ts';
import { deliveryOf } from '../release/same-release.ts';
import { readBuiltLayout } from './built-layout.ts';

/** What is said of a Feature's packages, by whatever holds it. */
export interface DescribedFeature {
  readonly platforms: readonly {
    readonly arch: Arch;
    readonly document: DeltaDocument;
    /** Undefined if there is no SBOM that can be read. */
    readonly metas: PackageMetas | undefined;
  }[];
  /** Seconds since the epoch. */
  readonly created: number | undefined;
  /** Of the published manifest; undefined for a layout. */
  readonly digest: Digest | undefined;
  /** The repository and the commit that it says it was built from. */
  readonly origin: { readonly source?: string | undefined; readonly revision?: string | undefined };
  /** Undefined if nothing says so. */
  readonly delivery: Delivery | undefined;
}

/** Reads what a build left. @throws Failure if the folder holds no build; IntegrityError */
export async function describeLayout(folder: string): Promise<DescribedFeature> {
  const { platforms, facts } = await readBuiltLayout(folder);
  const delivery = deliveryOf({ delivery: facts.delivery, documents: platforms.map(({ document }) => document) });
  return { platforms: platforms.map(({ arch, document, sbom }) => ({ arch, document, metas: sbom?.metas })), created: facts.created, digest: undefined, origin: facts.origin, delivery };
}

/**
 * Reads a published Feature's delta documents, and the SBOMs that are attached to it.
 * @param name for messages
 * @throws Failure if it is not there, or is not one of ours; RegistryError, IntegrityError, CancelledError
 */
export async function describePublished(reader: Registry, name: string): Promise<DescribedFeature> {
  const root = await orTakenForHub(name, reader, () => reader.root()).catch((error: unknown) => {
    if (error instanceof RegistryError && error.status === 404) throw new Failure(`${name} does not exist.`, { cause: error, hint: 'nix-feature list <registry>/<namespace> says which Features and versions are there.' });
    throw error;
  });
  const published = publishedAs(name, root);
  if (published.platforms.size === 0) throw new Failure(`${name} was not published by nix-feature as a Feature, so its store paths are unknown.`, { hint: 'Name the Feature by its version: <registry>/<namespace>/<id>:1.2.0.' });
  const documents = await readDocuments(reader, published, published.platforms.keys());
  const metas = await attachedMetas(reader, published, documents);
  return { platforms: [...documents].map(([arch, document]) => ({ arch, document, metas: metas.get(arch) })), created: createdOf(root, name), digest: published.digest, origin: originOf(root, name), delivery: undefined };
}

function originOf(root: RawManifest, name: string): DescribedFeature['origin'] {
  const parsed = parseManifest(root, name);
  const annotations = parsed.kind === 'manifest' ? parsed.manifest.annotations : undefined;
  return { source: annotations?.['org.opencontainers.image.source'], revision: annotations?.['org.opencontainers.image.revision'] };
}
