import type { Described } from '../delta/compare/difference.ts';
import type { PresentBase } from '../delta/compare/difference.ts';
import type { ClosureEntry, DeltaDocument } from '../delta/document/delta-document.ts';
import type { Reason } from '../feature/version/levels.ts';
import type { Evaluation } from '../nix/flake/evaluate.ts';
import type { Arch } from '../platform.ts';
import type { PublishedContent } from '../release/content.ts';
import type { Standing } from './standing.ts';

/** What is kept in mind of a platform of the last release. There may be a thousand Features, with long closures. */
export interface Released extends Described, PublishedContent {
  readonly closure: readonly Pick<ClosureEntry, 'path' | 'in' | 'narSize'>[];
  readonly source: DeltaDocument['source'];
  /** The names of what its output refers to; undefined if they are not known. */
  readonly parts: readonly string[] | undefined;
}

/** The last release of a Feature: of its present version if that is published, else of the newest one. */
export interface LastRelease {
  readonly platforms: ReadonlyMap<Arch, Released>;
  /** The release was made from the present files, metadata and delivery. Undefined if the version differs. */
  readonly isOwnPart: boolean | undefined;
  /** What changed in the metadata since; none if the version differs. */
  readonly metadata: readonly Reason[];
}

/** All that is known of a Feature when it is decided whether to build it. */
export interface Facts {
  readonly id: string;
  readonly version: string;
  readonly standing: Standing;
  readonly last: LastRelease | undefined;
  /** What would be built now, for each platform that had to be known. */
  readonly evaluations: ReadonlyMap<Arch, Evaluation>;
  /** The bases as they are now. */
  readonly bases: ReadonlyMap<Arch, readonly PresentBase[]>;
}
