import { formatBytes } from '../../kit/format.ts';
import { element, svgElement } from './dom.ts';
import { nearestTile, type Direction } from './nearest-tile.ts';
import { placeTiles, type PlacedTile } from './tiles.ts';
import { placeOfPath, select, type View } from './view.ts';

const HEIGHT = 440;
/** Pixels of a letter, about; those of a group's heading are larger. */
const LETTER = 6.4;
const HEADING_LETTER = 7.8;

const DIRECTIONS: Readonly<Record<string, Direction>> = { ArrowLeft: 'left', ArrowRight: 'right', ArrowUp: 'up', ArrowDown: 'down' };

/** Returns the treemap. Tab enters it at one tile, arrows go to the next in their direction, and Enter or a click selects. */
export function treemapView(view: View, width: number): Element {
  const root = placeTiles(view, width, HEIGHT);
  const tiles = root.leaves().filter(({ depth }) => depth > 1);
  if (tiles.length === 0) return element('p', {}, ['Nothing to show: no path was found, or none that counts.']);
  const shapes = tiles.map((tile) => tileShape(view, tile));
  const groups = (root.children ?? []).map(groupShape);
  const label = 'Treemap: areas are bytes. Arrow keys go from tile to tile, Enter selects. The table below has the same paths.';
  const drawing = svgElement('svg', { viewBox: `0 0 ${width} ${HEIGHT}`, width, height: HEIGHT, role: 'group', 'aria-label': label }, [...groups, ...shapes]);
  let current = Math.max(0, tiles.findIndex(({ data }) => data.path !== undefined && data.path === view.selected));
  shapes[current]?.setAttribute('tabindex', '0');
  drawing.addEventListener('keydown', (event) => {
    const direction = DIRECTIONS[event.key];
    const tile = tiles[current];
    if (tile === undefined) return;
    if (event.key === 'Enter' || event.key === ' ') select(view, tile.data.path);
    else if (direction === undefined) return;
    else {
      shapes[current]?.setAttribute('tabindex', '-1');
      current = nearestTile(tiles, current, direction);
      shapes[current]?.setAttribute('tabindex', '0');
      shapes[current]?.focus();
    }
    event.preventDefault();
  });
  return drawing;
}

function groupShape({ data, x0, y0, x1, y1 }: PlacedTile): SVGElement {
  const [width, height] = [x1 - x0, y1 - y0];
  const text = `${data.name}, ${formatBytes(data.bytes)}`;
  return svgElement('g', { class: 'heap', transform: `translate(${x0} ${y0})`, 'aria-hidden': 'true' }, [
    svgElement('rect', { width, height }),
    ...(width < 40 ? [] : [svgElement('text', { x: 4, y: 14 }, [fitting(text, width, HEADING_LETTER)])]),
  ]);
}

function tileShape(view: View, { data, x0, y0, x1, y1 }: PlacedTile): SVGElement {
  const { path, name, bytes, kind } = data;
  const [width, height] = [x1 - x0, y1 - y0];
  const label = `${name}, ${formatBytes(bytes)}${path === undefined ? '' : `, ${placeOfPath(view.model, path)}`}`;
  const isFresh = path !== undefined && view.model.fresh.has(path);
  const attributes = {
    class: `tile ${kind}${isFresh ? ' new' : ''}`,
    'data-path': path,
    transform: `translate(${x0} ${y0})`,
    role: path === undefined ? 'img' : 'button',
    tabindex: -1,
  };
  // The title is its name for those who hear it, and the tip for those who point at it.
  const shape = svgElement('g', attributes, [
    svgElement('title', {}, [label]),
    svgElement('rect', { width, height }),
    ...textsOf([name, formatBytes(bytes)], width, height),
  ]);
  if (path !== undefined) shape.addEventListener('click', () => select(view, path));
  return shape;
}

/** The lines that have room, until one has to be cut: what is seen is the beginning of the tile's title. */
function textsOf(lines: readonly string[], width: number, height: number): readonly SVGElement[] {
  if (width < 34) return [];
  const fit = lines.slice(0, Math.max(0, Math.floor((height - 2) / 14)));
  const cut = fit.findIndex((line) => fitting(line, width) !== line);
  return fit.slice(0, cut < 0 ? fit.length : cut + 1).map((line, at) => svgElement('text', { x: 3, y: 12 + at * 14 }, [fitting(line, width)]));
}

/** As much of a text as has room. */
function fitting(text: string, width: number, letter = LETTER): string {
  const letters = Math.floor((width - 6) / letter);
  return text.length <= letters ? text : `${text.slice(0, Math.max(1, letters - 1))}…`;
}
