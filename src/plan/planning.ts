import type { Host } from '../kit/host.ts';
import type { Stages } from '../kit/stages.ts';
import type { Registries } from '../oci/pull/registries.ts';
import type { PlanRequest } from '../request.ts';
import type { Readers } from './readers.ts';

/** A plan that is being made: what was asked, and all that it takes to find the answer. */
export interface Planning {
  /** Its bases are pinned. */
  readonly request: PlanRequest;
  readonly host: Host;
  /** Ends all that uses the host's signal. */
  readonly stop: AbortController;
  readonly stages: Stages;
  readonly registries: Registries;
  /** Of the Features' own repositories. */
  readonly readers: Readers;
}
