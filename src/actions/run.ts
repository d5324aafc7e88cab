import type { GithubHost } from '../host/github/github.ts';
import type { UseCase } from '../kit/host.ts';
import { Failure } from '../kit/errors.ts';
import type { RunReport } from '../report/facts/run-facts.ts';
import { renderRunSummary } from '../report/markdown/run-summary.ts';
import { runOutputsOf } from '../report/machine/run-result.ts';
import type { RunRequest } from '../shell/request.ts';
import { RUN_INPUTS } from './inputs/run-inputs.ts';
import { surroundingsOf } from './inputs/surroundings.ts';
import { readRunRequest } from './step/read-run-request.ts';
import { runAction } from './run-action.ts';

export type Run = UseCase<RunRequest, RunReport>;

/**
 * Runs the action `run`: inputs, the command, outputs and summary.
 * @returns the exit code: that of the command, if it was run
 */
export async function runRunAction(process: NodeJS.Process, host: GithubHost, run: Run): Promise<number> {
  let exitCode = 0;
  const code = await runAction(host, RUN_INPUTS, async (read) => {
    const request = readRunRequest(read, surroundingsOf(process, process.env['GITHUB_WORKSPACE'] ?? process.cwd()));
    const report = await run(request, host);
    ({ exitCode } = report);
    for (const [name, value] of Object.entries(runOutputsOf(report))) host.output(name, value);
    if (request.summary && exitCode === 0) await host.summary(renderRunSummary(report));
    if (exitCode !== 0) throw new Failure(`The command ended with exit code ${exitCode}, ${placeText(report)}.`);
  });
  return exitCode === 0 ? code : exitCode;
}

function placeText({ where }: RunReport): string {
  return `${where === 'the host' ? 'on' : 'in'} ${where}`;
}
