import type { GithubHost } from '../host/github/github.ts';
import type { UseCase } from '../kit/host.ts';
import type { SetupReport } from '../report/facts/setup-facts.ts';
import { setupOutputsOf } from '../report/machine/setup-result.ts';
import { renderSetupSummary } from '../report/markdown/setup-summary.ts';
import { setupHeadline } from '../report/text/setup-text.ts';
import type { SetupRequest } from '../request.ts';
import { SETUP_INPUTS } from './inputs/setup-inputs.ts';
import { surroundingsOf } from './inputs/surroundings.ts';
import { readSetupRequest } from './requests/read-setup-request.ts';
import { runAction } from './run-action.ts';

/**
 * Runs the setup action: inputs, the use-case, and what later steps find: PATH, NIX_CONFIG, outputs, the summary.
 * @returns the exit code
 */
export async function runSetupAction(process: NodeJS.Process, host: GithubHost, setUp: UseCase<SetupRequest, SetupReport>): Promise<number> {
  return runAction(host, SETUP_INPUTS, async (read) => {
    const request = readSetupRequest(read, surroundingsOf(process, process.env['GITHUB_WORKSPACE'] ?? process.cwd()));
    const report = await setUp(request, host);
    host.info(`${setupHeadline(report)}.`);
    if (report.bin !== undefined) host.addPath(report.bin);
    for (const [name, value] of Object.entries(report.variables)) host.exportVariable(name, value);
    for (const [name, value] of Object.entries(setupOutputsOf(report))) host.output(name, value);
    if (request.summary) await host.summary(renderSetupSummary(report));
  });
}
