import type { PathInfo } from '../../nix/store/closure.ts';
import { unionOf, type Causes } from './causes.ts';
import type { ReusableLayer } from './known-layers.ts';

/** Paths that are never parted. */
export interface Atom {
  readonly infos: readonly PathInfo[];
  /** Compressed bytes: of a layer that exists as they are, else as they are expected. */
  readonly size: number;
  readonly causes: Causes;
}

/** What will be a layer. */
export interface Group<L extends ReusableLayer> {
  /** The layer that exists and holds exactly these paths. */
  readonly layer?: L;
  readonly atoms: readonly Atom[];
  /** Of all atoms. */
  readonly size: number;
  /** Of all atoms. */
  readonly causes: Causes;
}

/** Returns what is to be packed as one layer. */
export function groupOf<L extends ReusableLayer>(atoms: readonly Atom[]): Group<L> {
  return {
    atoms,
    size: atoms.reduce((sum, { size }) => sum + size, 0),
    causes: unionOf(atoms.map(({ causes }) => causes)),
  };
}

/** Paths that change of themselves in one release, about; those that are built again because of them come on top. */
const CHANGES = 1.5;

/**
 * Bytes of a layer that the next release sends again, by expectation, where each cause is as likely as the others.
 * @param causes how many of `all` the layer has
 */
export function burdenOf(size: number, causes: number, all: number): number {
  return size * (1 - Math.exp((-CHANGES * causes) / all));
}
