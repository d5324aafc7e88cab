import type { SourceLocation } from './errors.ts';

/** Files that travel between jobs of a run. */
export interface UploadedArtifact {
  readonly id: number;
  readonly name: string;
  /** Bytes as stored. */
  readonly size: number;
}

/** An artifact's name as it is uploaded, taken apart. */
export interface ArtifactName {
  /** What the first attempt of a run calls it: `feature-my-tools-amd64`. */
  readonly base: string;
  /** Which attempt of the run uploaded it. GitHub's APIs don't say so, and their ids are in no order. */
  readonly attempt: number;
  /** How often that attempt has tried: if finishing an upload fails, its name stays taken. */
  readonly tries: number;
}

/** An artifact that a job of this run has uploaded, in this attempt or an earlier one. */
export interface FoundArtifact extends UploadedArtifact, ArtifactName {
  /** `sha256:…` of what is stored. */
  readonly digest?: string;
}

/** What the jobs of this run have uploaded. */
export interface ArtifactStore {
  /** Which attempt of the run this job belongs to. */
  readonly attempt: number;
  /** Of each name the newest. @throws Failure */
  list(): Promise<readonly FoundArtifact[]>;
  /** Unpacks it into a folder, which is made. @throws Failure if it can't be had, or is damaged */
  download(artifact: FoundArtifact, folder: string): Promise<void>;
  /** The names of those that the run had and that are too old to be kept; none if nobody tells. */
  expired(): Promise<readonly string[]>;
}

/** Progress of one stage. A terminal draws a line; a log gets a line now and then. */
export interface Progress {
  /** `done` in units of the stage so far; `note` says what is at work right now; `total` if it is known only later. */
  update(done: number, note?: string, total?: number): void;
  /** Ends the stage with one line of what came out. */
  end(result?: string): void;
}

export interface StageOptions {
  /** In units; undefined if it isn't known. */
  readonly total?: number;
  readonly unit?: 'bytes' | 'paths' | 'layers' | 'derivations';
}

/** A keyed store of small folders that survives from run to run. A hint: it may be empty, old, or somebody else's. */
export interface HostCache {
  /**
   * Fetch the newest entry whose key is `key`, or else begins with `prefix`, into `folder`.
   * @returns the key that was found, or undefined. Never throws: a cache that fails is an empty cache (a debug line says so, a warning if the
   * service has reached a limit).
   */
  restore(key: string, prefix: string, folder: string): Promise<string | undefined>;
  /** Keys are immutable: saving under one that exists is no error and changes nothing. Never throws. */
  save(key: string, folder: string): Promise<void>;
}

/** A file for a release. */
export interface ReleaseFile {
  /** Absolute. */
  readonly path: string;
  /** What it is called there. */
  readonly name: string;
  /** `sha256:…` */
  readonly digest: string;
  /** Somebody's signature of another file, which each run makes anew: a release that has one keeps it. */
  readonly isSignature: boolean;
}

/** What a release has. */
export interface ReleasedFiles {
  readonly tag: string;
  /** The address of its page; empty if the host did not tell. */
  readonly url: string;
  readonly assets: readonly string[];
}

/** Where it is told how a run goes. */
export interface Log {
  debug(line: string): void;
  info(line: string): void;
  notice(message: string, at?: SourceLocation): void;
  warning(message: string, at?: SourceLocation): void;
  /** Shows one of several errors at its place. Does not end the run: what is thrown afterwards does. */
  fault(message: string, at?: SourceLocation): void;
  /** Runs `body` with its output folded under `title` if the host can fold. */
  group<T>(title: string, body: () => Promise<T>): Promise<T>;
  stage(title: string, options?: StageOptions): Progress;
  /** Makes sure that the secret is never shown. */
  mask(secret: string): void;
}

/** Work in progress: it reports progress, and can be stopped. Most rooms know no more of the host. */
export interface Job extends Log {
  /** Aborted by SIGINT and SIGTERM. */
  readonly signal: AbortSignal;
}

/** Where we run: GitHub Actions or a terminal. Handed down as an argument; nobody below knows which it is. */
export interface Host extends Job {
  readonly kind: 'github' | 'terminal';
  readonly cache: HostCache;
  output(name: string, value: string): void;
  /** Shows a Markdown report: the job summary, or the terminal. */
  summary(markdown: string): Promise<void>;
  /** Remembers something for the post step; nothing if there is none. */
  saveState(name: string, value: string): void;
  /**
   * @param name of the first attempt; later ones add to it
   * @param retentionDays how long it is kept; undefined: as long as the host keeps things
   * @returns undefined if the host has no artifacts
   */
  uploadArtifact(name: string, folder: string, retentionDays?: number): Promise<UploadedArtifact | undefined>;
  /**
   * Tells whether a digest (`sha256:…`) has an attestation of its provenance. Absent if the host knows of none.
   * @returns undefined if nobody tells
   */
  isAttested?(digest: string): Promise<boolean | undefined>;
  /** Puts files into the release of a tag. Absent if the host has no releases. @throws Failure */
  releaseFiles?(tag: string, files: readonly ReleaseFile[]): Promise<ReleasedFiles>;
  /** Absent if the host has no artifacts. */
  readonly artifacts?: ArtifactStore;
}

/** One thing that a user can ask for, done on some host. */
export type UseCase<Request, Report> = (request: Request, host: Host) => Promise<Report>;
