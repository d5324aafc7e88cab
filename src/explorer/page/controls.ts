import type { ExplorerData } from '../model/explorer-data.ts';
import type { ViewState } from '../model/view-state.ts';
import { element } from './dom.ts';

/** What a view is chosen with. It stays while the view changes, so that nobody loses their place. */
export class Controls {
  readonly form: HTMLFormElement;
  readonly #query: HTMLInputElement;
  readonly #selects: ReadonlyMap<'shown' | 'weighed' | 'grouping', HTMLSelectElement>;
  readonly #arches: ReadonlyMap<string, HTMLInputElement>;

  constructor(data: ExplorerData, change: (wanted: Partial<ViewState>) => void) {
    this.#query = element('input', { id: 'query', type: 'search', autocomplete: 'off', spellcheck: 'false' });
    this.#query.addEventListener('input', () => change({ query: this.#query.value }));
    const hasNew = data.platforms.some(({ since }) => since !== undefined);
    this.#selects = new Map([
      ['shown', choice('shown', [['all', 'all paths'], ['shipped', 'shipped'], ['base', 'in the base'], ...(hasNew ? [['new', 'new since the last release'] as const] : [])])],
      ['weighed', choice('weighed', [['all', 'all bytes'], ['shipped', 'shipped bytes']])],
      ['grouping', choice('grouping', [['place', 'shipped and base'], ['layer', 'layer'], ['package', 'package']])],
    ]);
    for (const [name, select] of this.#selects) select.addEventListener('change', () => change({ [name]: select.value }));
    this.#arches = new Map(data.platforms.map(({ arch }) => [arch, element('input', { type: 'radio', name: 'arch', value: arch, id: `arch-${arch}` })]));
    for (const [arch, radio] of this.#arches) radio.addEventListener('change', () => change({ arch }));
    this.form = element('form', { class: 'controls', role: 'search', 'aria-label': 'What is shown' }, [
      ...(this.#arches.size > 1 ? [element('fieldset', {}, [element('legend', {}, ['Platform']), ...[...this.#arches].map(([arch, radio]) => element('label', {}, [radio, arch]))])] : []),
      element('label', {}, ['Search', this.#query]),
      element('label', {}, ['Show', this.#selects.get('shown') ?? '']),
      element('label', {}, ['Count', this.#selects.get('weighed') ?? '']),
      element('label', {}, ['Treemap by', this.#selects.get('grouping') ?? '']),
    ]);
    this.form.addEventListener('submit', (event) => event.preventDefault());
  }

  /** Shows what is chosen. */
  show(state: ViewState): void {
    if (this.#query.value !== state.query) this.#query.value = state.query;
    for (const [name, select] of this.#selects) select.value = state[name];
    for (const [arch, radio] of this.#arches) radio.checked = arch === state.arch;
  }
}

function choice(id: string, options: readonly (readonly [value: string, text: string])[]): HTMLSelectElement {
  return element('select', { id }, options.map(([value, text]) => element('option', { value }, [text])));
}
