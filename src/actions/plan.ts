import { mkdtemp, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { GithubHost } from '../host/github/github.ts';
import { InputError, messageOf } from '../kit/errors.ts';
import { formatNumberOf } from '../kit/format.ts';
import type { Host, UseCase } from '../kit/host.ts';
import { temporaryPlace } from '../kit/temporary.ts';
import { type PlanReport, planOutputsOf, planResultOf, renderPlanSummary } from '../report/runs/plan.ts';
import type { PlanRequest } from '../request/build.ts';
import { PLAN_INPUTS } from './inputs/plan.ts';
import { surroundingsInJob } from './inputs/surroundings.ts';
import { readPlanRequest } from './requests/read-plan-request.ts';
import { runAction, setOutputs } from './run-action.ts';

export type Plan = UseCase<PlanRequest, PlanReport>;

/**
 * Runs the plan action: inputs, the use-case, outputs and summary.
 * @returns the exit code
 */
export async function runPlanAction(process: NodeJS.Process, host: GithubHost, plan: Plan): Promise<number> {
  return runAction(host, PLAN_INPUTS, async (read) => {
    const request = readPlanRequest(read, surroundingsInJob(process));
    const report = await plan(request, host);
    setOutputs(host, planOutputsOf(report, await writePlan(report, host)));
    if (request.summary) await host.summary(renderPlanSummary({ ...report, warnings: host.inWorkspace(report.warnings) }));
    checkPlan(report);
  });
}

/** An output has a limit, a file has none. @returns where it is; empty if it could not be written, with a warning */
async function writePlan(report: PlanReport, host: Host): Promise<string> {
  try {
    const folder = await mkdtemp(join(temporaryPlace(), 'nix-feature-plan-'));
    const file = join(folder, 'plan.json');
    await writeFile(file, JSON.stringify(planResultOf(report), undefined, 2));
    return file;
  } catch (error) {
    host.warning(`The file with the whole plan was not written: ${messageOf(error)}`);
    return '';
  }
}

/**
 * Fails the run if folders break the contract. Called after the plan is shown, because the others are built anyway.
 * @throws InputError if folders break the contract
 */
export function checkPlan({ broken, features }: PlanReport): void {
  if (broken === 0) return;
  const others = features.length === 0 ? '' : ` The other ${formatNumberOf(features.length, 'Feature')} ${features.length === 1 ? 'is' : 'are'} planned.`;
  throw new InputError('feature', `Folders of Features break the contract in ${formatNumberOf(broken, 'point')}; each is shown above.${others}`, {
    hint: 'docs/make/contract.md explains them. To leave a folder out, add it behind a "!" to "features".',
    inTerminal: 'docs/make/contract.md explains them; nix-feature validate checks a folder. To leave a folder out, name it behind a "!": \'!features/old\'.',
  });
}
