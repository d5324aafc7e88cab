import type { GithubHost } from '../host/github/github.ts';
import type { UseCase } from '../kit/host.ts';
import type { BuildReport } from '../report/build/facts.ts';
import { outputsOf } from '../report/build/outputs.ts';
import { commentParts } from '../report/build/comment.ts';
import { renderSummary } from '../report/build/summary.ts';
import type { BuildRequest } from '../request/build.ts';
import { commentFailure } from './comment-failure.ts';
import type { InputReader } from './inputs/inputs.ts';
import { INPUTS } from './inputs/main.ts';
import { surroundingsInJob } from './inputs/surroundings.ts';
import { readAllowedEvents, whyNotPublished } from './may-publish.ts';
import { withCommit, readJobLinks } from './requests/read-origin.ts';
import { readBuildRequest } from './requests/read-request.ts';
import { runAction, setOutputs } from './run-action.ts';
import { booleanOf } from './values/values.ts';

export type Build = UseCase<BuildRequest, BuildReport>;

/**
 * Runs the main step of the action: inputs, the use-case, outputs and summary.
 * @returns the exit code
 */
export async function runBuildAction(process: NodeJS.Process, host: GithubHost, build: Build): Promise<number> {
  return runAction(host, INPUTS, async (read) => {
    const surroundings = surroundingsInJob(process);
    const comment = booleanOf(read, 'comment');
    const request = await withCommit(await withoutPushIfRefused(readBuildRequest(read, surroundings), read, host), host);
    const report = await build(request, host).catch(async (error: unknown) => {
      if (comment) await commentFailure(error, request, host);
      throw error;
    });
    const attested = report.published !== undefined && report.digest !== undefined && (await host.isAttested(report.digest)) === true;
    const parts = comment ? commentParts(report) : [];
    setOutputs(host, outputsOf(report, { attested, commentBody: parts.map(({ text }) => text).join('\n\n') }));
    if (comment) await host.comment(parts);
    if (request.summary) await host.summary(renderSummary({ ...report, warnings: host.inWorkspace(report.warnings) }, readJobLinks(process.env)));
  });
}

/** What may not publish is built like anything else; that it is not published is no fault of it. */
async function withoutPushIfRefused(request: BuildRequest, read: InputReader, host: GithubHost): Promise<BuildRequest> {
  const allowed = readAllowedEvents(read);
  if (request.push === 'false') return request;
  const why = await whyNotPublished({ env: process.env, allowed, password: read('password') });
  if (why === undefined) return request;
  host.notice(`Nothing is published: ${why}. The Feature is still built.`);
  return { ...request, push: 'false' };
}
