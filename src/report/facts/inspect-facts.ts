import type { DeltaDocument } from '../../delta/document/delta-document.ts';
import type { Digest } from '../../oci/format/digest.ts';
import type { Arch } from '../../platform.ts';

/** What is known of a Feature that was built or published. */
export interface InspectReport {
  /** As it was named. */
  readonly name: string;
  readonly platforms: readonly { readonly arch: Arch; readonly document: DeltaDocument }[];
  /** Of the published manifest; undefined for a layout. */
  readonly digest: Digest | undefined;
  /** Seconds since the epoch. */
  readonly created: number | undefined;
  /** The repository and the commit that it says it was built from. */
  readonly origin: { readonly source?: string | undefined; readonly revision?: string | undefined };
  readonly delivery: 'layers' | 'embed' | undefined;
  /** Tags that name this very manifest, the version first; undefined for a layout. */
  readonly tags: readonly string[] | undefined;
  /** What is attached to it: SBOMs, provenance; undefined for a layout, or if the registry does not say. */
  readonly referrers: readonly { readonly artifactType: string; readonly digest: Digest }[] | undefined;
}
