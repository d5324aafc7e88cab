import type { Reason } from '../../feature/version/levels.ts';
import { formatList } from '../../kit/format.ts';
import { comparePackageVersions, parsePackageName } from '../../nix/store/package-name.ts';
import { nameOf, type StorePath } from '../../nix/store/store-path.ts';
import type { DeltaDocument } from '../../delta/document/delta-document.ts';
import type { Arch } from '../../platform.ts';

/** The packages that a Feature offers, by their names: the newest version of each, empty if it has none. */
export type Offered = ReadonlyMap<string, string>;

/** Returns the names of store paths that an output refers to: of an environment, its packages. Undefined if the closure does not say. */
export function referredTo({ closure, storePath }: Pick<DeltaDocument, 'closure' | 'storePath'>): readonly string[] | undefined {
  const root = closure.find(({ path }) => path === storePath);
  return root?.references.filter((path) => path !== storePath).map(nameOf);
}

/**
 * Returns the packages that an output offers: itself, if its name has a version, else those that it was put together from.
 * @param parts names such as `jq-1.7.1`; undefined if they are not known
 * @returns undefined if nobody can tell
 */
export function offeredBy(storePath: StorePath, parts: readonly string[] | undefined): Offered | undefined {
  const own = nameOf(storePath);
  const names = parsePackageName(own).version === '' ? parts : [own];
  if (names === undefined) return undefined;
  const offered = new Map<string, string>();
  for (const { name, version } of names.map(parsePackageName)) {
    const known = offered.get(name);
    if (known === undefined || comparePackageVersions(known, version) < 0) offered.set(name, version);
  }
  return offered;
}

/** Returns what changed in what a Feature offers: what is gone may be missed, and what is new or has another first number may be noticed. */
export function packageReasons(before: Offered, now: Offered): readonly Reason[] {
  const gone = [...before.keys()].filter((name) => !now.has(name)).map((name) => ({ level: 'major', text: `${name} is gone` }) as const);
  const added = [...now.keys()].filter((name) => !before.has(name)).map((name) => ({ level: 'minor', text: `${name} is new` }) as const);
  const moved = [...before].flatMap(([name, version]): readonly Reason[] => {
    const after = now.get(name) ?? version;
    const isNoticed = firstNumber(after) !== firstNumber(version) || comparePackageVersions(after, version) < 0;
    return after === version ? [] : [{ level: isNoticed ? 'minor' : 'patch', text: `${name} ${version} → ${after}` }];
  });
  return [...gone, ...added, ...moved];
}

/** Returns what changed in the platforms: a release for fewer of them breaks those who use the others. */
export function platformReasons(before: readonly Arch[], now: readonly Arch[]): readonly Reason[] {
  const [gone, added] = [before.filter((arch) => !now.includes(arch)), now.filter((arch) => !before.includes(arch))];
  return [
    ...(gone.length === 0 ? [] : [{ level: 'major', text: `${formatList(gone)} is gone` } as const]),
    ...(added.length === 0 ? [] : [{ level: 'minor', text: `${formatList(added)} is new` } as const]),
  ];
}

/** Returns the first reason of each text, because two platforms mostly have the same. */
export function distinct(reasons: readonly Reason[]): readonly Reason[] {
  return [...new Map(reasons.map((reason) => [`${reason.level} ${reason.text}`, reason])).values()];
}

function firstNumber(version: string): string {
  return /\d+/.exec(version)?.[0] ?? '';
}
