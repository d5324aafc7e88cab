import { generator } from '../__tests__/rig/random.ts';

/** Suites of Debian, the older before the newer: a package that is upgraded goes from one to the next. */
export const SUITES = ['bookworm', 'trixie', 'sid'] as const;

export interface Package {
  readonly name: string;
  readonly deps: readonly string[];
  /** Its version in each suite; undefined where the suite has none. */
  readonly versions: readonly (string | undefined)[];
}

/** In which version a package is there. */
export interface State {
  /** Of SUITES. */
  readonly suite: number;
  /** How often it was patched since. */
  readonly patch: number;
}

export interface Release {
  /** In words. */
  readonly what: string;
  /** What the environment consists of. */
  readonly tools: readonly string[];
  readonly states: Readonly<Record<string, State>>;
}

/** The first one, and what comes after it. */
const COUNT = 41;
/** Libraries that are updated once, at this release; Nix then builds everything above them again. */
const LOW: Readonly<Record<number, string>> = { 9: 'zlib1g', 17: 'libexpat1', 24: 'libssl3t64', 31: 'libc6', 37: 'libzstd1' };

/**
 * A history as Features have it: most releases move one package, mostly one that was asked for; every fifth moves several,
 * as an update of nixpkgs on a stable branch does; every sixth adds or removes one; a few update a library under the others.
 * The same in each run.
 */
export function releasesOf(packages: readonly Package[], tools: readonly string[], extras: readonly string[]): Release[] {
  const random = generator(20);
  const states = new Map(packages.map(({ name, versions }) => [name, { suite: versions.findIndex((each) => each !== undefined), patch: 0 }]));
  const chosen = new Set(tools);
  const pick = (list: readonly string[]): string => list[Math.floor(random() * list.length)] ?? '';
  const upgrade = (name: string): string => {
    const versions = packages.find((each) => each.name === name)?.versions ?? [];
    const { suite, patch } = states.get(name) ?? { suite: 0, patch: 0 };
    const next = versions.findIndex((version, i) => i > suite && version !== undefined && version !== versions[suite]);
    states.set(name, next < 0 ? { suite, patch: patch + 1 } : { suite: next, patch: 0 });
    return next < 0 ? `${name} patched` : `${name} ${versions[suite]} → ${versions[next]}`;
  };
  const releases: Release[] = [];
  for (let release = 0; release < COUNT; release++) {
    const done: string[] = [];
    const low = LOW[release];
    if (low !== undefined) done.push(upgrade(low));
    else if (release > 0 && release % 6 === 0) done.push(toggle(chosen, pick(extras)));
    else if (release > 0 && release % 5 === 0) for (let i = 4 + Math.floor(random() * 5); i > 0; i--) done.push(upgrade(pick(neededBy(chosen, packages))));
    else if (release > 0) done.push(upgrade(random() < 0.7 ? pick([...chosen]) : pick(neededBy(chosen, packages))));
    releases.push({ what: done.join(', ') || 'the first one', tools: [...chosen].sort(), states: Object.fromEntries(states) });
  }
  return releases;
}

/** The chosen packages and all that they need. */
function neededBy(chosen: Iterable<string>, packages: readonly Package[]): string[] {
  const needed = new Set(chosen);
  for (const name of needed) for (const dep of packages.find((each) => each.name === name)?.deps ?? []) needed.add(dep);
  return [...needed];
}

function toggle(chosen: Set<string>, name: string): string {
  if (chosen.delete(name)) return `${name} removed`;
  chosen.add(name);
  return `${name} added`;
}
