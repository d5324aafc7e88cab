import type { Arch } from '../platform.ts';
import type { NixRelease, NixSettings } from './nix.ts';
import type { Origin, ProvenanceRequest } from './provenance.ts';
import type { Policy, LeakRequest } from './rules.ts';
import type { BaseReference, FlakeSource, NixpkgsChoice } from './sources.ts';

export type Compression = 'gzip' | 'zstd';

/** The formats of an SBOM. */
export type SbomChoice = 'cyclonedx' | 'spdx' | 'both' | 'none';

export interface Credentials {
  readonly username: string;
  readonly password: string;
}

/** A request to build, checked. Made from inputs or flags in one place (`actions/`). */
export interface BuildRequest {
  /** Absolute; holds devcontainer-feature.json. */
  readonly featureFolder: string;
  readonly flake: FlakeSource;
  /** The nixpkgs that the flake is built with, whatever it says itself; undefined: its own, or the base's. */
  readonly nixpkgs: NixpkgsChoice | undefined;
  /** The flake is built with the nixpkgs that the base was made of. */
  readonly followBase: boolean;
  /** `locked`: a flake with inputs needs a lock file; `check`: and what is built is built and packed a second time. */
  readonly reproducible: 'off' | 'locked' | 'check';
  /** Files and folders of the Feature's folder that ship although git ignores them or they look secret. */
  readonly include: readonly string[];
  /** Empty for `none`: everything is packed. */
  readonly bases: readonly BaseReference[];
  readonly arches: readonly Arch[];
  readonly buildIn: 'container' | 'host';
  /** Undefined: the first engine found. */
  readonly engine: 'docker' | 'podman' | undefined;
  readonly containerOptions: readonly string[];
  readonly compression: Compression | 'auto';
  readonly maxLayers: number;
  readonly delivery: 'auto' | 'layers' | 'embed';
  /** Ship what is relied upon too, for systems that lack it. */
  readonly complement: boolean;
  readonly push: 'false' | 'layers' | 'true';
  readonly registry: string;
  /** Empty if neither the user nor the environment (GITHUB_REPOSITORY) names one. */
  readonly namespace: string;
  readonly credentials: Credentials | undefined;
  /** Tags that name one release after the other are written. */
  readonly movingTags: boolean;
  /** The namespace has a collection. */
  readonly collection: boolean;
  /** Ids of Features of the same namespace whose layers may be reused. */
  readonly shareWith: readonly string[];
  /** What would be built and is in a Feature of the namespace is fetched from there. */
  readonly reuse: boolean;
  readonly sbom: SbomChoice;
  /** Undefined: nothing is demanded. */
  readonly policy: Policy | undefined;
  readonly test: 'auto' | 'true' | 'false';
  /** The image in which development mode is tested; undefined: it is not. */
  readonly testDev: BaseReference | undefined;
  /** Whom test.sh runs as; undefined: whom the base image says. */
  readonly remoteUser: string | undefined;
  /** Warnings of the contract's checks are errors. */
  readonly strict: boolean;
  /** Bytes; undefined: no limit. */
  readonly maxDeltaSize: number | undefined;
  /** Undefined: nothing is looked for. */
  readonly leaks: LeakRequest | undefined;
  readonly nix: NixSettings;
  /** Absolute; undefined: a temporary folder. */
  readonly output: string | undefined;
  /** `metadata`: without the layers. */
  readonly uploadArtifact: 'all' | 'metadata' | 'none';
  /** Days; undefined: as long as the repository says. */
  readonly retentionDays: number | undefined;
  readonly summary: boolean;
  readonly origin: Origin;
  /** Undefined: nothing is said of who built it. */
  readonly provenance: ProvenanceRequest | undefined;
  /** The git tag that the run is for; a version in it must be the Feature's. */
  readonly releaseTag: string | undefined;
  /** Seconds since the epoch for `created`; undefined: absent. SOURCE_DATE_EPOCH or the commit's time. */
  readonly created: number | undefined;
  /** Threads that compress; the number of cores unless told. Never changes a byte. */
  readonly jobs: number;
  /** What the user gave, name and value in the order of action.yml, secrets masked; for the report. */
  readonly given: readonly (readonly [name: string, value: string])[];
}

/** A request to plan what must be built, checked. Made from inputs or flags in one place (`actions/`). */
export interface PlanRequest
  extends Pick<
    BuildRequest,
    'include' | 'nixpkgs' | 'followBase' | 'bases' | 'buildIn' | 'engine' | 'containerOptions' | 'delivery' | 'registry' | 'namespace' | 'credentials' | 'nix' | 'summary' | 'given'
  > {
  /** Absolute: where Features are looked for, and what their folders are named from. */
  readonly root: string;
  /** Folders and patterns, below `root` unless they are absolute; empty: all that there are. */
  readonly features: readonly string[];
  /** What is built of a Feature's folder, as its build finds it. @param folder absolute @throws InputError */
  readonly flakeOf: (folder: string) => FlakeSource;
  readonly arches: readonly Arch[];
  /** The label of the runner that builds for each of `arches`. */
  readonly runners: ReadonlyMap<Arch, string>;
  readonly complement: boolean;
  /** Everything is built, whatever is published. */
  readonly force: boolean;
  /** Versions that are published with other content are raised, in the files. */
  readonly bump: boolean;
  /** What is published must have an attestation. */
  readonly attest: boolean;
  /** How many jobs a matrix has at most. */
  readonly maxJobs: number;
}

/** A request to publish what jobs have built, checked. Made from inputs or flags in one place (`actions/`). */
export interface PublishRequest {
  /** Absolute: image layouts that builds wrote. Empty: those among the run's artifacts. */
  readonly layouts: readonly string[];
  /** Which Feature of the run's artifacts; undefined: the only one. */
  readonly featureId: string | undefined;
  /** The platforms that are required; empty: those that exist. */
  readonly arches: readonly Arch[];
  /** Undefined: what the builds were told. */
  readonly delivery: 'auto' | 'layers' | 'embed' | undefined;
  readonly registry: string;
  readonly namespace: string;
  readonly credentials: Credentials | undefined;
  /** Tags that name one release after the other are written. */
  readonly movingTags: boolean;
  /** The namespace has a collection. */
  readonly collection: boolean;
  readonly releaseTag: string | undefined;
  /** Undefined: what the builds wrote. */
  readonly sbom: SbomChoice | undefined;
  /** Undefined: nothing is demanded. */
  readonly policy: Policy | undefined;
  readonly provenance: ProvenanceRequest | undefined;
  readonly summary: boolean;
  /** As `BuildRequest.given`. */
  readonly given: readonly (readonly [name: string, value: string])[];
}

/** A request of `nix-feature setup`. */
export interface SetupRequest {
  readonly release: NixRelease;
  readonly nix: NixSettings;
  readonly summary: boolean;
  readonly given: BuildRequest['given'];
}
