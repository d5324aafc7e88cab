/** The page's name in a layout and in an artifact. */
export const EXPLORER_FILE = 'explorer.html';

/**
 * What explorer.html has of a Feature, and `nix-feature explore --json` prints a reading of. Paths are named by their place in `names`, so that
 * thousands of them and their references stay small.
 */
export interface ExplorerData {
  readonly schemaVersion: 1;
  readonly feature: { readonly id: string; readonly version: string; readonly name?: string };
  /** How layers reach whoever installs; null if nothing says so. */
  readonly delivery: 'layers' | 'embed' | null;
  readonly platforms: readonly ExplorerPlatform[];
}

export interface ExplorerPlatform {
  readonly arch: 'amd64' | 'arm64';
  /** Names of base images. */
  readonly bases: readonly string[];
  /** `<hash>-<name>` of each store path, in order. */
  readonly names: readonly string[];
  /** Bytes of each path's NAR. */
  readonly sizes: readonly number[];
  /** What each path refers to, without itself; each place as its distance from the one before. */
  readonly references: readonly (readonly number[])[];
  /** The outputs of the Feature. */
  readonly roots: readonly number[];
  readonly layers: readonly ExplorerLayer[];
  /** Absent if the build asked for no SBOM. */
  readonly licences?: ExplorerLicences;
  /** Absent if there is no earlier release, or it could not be read. */
  readonly since?: ExplorerChanges;
}

export interface ExplorerLayer {
  readonly digest: string;
  /** Compressed bytes. */
  readonly size: number;
  /** The earlier release has the same bytes. */
  readonly known: boolean;
  readonly paths: readonly number[];
}

export interface ExplorerLicences {
  readonly names: readonly string[];
  /** For each path, places in `names`; none if the flake does not say. */
  readonly of: readonly (readonly number[])[];
}

export interface ExplorerChanges {
  readonly version: string;
  readonly packages: readonly ExplorerChange[];
  /** How many more packages changed. */
  readonly leftOut: number;
  /** Paths that the earlier release does not have. */
  readonly fresh: readonly number[];
  /** Bytes of what ships. */
  readonly shippedBefore: number;
  readonly shippedAfter: number;
}

export interface ExplorerChange {
  readonly name: string;
  readonly kind: string;
  readonly before: readonly string[];
  readonly after: readonly string[];
  /** Bytes of new paths, and of those that are gone. */
  readonly fresh: number;
  readonly gone: number;
}
