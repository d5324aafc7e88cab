import type { GithubHost } from '../host/github/github.ts';
import type { UseCase } from '../kit/host.ts';
import type { BuildReport } from '../report/build/facts.ts';
import { outputsOf } from '../report/build/outputs.ts';
import { renderSummary } from '../report/build/summary.ts';
import type { PublishRequest } from '../request/build.ts';
import { PUBLISH_INPUTS } from './inputs/publish.ts';
import { surroundingsInJob } from './inputs/surroundings.ts';
import { readAllowedEvents, whyNotPublished } from './may-publish.ts';
import { readJobLinks } from './requests/read-origin.ts';
import { readPublishRequest } from './requests/read-publish-request.ts';
import { runAction, setOutputs } from './run-action.ts';

export type Publish = UseCase<PublishRequest, BuildReport>;

/**
 * Runs the publish action: inputs, the use-case, outputs and summary.
 * @returns the exit code
 */
export async function runPublishAction(process: NodeJS.Process, host: GithubHost, publish: Publish): Promise<number> {
  return runAction(host, PUBLISH_INPUTS, async (read) => {
    const request = readPublishRequest(read, surroundingsInJob(process));
    const why = await whyNotPublished({ env: process.env, allowed: readAllowedEvents(read), password: read('password') });
    if (why !== undefined) {
      host.notice(`Nothing is published: ${why}.`);
      return;
    }
    const report = await publish(request, host);
    const attested = report.published !== undefined && report.digest !== undefined && (await host.isAttested(report.digest)) === true;
    setOutputs(host, outputsOf(report, { attested }));
    if (request.summary) await host.summary(renderSummary({ ...report, warnings: host.inWorkspace(report.warnings) }, readJobLinks(process.env)));
  });
}
