import type { GithubHost } from '../host/github/github.ts';
import type { UseCase } from '../kit/host.ts';
import { Failure } from '../kit/errors.ts';
import { type RunReport, runOutputsOf, renderRunSummary, runPlace } from '../report/runs/run.ts';
import type { RunRequest } from '../shell/request.ts';
import { RUN_INPUTS } from './inputs/run.ts';
import { surroundingsInJob } from './inputs/surroundings.ts';
import { readRunRequest } from './requests/read-run-request.ts';
import { runAction, setOutputs } from './run-action.ts';

export type Run = UseCase<RunRequest, RunReport>;

/**
 * Runs the action `run`: inputs, the command, outputs and summary.
 * @returns the exit code: that of the command, if it was run
 */
export async function runRunAction(process: NodeJS.Process, host: GithubHost, run: Run): Promise<number> {
  let exitCode = 0;
  const code = await runAction(host, RUN_INPUTS, async (read) => {
    const request = readRunRequest(read, surroundingsInJob(process));
    const report = await run(request, host);
    ({ exitCode } = report);
    setOutputs(host, runOutputsOf(report));
    if (request.summary && exitCode === 0) await host.summary(renderRunSummary(report));
    if (exitCode !== 0) throw new Failure(`The command ended with exit code ${exitCode}, ${runPlace(report)}.`);
  });
  return exitCode === 0 ? code : exitCode;
}
