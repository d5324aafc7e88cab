import type { ImageFeature } from '../../image/features/image-feature.ts';
import { Failure, IntegrityError } from '../../kit/errors.ts';
import type { Job } from '../../kit/host.ts';
import type { Arch } from '../../platform.ts';
import { checkLayers } from '../../verify/check-layers.ts';
import { factsOfDocument } from '../../verify/platform-facts.ts';

/**
 * Reads the layers of Features as the installer reads them before it uses anything of them: whole store paths of the list, with their
 * hashes, and nothing else. An image takes a layer as it is, so whatever else one had would be in the image.
 * @param work a folder, with room for four layers as they are unpacked
 * @throws IntegrityError for the first that is not as its Feature says; Failure for one that can't be read; CancelledError
 */
export async function checkFeatureLayers(features: readonly ImageFeature[], arches: readonly Arch[], work: string, job: Job): Promise<void> {
  for (const { text, source, documents } of features) {
    const platforms = arches.flatMap((arch) => documents.get(arch) ?? []).filter(({ layers }) => layers.length > 0);
    // Nobody installs a complement into an image of the right base.
    const facts = platforms.map((document) => ({ ...factsOfDocument(document), complement: undefined }));
    const checks = facts.length === 0 ? [] : await checkLayers(source, facts, work, job);
    const failed = checks.find(({ outcome }) => outcome === 'failed');
    if (failed !== undefined) throw new IntegrityError(`The Feature ${text} can't be part of an image: ${failed.says}.`, { hint: 'A layer holds whole store paths and nothing else. The Feature is broken or hostile: tell whoever made it.' });
    const unread = checks.find(({ outcome }) => outcome === 'unchecked');
    if (unread !== undefined) throw new Failure(`The layers of the Feature ${text} can't be checked: ${unread.says}.`, { hint: 'If the registry did not answer, try again later.' });
  }
}
