import type { GithubHost } from '../host/github/github.ts';
import type { UseCase } from '../kit/host.ts';
import type { WslReport } from '../report/facts/wsl-facts.ts';
import { wslOutputsOf } from '../report/machine/wsl-result.ts';
import { renderWslSummary } from '../report/markdown/wsl-summary.ts';
import { wslFindingText, wslHeadline } from '../report/text/wsl-headline.ts';
import type { WslRequest } from '../wsl/request.ts';
import { surroundingsOf } from './inputs/surroundings.ts';
import { WSL_INPUTS } from './inputs/wsl-inputs.ts';
import { refuseTarball } from './refuse-tarball.ts';
import { readWslRequest } from './requests/read-wsl-request.ts';
import { runAction } from './run-action.ts';

/**
 * Runs the wsl action: inputs, the use-case, outputs, an annotation for each finding, and the summary.
 * @returns the exit code
 */
export async function runWslAction(process: NodeJS.Process, host: GithubHost, make: UseCase<WslRequest, WslReport>): Promise<number> {
  return runAction(host, WSL_INPUTS, async (read) => {
    const request = readWslRequest(read, surroundingsOf(process, process.env['GITHUB_WORKSPACE'] ?? process.cwd()));
    const report = await make(request, host);
    host.info(`${wslHeadline(report)}.`);
    for (const [name, value] of Object.entries(wslOutputsOf(report))) host.output(name, value);
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
