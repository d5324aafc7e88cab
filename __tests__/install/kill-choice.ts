import { EVERYTHING } from '../jest/everything.ts';
import type { KillPoint } from './kill-points.ts';

/** Which of a run's states it is killed in. */
export interface KillSelection {
  /** Every how many states one is chosen in a run of everything: 1 for all. */
  readonly stride: number;
  /**
   * In other runs: the first state of each kind in this file, of all kinds or of those of some commands; and of the other states one in so many.
   */
  readonly sampled: { readonly kinds: 'all' | 'none' | RegExp; readonly stride: number };
}

/** Chooses states of several runs: a state's kind is the command that leads to it, without the names of what it handles. */
export class KillChoice {
  readonly #met = new Set<string>();
  readonly #names: readonly string[];
  readonly #stride: number;
  readonly #kinds: 'all' | 'none' | RegExp;

  /** @param names that differ from run to run: folders, Features */
  constructor({ stride, sampled }: KillSelection, names: readonly string[], everything = EVERYTHING) {
    this.#stride = everything ? stride : sampled.stride;
    this.#kinds = everything ? 'none' : sampled.kinds;
    // A longer name may hold a shorter one.
    this.#names = names.toSorted((a, b) => b.length - a.length);
  }

  /** As a test's name tells it. */
  get told(): string {
    if (this.#stride === 1) return 'every state';
    const others = `one of ${this.#stride} states`;
    if (this.#kinds === 'none') return others;
    return `${this.#kinds === 'all' ? 'each kind of state' : `each kind of state of ${this.#kinds.source}`} and ${others}`;
  }

  /** Of one run, whose states are asked about in their order. @returns whether a state is chosen; `command` led to it, or is about to follow */
  ofRun(): (point: KillPoint, command: string) => boolean {
    let others = 0;
    return (point, command) => {
      if (this.#isNew(point, command)) return true;
      others += 1;
      return (others - 1) % this.#stride === 0;
    };
  }

  #isNew({ when }: KillPoint, command: string): boolean {
    if (this.#kinds === 'none' || (this.#kinds !== 'all' && !this.#kinds.test(command))) return false;
    const kind = `${when} ${kindOf(this.#names.reduce((text, name) => text.replaceAll(name, 'NAME'), command))}`;
    if (this.#met.has(kind)) return false;
    this.#met.add(kind);
    return true;
  }
}

/** All store paths are of one kind, and so are all files that are copied into a Feature's record. */
function kindOf(command: string): string {
  return command
    .replace(/\/nix\/store\/[^ /]+(?: \S*\/nix\/store\/[^ /]+)*/g, 'PATH')
    .replace(/(\/var\/lib\/nix-feature\/)[^ /]+\/(?!pending|owned|links|install\.sh)[\w.-]+?(?=\.new\b|$| )/g, '$1RECORD')
    .replace(/^cp \S+ /, 'cp FILE ')
    .replace(/\d+/g, 'N');
}
