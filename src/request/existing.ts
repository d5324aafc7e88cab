import type { Arch } from '../platform.ts';
import type { SbomChoice, Credentials, PublishRequest } from './build.ts';
import type { BaseReference } from './sources.ts';

/** One of two things to compare. What it is, is found out by what it holds. */
export type DiffReference =
  /** A folder or a file that is there; `path` is absolute. */
  | { readonly kind: 'path'; readonly text: string; readonly path: string }
  /** `oci:<folder>[:<ref name>]` */
  | Extract<BaseReference, { kind: 'layout' }>
  /** `registry/repo[:tag][@digest]` */
  | Extract<BaseReference, { kind: 'registry' }>;

/** A request to compare, checked. */
export interface DiffRequest {
  readonly before: DiffReference;
  readonly after: DiffReference;
  /** Empty: those that both Features have; for base images the machine's architecture. */
  readonly arches: readonly Arch[];
  /** The machine's own; undefined if it has none that we know. */
  readonly ownArch: Arch | undefined;
  /** Of two Features, only what they ship. */
  readonly shipped?: boolean;
  /** Whom the credentials are for. */
  readonly registry: string;
  readonly credentials: Credentials | undefined;
}

/** A Feature that is to be carried away: to a folder, into a file, or to another registry. */
export type PortableSource =
  /** `registry/namespace/id[:tag][@digest]` */
  | { readonly kind: 'published'; readonly text: string }
  /** A layout, a bundle, or a folder that was exported; `path` is absolute. */
  | { readonly kind: 'path'; readonly text: string; readonly path: string };

export interface PortableRequest {
  readonly source: PortableSource;
  /** Empty: all that there are. */
  readonly arches: readonly Arch[];
  /** Whom the credentials are for. */
  readonly registry: string;
  /** Where it is published, or will be; may be empty. */
  readonly namespace: string;
  readonly credentials: Credentials | undefined;
}

/** A VEX document, not yet looked at. */
export interface VexFile {
  /** For messages. */
  readonly file: string;
  readonly bytes: Uint8Array;
}

/** Of what an SBOM is wanted, and how, checked. */
export interface SbomRequest extends PortableRequest {
  /** The machine's own; undefined if it has none that we know. */
  readonly ownArch: Arch | undefined;
  readonly format: Exclude<SbomChoice, 'both' | 'none'>;
  readonly vex: VexFile | undefined;
  /** Absolute: a folder for the SBOMs of all platforms; undefined: one is printed. */
  readonly output: string | undefined;
}

/** Which Feature is to be explored, checked. */
export interface ExploreRequest extends PortableRequest {
  /** What it is compared with; undefined: of a published Feature, the release before. */
  readonly since: PortableSource | undefined;
  /** Absolute: the file. */
  readonly output: string;
}

/** A request to export or bundle a Feature, checked. */
export interface ExportRequest extends PortableRequest {
  /** Absolute: what relative names start from. */
  readonly here: string;
  /** Absolute; undefined: named after the Feature. */
  readonly output: string | undefined;
  /** False: `install.sh` fetches the layers. */
  readonly layers: boolean;
}

/** A request to publish a bundle (`load`), checked. */
export interface LoadRequest extends PortableRequest, Pick<PublishRequest, 'movingTags' | 'collection'> {
  readonly source: Extract<PortableSource, { kind: 'path' }>;
}
