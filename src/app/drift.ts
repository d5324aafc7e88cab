import { readImage, readingFor } from '../base/read-base.ts';
import { nixpkgsOfLabels } from '../base/base-nixpkgs.ts';
import { driftOf } from '../delta/compare/drift.ts';
import type { DeltaDocument } from '../delta/document/delta-document.ts';
import { readSide } from '../diff/read-side.ts';
import { InputError } from '../kit/errors.ts';
import { formatNumberOf } from '../kit/format.ts';
import type { Host } from '../kit/host.ts';
import { inStage } from '../kit/stages.ts';
import type { ImageSource } from '../oci/format/image-source.ts';
import { selectPlatform } from '../oci/format/select-platform.ts';
import { Registries } from '../oci/pull/registries.ts';
import type { Arch } from '../platform.ts';
import type { DriftComparison, DriftReport } from '../report/parts/drift.ts';
import type { DiffRequest } from '../request/existing.ts';

/**
 * Says what a Feature ships although a base has it of other inputs, platform by platform. Nothing is built.
 * @param request `before` is the Feature, `after` the base
 * @throws InputError if they are something else; Failure, RegistryError, IntegrityError, CancelledError
 */
export async function findDrift(request: DiffRequest, host: Host): Promise<DriftComparison> {
  await using cleanup = new AsyncDisposableStack();
  const registries = new Registries(request, host);
  const feature = await readSide('before', request, registries, cleanup);
  if (feature.what !== 'feature') throw new InputError('before', `${feature.name} is a base image, but the first argument must be a Feature.`, { hint: HINT });
  const base = await readSide('after', request, registries, cleanup);
  if (base.what !== 'base') throw new InputError('after', `${base.name} is a Feature, but the second argument must be a base image.`, { hint: HINT });
  const platforms: { arch: Arch; drift: DriftReport | undefined }[] = [];
  for (const [arch, document] of feature.documents) platforms.push({ arch, drift: await driftOn(base, { arch, document }, host) });
  return { feature: feature.name, base: base.name, platforms };
}

const HINT = 'nix-feature drift <Feature> <base image>';

interface PlatformOf {
  readonly arch: Arch;
  readonly document: DeltaDocument;
}

async function driftOn({ name, source }: { readonly name: string; readonly source: ImageSource }, { arch, document }: PlatformOf, host: Host): Promise<DriftReport | undefined> {
  return inStage(host, `Read the store of ${name} for ${arch}`, { unit: 'bytes' }, async (progress) => {
    const image = await selectPlatform(source, arch);
    const { paths: held } = await readImage(source, image, readingFor(host, progress));
    const paths = driftOf(document.closure, [held]);
    const drift = paths.length === 0 ? undefined : { paths, nixpkgs: nixpkgsOfLabels(image.config.labels), follows: false };
    return [drift, formatNumberOf(held.size, 'store path')];
  });
}
