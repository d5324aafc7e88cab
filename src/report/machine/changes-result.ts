import type { Changes, PackageChange, PackageSide, PlacedAmount } from '../../delta/compare/changes.ts';
import { countKinds } from '../text/changes-text.ts';

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
