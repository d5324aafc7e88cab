import { formatBytes, formatCount } from '../../kit/format.ts';
import { sortPaths, type Column } from '../model/find.ts';
import { descendingAtFirst } from '../model/view-state.ts';
import { button, element, foreign, scrolling } from './dom.ts';
import { placeOfPath, select, type View } from './view.ts';

const HEADINGS: Readonly<Record<Column, string>> = {
  name: 'Package',
  version: 'Version',
  own: 'Own',
  closure: 'Closure',
  retained: 'Retained',
  resent: 'Sent again',
  place: 'Where',
  layer: 'Layer',
  licence: 'Licence',
};

/** Rows that are shown at once. */
const ROWS = 200;

/** Returns the table of all paths that were found. */
export function tableView(view: View): Element {
  const { model, state, found } = view;
  const columns = (Object.keys(HEADINGS) as Column[]).filter((column) => column !== 'licence' || model.data.licences !== undefined);
  const sorted = sortPaths(model, found, { column: state.sort, descending: state.descending, weighed: state.weighed });
  const body = element('tbody', {}, sorted.slice(0, ROWS).map((path) => row(view, columns, path)));
  const head = element('tr', {}, columns.map((column) => heading(view, column)));
  const caption = element('caption', {}, ['Store paths. A heading sorts by its column.']);
  const table = element('table', { class: 'paths' }, [caption, element('thead', {}, [head]), body]);
  const box = element('div', {}, [scrolling('Store paths', table)]);
  if (sorted.length <= ROWS) return box;
  const more = button('', () => {
    const from = body.rows.length;
    body.append(...sorted.slice(from, from + ROWS).map((path) => row(view, columns, path)));
    body.rows[from]?.querySelector('button')?.focus();
    say();
  });
  const say = (): void => {
    more.textContent = `Show more: ${formatCount(body.rows.length)} of ${formatCount(sorted.length)} are shown`;
    more.hidden = body.rows.length >= sorted.length;
  };
  say();
  box.append(more);
  return box;
}

function heading({ state, change }: View, column: Column): Element {
  const isSorted = state.sort === column;
  const order = isSorted ? (state.descending ? 'descending' : 'ascending') : undefined;
  const sort = button(HEADINGS[column], () => change({ sort: column, descending: isSorted ? !state.descending : descendingAtFirst(column) }), { id: `sort-${column}` });
  return element('th', { scope: 'col', 'aria-sort': order }, [sort]);
}

function row(view: View, columns: readonly Column[], path: number): HTMLTableRowElement {
  const cells = columns.map((column) => {
    if (column !== 'name') return element('td', { class: column }, [cell(view, column, path)]);
    const name = button('', () => select(view, path), { title: view.model.storePath(path) });
    name.append(foreign(view.model.packages[path]?.name ?? ''));
    return element('th', { scope: 'row' }, [name]);
  });
  return element('tr', { 'data-path': path, 'aria-current': view.selected === path ? 'true' : undefined }, cells);
}

function cell({ model, state }: View, column: Exclude<Column, 'name'>, path: number): string | Node {
  switch (column) {
    case 'version':
      return foreign(model.packages[path]?.version ?? '');
    case 'place':
      return placeOfPath(model, path);
    case 'layer': {
      const layer = model.layerOf[path];
      return layer === undefined ? '' : String(layer + 1);
    }
    case 'licence':
      return foreign(model.licencesOf(path).join(', '));
    case 'resent':
      return formatBytes(model.resentBytes()[path] ?? 0);
    default:
      return formatBytes(model.sizes(state.weighed)[column][path] ?? 0);
  }
}
