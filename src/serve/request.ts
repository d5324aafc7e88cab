import type { Reference } from '../oci/format/reference.ts';
import type { Arch } from '../platform.ts';
import type { Credentials } from '../request/build.ts';

/** A request to serve Features as a binary cache, checked. */
export interface ServeRequest {
  /** Features, or namespaces with a collection. */
  readonly features: readonly Reference[];
  readonly arches: readonly Arch[];
  /** Whom the credentials are for. */
  readonly registry: string;
  readonly credentials: Credentials | undefined;
  /** 0: a free one. */
  readonly port: number;
  /** The lowest is asked first; cache.nixos.org has 40. */
  readonly priority: number;
  /** Undefined: false. Nobody named the Features: what can't be read is no reason for a warning. */
  readonly mayBeMissing?: boolean;
}

/** A binary cache that answers. */
export interface ServedCache {
  readonly url: string;
  /** For `trusted-public-keys`. */
  readonly publicKey: string;
  readonly features: number;
  readonly paths: number;
}
