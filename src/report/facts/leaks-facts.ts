import type { Allowed, LeakFinding } from '../../leaks/finding.ts';
import type { StorePath } from '../../nix/store/store-path.ts';
import type { Arch } from '../../platform.ts';
import type { LeakRequest } from '../../request.ts';

export interface FoundLeak extends LeakFinding {
  /** Undefined for the Feature's own files. */
  readonly arch: Arch | undefined;
  /** From what was built to the store path that holds it; empty if that is unknown. */
  readonly via: readonly StorePath[];
}

/** What the leak gate must tell. */
export interface LeaksReport {
  readonly mode: LeakRequest['mode'];
  /** Version of the rules. */
  readonly rules: number;
  readonly found: readonly FoundLeak[];
  readonly allowed: readonly Allowed[];
  /** How many more there were of what was found often. */
  readonly more: number;
  /** Compressed files that could not be searched. */
  readonly closed: number;
  /** Bytes that were looked at. */
  readonly bytes: number;
}
