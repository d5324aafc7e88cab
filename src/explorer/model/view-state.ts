import { COLUMNS, PATH_FILTERS, type Column, type Shown } from './find.ts';
import type { Weighed } from './platform-model.ts';

/** How the treemap is divided. */
export const GROUPINGS = ['place', 'layer', 'package'] as const;
export type Grouping = (typeof GROUPINGS)[number];

/** What the page shows; all of it is in its address, behind the #, so that a link leads to the same view. */
export interface ViewState {
  readonly arch: string;
  /** `<hash>-<name>` of the path that is looked at; empty: none. */
  readonly path: string;
  readonly query: string;
  readonly shown: Shown;
  readonly weighed: Weighed;
  readonly grouping: Grouping;
  readonly sort: Column;
  readonly descending: boolean;
}

const FIRST: Omit<ViewState, 'arch'> = { path: '', query: '', shown: 'all', weighed: 'all', grouping: 'place', sort: 'own', descending: true };

/** Reads an address. What it does not say, or says in words of its own, is as at first. */
export function readState(hash: string, arches: readonly string[]): ViewState {
  const given = new URLSearchParams(hash.replace(/^#/, ''));
  const one = <T extends string>(name: string, values: readonly T[], first: T): T => values.find((value) => value === given.get(name)) ?? first;
  const sort = one('sort', COLUMNS, FIRST.sort);
  return {
    arch: one('arch', arches, arches[0] ?? ''),
    path: given.get('path') ?? '',
    query: given.get('q') ?? '',
    shown: one('show', PATH_FILTERS, FIRST.shown),
    weighed: one('count', ['all', 'shipped'], FIRST.weighed),
    grouping: one('by', GROUPINGS, FIRST.grouping),
    sort,
    descending: one('order', ['up', 'down'], descendingAtFirst(sort) ? 'down' : 'up') === 'down',
  };
}

/** Names begin with the first, sizes with the largest. */
export function descendingAtFirst(column: Column): boolean {
  return column !== 'name' && column !== 'licence';
}

/** Writes what differs from the first view. */
export function writeState(state: ViewState, arches: readonly string[]): string {
  const { arch, path, query, shown, weighed, grouping, sort, descending } = state;
  const all: readonly (readonly [name: string, value: string, first: string])[] = [
    ['arch', arch, arches[0] ?? ''],
    ['path', path, FIRST.path],
    ['q', query, FIRST.query],
    ['show', shown, FIRST.shown],
    ['count', weighed, FIRST.weighed],
    ['by', grouping, FIRST.grouping],
    ['sort', sort, FIRST.sort],
    ['order', descending ? 'down' : 'up', descendingAtFirst(sort) ? 'down' : 'up'],
  ];
  return new URLSearchParams(all.flatMap(([name, value, first]) => (value === first ? [] : [[name, value] as [string, string]]))).toString();
}
