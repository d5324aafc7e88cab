import type { DriftedPath } from '../../delta/compare/drift.ts';
import type { Arch } from '../../platform.ts';

/** What a platform ships although its base has it of other inputs. */
export interface DriftReport {
  /** One at least, the heaviest first. */
  readonly paths: readonly DriftedPath[];
  /** The nixpkgs that the base says it was made of: a flake reference. Undefined if it does not say. */
  readonly nixpkgs: string | undefined;
  /** The flake was built with the base's nixpkgs: what drifts all the same comes from other inputs. */
  readonly follows: boolean;
}

/** What `nix-feature drift` has found. */
export interface DriftComparison {
  /** As the user wrote them. */
  readonly feature: string;
  readonly base: string;
  /** `drift` is undefined if nothing is shipped twice. */
  readonly platforms: readonly { readonly arch: Arch; readonly drift: DriftReport | undefined }[];
}

/** Bytes of NARs. */
export function driftBytes({ paths }: DriftReport): number {
  return paths.reduce((sum, { bytes }) => sum + bytes, 0);
}

/** Returns the one line that mends it; undefined if it is not nixpkgs that differs. */
export function mendOf({ nixpkgs, follows }: DriftReport): string | undefined {
  if (follows) return undefined;
  return nixpkgs === undefined ? 'nix flake lock --override-input nixpkgs github:NixOS/nixpkgs/<revision of the base>' : 'follow-base: true';
}
