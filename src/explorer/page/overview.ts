import { formatBytes, formatCount, formatNumberOf, formatShare } from '../../kit/format.ts';
import type { ExplorerChange } from '../model/explorer-data.ts';
import { button, dataTable, element, facts, foreign, section, shortened, type Child } from './dom.ts';
import type { View } from './view.ts';

const SHOWN_CHANGES = 100;

/** Returns the figures of a platform. */
export function figuresView({ model, data }: View): Element {
  const { sizes, layers, bases, since } = model.data;
  const amount = (paths: readonly number[]): string => `${formatNumberOf(paths.length, 'path')}, ${formatBytes(sum(paths.map((path) => sizes[path] ?? 0)))}`;
  const all = [...sizes.keys()];
  const [shipped, base] = [all.filter((path) => model.isShipped(path)), all.filter((path) => !model.isShipped(path))];
  const share = sum(base.map((path) => sizes[path] ?? 0)) / Math.max(1, sum(sizes));
  const compressed = sum(layers.map(({ size }) => size));
  const sent = layers.filter(({ known }) => !known);
  return facts([
    ['Closure', amount(all)],
    ['Shipped', `${amount(shipped)}; ${formatBytes(compressed)} compressed, in ${formatNumberOf(layers.length, 'layer')}`],
    ['In the base', `${amount(base)} (${formatShare(share)})`],
    ['Base', bases.length === 0 ? 'none' : foreign(bases.join(', '))],
    ...(data.delivery === null ? [] : [['Delivery', data.delivery === 'embed' ? 'embedded: each release sends all layers' : 'layers: each release sends those that are new'] as const]),
    ...(since === undefined ? [] : [[`Sent since ${since.version}`, `${formatNumberOf(sent.length, 'layer')} of ${formatCount(layers.length)}, ${formatBytes(sum(sent.map(({ size }) => size)))} of ${formatBytes(compressed)}`] as const]),
  ]);
}

/** Returns what changed since the last release, layers and licences. */
export function sectionsView(view: View): readonly Element[] {
  return [...changesView(view), layersView(view), ...licencesView(view)];
}

function changesView(view: View): readonly Element[] {
  const { since } = view.model.data;
  if (since === undefined) return [];
  const { version, packages, leftOut, shippedBefore, shippedAfter } = since;
  const title = `Changed since ${version}`;
  if (packages.length === 0) return [section('changes', title, [element('p', {}, ['No store path changed.'])])];
  const rows = (shown: readonly ExplorerChange[]): HTMLElement =>
    dataTable(`Packages that changed since ${version}`, ['Package', 'Change', 'Before', 'After', 'New', 'Gone'], shown.map(({ name, kind, before, after, fresh, gone }) => [
      searchButton(view, name),
      kind,
      foreign(before.join(', ')),
      foreign(after.join(', ')),
      formatBytes(fresh),
      formatBytes(gone),
    ]));
  return [
    section('changes', title, [
      element('p', {}, [`Shipped: ${formatBytes(shippedBefore)} before, ${formatBytes(shippedAfter)} after.`]),
      shortened(packages, SHOWN_CHANGES, rows),
      ...(leftOut === 0 ? [] : [element('p', {}, [`${formatNumberOf(leftOut, 'more package')} changed.`])]),
    ]),
  ];
}

function layersView({ model }: View): Element {
  const { layers, since, sizes } = model.data;
  const rows = layers.map(({ digest, size, known, paths }, at) => [
    `Layer ${at + 1}`,
    element('code', { title: digest }, [digest.slice(0, 19)]),
    formatBytes(size),
    formatBytes(sum(paths.map((path) => sizes[path] ?? 0))),
    formatCount(paths.length),
    ...(since === undefined ? [] : [known ? `in ${since.version}` : 'sent']),
  ]);
  const headings = ['Layer', 'Digest', 'Compressed', 'Unpacked', 'Paths', ...(since === undefined ? [] : ['Registry'])];
  return section('layers', 'Layers', [layers.length === 0 ? element('p', {}, ['Nothing is shipped: the base has all of it.']) : dataTable('Layers that are shipped', headings, rows)]);
}

function licencesView(view: View): readonly Element[] {
  const { model } = view;
  const { licences } = model.data;
  if (licences === undefined) return [];
  const shipped = [...model.data.names.keys()].filter((path) => model.isShipped(path));
  const uses = Map.groupBy(shipped.flatMap((path) => (model.licencesOf(path).length === 0 ? [undefined] : model.licencesOf(path)).map((licence) => ({ licence, path }))), ({ licence }) => licence);
  const rows = [...uses]
    .map(([licence, all]) => ({ licence, paths: all.map(({ path }) => path) }))
    .toSorted((a, b) => b.paths.length - a.paths.length || ((a.licence ?? '') < (b.licence ?? '') ? -1 : 1))
    .map(({ licence, paths }): readonly Child[] => [licence === undefined ? 'not known' : searchButton(view, licence), formatCount(paths.length), formatBytes(sum(paths.map((path) => model.data.sizes[path] ?? 0)))]);
  return [section('licences', 'Licences', [dataTable('Licences of what ships', ['Licence', 'Paths', 'Size'], rows)])];
}

/** Finds a word in the table. */
function searchButton({ change }: View, word: string): HTMLElement {
  const made = button('', () => {
    change({ query: word, shown: 'all' });
    document.getElementById('query')?.focus();
  });
  made.append(foreign(word));
  return made;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
