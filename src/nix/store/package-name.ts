/** What the name of a store path says. */
export interface PackageName {
  readonly name: string;
  /** Empty if the name has none. */
  readonly version: string;
}

/**
 * Outputs that packages of nixpkgs are split into. `nix store diff-closures` takes any last word for an output, and so
 * makes `my-tools` the output `tools` of `my`; here a word must be known, and to stand behind a version.
 */
const OUTPUTS = [
  'bin|data|debug|dev|devdoc|devman|dist|doc|examples|getent|host|info|lib|lib32|lib64|libgcc|locale|locales|man|modules',
  'out|plugins|py|python|static|terminfo|tests|tex|texdoc|tlpkg|tools',
].join('|');
const VERSION_AND_OUTPUT = new RegExp(`^(.+)-(?:${OUTPUTS})$`);

/**
 * Splits the name of a store path (without its hash) as Nix's parseDrvName does: the version begins behind the first dash
 * that no letter follows. The output's name, which nixpkgs writes behind the version, belongs to neither.
 */
export function parsePackageName(text: string): PackageName {
  const dash = /(?<=.)-(?![A-Za-z]|$)/.exec(text)?.index;
  if (dash === undefined) return { name: text, version: '' };
  const rest = text.slice(dash + 1);
  return { name: text.slice(0, dash), version: VERSION_AND_OUTPUT.exec(rest)?.[1] ?? rest };
}

/** Compares versions as Nix does (Nix manual, `builtins.compareVersions`). @returns below 0 if `a` is the older one */
export function comparePackageVersions(a: string, b: string): number {
  const [left, right] = [partsOf(a), partsOf(b)];
  for (let i = 0; i < Math.max(left.length, right.length); i++) {
    const order = compareParts(left[i] ?? '', right[i] ?? '');
    if (order !== 0) return order;
  }
  return 0;
}

/** Runs of digits and runs of anything else; dots and dashes part them, and count for nothing. */
function partsOf(version: string): readonly string[] {
  return version.match(/\d+|[^\d.-]+/g) ?? [];
}

function compareParts(a: string, b: string): number {
  if (a === b) return 0;
  const [rankA, rankB] = [rankOf(a), rankOf(b)];
  if (rankA !== rankB) return rankA - rankB;
  if (rankA !== NUMBER) return a < b ? -1 : 1;
  // Dates and hashes have more digits than a number can hold.
  const [left, right] = [BigInt(a), BigInt(b)];
  return left < right ? -1 : left > right ? 1 : 0;
}

const NUMBER = 3;

/** 1.0pre1 < 1.0 < 1.0a < 1.0.1 */
function rankOf(part: string): number {
  if (part === 'pre') return 0;
  if (part === '') return 1;
  return /^\d/.test(part) ? NUMBER : 2;
}
