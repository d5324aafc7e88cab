import type { KeyObject } from 'node:crypto';
import type { SourceLocation } from './kit/errors.ts';
import type { Arch, System } from './platform.ts';

/** A manifest or index of a registry, read. */
export interface PinnedManifest {
  readonly mediaType: string;
  readonly digest: string;
  readonly bytes: Buffer;
}

/** Where a base image is, as the user wrote it. Which of these it is decides how it is read and run. */
export type BaseReference =
  /** `registry/repo[:tag][@digest]`; `text` is what the user wrote, `root` what it named when the run began */
  | { readonly kind: 'registry'; readonly text: string; readonly root?: PinnedManifest }
  /** `oci:<folder>[:<ref name>]`; `folder` is absolute */
  | { readonly kind: 'layout'; readonly text: string; readonly folder: string; readonly ref: string | undefined }
  /** `daemon:<image>`: an image of the container engine */
  | { readonly kind: 'daemon'; readonly text: string; readonly image: string };

/** A file that names a flake in place of an input. */
export interface SaidBy {
  /** Absolute. */
  readonly file: string;
  /** Numbers of its lines that are not understood. */
  readonly ignored: readonly number[];
}

/** Which flake output is built. */
export type FlakeSource =
  /** A folder that holds a flake.nix; it is used as `path:`, so that no git is needed where Nix runs. `folder` is absolute. */
  | { readonly kind: 'folder'; readonly folder: string; readonly attribute: string }
  /** Any other flake reference, honoured as given. `mount` is the local folder that a `path:` or `git+file:` reference is about. */
  | { readonly kind: 'reference'; readonly reference: string; readonly attribute: string; readonly mount?: string }
  /** A folder that devenv.nix makes a shell of, for which a flake is generated. `folder` is absolute */
  | { readonly kind: 'devenv'; readonly folder: string; readonly attribute: string }
  /** A development shell of another source, whose attribute is the shell's name; `hook`: with its shellHook; `direnv`: with direnv's hook; `said`: by a file, no input. */
  | { readonly kind: 'shell'; readonly of: Exclude<FlakeSource, { readonly kind: 'shell' | 'packages' }>; readonly hook: boolean; readonly direnv?: true; readonly said?: SaidBy }
  /** Attribute names of nixpkgs, for which a flake is generated. */
  | { readonly kind: 'packages'; readonly packages: readonly string[] };

/** A release of Nix that may be installed: nothing of it is unpacked or run before it has this hash. */
export interface NixRelease {
  /** `2.31.2` */
  readonly version: string;
  readonly system: System;
  /** Of the tarball; hexadecimal. */
  readonly sha256: string;
  readonly url: string;
}

/** A nixpkgs that somebody named. */
export interface NixpkgsChoice {
  /** A flake reference. */
  readonly reference: string;
  /** Absolute: a local folder that it is. */
  readonly mount?: string;
}

/** How builders are reached by ssh. */
export interface SshAccess {
  /** The private key's own text; undefined: the user's own keys. */
  readonly key: string | undefined;
  /** Lines of a known_hosts file; undefined: the user's own. */
  readonly knownHosts: string | undefined;
}

export interface NixSettings {
  /** What is installed on a host that has no Nix; undefined: nothing. */
  readonly install?: NixRelease;
  /** Those that are asked besides Nix's default. */
  readonly substituters: readonly string[];
  /** Those that the nix.conf of the place names are asked too. */
  readonly configured?: boolean;
  readonly trustedPublicKeys: readonly string[];
  readonly builders: readonly string[];
  /** Undefined: as the user's own ssh is set up. */
  readonly ssh?: SshAccess;
  /** Further lines of nix.conf, as given. */
  readonly config: string;
  readonly sandbox: 'auto' | 'true' | 'false';
}

export type Compression = 'gzip' | 'zstd';

/** The formats of an SBOM. */
export type SbomChoice = 'cyclonedx' | 'spdx' | 'both' | 'none';

export interface Credentials {
  readonly username: string;
  readonly password: string;
}

/** The rules that a policy may have, as its exceptions name them. */
export const POLICY_RULES = ['licences', 'forbid', 'size', 'attestation', 'leaks', 'nixpkgs'] as const;
export type PolicyRule = (typeof POLICY_RULES)[number];

