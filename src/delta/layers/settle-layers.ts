import { countEither } from './causes.ts';
import { burdenOf, groupOf, type Atom, type Group } from './group.ts';
import type { ReusableLayer } from './known-layers.ts';

/** Rounds after which it is good enough; mostly nothing moves any more after three. */
const ROUNDS = 8;

/**
 * Moves atoms from group to group, each to where the next release is expected to send the least, until all are where they
 * should be: merging decides one pair after the other and never looks back. No group loses its last atom.
 * @param groups what is to be packed
 * @param causes how many there are
 */
export function settleLayers<L extends ReusableLayer>(groups: readonly Group<L>[], causes: number): readonly Group<L>[] {
  const settled = [...groups];
  for (let round = 0; round < ROUNDS; round++) {
    const moves = groups.flatMap(({ atoms }) => atoms).filter((atom) => move(atom, settled, causes));
    if (moves.length === 0) break;
  }
  return settled;
}

/** @returns whether it is elsewhere now */
function move<L extends ReusableLayer>(atom: Atom, groups: Group<L>[], all: number): boolean {
  const from = groups.findIndex(({ atoms }) => atoms.includes(atom));
  const home = groups[from];
  if (home === undefined || home.atoms.length === 1) return false;
  const rest = groupOf<L>(home.atoms.filter((each) => each !== atom));
  const staying = groupBurden(home, all) - groupBurden(rest, all);
  let [to, least] = [from, staying - 1];
  for (const [i, group] of groups.entries()) {
    const coming = burdenOf(group.size + atom.size, countEither(group.causes, atom.causes), all) - groupBurden(group, all);
    if (i !== from && coming < least) [to, least] = [i, coming];
  }
  if (to === from) return false;
  groups[from] = rest;
  groups[to] = groupOf([...(groups[to]?.atoms ?? []), atom]);
  return true;
}

function groupBurden<L extends ReusableLayer>({ size, causes }: Group<L>, all: number): number {
  return burdenOf(size, countEither(causes, causes), all);
}
