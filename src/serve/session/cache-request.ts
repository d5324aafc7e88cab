import type { SigningKey } from '../../nix/cache/signing-key.ts';
import type { PackRequest } from '../pack/pack-keys.ts';
import type { ServeRequest } from '../request.ts';

/** A request for the binary cache of a job, checked. */
export interface CacheRequest extends ServeRequest {
  /** Undefined: no pack. */
  readonly pack: PackRequest | undefined;
  /** Undefined: nothing is uploaded. */
  readonly push: PushRequest | undefined;
  /** Lines of nix.conf that the steps after this one get besides. */
  readonly settings: readonly string[];
  /** The job's own NIX_CONFIG, which those steps keep. */
  readonly inherited: string;
  readonly summary: boolean;
}

/** Where a job's results go. */
export interface PushRequest {
  readonly url: string;
  readonly publicKey: string | undefined;
  /** Nothing of it is shown. */
  readonly secretKey: SigningKey | undefined;
}
