import { basename } from 'node:path';
import { readFeatureMetadata } from '../feature/metadata/metadata.ts';
import type { GithubHost } from '../host/github/github.ts';
import { isFeatureId } from '../identity.ts';
import { messageOf } from '../kit/errors.ts';
import { failedParts, type FailedFeature } from '../report/build/comment.ts';
import { CONTRACT, explain, failureBehind } from '../report/text/explain.ts';
import type { BuildRequest } from '../request/build.ts';
import { readJobLinks } from './requests/read-origin.ts';

/**
 * Says in the comment of the pull request that this job failed, and why: what an earlier run wrote there is no longer true.
 * A comment that can't be written hides no failure.
 */
export async function commentFailure(error: unknown, { featureFolder, arches }: Pick<BuildRequest, 'featureFolder' | 'arches'>, host: GithubHost): Promise<void> {
  // Whoever cancelled the run knows.
  if (host.signal.aborted) return;
  try {
    const feature = await featureIn(featureFolder);
    if (!isFeatureId(feature.id)) return;
    const parts = failedParts(feature, arches, explained(error, host), readJobLinks(process.env).run);
    host.output('comment-body', parts.map(({ text }) => text).join('\n\n'));
    await host.comment(parts);
  } catch (fault) {
    host.debug(`The comment of the pull request does not say that the job failed: ${messageOf(fault)}`);
  }
}

/** By the name of its folder, if its metadata can't be read. */
function featureIn(folder: string): Promise<FailedFeature> {
  return readFeatureMetadata(folder).catch(() => ({ id: basename(folder), version: undefined }));
}

/** As the job's annotation and summary have it. Of several errors the first is named. */
function explained(error: unknown, { faults: [first, ...others] }: GithubHost): ReturnType<typeof explain> {
  const failure = explain(failureBehind(error));
  if (first === undefined || failure.kind !== 'input') return failure;
  return { ...failure, title: CONTRACT, message: others.length === 0 ? first.message : `${first.message.split('\n', 1)[0] ?? ''} (and ${others.length} more)` };
}
