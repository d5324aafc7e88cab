import { formatBytes, formatCount, formatNumberOf } from '../../kit/format.ts';
import { button, element, facts, foreign, shortened, type Child } from './dom.ts';
import { placeOfPath, select, pathTitle, type View } from './view.ts';

const SHOWN_PATHS = 100;

/** Shows one path: what it weighs, why it is there, what needs it, and what a change of it would send again. */
export function detailView(view: View, path: number): Element {
  const { model, state } = view;
  const sizes = model.sizes(state.weighed);
  const layer = model.layerOf[path];
  const licences = model.licencesOf(path);
  const [parents, needs] = [model.parents[path] ?? [], model.references[path] ?? []];
  const counted = state.weighed === 'shipped' ? ' shipped' : '';
  return element('div', {}, [
    element('h2', { id: 'detail-title', tabindex: -1 }, [foreign(pathTitle(model, path))]),
    element('p', {}, [element('code', {}, [foreign(model.storePath(path))])]),
    facts([
      ['Where', `${placeOfPath(model, path)}${layer === undefined ? '' : `, in layer ${layer + 1}`}`],
      ['Own', `${formatBytes(sizes.own[path] ?? 0)}${counted}`],
      ['Closure', `${formatBytes(sizes.closure[path] ?? 0)}${counted}`],
      ['Retained', `${formatBytes(sizes.retained[path] ?? 0)}${counted}`],
      ...(model.data.licences === undefined ? [] : [['Licence', licences.length === 0 ? 'not known' : foreign(licences.join(', '))] as const]),
    ]),
    ...whyView(view, path),
    ...changeView(view, path),
    ...listView(view, 'Needed by', parents),
    ...listView(view, 'Needs', needs),
    button('Close', () => select(view, undefined), { class: 'close' }),
  ]);
}

function whyView(view: View, path: number): readonly Child[] {
  const { model } = view;
  const chain = model.chainTo(path);
  const keeper = model.keptBy(path);
  const isRoot = model.data.roots.includes(path);
  return [
    element('h3', {}, ['Why it is there']),
    chain.length === 0 ? element('p', {}, ['No reference leads there.']) : element('ol', { class: 'why' }, chain.map((each) => element('li', {}, [pathButton(view, each)]))),
    ...(isRoot ? [element('p', {}, ['It is what the Feature installs.'])] : []),
    ...(keeper === undefined ? [] : [element('p', {}, ['Every way leads through ', pathButton(view, keeper), ': without that it would not be there.'])]),
  ];
}

function changeView({ model, data }: View, path: number): readonly Child[] {
  const rebuilt = model.rebuiltWith(path);
  const shipped = [...rebuilt].filter((each) => model.isShipped(each)).length;
  const all = model.data.layers.reduce((sum, { size }) => sum + size, 0);
  const layers = new Set([...rebuilt].flatMap((each) => model.layerOf[each] ?? []));
  const sent = `A next release sends ${formatCount(layers.size)} of ${formatNumberOf(model.data.layers.length, 'layer')} again: ${formatBytes(model.resentBytes()[path] ?? 0)} of ${formatBytes(all)}.`;
  const embedded = `Its layers are embedded in the Feature, and each release sends all of them: ${formatBytes(all)}.`;
  return [
    element('h3', {}, ['If it changes']),
    element('p', { id: 'resent' }, [`${formatNumberOf(rebuilt.size, 'path')} ${rebuilt.size === 1 ? 'is' : 'are'} built again, ${formatCount(shipped)} of them shipped. ${data.delivery === 'embed' ? embedded : sent}`]),
  ];
}

function listView(view: View, title: string, paths: readonly number[]): readonly Child[] {
  if (paths.length === 0) return [element('h3', {}, [`${title}: none`])];
  const { own } = view.model.sizes('all');
  const heaviest = paths.toSorted((a, b) => (own[b] ?? 0) - (own[a] ?? 0) || a - b);
  const list = (shown: readonly number[]): HTMLElement => element('ul', {}, shown.map((each) => element('li', {}, [pathButton(view, each), ` ${formatBytes(own[each] ?? 0)}`])));
  return [element('h3', {}, [`${title} (${formatCount(paths.length)})`]), shortened(heaviest, SHOWN_PATHS, list)];
}

function pathButton(view: View, path: number): HTMLElement {
  const made = button('', () => select(view, path), { title: view.model.storePath(path) });
  made.append(foreign(pathTitle(view.model, path)));
  return made;
}
