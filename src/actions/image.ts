import type { GithubHost } from '../host/github/github.ts';
import type { ImageRequest } from '../image/request.ts';
import type { UseCase } from '../kit/host.ts';
import { imageHeadline, imageOutputsOf, renderImageSummary, type ImageReport } from '../report/runs/image.ts';
import { IMAGE_INPUTS } from './inputs/image.ts';
import { surroundingsInJob } from './inputs/surroundings.ts';
import { readImageRequest } from './requests/image/read-image-request.ts';
import { runAction, setOutputs } from './run-action.ts';

/**
 * Runs the image action: inputs, the use-case, outputs, and the summary.
 * @returns the exit code
 */
export async function runImageAction(process: NodeJS.Process, host: GithubHost, make: UseCase<ImageRequest, ImageReport>): Promise<number> {
  return runAction(host, IMAGE_INPUTS, async (read) => {
    const request = readImageRequest(read, surroundingsInJob(process));
    const report = await make(request, host);
    host.info(`${imageHeadline(report)}: ${report.digest}.`);
    setOutputs(host, imageOutputsOf(report));
    if (request.summary) await host.summary(renderImageSummary(report));
  });
}
