import { comparePackageVersions, parsePackageName } from '../../nix/store/package-name.ts';
import { compareText, nameOf, type StorePath } from '../../nix/store/store-path.ts';
import type { DeltaDocument } from '../document/delta-document.ts';
import { chainTo, reach, type Reached } from './why-depends.ts';

/** A store path of one of two sides. */
export interface SidePath {
  readonly path: StorePath;
  /** Undefined if it is not known. */
  readonly bytes: number | undefined;
  /** Absent if they are not known: then nothing is explained. */
  readonly references?: readonly StorePath[];
  /** Of a Feature: shipped, or relied upon. */
  readonly in?: 'delta' | 'base';
}

export interface Side {
  readonly paths: readonly SidePath[];
  /** What the others are there for. */
  readonly roots: readonly StorePath[];
}

/** Store paths and their bytes; undefined if they are not known of each. */
export interface Amount {
  readonly paths: number;
  readonly bytes: number | undefined;
}

export interface PlacedAmount extends Amount {
  /** How much of it a Feature ships; nothing of a base. */
  readonly shipped: Amount;
}

/** What one side has of a package. */
export interface PackageSide extends PlacedAmount {
  /** The oldest first; an empty one if a path names none. */
  readonly versions: readonly string[];
}

/**
 * `rebuilt`: the same versions, and other paths; `moved`: the same paths, shipped before and relied upon now or the other
 * way round.
 */
export const CHANGE_KINDS = ['upgraded', 'downgraded', 'added', 'removed', 'rebuilt', 'moved'] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

/** All paths of one name, whatever their version and output. */
export interface PackageChange {
  readonly name: string;
  readonly kind: ChangeKind;
  /** Undefined for what was added. */
  readonly before: PackageSide | undefined;
  /** Undefined for what was removed. */
  readonly after: PackageSide | undefined;
  /** New paths: those that somebody who has the old ones still needs. */
  readonly fresh: PlacedAmount;
  /** Paths that are there no more. */
  readonly gone: PlacedAmount;
  /**
   * The shortest chain of references from a root to one of its new paths; empty if none is known, for what was only
   * built again, and far down the list.
   */
  readonly why: readonly StorePath[];
}

export interface Changes {
  /** `shipped`: of a Feature, nothing but what it ships. */
  readonly what: 'feature' | 'shipped' | 'base';
  /** Those with the most bytes in new and lost paths first. */
  readonly packages: readonly PackageChange[];
  readonly before: PlacedAmount;
  readonly after: PlacedAmount;
}

/** What changed in a Feature since a release of it. */
export interface FeatureChanges extends Changes {
  /** The version that it is compared with. */
  readonly since: string;
}

/** Returns the release before and what was built now, for one platform. */
export function changesBetween(before: DeltaDocument, after: DeltaDocument): FeatureChanges {
  return { since: before.feature.version, ...compareSides('feature', sideOf(before), sideOf(after)) };
}

/** Returns the same of what both ship: what the base has does not count, nor does it matter why. */
export function shippedChanges(before: DeltaDocument, after: DeltaDocument): FeatureChanges {
  return { since: before.feature.version, ...compareSides('shipped', shippedSide(before), shippedSide(after)) };
}

function shippedSide(document: DeltaDocument): Side {
  const { paths, roots } = sideOf(document);
  return { paths: paths.filter((path) => path.in === 'delta'), roots };
}

function sideOf({ closure, storePath, outputs }: DeltaDocument): Side {
  return {
    paths: closure.map(({ path, narSize, references, in: place }) => ({ path, bytes: narSize, references, in: place })),
    roots: [storePath, ...Object.values(outputs)],
  };
}

/** Returns what two closures or stores differ in, by package. */
export function compareSides(what: Changes['what'], before: Side, after: Side): Changes {
  const left = new Map(before.paths.map((path) => [path.path, path]));
  const right = new Map(after.paths.map((path) => [path.path, path]));
  const groups = groupByName(left.values(), right.values());
  const changed = [...groups].map((group) => changeOf(group, left, right)).filter((change) => change !== undefined);
  const packages = explain(changed.toSorted(byWeight), left, right, after.roots);
  return { what, packages, before: amountOf([...left.values()]), after: amountOf([...right.values()]) };
}

interface Versioned extends SidePath {
  readonly version: string;
}

interface PackageGroup {
  readonly name: string;
  readonly before: Versioned[];
  readonly after: Versioned[];
}

