import { CHANGE_KINDS, type ChangeKind, type Changes, type FeatureChanges, type PackageChange, type PackageSide, type PlacedAmount } from '../../delta/compare/changes.ts';
import { formatBytes, formatChange, formatCount, formatNumberOf } from '../../kit/format.ts';
import { nameOf } from '../../nix/store/store-path.ts';

/** How what changed is said, on a page and in a terminal alike; plain text. */

/** Returns `3 upgraded, 1 added, 1 removed, +1.2 MB` */
export function changesHeadline({ packages, before, after }: Changes): string {
  if (packages.length === 0) return 'no store path changed';
  const counts = countKinds(packages);
  const parts = [...counts].filter(([, count]) => count > 0).map(([kind, count]) => `${formatCount(count)} ${kind}`);
  const size = before.bytes === undefined || after.bytes === undefined ? [] : [formatChange(after.bytes - before.bytes)];
  return [...parts, ...size].join(', ');
}

/**
 * Returns the heading of what changed since the last release. Files of the Feature may have changed where no store path has.
 * @param of whose changes, if there are several: ` for amd64`
 */
export function changesTitle(changes: FeatureChanges, of = ''): string {
  if (changes.packages.length === 0) return `No store path changed since ${changes.since}${of}`;
  return `Changed since ${changes.since}${of}: ${changesHeadline(changes)}`;
}

/** Returns how many packages of each kind there are. */
function countKinds(packages: Changes['packages']): ReadonlyMap<ChangeKind, number> {
  const counts = new Map<ChangeKind, number>(CHANGE_KINDS.map((kind) => [kind, 0]));
  for (const { kind } of packages) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return counts;
}

/** Returns how large both sides are; of a Feature, what is shipped too. */
export function extentText({ what, before, after, packages }: Changes): string {
  const whole = fromTo(before, after);
  if (what === 'base') return `The store: ${whole}.`;
  const fresh = sum(packages.map((change) => change.fresh.shipped.bytes ?? 0));
  const shipped = `Shipped: ${fromTo(before.shipped, after.shipped)}, ${fresh === 0 ? 'nothing' : formatBytes(fresh)} of it new`;
  return what === 'shipped' ? `${shipped}.` : `${shipped}. The closure: ${whole}.`;
}

function fromTo(before: Changes['before']['shipped'], after: Changes['before']['shipped']): string {
  const text = ({ paths, bytes }: typeof before): string => `${formatNumberOf(paths, 'path')}${bytes === undefined ? '' : `, ${formatBytes(bytes)}`}`;
  return `${text(before)} → ${text(after)}`;
}

/** Returns the packages that get a line of their own, those that ship first: new, removed, or in another version. */
export function listedChanges({ packages }: Changes): readonly PackageChange[] {
  const listed = packages.filter(({ kind }) => kind !== 'rebuilt' && kind !== 'moved');
  return [...listed.filter(isShipped), ...listed.filter((change) => !isShipped(change))];
}

/** Of what the Feature ships, then or now; the rest is in the base. */
function isShipped({ before, after }: PackageChange): boolean {
  return (before?.shipped.paths ?? 0) + (after?.shipped.paths ?? 0) > 0;
}

/** Returns `1.7 → 1.7.1`, `added: 14.1` */
export function versionText({ kind, before, after }: PackageChange): string {
  if (before === undefined || after === undefined) {
    const versions = versionsOf(before ?? after);
    return versions === '' ? kind : `${kind}: ${versions}`;
  }
  return `${versionsOf(before) || NONE} → ${versionsOf(after) || NONE}${kind === 'downgraded' ? ' (downgraded)' : ''}`;
}

const NONE = 'no version';
const MAX_VERSIONS = 4;

/** Names the newest ones; empty if there are none. */
function versionsOf(side: PackageSide | undefined): string {
  const versions = side?.versions ?? [];
  const last = versions.slice(-MAX_VERSIONS).map((version) => (version === '' && versions.length > 1 ? NONE : version));
  return [...(versions.length > MAX_VERSIONS ? ['…'] : []), ...last].join(', ');
}

/** Bytes of paths that were not there before. */
export function freshText({ fresh }: PackageChange): string {
  if (fresh.paths === 0) return '';
  return fresh.bytes === undefined ? formatNumberOf(fresh.paths, 'path') : formatBytes(fresh.bytes);
}

