import type { Arch } from '../platform.ts';
import type { WslCheckName } from '../report/facts/wsl-facts.ts';
import type { LeakRequest } from '../request.ts';

/** What a tarball is checked against. */
export interface WslCheckRequest {
  readonly arch: Arch;
  readonly leaks: LeakRequest;
  /** Bytes of the file; undefined: any. */
  readonly maxSize: number | undefined;
  /** Checks whose faults do not count. */
  readonly skipped: readonly WslCheckName[];
}

/** What a run of `wsl` is asked for. */
export interface WslRequest extends WslCheckRequest {
  /** Absolute. */
  readonly tarball: string;
  readonly summary: boolean;
}
