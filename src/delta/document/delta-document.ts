import type { PathInfo } from '../../nix/store/closure.ts';
import type { StorePath } from '../../nix/store/store-path.ts';
import type { Digest } from '../../oci/format/digest.ts';
import type { System } from '../../platform.ts';

/** docs/reference/formats.md, "The delta document": one per platform, the source of every report. */
export interface DeltaDocument {
  readonly schemaVersion: 1;
  readonly feature: { readonly id: string; readonly version: string };
  readonly system: System;
  /** The built output: what PATH points into. */
  readonly storePath: StorePath;
  readonly outputs: Readonly<Record<string, StorePath>>;
  readonly bases: readonly BaseEntry[];
  /** Sorted by path. */
  readonly closure: readonly ClosureEntry[];
  /** In the order in which the manifest lists them. */
  readonly layers: readonly LayerEntry[];
  /** Layers of paths that the bases hold, for systems that lack them; absent if none were packed. */
  readonly complement?: readonly LayerEntry[];
  /** `profile`: a script of the output that login shells source, for what differs from platform to platform. */
  readonly env: { readonly PATH: readonly string[]; readonly variables: Readonly<Record<string, string>>; readonly profile?: string };
  readonly source: SourceEntry;
}

export interface SourceEntry {
  /** As it was written, without folders of a machine. */
  readonly flake: string;
  readonly locked: unknown;
  /** Of a folder that alone decides what is built; `sha256-…` as of its NAR. */
  readonly narHash?: string;
  /** What was built of the flake in the Feature's own folder, if that is not `default`: mode `build` builds the same. */
  readonly attribute?: string;
}

export interface BaseEntry {
  readonly name: string;
  /** Absent for a local image that has none. */
  readonly digest?: Digest;
  /** How many store paths the base holds. */
  readonly storePaths: number;
}

export interface ClosureEntry extends PathInfo {
  /** Shipped, or relied upon. */
  readonly in: 'delta' | 'base';
}

export interface LayerEntry {
  /** What is inside, whatever the codec. */
  readonly key: Digest;
  /** Of the compressed bytes. */
  readonly digest: Digest;
  /** Of the tar. */
  readonly diffId: Digest;
  /** Compressed bytes. */
  readonly size: number;
  /** Bytes of the tar, if they were counted: whoever unpacks stops there. */
  readonly tarSize?: number;
  readonly mediaType: string;
  readonly paths: readonly StorePath[];
  /**
   * `[index of the path, offset, bytes]`: the compressed bytes that a path can be read from by itself. Paths may share
   * them. Absent if the codec has none.
   */
  readonly frames?: readonly (readonly [path: number, offset: number, size: number])[];
}
