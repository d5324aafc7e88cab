import type { DeltaDocument } from '../delta/document/delta-document.ts';
import type { PackageMetas } from '../nix/meta/package-meta.ts';
import { nameOf, type StorePath } from '../nix/store/store-path.ts';
import type { Arch } from '../platform.ts';
import type { PolicyRule } from '../request/rules.ts';

/** What a policy is held against. */
export interface PolicyFacts {
  readonly platforms: readonly PlatformFacts[];
  /** Whether a valid attestation is there; undefined: nobody has looked. */
  readonly attested: boolean | undefined;
  /** Findings of the leak gate; undefined: nobody has looked. */
  readonly leaks: LeakFacts | undefined;
  /** `2026-12-31` */
  readonly today: string;
  /** Why a rule can't be checked here, if the usual reason is not the one: a sentence without its full stop. */
  readonly unknown?: Partial<Readonly<Record<PolicyRule, string>>>;
}

/** What the leak gate has found, and nobody allowed. */
export interface LeakFacts {
  readonly found: readonly {
    /** Undefined for the Feature's own files. */
    readonly arch: Arch | undefined;
    readonly severity: 'high' | 'medium' | 'low';
    /** What it is and where, without the full stop; never the secret. */
    readonly message: string;
    /** From what was built to the store path that holds it. */
    readonly why: readonly StorePath[];
  }[];
  /** Findings that were too many to be told one by one. */
  readonly lost: number;
}

export interface PlatformFacts {
  readonly arch: Arch;
  readonly document: DeltaDocument;
  /** What the flake says of the packages; undefined: there is no SBOM. */
  readonly metas: PackageMetas | undefined;
}

/** What a rule says of a release. */
export interface PolicyFinding {
  readonly rule: PolicyRule;
  /** `unchecked`: what the rule is about is not known here. */
  readonly severity: 'error' | 'warning' | 'unchecked';
  /** A sentence, without its full stop. */
  readonly message: string;
  readonly arch?: Arch;
  /** The name of the package; exceptions name it. */
  readonly package?: string;
  readonly path?: StorePath;
  /** References from what was built to the path, both included; empty if the rule is about no path. */
  readonly why: readonly StorePath[];
  /** Line of the policy file. */
  readonly line?: number;
}

/** Returns what a finding says, with the store path and what needs it: sentences with their full stops. */
export function describeFinding({ message, path, why }: PolicyFinding): string {
  const chain = why.length < 2 ? '' : ` It is needed by ${why.slice(0, -1).map(nameOf).join(' → ')}.`;
  return `${message}.${path === undefined ? '' : ` Path: ${path}.`}${chain}`;
}
