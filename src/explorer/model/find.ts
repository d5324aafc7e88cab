import { comparePackageVersions } from '../../nix/store/package-name.ts';
import type { PlatformModel, Weighed } from './platform-model.ts';

/** Which paths are shown. */
export const PATH_FILTERS = ['all', 'shipped', 'base', 'new'] as const;
export type Shown = (typeof PATH_FILTERS)[number];

/** What the table is sorted by. */
export const COLUMNS = ['name', 'version', 'own', 'closure', 'retained', 'resent', 'place', 'layer', 'licence'] as const;
export type Column = (typeof COLUMNS)[number];

/** Paths that are to be shown and have all of the words in their name, version or licences. */
export function findPaths(model: PlatformModel, shown: Shown, query: string): readonly number[] {
  const words = query.toLowerCase().split(/\s+/).filter((word) => word !== '');
  const paths = [...model.data.names.keys()].filter((path) => isShown(model, shown, path));
  if (words.length === 0) return paths;
  return paths.filter((path) => {
    const text = [model.storePath(path), ...model.licencesOf(path)].join('\n').toLowerCase();
    return words.every((word) => text.includes(word));
  });
}

function isShown(model: PlatformModel, shown: Shown, path: number): boolean {
  if (shown === 'all') return true;
  return shown === 'new' ? model.fresh.has(path) : model.isShipped(path) === (shown === 'shipped');
}

export interface Sorting {
  readonly column: Column;
  readonly descending: boolean;
  readonly weighed: Weighed;
}

/** Sorts paths; those that are equal stay in the order of their names. */
export function sortPaths(model: PlatformModel, paths: readonly number[], { column, descending, weighed }: Sorting): readonly number[] {
  const compare = comparison(model, column, weighed);
  const byName = textOrder((path) => model.packages[path]?.name ?? '');
  return paths.toSorted((a, b) => (descending ? compare(b, a) : compare(a, b)) || byName(a, b) || a - b);
}

type Compare = (a: number, b: number) => number;

function comparison(model: PlatformModel, column: Column, weighed: Weighed): Compare {
  const sizes = model.sizes(weighed);
  switch (column) {
    case 'name':
      return textOrder((path) => model.packages[path]?.name ?? '');
    case 'version':
      return (a, b) => comparePackageVersions(model.packages[a]?.version ?? '', model.packages[b]?.version ?? '');
    case 'licence':
      return textOrder((path) => model.licencesOf(path).join(', '));
    case 'place':
      return numberOrder((path) => (model.isShipped(path) ? 1 : 0) + (model.fresh.has(path) ? 1 : 0));
    case 'layer':
      return numberOrder((path) => model.layerOf[path] ?? -1);
    case 'resent':
      return numberOrder((path) => model.resentBytes()[path] ?? 0);
    default:
      return numberOrder((path) => sizes[column][path] ?? 0);
  }
}

function numberOrder(of: (path: number) => number): Compare {
  return (a, b) => of(a) - of(b);
}

function textOrder(of: (path: number) => string): Compare {
  return (a, b) => (of(a) < of(b) ? -1 : of(a) > of(b) ? 1 : 0);
}