/** Returns by how much the package grew or shrank; empty if that is not known. */
export function growthText({ before, after }: PackageChange): string {
  const [from, to] = [before === undefined ? 0 : before.bytes, after === undefined ? 0 : after.bytes];
  return from === undefined || to === undefined ? '' : formatChange(to - from);
}

/** Returns where a Feature has it: `delta`, `base → delta`. */
export function placeText({ before, after }: PackageChange): string {
  const places = [before, after].filter((side) => side !== undefined).map(placeOf);
  return [...new Set(places)].join(' → ');
}

function placeOf({ paths, shipped }: PackageSide): 'base' | 'delta' | 'both' {
  if (shipped.paths === 0) return 'base';
  return shipped.paths === paths ? 'delta' : 'both';
}

/** Many packages about which the report says the same. */
export interface ChangeGroup {
  readonly text: string;
  readonly names: readonly string[];
}

/** Returns what was built again, and what went from the delta into the base or back. */
export function changeGroups({ what, packages }: Changes): readonly ChangeGroup[] {
  const rebuilt = packages.filter(({ kind }) => kind === 'rebuilt');
  const both = packages.flatMap(({ name, before, after }) => (before === undefined || after === undefined ? [] : [{ name, before, after }]));
  const left = both.filter(({ before, after }) => placeOf(after) === 'base' && placeOf(before) !== 'base');
  const came = both.filter(({ before, after }) => placeOf(before) === 'base' && placeOf(after) !== 'base');
  const groups = [
    { text: `Rebuilt with the same version${newBytes(rebuilt)}`, names: rebuilt.map(({ name }) => name) },
    ...(what === 'base'
      ? []
      : [
          { text: `Taken from the base now, shipped before${bytesText(left.map(({ before }) => before.shipped.bytes))}`, names: left.map(({ name }) => name) },
          { text: `Shipped now, taken from the base before${bytesText(came.map(({ after }) => after.shipped.bytes))}`, names: came.map(({ name }) => name) },
        ]),
  ];
  return groups.filter(({ names }) => names.length > 0);
}

function newBytes(packages: readonly PackageChange[]): string {
  return bytesText(packages.map(({ fresh }) => fresh.bytes), ' new');
}

function bytesText(bytes: readonly (number | undefined)[], suffix = ''): string {
  const known = bytes.filter((each) => each !== undefined);
  return known.length < bytes.length ? '' : ` (${formatBytes(sum(known))}${suffix})`;
}

/** Returns the chains that pulled in the new paths of each listed package, as names. Packages without a chain are left out. */
export function chainsOf(changes: Changes): readonly string[] {
  return listedChanges(changes)
    .filter(({ why }) => why.length > 1)
    .map(({ why }) => shortened(why.map(nameOf)).join(' → '));
}

/** The ends of a long chain say most. */
function shortened(names: readonly string[]): readonly string[] {
  return names.length <= 8 ? names : [...names.slice(0, 3), `… ${names.length - 6} more …`, ...names.slice(-3)];
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

/**
 * Returns what changed, for machines: bytes, `null` if they are not known.
 * @param limit how many packages are listed; the counts are of all of them
 */
export function changesResult(changes: Changes, limit = Infinity) {
  const { what, packages, before, after } = changes;
  const listed = packages.slice(0, limit);
  return {
    counts: Object.fromEntries(countKinds(packages)),
    before: amountResult(before, what),
    after: amountResult(after, what),
    packages: listed.map((change) => packageResult(change, what)),
    packagesLeftOut: packages.length - listed.length,
  };
}

function packageResult({ name, kind, before, after, fresh, gone, why }: PackageChange, what: Changes['what']) {
  return {
    name,
    kind,
    before: sideResult(before, what),
    after: sideResult(after, what),
    new: amountResult(fresh, what),
    gone: amountResult(gone, what),
    why,
  };
}

function sideResult(side: PackageSide | undefined, what: Changes['what']) {
  return side === undefined ? null : { versions: side.versions, ...amountResult(side, what) };
}

/** Nothing of a base is shipped. */
function amountResult({ paths, bytes, shipped }: PlacedAmount, what: Changes['what']) {
  const whole = { paths, bytes: bytes ?? null };
  return what === 'base' ? whole : { ...whole, shippedPaths: shipped.paths, shippedBytes: shipped.bytes ?? null };
}
