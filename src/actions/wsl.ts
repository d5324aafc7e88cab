import type { GithubHost } from '../host/github/github.ts';
import { Failure } from '../kit/errors.ts';
import type { UseCase } from '../kit/host.ts';
import { type WslReport, wslFindingText, wslHeadline, wslOutputsOf, renderWslSummary, isRefused } from '../report/runs/wsl.ts';
import type { WslRequest } from '../wsl/request.ts';
import { surroundingsInJob } from './inputs/surroundings.ts';
import { WSL_INPUTS } from './inputs/wsl.ts';
import { readWslRequest } from './requests/read-wsl-request.ts';
import { runAction, setOutputs } from './run-action.ts';

/**
 * Runs the wsl action: inputs, the use-case, outputs, an annotation for each finding, and the summary.
 * @returns the exit code
 */
export async function runWslAction(process: NodeJS.Process, host: GithubHost, make: UseCase<WslRequest, WslReport>): Promise<number> {
  return runAction(host, WSL_INPUTS, async (read) => {
    const request = readWslRequest(read, surroundingsInJob(process));
    const report = await make(request, host);
    host.info(`${wslHeadline(report)}.`);
    setOutputs(host, wslOutputsOf(report));
    for (const { title, outcome, findings } of report.rows) {
      for (const finding of findings) {
        const text = `${title}: ${wslFindingText(finding)}.`;
        if (finding.severity === 'fault' && outcome === 'failed') host.fault(text);
        else host.warning(outcome === 'skipped' ? `Does not count, by skip-checks: ${text}` : text);
      }
    }
    if (request.summary) await host.summary(renderWslSummary(report));
    refuseTarball(report);
  });
}

/**
 * Fails the run if a check failed. Called after the result is shown.
 * @throws Failure if a check failed
 */
export function refuseTarball(report: WslReport): void {
  if (!isRefused(report)) return;
  throw new Failure(`${wslHeadline(report)}.`, { hint: 'docs/team/wsl.md says what each check proves. "skip-checks" names checks whose findings do not count.' });
}
