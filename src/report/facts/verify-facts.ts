import type { Digest } from '../../oci/format/digest.ts';
import type { Arch } from '../../platform.ts';
import type { BuildRequest } from '../../request.ts';

/** All checks, in the order in which they are shown; `docs/verify/verifying.md` says what each proves. */
export const CHECKS = [
  { name: 'manifest', title: 'Manifest' },
  { name: 'tags', title: 'Tags' },
  { name: 'tar', title: "Feature's tar" },
  { name: 'runtime', title: 'Installer' },
  { name: 'metadata', title: 'Metadata' },
  { name: 'key', title: 'Release key' },
  { name: 'platform', title: 'Platform manifest' },
  { name: 'document', title: 'Delta document' },
  { name: 'layers', title: 'Layers' },
  { name: 'diff-ids', title: 'Diff ids' },
  { name: 'members', title: 'Members' },
  { name: 'nar-hashes', title: 'NAR hashes' },
  { name: 'base', title: 'Base image' },
  { name: 'rebuild', title: 'Built again' },
  { name: 'attached', title: 'Attached' },
  { name: 'sbom', title: 'SBOM' },
  { name: 'attestation', title: 'Attestation' },
  { name: 'policy', title: 'Policy' },
] as const;

export type CheckName = (typeof CHECKS)[number]['name'];

/** `unchecked`: it could not be checked, and `says` says why. */
export type Outcome = 'passed' | 'failed' | 'unchecked';

/** One row of the result. */
export interface Check {
  readonly name: CheckName;
  /** Absent if it is about the whole Feature. */
  readonly arch?: Arch;
  readonly outcome: Outcome;
  /** What was found, in one sentence without its full stop. It may hold text from outside. */
  readonly says: string;
  /** What else is wrong in particular; not all, if there is much. */
  readonly problems: readonly string[];
  /** How many more there are. */
  readonly more: number;
}

/** All that a verification must tell. Every report of it is made from this and nothing else. */
export interface VerifyReport {
  /** As the user wrote it. */
  readonly name: string;
  /** Of the manifest; undefined if it could not be read. */
  readonly digest: Digest | undefined;
  /** As its manifest says. */
  readonly version: string | undefined;
  readonly arches: readonly Arch[];
  readonly checks: readonly Check[];
  readonly given: BuildRequest['given'];
  /** Milliseconds. */
  readonly duration: number;
}

/** Returns `failed` if anything failed; else `unchecked` if anything could not be checked. */
export function outcomeOf({ checks }: Pick<VerifyReport, 'checks'>): Outcome {
  return (['failed', 'unchecked'] as const).find((outcome) => checks.some((check) => check.outcome === outcome)) ?? 'passed';
}

/** Says what is wrong with a Feature some of whose checks failed: a breach of a policy alone is no false claim. The end of a sentence. */
export function faultOf({ checks }: Pick<VerifyReport, 'checks'>): string {
  return checks.every(({ name, outcome }) => outcome !== 'failed' || name === 'policy') ? 'breaches the policy' : 'is not what it claims to be';
}

export function titleOf({ name, arch }: Pick<Check, 'name' | 'arch'>): string {
  const title = CHECKS.find((check) => check.name === name)?.title ?? name;
  return arch === undefined ? title : `${title} (${arch})`;
}