function groupByName(before: Iterable<SidePath>, after: Iterable<SidePath>): Iterable<PackageGroup> {
  const groups = new Map<string, PackageGroup>();
  const add = (paths: Iterable<SidePath>, side: 'before' | 'after'): void => {
    for (const path of paths) {
      const { name, version } = parsePackageName(nameOf(path.path));
      const group = groups.get(name) ?? { name, before: [], after: [] };
      groups.set(name, group);
      group[side].push({ ...path, version });
    }
  };
  add(before, 'before');
  add(after, 'after');
  return groups.values();
}

type Paths = ReadonlyMap<StorePath, SidePath>;
type Change = Omit<PackageChange, 'why'> & { readonly freshPaths: readonly SidePath[] };

/** @returns undefined if nothing changed */
function changeOf({ name, before, after }: PackageGroup, left: Paths, right: Paths): Change | undefined {
  const freshPaths = after.filter(({ path }) => !left.has(path));
  const gone = before.filter(({ path }) => !right.has(path));
  const moved = after.some(({ path, in: place }) => left.has(path) && left.get(path)?.in !== place);
  if (freshPaths.length + gone.length === 0 && !moved) return undefined;
  const sides = { before: packageSide(before), after: packageSide(after) };
  const same = freshPaths.length + gone.length === 0;
  return { name, kind: same ? 'moved' : kindOf(sides), ...sides, fresh: amountOf(freshPaths), gone: amountOf(gone), freshPaths };
}

function kindOf({ before, after }: Pick<PackageChange, 'before' | 'after'>): ChangeKind {
  if (before === undefined) return 'added';
  if (after === undefined) return 'removed';
  if (before.versions.join(' ') === after.versions.join(' ')) return 'rebuilt';
  // Of several versions the newest decides; if that stayed, the oldest does.
  const order = compareEnds(before.versions, after.versions, -1) || compareEnds(before.versions, after.versions, 0);
  return order > 0 ? 'downgraded' : 'upgraded';
}

function compareEnds(before: readonly string[], after: readonly string[], at: number): number {
  return comparePackageVersions(before.at(at) ?? '', after.at(at) ?? '');
}

function packageSide(paths: readonly Versioned[]): PackageSide | undefined {
  if (paths.length === 0) return undefined;
  const versions = [...new Set(paths.map(({ version }) => version))].toSorted((a, b) => comparePackageVersions(a, b) || compareText(a, b));
  return { versions, ...amountOf(paths) };
}

function amountOf(paths: readonly SidePath[]): PlacedAmount {
  const shipped = paths.filter((path) => path.in === 'delta');
  return { paths: paths.length, bytes: bytesOf(paths), shipped: { paths: shipped.length, bytes: bytesOf(shipped) } };
}

function bytesOf(paths: readonly SidePath[]): number | undefined {
  let sum = 0;
  for (const { bytes } of paths) {
    if (bytes === undefined) return undefined;
    sum += bytes;
  }
  return sum;
}

/** Nobody reads more. */
const EXPLAINED = 200;

/** Another version explains more of what depends on it than the same one built again. */
function explain(changes: readonly Change[], left: Paths, right: Paths, roots: readonly StorePath[]): readonly PackageChange[] {
  const rebuilt = new Set(changes.filter(({ kind }) => kind === 'rebuilt').flatMap(({ freshPaths }) => freshPaths.map(({ path }) => path)));
  const within = new Set([...right.keys()].filter((path) => !left.has(path)));
  const reached = reach(roots, { referencesOf: (path) => right.get(path)?.references ?? [], within, dull: rebuilt });
  const explained = changes.filter(({ kind, freshPaths }) => kind !== 'rebuilt' && freshPaths.length > 0).slice(0, EXPLAINED);
  const nearest = nearestOf(explained, reached);
  return changes.map((change) => {
    const { freshPaths: _, ...rest } = change;
    return { ...rest, why: chainTo(nearest.get(change), reached) };
  });
}

/** For each change, which of its new paths is reached first. */
function nearestOf(changes: readonly Change[], reached: Reached): ReadonlyMap<Change, StorePath> {
  const changeOfPath = new Map(changes.flatMap((change) => change.freshPaths.map(({ path }) => [path, change] as const)));
  const nearest = new Map<Change, StorePath>();
  for (const path of reached.keys()) {
    const change = changeOfPath.get(path);
    if (change !== undefined && !nearest.has(change)) nearest.set(change, path);
  }
  return nearest;
}

function byWeight(a: Change, b: Change): number {
  return weightOf(b) - weightOf(a) || compareText(a.name, b.name);
}

function weightOf({ kind, after, fresh, gone }: Change): number {
  return kind === 'moved' ? (after?.bytes ?? 0) : (fresh.bytes ?? 0) + (gone.bytes ?? 0);
}
