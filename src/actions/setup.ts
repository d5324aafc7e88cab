import type { GithubHost } from '../host/github/github.ts';
import type { UseCase } from '../kit/host.ts';
import { type SetupReport, setupHeadline, setupOutputsOf, renderSetupSummary } from '../report/runs/setup.ts';
import type { SetupRequest } from '../request/build.ts';
import { SETUP_INPUTS } from './inputs/setup.ts';
import { surroundingsInJob } from './inputs/surroundings.ts';
import { readSetupRequest } from './requests/read-setup-request.ts';
import { runAction, setOutputs } from './run-action.ts';

/**
 * Runs the setup action: inputs, the use-case, and what later steps find: PATH, NIX_CONFIG, outputs, the summary.
 * @returns the exit code
 */
export async function runSetupAction(process: NodeJS.Process, host: GithubHost, setUp: UseCase<SetupRequest, SetupReport>): Promise<number> {
  return runAction(host, SETUP_INPUTS, async (read) => {
    const request = readSetupRequest(read, surroundingsInJob(process));
    const report = await setUp(request, host);
    host.info(`${setupHeadline(report)}.`);
    if (report.bin !== undefined) host.addPath(report.bin);
    for (const [name, value] of Object.entries(report.variables)) host.exportVariable(name, value);
    setOutputs(host, setupOutputsOf(report));
    if (request.summary) await host.summary(renderSetupSummary(report));
  });
}
