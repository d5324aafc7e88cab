import { formatBytes, formatCount } from '../../kit/format.ts';
import type { ExplorerData } from '../model/explorer-data.ts';
import { findPaths } from '../model/find.ts';
import { PlatformModel } from '../model/platform-model.ts';
import { readState, writeState, type ViewState } from '../model/view-state.ts';
import { Controls } from './controls.ts';
import { detailView } from './detail-view.ts';
import { element, section } from './dom.ts';
import { figuresView, sectionsView } from './overview.ts';
import { tableView } from './table-view.ts';
import { treemapView } from './treemap-view.ts';
import type { View } from './view.ts';

const TERMS = [
  ['Own', "the files of the path, as Nix counts them: the bytes of its NAR."],
  ['Closure', 'its own bytes, and those of all that it needs.'],
  ['Retained', 'what would go with it: its own bytes, and those of all that nothing else keeps.'],
  ['Sent again', 'compressed bytes of the layers that a next release sends if this path changes, because Nix builds all that needs it again.'],
] as const;

/** The whole page. What it shows is in its address; the parts are drawn again when that changes. */
export class Explorer {
  readonly #data: ExplorerData;
  readonly #arches: readonly string[];
  readonly #models = new Map<string, PlatformModel>();
  readonly #controls: Controls;
  readonly #status = element('p', { id: 'status', role: 'status' });
  readonly #figures = element('div');
  readonly #treemap = element('div', { id: 'drawing' });
  readonly #table = element('div');
  readonly #detail = element('aside', { id: 'detail', 'aria-label': 'The path that is selected' });
  readonly #sections = element('div');
  #state: ViewState;

  constructor(data: ExplorerData) {
    this.#data = data;
    this.#arches = data.platforms.map(({ arch }) => arch);
    this.#state = readState(location.hash, this.#arches);
    this.#controls = new Controls(data, (wanted) => this.#change(wanted));
  }

  /** Draws the page, and follows its address. */
  start(main: HTMLElement): void {
    const terms = element('dl', { class: 'terms' }, TERMS.flatMap(([term, said]) => [element('dt', {}, [term]), element('dd', {}, [said])]));
    main.replaceChildren(
      section('overview', 'Overview', [this.#figures]),
      this.#controls.form,
      this.#status,
      element('div', { class: 'columns' }, [
        element('div', {}, [section('treemap', 'Treemap', [legend(this.#data), this.#treemap]), section('paths', 'Store paths', [terms, this.#table])]),
        this.#detail,
      ]),
      this.#sections,
    );
    this.#draw(undefined);
    const follow = (): void => {
      const before = this.#state;
      this.#state = readState(location.hash, this.#arches);
      this.#draw(before);
    };
    addEventListener('popstate', follow);
    addEventListener('hashchange', follow);
    let width = this.#treemap.clientWidth;
    addEventListener('resize', () => {
      if (this.#treemap.clientWidth === width) return;
      width = this.#treemap.clientWidth;
      this.#drawTreemap(this.#view());
      this.#mark(this.#view().selected);
    });
    addEventListener('keydown', ({ key }) => {
      if (key === 'Escape' && this.#state.path !== '') this.#change({ path: '' });
    });
  }

  #change(wanted: Partial<ViewState>): void {
    const before = this.#state;
    this.#state = { ...before, ...wanted };
    const address = `#${writeState(this.#state, this.#arches)}`;
    // Back leads to the path before, and not through each letter of a search.
    if (wanted.path === undefined) history.replaceState(null, '', address);
    else history.pushState(null, '', address);
    this.#draw(before);
  }

  /** @param before what was shown; undefined at first */
  #draw(before: ViewState | undefined): void {
    const view = this.#view();
    const { state } = view;
    const differs = (...names: readonly (keyof ViewState)[]): boolean => before === undefined || names.some((name) => state[name] !== before[name]);
    this.#controls.show(state);
    if (differs('arch')) {
      this.#figures.replaceChildren(figuresView(view));
      this.#sections.replaceChildren(...sectionsView(view));
    }
    if (differs('arch', 'query', 'shown', 'weighed')) this.#status.textContent = statusOf(view);
    if (differs('arch', 'query', 'shown', 'weighed', 'grouping')) this.#drawTreemap(view);
    if (differs('arch', 'query', 'shown', 'weighed', 'sort', 'descending')) this.#drawTable(view);
    this.#mark(view.selected);
    if (differs('arch', 'path', 'weighed')) this.#drawDetail(view, before);
  }

  #drawTreemap(view: View): void {
    this.#treemap.replaceChildren(treemapView(view, Math.max(280, this.#treemap.clientWidth)));
  }

  /** The heading that was pressed keeps the focus. */
  #drawTable(view: View): void {
    const { activeElement } = document;
    const id = activeElement !== null && this.#table.contains(activeElement) ? activeElement.id : '';
    this.#table.replaceChildren(tableView(view));
    if (id !== '') document.getElementById(id)?.focus();
  }

  /** Shows which path is selected, where it is drawn. */
  #mark(selected: number | undefined): void {
    for (const tile of this.#treemap.querySelectorAll('.selected')) tile.classList.remove('selected');
    for (const row of this.#table.querySelectorAll('[aria-current]')) row.removeAttribute('aria-current');
    if (selected === undefined) return;
    this.#treemap.querySelector(`[data-path="${selected}"]`)?.classList.add('selected');
    this.#table.querySelector(`[data-path="${selected}"]`)?.setAttribute('aria-current', 'true');
  }

  #drawDetail(view: View, before: ViewState | undefined): void {
    const { selected, state } = view;
    if (selected !== undefined) this.#detail.replaceChildren(detailView(view, selected));
    else this.#detail.replaceChildren(element('p', {}, [state.path === '' ? 'Select a path to see why it is there.' : `${state.path} is not in this platform's closure.`]));
    if (before === undefined || state.path === before.path) return;
    if (selected !== undefined) document.getElementById('detail-title')?.focus();
    else document.getElementById('query')?.focus();
  }

  #view(): View {
    const model = this.#model();
    const state = this.#state;
    const found = findPaths(model, state.shown, state.query);
    const place = state.path === '' ? -1 : model.data.names.indexOf(state.path);
    return { data: this.#data, model, state, found, selected: place < 0 ? undefined : place, change: (wanted) => this.#change(wanted) };
  }

  #model(): PlatformModel {
    const { arch } = this.#state;
    const known = this.#models.get(arch);
    if (known !== undefined) return known;
    const data = this.#data.platforms.find((platform) => platform.arch === arch);
    if (data === undefined) throw new TypeError('The page has no platform.');
    const model = new PlatformModel(data);
    this.#models.set(arch, model);
    return model;
  }
}

function statusOf({ model, found, state }: View): string {
  const { own } = model.sizes(state.weighed);
  const bytes = found.reduce((sum, path) => sum + (own[path] ?? 0), 0);
  return `${formatCount(found.length)} of ${formatCount(model.count)} paths, ${formatBytes(bytes)}${state.weighed === 'shipped' ? ' shipped' : ''}`;
}

function legend({ platforms }: ExplorerData): HTMLElement {
  const hasNew = platforms.some(({ since }) => since !== undefined);
  const rows = [['shipped', 'shipped'], ['base', 'in the base'], ...(hasNew ? [['new', 'new since the last release (thick edge)']] : [])];
  return element('ul', { class: 'legend' }, rows.map(([kind = '', text = '']) => element('li', {}, [element('span', { class: `swatch ${kind}` }), text])));
}
