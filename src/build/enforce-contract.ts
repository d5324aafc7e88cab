import { checkFeature, flakePlace } from '../feature/contract/check-feature.ts';
import { textOfFinding, withStrictness, type Finding } from '../feature/contract/finding.ts';
import { Failure, InputError } from '../kit/errors.ts';
import { formatNumberOf } from '../kit/format.ts';
import type { Job, Log } from '../kit/host.ts';
import type { BuildRequest } from '../request/build.ts';
import { shippingOf } from './subject.ts';

/** Which folder is checked, and how strictly. */
type ContractRequest = Pick<BuildRequest, 'featureFolder' | 'flake' | 'strict' | 'output' | 'include'>;

/**
 * Holds the Feature's folder against the contract before any work: warnings are shown, errors end the run.
 * @throws InputError: the one error, at its place; or that there are several, which are shown before
 */
export async function enforceContract(request: ContractRequest, job: Job): Promise<void> {
  const { featureFolder, strict } = request;
  const found = await checkFeature(featureFolder, { flake: flakePlace(request.flake, featureFolder), ...shippingOf(request, job.signal) });
  const findings = withStrictness(found, strict);
  const errors = findings.filter(({ severity }) => severity === 'error');
  // Errors come first in every way: with the file mended, the warnings will still be there.
  if (errors.length > 0) throw failure(errors, job);
  for (const warning of findings) job.warning(textOfFinding(warning), warning.location);
}

function failure(errors: readonly Finding[], log: Log): Failure {
  const [first, ...others] = errors;
  const details = { ...(first?.hint !== undefined && { hint: first.hint }), ...(first?.location !== undefined && { location: first.location }) };
  if (first === undefined || others.length === 0) return new InputError('feature', first?.message ?? '', details);
  for (const error of errors) log.fault(textOfFinding(error), error.location);
  return new InputError('feature', `The Feature breaks its contract in ${formatNumberOf(errors.length, 'point')}; each is shown above.`, {
    hint: 'docs/make/contract.md explains them.',
    inTerminal: 'docs/make/contract.md explains them; nix-feature validate checks a folder without building it.',
  });
}
