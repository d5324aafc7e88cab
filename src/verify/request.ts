import type { Arch } from '../platform.ts';
import type { Trust } from '../provenance/verify/verification.ts';
import type { BuildRequest } from '../request/build.ts';
import type { PortableRequest } from '../request/existing.ts';
import type { Policy } from '../request/rules.ts';
import type { BaseReference } from '../request/sources.ts';

/** What is to be verified. */
export type VerifySource =
  | PortableRequest['source']
  /** `oci:<folder>[:<ref name>]`: what other tools copied. */
  | Extract<BaseReference, { kind: 'layout' }>;

/** A request to verify a Feature, checked. Made from inputs or flags in one place (`actions/`). */
export interface VerifyRequest {
  readonly source: VerifySource;
  /** Empty: all platforms of the Feature. */
  readonly arches: readonly Arch[];
  /** What is relied upon must be in each of them. */
  readonly bases: readonly Exclude<BaseReference, { kind: 'daemon' }>[];
  /** Absolute: layouts of what was built again from the locked flake. */
  readonly rebuilt: readonly string[];
  /** Whose attestation it must have; undefined: none is looked for. */
  readonly trust: Trust | undefined;
  /** What a team demands of it; undefined: nothing. */
  readonly policy: Policy | undefined;
  /** Whom the credentials are for. */
  readonly registry: string;
  readonly credentials: BuildRequest['credentials'];
  readonly summary: boolean;
  readonly given: BuildRequest['given'];
}
