import { readBase, readingFor } from '../base/read-base.ts';
import { changesBetween, compareSides, shippedChanges, type Changes, type Side } from '../delta/compare/changes.ts';
import type { DeltaDocument } from '../delta/document/delta-document.ts';
import { readSide, type DiffSide } from '../diff/read-side.ts';
import { Failure, InputError } from '../kit/errors.ts';
import { formatList, formatNumberOf } from '../kit/format.ts';
import type { Host } from '../kit/host.ts';
import { inStage } from '../kit/stages.ts';
import { Registries } from '../oci/pull/registries.ts';
import type { Arch } from '../platform.ts';
import type { DiffReport } from '../report/runs/diff.ts';
import type { DiffRequest } from '../request/existing.ts';

type FeatureSide = Extract<DiffSide, { what: 'feature' }>;
type BaseSide = Extract<DiffSide, { what: 'base' }>;

/**
 * Compares two Features, or two base images, platform by platform. Nothing is built, and nothing is written.
 * @throws InputError if they can't be compared, or not for these arches; Failure if one is not there, or not whole
 */
export async function diff(request: DiffRequest, host: Host): Promise<DiffReport> {
  await using cleanup = new AsyncDisposableStack();
  const registries = new Registries(request, host);
  const before = await readSide('before', request, registries, cleanup);
  const after = await readSide('after', request, registries, cleanup);
  if (before.what === 'feature' && after.what === 'feature') return diffFeatures(before, after, request);
  if (before.what === 'base' && after.what === 'base') return diffBases(before, after, request, host);
  throw new InputError('after', `${inWords(before)}, and ${inWords(after)}: they can't be compared.`, {
    hint: 'Name two Features, or two base images.',
  });
}

function inWords({ what, name }: DiffSide): string {
  return `${name} is a ${what === 'feature' ? 'Feature' : 'base image'}`;
}

function diffFeatures(before: FeatureSide, after: FeatureSide, { arches, shipped = false }: DiffRequest): DiffReport {
  const common = before.arches.filter((arch) => after.arches.includes(arch)).toSorted();
  const pairs = (arches.length > 0 ? arches : common).map((arch) => ({ arch, before: documentFor(before, arch), after: documentFor(after, arch) }));
  const [first] = pairs;
  if (first === undefined) {
    throw new InputError('after', `There is no platform to compare: ${platformsOf(before)}, and ${platformsOf(after)}.`);
  }
  return {
    what: 'feature',
    shippedOnly: shipped,
    before: { name: before.name, feature: first.before.feature },
    after: { name: after.name, feature: first.after.feature },
    platforms: pairs.map((pair) => ({ arch: pair.arch, changes: (shipped ? shippedChanges : changesBetween)(pair.before, pair.after) })),
  };
}

function documentFor(side: FeatureSide, arch: Arch): DeltaDocument {
  const document = side.documents.get(arch);
  if (document !== undefined) return document;
  if (!side.arches.includes(arch)) throw new InputError('arches', `arches: there is no ${arch} of ${side.name}: ${platformsOf(side)}.`);
  throw new Failure(`The delta document of ${side.name} for ${arch} is not in its repository, so its store paths are unknown.`, {
    hint: 'A copy from another registry may lack it: name the original, or publish the same version beside the copy.',
  });
}

function platformsOf({ name, arches }: FeatureSide): string {
  return `${name} is for ${formatList(arches.toSorted())}`;
}

async function diffBases(before: BaseSide, after: BaseSide, { arches, ownArch, shipped = false }: DiffRequest, host: Host): Promise<DiffReport> {
  if (shipped) throw new InputError('shipped', 'shipped: a base image ships nothing, so there is nothing to compare.', { hint: 'Leave "shipped" out to compare two base images.' });
  const wanted = arches.length > 0 || ownArch === undefined ? arches : [ownArch];
  if (wanted.length === 0) throw new InputError('arches', "arches: is missing, and this machine's architecture is not supported.");
  const platforms: { arch: Arch; changes: Changes }[] = [];
  for (const arch of wanted) {
    const [left, right] = [await storeOf(before, arch, host), await storeOf(after, arch, host)];
    platforms.push({ arch, changes: compareSides('base', left, right) });
  }
  return { what: 'base', shippedOnly: false, before: { name: before.name }, after: { name: after.name }, platforms };
}

/** What needs what in a base is in none of its layers' headers, and so is what its paths are there for. */
async function storeOf({ name, source }: BaseSide, arch: Arch, host: Host): Promise<Side> {
  return inStage(host, `Read the store of ${name} for ${arch}`, { unit: 'bytes' }, async (progress) => {
    const { paths, sizes } = await readBase(source, arch, readingFor(host, progress));
    return [{ paths: [...paths].map((path) => ({ path, bytes: sizes?.get(path) })), roots: [] }, formatNumberOf(paths.size, 'store path')];
  });
}