/** What a team demands of what it publishes or uses (docs/verify/policy.md). A rule that is absent demands nothing. */
export interface Policy {
  /** For messages. */
  readonly file: string;
  readonly licences?: {
    /** Identifiers and names; `*` stands for any characters. */
    readonly allow: readonly string[];
    /** Of packages whose flake says nothing. */
    readonly unknown: 'allow' | 'warn' | 'fail';
  };
  readonly forbid: readonly ForbiddenPackage[];
  /** Bytes over all platforms' compressed layers, and of the NARs of the largest closure. */
  readonly size?: { readonly delta?: number; readonly closure?: number };
  readonly attestation?: 'required';
  readonly leaks?: 'fail';
  readonly nixpkgs?: { readonly maxAgeDays: number };
  readonly exceptions: readonly PolicyException[];
}

export interface ForbiddenPackage {
  /** A name; `*` stands for any characters. */
  readonly package: string;
  /** Only versions before this one. */
  readonly below?: string;
  readonly reason?: string;
}

export interface PolicyException {
  readonly rule: PolicyRule;
  /** A name; `*` stands for any characters. */
  readonly package: string;
  readonly reason: string;
  /** The last day that it counts: `2026-12-31`. */
  readonly until: string;
  readonly line?: number;
}

/** Where a build comes from, as far as it is known. */
export interface Origin {
  /** Address of the repository. */
  readonly source?: string;
  /** Of the commit. */
  readonly revision?: string;
}

/** An entry of the `leaks-allow` file (docs/verify/leaks.md): findings that somebody has looked at. */
export interface AllowEntry {
  /** Id of a rule, or `*`. */
  readonly rule: string;
  /** Patterns of a store path (or of its name), and of a file in it; `*` stands for any characters. Absent: any. */
  readonly path?: string;
  readonly file?: string;
  readonly reason: string;
  /** The last day on which it counts: `2026-12-31`. Absent: for ever. */
  readonly until?: string;
  /** Where it is written. */
  readonly location: SourceLocation;
}

/** A named value that must not be packed. */
export interface NamedValue {
  readonly name: string;
  readonly value: string;
}

/** What only the one who builds knows to be private. */
export interface LeakTargets {
  readonly values: readonly NamedValue[];
  /** Names of the team's own: people, machines, mail domains. */
  readonly identifiers: readonly string[];
  /** Folders of this machine, absolute, without a slash at the end. */
  readonly folders: readonly string[];
}

/** What is looked for in what a build packs, and what comes of it when it is found. */
export interface LeakRequest {
  readonly mode: 'warn' | 'fail' | 'off';
  readonly allow: readonly AllowEntry[];
  readonly search: LeakTargets;
}

/** The run that builds or publishes, as far as its host says; for its provenance. */
export interface RunFacts {
  /** Who vouches for the run: the address of a workflow, or that of what is said of a run elsewhere. */
  readonly builder: string;
  readonly workflow?: { readonly repository: string; readonly path: string; readonly ref: string };
  /** The address of the run. */
  readonly invocation?: string;
  /** What started it: `push`. */
  readonly event?: string;
}

/** How provenance is signed. Nothing in it is shown. */
export type Signing =
  | { readonly by: 'key'; readonly key: KeyObject }
  /** `env`: where the job's identity is. */
  | { readonly by: 'identity'; readonly fulcio: URL; readonly rekor: URL; readonly env: Readonly<Record<string, string | undefined>> };

/** The facts of a run for the provenance of its results, and who signs it. */
export interface ProvenanceRequest {
  readonly run: RunFacts;
  /** Undefined: nobody. */
  readonly signing: Signing | undefined;
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

/** A request to publish what jobs have built, checked. Made from inputs or flags in one place (`actions/`). */
export interface PublishRequest {
  /** Absolute: image layouts that builds wrote. Empty: those among the run's artifacts. */
  readonly layouts: readonly string[];
  /** Which Feature of the run's artifacts; undefined: the only one. */
  readonly featureId: string | undefined;
  /** The platforms that must be there; empty: those that are. */
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

/** What `nix-feature setup` is asked for. */
export interface SetupRequest {
  readonly release: NixRelease;
  readonly nix: NixSettings;
  readonly summary: boolean;
  readonly given: BuildRequest['given'];
}
