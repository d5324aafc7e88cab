import { explain } from '../report/explain.ts';
import { renderFailureSummary } from '../report/failure-summary.ts';
import { outputsOf } from '../report/outputs.ts';
import { renderSummary } from '../report/summary.ts';
import { withCommitTime } from './commit-time.ts';
import { INPUTS } from './inputs.ts';
import { givenInputs, readBuildRequest } from './read-request.ts';
import { secretsIn } from './redact.ts';
import { surroundingsOf } from './surroundings.ts';
import type { GithubHost } from '../host/github.ts';
import type { Host } from '../host/host.ts';
import type { BuildReport } from '../report/facts.ts';
import type { BuildRequest } from '../request.ts';
import type { InputReader } from './inputs.ts';

export type Build = (request: BuildRequest, host: Host) => Promise<BuildReport>;

/**
 * The main step of the action: inputs, the use-case, outputs and summary. A failure ends as one annotation and a summary.
 * @returns the exit code
 */
export async function runBuildAction(process: NodeJS.Process, host: GithubHost, build: Build): Promise<number> {
  const read: InputReader = (name) => host.input(name);
  try {
    for (const secret of INPUTS.flatMap((spec) => secretsIn(spec, read(spec.name)))) host.mask(secret);
    const surroundings = surroundingsOf(process, process.env['GITHUB_WORKSPACE'] ?? process.cwd());
    const request = await withCommitTime(readBuildRequest(read, surroundings), host.signal);
    const report = await build(request, host);
    for (const [name, value] of Object.entries(outputsOf(report))) host.output(name, value);
    if (request.summary) await host.summary(renderSummary(report));
    return 0;
  } catch (error) {
    // Whatever broke because of a signal, the signal is why.
    await showFailure(host.signal.aborted ? host.signal.reason : error, host, read);
    return 1;
  }
}

async function showFailure(error: unknown, host: GithubHost, read: InputReader): Promise<void> {
  const failure = explain(error);
  if (failure.log.length > 0) {
    await host.group('The end of the log', async () => {
      for (const line of failure.log) host.info(line);
    });
  }
  if (failure.trace !== '') host.debug(failure.trace);
  host.error(failure.hint === undefined ? failure.message : `${failure.message}\n${failure.hint}`, failure.title, failure.location);
  if (wantsSummary(read)) await host.summary(renderFailureSummary(failure, givenInputs(read)));
}

/** The inputs may be what is wrong, so they can't be trusted here. */
function wantsSummary(read: InputReader): boolean {
  return read('summary').trim().toLowerCase() !== 'false';
}
