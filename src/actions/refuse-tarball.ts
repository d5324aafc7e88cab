import { Failure } from '../kit/errors.ts';
import { isRefused, type WslReport } from '../report/facts/wsl-facts.ts';
import { wslHeadline } from '../report/text/wsl-headline.ts';

/**
 * To be called once the result is shown.
 * @throws Failure if a check failed
 */
export function refuseTarball(report: WslReport): void {
  if (!isRefused(report)) return;
  throw new Failure(`${wslHeadline(report)}.`, { hint: 'docs/team/wsl.md says what each check proves. "skip-checks" names checks whose findings do not count.' });
}
