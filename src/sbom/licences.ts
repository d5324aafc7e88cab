import type { DeltaDocument } from '../delta/document/delta-document.ts';
import type { PackageMetas } from '../nix/meta/package-meta.ts';
import { componentsOf, type Component } from './component.ts';

/** What a release ships under one licence. */
export interface LicenceUse {
  /** An SPDX identifier, or a name; undefined: the flake does not say. */
  readonly licence: string | undefined;
  /** Names of packages, each once, in order. */
  readonly packages: readonly string[];
}

/** A package of both releases whose licences differ. */
export interface LicenceChange {
  readonly name: string;
  readonly before: readonly string[];
  readonly after: readonly string[];
}

export interface LicenceReport {
  /** Of what is shipped; those with the most packages first, the unknown one last. */
  readonly uses: readonly LicenceUse[];
  /** Since the last release; absent if its SBOM can't be read. */
  readonly changes?: {
    readonly added: readonly string[];
    readonly removed: readonly string[];
    readonly changed: readonly LicenceChange[];
  };
}

/** One platform of a release, with what its flake says of the packages. */
export interface LicenceSide {
  readonly document: DeltaDocument;
  readonly metas: PackageMetas;
}

/** Says under which licences a platform's shipped packages are, and what changed in that since the last release. */
export function licenceReport(now: LicenceSide, before?: LicenceSide): LicenceReport {
  const shipped = shippedOf(now);
  const uses = usesOf(shipped);
  return before === undefined ? { uses } : { uses, changes: changesOf(shippedOf(before), shipped) };
}

function shippedOf(side: LicenceSide): readonly Component[] {
  return componentsOf(side).filter(({ place }) => place === 'shipped');
}

function usesOf(components: readonly Component[]): readonly LicenceUse[] {
  const packages = new Map<string | undefined, Set<string>>();
  for (const component of components) {
    const licences = namesOf(component);
    for (const licence of licences.length === 0 ? [undefined] : licences) {
      const names = packages.get(licence) ?? new Set();
      packages.set(licence, names.add(component.name));
    }
  }
  return [...packages].map(([licence, names]) => ({ licence, packages: [...names].toSorted() })).toSorted(byWeight);
}

function byWeight(a: LicenceUse, b: LicenceUse): number {
  if (a.licence === undefined || b.licence === undefined) return a.licence === b.licence ? 0 : a.licence === undefined ? 1 : -1;
  return b.packages.length - a.packages.length || (a.licence < b.licence ? -1 : 1);
}

/** Licences as texts: identifiers of SPDX, and names. */
export function namesOf({ meta }: Pick<Component, 'meta'>): readonly string[] {
  return meta.licences.map((licence) => ('id' in licence ? licence.id : licence.name));
}

function changesOf(before: readonly Component[], after: readonly Component[]): NonNullable<LicenceReport['changes']> {
  const [left, right] = [byPackage(before), byPackage(after)];
  const changed = [...right].flatMap(([name, now]) => {
    const then = left.get(name);
    return then === undefined || then.join('\n') === now.join('\n') ? [] : [{ name, before: then, after: now }];
  });
  const [had, has] = [new Set([...left.values()].flat()), new Set([...right.values()].flat())];
  return { added: [...has].filter((each) => !had.has(each)).toSorted(), removed: [...had].filter((each) => !has.has(each)).toSorted(), changed };
}

/** The licences of each package, whatever its outputs and versions. */
function byPackage(components: readonly Component[]): ReadonlyMap<string, readonly string[]> {
  const groups = Map.groupBy(components, ({ name }) => name);
  return new Map([...groups].map(([name, all]) => [name, [...new Set(all.flatMap(namesOf))].toSorted()] as const).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
