import type { KeyObject } from 'node:crypto';

/** Where a build comes from, as far as it is known. */
export interface Origin {
  /** Address of the repository. */
  readonly source?: string;
  /** Of the commit. */
  readonly revision?: string;
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
