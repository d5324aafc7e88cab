import { Failure, UncheckedError, type FailureDetails } from '../kit/errors.ts';
import type { GithubHost } from '../host/github/github.ts';
import type { UseCase } from '../kit/host.ts';
import { formatCount, formatNumberOf } from '../kit/format.ts';
import { faultOf, outcomeOf, titleOf, type VerifyReport, verifyOutputsOf, renderVerifySummary } from '../report/runs/verify.ts';
import type { VerifyRequest } from '../verify/request.ts';
import { readVerifyRequest } from './requests/read-verify-request.ts';
import { runAction, setOutputs } from './run-action.ts';
import { surroundingsInJob } from './inputs/surroundings.ts';
import { VERIFY_INPUTS } from './inputs/verify.ts';

export type Verify = UseCase<VerifyRequest, VerifyReport>;

/**
 * Runs the verify action: inputs, the use-case, outputs, an annotation for each check that failed, and the summary.
 * @returns the exit code
 */
export async function runVerifyAction(process: NodeJS.Process, host: GithubHost, verify: Verify): Promise<number> {
  return runAction(host, VERIFY_INPUTS, async (read) => {
    const request = readVerifyRequest(read, surroundingsInJob(process));
    const report = await verify(request, host);
    setOutputs(host, verifyOutputsOf(report));
    for (const check of report.checks) {
      const text = `${report.name}: ${titleOf(check)}: ${check.says}.`;
      if (check.outcome === 'failed') host.fault(text);
      if (check.outcome === 'unchecked') host.warning(`Could not be checked: ${text}`);
    }
    if (request.summary) await host.summary(renderVerifySummary(report));
    checkVerification(report);
  });
}

/**
 * Fails the run if a check did not pass. Called after the result is shown.
 * @throws Failure if a check failed; UncheckedError if none did, and something could not be checked
 */
export function checkVerification(report: VerifyReport): void {
  const count = (outcome: string): number => report.checks.filter((check) => check.outcome === outcome).length;
  const all = formatNumberOf(report.checks.length, 'check');
  const outcome = outcomeOf(report);
  if (outcome === 'failed') throw new Failure(`${report.name} ${faultOf(report)}: ${formatCount(count('failed'))} of ${all} failed.`, { hint: 'docs/verify/verifying.md says what each check proves.' });
  if (outcome === 'unchecked') {
    throw new UncheckedError(`No check of ${report.name} failed, but ${formatCount(count('unchecked'))} of ${all} could not be made.`, unmade(report));
  }
}

/** The answers with which registries ask for a login. */
const REFUSED = /was answered with 40[13] /;

function unmade({ checks }: VerifyReport): Pick<FailureDetails, 'hint' | 'inTerminal'> {
  const hint = 'The table says why; docs/verify/verifying.md says what can be done.';
  if (!checks.some(({ outcome, says }) => outcome === 'unchecked' && REFUSED.test(says))) return { hint };
  const begin = 'The registry wants a login that may read this:';
  return { hint: `${begin} run docker/login-action before this step, or give "username" and "password".`, inTerminal: `${begin} run docker login for it.` };
}
