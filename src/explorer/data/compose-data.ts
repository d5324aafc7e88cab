import { changesBetween, type PackageChange } from '../../delta/compare/changes.ts';
import type { DeltaDocument } from '../../delta/document/delta-document.ts';
import type { PackageMetas } from '../../nix/meta/package-meta.ts';
import { STORE_DIR, type StorePath } from '../../nix/store/store-path.ts';
import { archOf } from '../../platform.ts';
import { rootsOf } from '../../sbom/component.ts';
import { namesOf } from '../../sbom/licences.ts';
import type { ExplorerChange, ExplorerChanges, ExplorerData, ExplorerLicences, ExplorerPlatform } from '../model/explorer-data.ts';

/** One platform of a Feature, as far as it is known. */
export interface ExploredPlatform {
  readonly document: DeltaDocument;
  /** What the flake says of the packages; undefined if nobody asked. */
  readonly metas?: PackageMetas | undefined;
  /** The same platform of an earlier release; undefined if there is none. */
  readonly before?: DeltaDocument | undefined;
}

export interface Explored {
  readonly feature: { readonly id: string; readonly version: string; readonly name?: string | undefined };
  readonly delivery: ExplorerData['delivery'];
  readonly platforms: readonly ExploredPlatform[];
}

/** Nobody reads more. */
const MOST_CHANGES = 1000;

/** Gathers what explorer.html shows. The same Feature and the same earlier release give the same data. */
export function composeData({ feature, delivery, platforms }: Explored): ExplorerData {
  const { id, version, name } = feature;
  return { schemaVersion: 1, feature: { id, version, ...(name === undefined ? {} : { name }) }, delivery, platforms: platforms.map(platformData) };
}

function platformData({ document, metas, before }: ExploredPlatform): ExplorerPlatform {
  const paths = document.closure.map(({ path }) => path);
  const places = new Map(paths.map((path, place) => [path, place]));
  const placesOf = (wanted: readonly StorePath[]): number[] => wanted.flatMap((path) => places.get(path) ?? []).toSorted((a, b) => a - b);
  const known = new Set([...(before?.layers ?? []), ...(before?.complement ?? [])].map(({ digest }) => digest));
  return {
    arch: archOf(document.system),
    bases: document.bases.map(({ name }) => name),
    names: paths.map((path) => path.slice(STORE_DIR.length + 1)),
    sizes: document.closure.map(({ narSize }) => narSize),
    references: document.closure.map(({ path, references }) => distancesOf(placesOf(references.filter((reference) => reference !== path)))),
    roots: placesOf(rootsOf(document)),
    layers: document.layers.map((layer) => ({ digest: layer.digest, size: layer.size, known: known.has(layer.digest), paths: placesOf(layer.paths) })),
    ...(metas === undefined ? {} : { licences: licencesData(paths, metas) }),
    ...(before === undefined ? {} : changesData(before, document)),
  };
}

/** Each as its distance from the one before. */
function distancesOf(places: readonly number[]): readonly number[] {
  return places.map((place, at) => place - (places[at - 1] ?? 0));
}

function licencesData(paths: readonly StorePath[], metas: PackageMetas): ExplorerLicences {
  const all = paths.map((path) => namesOf({ meta: metas.get(path) ?? { licences: [], maintainers: [] } }));
  const names = [...new Set(all.flat())].toSorted();
  const places = new Map(names.map((name, place) => [name, place]));
  return { names, of: all.map((licences) => licences.flatMap((licence) => places.get(licence) ?? [])) };
}

function changesData(before: DeltaDocument, now: DeltaDocument): { readonly since?: ExplorerChanges } {
  const changes = changesBetween(before, now);
  // A release has nothing to tell about itself.
  if (before.feature.version === now.feature.version && changes.packages.length === 0) return {};
  const had = new Set(before.closure.map(({ path }) => path));
  const since = {
    version: before.feature.version,
    packages: changes.packages.slice(0, MOST_CHANGES).map(changeData),
    leftOut: Math.max(0, changes.packages.length - MOST_CHANGES),
    fresh: now.closure.flatMap(({ path }, place) => (had.has(path) ? [] : [place])),
    shippedBefore: changes.before.shipped.bytes ?? 0,
    shippedAfter: changes.after.shipped.bytes ?? 0,
  };
  return { since };
}

function changeData({ name, kind, before, after, fresh, gone }: PackageChange): ExplorerChange {
  return { name, kind, before: before?.versions ?? [], after: after?.versions ?? [], fresh: fresh.bytes ?? 0, gone: gone.bytes ?? 0 };
}
