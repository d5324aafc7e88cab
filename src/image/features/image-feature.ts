import type { DeltaDocument } from '../../delta/document/delta-document.ts';
import type { Digest } from '../../oci/format/digest.ts';
import type { Reference } from '../../oci/format/reference.ts';
import type { Registry } from '../../oci/pull/registry.ts';
import type { Arch } from '../../platform.ts';
import type { GivenFeature } from '../request.ts';

/** A published Feature that an image is made with, read and checked. */
export interface ImageFeature extends GivenFeature {
  readonly reference: Reference;
  /** Its repository, to read its layers from. */
  readonly source: Registry;
  /** Of its manifest. */
  readonly digest: Digest;
  readonly id: string;
  readonly version: string;
  /** As the dev container tools read it, as JSON and parsed. */
  readonly metadata: string;
  readonly properties: Readonly<Record<string, unknown>>;
  readonly documents: ReadonlyMap<Arch, DeltaDocument>;
  /** `nix-feature/feature.env` of its tar. */
  readonly featureEnv: string;
}

/** `ghcr.io/org/features/tool`: where the Feature is, whatever its version. */
export function resourceOf({ registry, repository }: Pick<Reference, 'registry' | 'repository'>): string {
  return `${registry}/${repository}`;
}
