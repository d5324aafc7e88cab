import type { ExplorerData } from '../model/explorer-data.ts';
import type { PlatformModel } from '../model/platform-model.ts';
import type { ViewState } from '../model/view-state.ts';

/** What a part of the page is drawn from, and how it asks for another view. */
export interface View {
  readonly data: ExplorerData;
  readonly model: PlatformModel;
  readonly state: ViewState;
  /** The paths that are to be shown. */
  readonly found: readonly number[];
  /** The place of the path that is looked at. */
  readonly selected: number | undefined;
  readonly change: (wanted: Partial<ViewState>) => void;
}

/** Shows a path, or none. */
export function select({ model, change }: View, path: number | undefined): void {
  change({ path: path === undefined ? '' : (model.data.names[path] ?? '') });
}

/** Returns `glibc 2.41` */
export function pathTitle(model: PlatformModel, path: number): string {
  const { name = '', version = '' } = model.packages[path] ?? {};
  return version === '' ? name : `${name} ${version}`;
}

/** Returns `shipped`, `in the base`, and whether it is new. */
export function placeOfPath(model: PlatformModel, path: number): string {
  return `${model.isShipped(path) ? 'shipped' : 'in the base'}${model.fresh.has(path) ? ', new' : ''}`;
}
