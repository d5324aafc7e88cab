import type { SetupRequest } from '../../request/build.ts';
import type { InputReader } from '../inputs/inputs.ts';
import { SETUP_INPUTS } from '../inputs/setup.ts';
import { requireLinux, type Surroundings } from '../inputs/surroundings.ts';
import { readNixRelease } from '../values/read-nix-release.ts';
import { readNixSettings } from '../values/read-nix-settings.ts';
import { booleanOf } from '../values/values.ts';
import { givenInputs } from './read-request.ts';

/**
 * Reads and checks every input of the setup action, before any work.
 * @throws InputError for the first input that can't be used; SetupError where we can't run at all
 */
export function readSetupRequest(read: InputReader, where: Surroundings): SetupRequest {
  requireLinux(where.platform);
  return {
    release: readNixRelease(read, where),
    nix: readNixSettings(read),
    summary: booleanOf(read, 'summary'),
    given: givenInputs(read, SETUP_INPUTS),
  };
}
