export type Direction = 'left' | 'right' | 'up' | 'down';

interface Box {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}

/** Returns the tile that lies nearest in a direction; the same one if there is none. */
export function nearestTile(tiles: readonly Box[], from: number, direction: Direction): number {
  const here = middleOf(tiles[from]);
  let best = from;
  let least = Infinity;
  for (const [at, tile] of tiles.entries()) {
    const there = middleOf(tile);
    const [across, down] = [there.x - here.x, there.y - here.y];
    const ahead = { left: -across, right: across, up: -down, down }[direction];
    if (at === from || ahead <= 0) continue;
    // What lies straight ahead comes before what is nearer, but aside.
    const way = ahead + 3 * Math.abs(direction === 'left' || direction === 'right' ? down : across);
    if (way < least) [best, least] = [at, way];
  }
  return best;
}

function middleOf(box: Box | undefined): { readonly x: number; readonly y: number } {
  const { x0, x1, y0, y1 } = box ?? { x0: 0, x1: 0, y0: 0, y1: 0 };
  return { x: (x0 + x1) / 2, y: (y0 + y1) / 2 };
}
