import type { GivenOptions } from '../feature/environment/option-environment.ts';
import type { Reference } from '../oci/format/reference.ts';
import type { Arch } from '../platform.ts';
import type { BuildRequest } from '../request/build.ts';
import type { BaseReference } from '../request/sources.ts';

/** A Feature that is asked for. */
export interface GivenFeature {
  /** As the user wrote it: `registry/namespace/id[:version][@digest]`. It is the Feature's name in the image's metadata. */
  readonly text: string;
  readonly options: GivenOptions;
}

/** What a devcontainer.json says besides its image and its Features. */
export interface DevcontainerFacts {
  /** The properties that belong into the metadata of an image. */
  readonly properties: Readonly<Record<string, unknown>>;
  /** `overrideFeatureInstallOrder` */
  readonly order: readonly string[];
}

/** All that an image was asked for, checked. Made from inputs or flags in one place (`actions/`). */
export interface ImageRequest {
  readonly base: Exclude<BaseReference, { kind: 'daemon' }>;
  readonly features: readonly GivenFeature[];
  /** Undefined if none was named. */
  readonly devcontainer: DevcontainerFacts | undefined;
  /** Empty: all platforms of the Features. */
  readonly arches: readonly Arch[];
  /** What the image is called, with a tag each. Empty: it is pushed nowhere. */
  readonly tags: readonly (Reference & { readonly tag: string })[];
  /** Absolute: where a layout of it is written; undefined: nowhere. */
  readonly output: string | undefined;
  /** Seconds since the epoch; undefined: nothing says when it was made. */
  readonly created: number | undefined;
  /** Whom the credentials are for. */
  readonly registry: string;
  readonly credentials: BuildRequest['credentials'];
  readonly summary: boolean;
  readonly given: BuildRequest['given'];
}
