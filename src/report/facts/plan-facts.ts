import type { NextVersion } from '../../feature/version/levels.ts';
import type { Arch } from '../../platform.ts';
import type { PlanRequest } from '../../request.ts';
import type { ReportWarning } from './facts.ts';

/**
 * Why a Feature must be built: this version is not published (`new`); it is, with other content (`changed`: its build
 * will ask for another version); all are built (`forced`); its outputs are known only after a build (`unknown`); its flake
 * can't be evaluated (`failed`: its build will say why); it is published and was never attested (`unattested`: nothing is
 * built, and the job that publishes makes up for it).
 */
export type Why = 'new' | 'changed' | 'forced' | 'unknown' | 'failed' | 'unattested';

/** What is planned for a Feature. */
export interface PlannedFeature {
  /** Its folder, from the root of the checkout on. */
  readonly folder: string;
  readonly id: string;
  readonly version: string;
  /** Undefined: what is published holds this content. */
  readonly why: Why | undefined;
  /** One sentence without its full stop. */
  readonly reason: string;
  /** With `changed`: the version that it should get. */
  readonly next?: NextVersion | undefined;
  /** What its version was raised by, with `bump`. */
  readonly raised?: NextVersion;
  /** Ids of Features whose last releases hold what this one's does. */
  readonly shareWith: readonly string[];
}

/** All that a plan must tell. Every report of it is made from this and nothing else. */
export interface PlanReport {
  /** Sorted by folder. */
  readonly features: readonly PlannedFeature[];
  /** The base images, those of registries pinned by digest; none: everything is packed. */
  readonly bases: readonly string[];
  readonly arches: readonly Arch[];
  readonly runners: ReadonlyMap<Arch, string>;
  readonly maxJobs: number;
  /** `<registry>/<namespace>` */
  readonly repository: string;
  /** How many flake outputs were evaluated. */
  readonly evaluated: number;
  readonly warnings: readonly ReportWarning[];
  /** How many folders break the contract; each was shown. */
  readonly broken: number;
  /** How many Features are only scripts, and left alone. */
  readonly onlyScripts: number;
  readonly given: PlanRequest['given'];
  /** Milliseconds. */
  readonly duration: number;
}
