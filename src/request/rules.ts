import type { SourceLocation } from '../kit/errors.ts';

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
