import type { Arch } from '../platform.ts';
import type { WslCheckName } from '../report/runs/wsl.ts';
import type { SbomChoice } from '../request/build.ts';
import type { NixSettings } from '../request/nix.ts';
import type { Origin, ProvenanceRequest } from '../request/provenance.ts';
import type { LeakRequest } from '../request/rules.ts';
import type { FlakeSource } from '../request/sources.ts';

/** What a tarball is checked against. */
export interface WslCheckRequest {
  readonly arch: Arch;
  readonly leaks: LeakRequest;
  /** Bytes of the file; undefined: any. */
  readonly maxSize: number | undefined;
  /** Checks whose faults do not count. */
  readonly skipped: readonly WslCheckName[];
}

/** What is built, and how. */
export interface WslBuildRequest {
  /** Of the tarball builder. */
  readonly flake: FlakeSource;
  /** A name of `nixosConfigurations`. */
  readonly configuration: string;
  /** Absolute. */
  readonly extraFiles: string | undefined;
  readonly chown: readonly { readonly path: string; readonly owner: string }[];
  readonly compression: 'gzip' | 'xz';
  readonly nix: NixSettings;
}

/** The files of a tarball that passed, and the folder for them. */
export interface WslKeepRequest {
  /** Absolute. */
  readonly output: string;
  readonly sbom: SbomChoice;
  readonly provenance: ProvenanceRequest;
  readonly origin: Origin;
  readonly uploadArtifact: boolean;
  readonly retentionDays: number | undefined;
  /** The tag whose release gets the files; undefined: none. */
  readonly releaseTag: string | undefined;
}

/** A request of `nix-feature wsl`. */
export interface WslRequest extends WslCheckRequest {
  /** `check`: an absolute path. */
  readonly task: { readonly kind: 'check'; readonly tarball: string } | { readonly kind: 'build'; readonly build: WslBuildRequest; readonly keep: WslKeepRequest };
  readonly summary: boolean;
  readonly given: readonly (readonly [name: string, value: string])[];
}
