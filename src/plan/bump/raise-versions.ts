import { whyText, type NextVersion } from '../../feature/version/levels.ts';
import { writeVersion } from '../../feature/version/write-version.ts';
import { IntegrityError, RegistryError } from '../../kit/errors.ts';
import type { Registry } from '../../oci/pull/registry.ts';
import type { PlannedFeature } from '../../report/runs/plan.ts';
import type { Candidate } from '../candidate.ts';
import type { Facts } from '../facts.ts';
import { nextOf } from '../decide.ts';
import type { Planning } from '../planning.ts';

type Raising = Pick<Planning, 'request' | 'readers' | 'host'>;

/**
 * Raises the versions of those Features whose present ones are published with other content, in their files. They are new then.
 * @param facts one for each of the planned, in their order, as are the candidates
 * @throws InputError if a file can't be written to; CancelledError
 */
export async function raiseVersions(planned: readonly PlannedFeature[], candidates: readonly Candidate[], facts: readonly Facts[], { request, readers, host }: Raising): Promise<readonly PlannedFeature[]> {
  const features: PlannedFeature[] = [];
  for (const [index, feature] of planned.entries()) {
    const [candidate, known] = [candidates[index], facts[index]];
    const next = feature.why !== 'changed' || known === undefined ? undefined : nextOf(known, request.arches, await tagsOf(readers.of(feature.id)));
    if (candidate === undefined || next === undefined) {
      features.push(feature);
      continue;
    }
    await writeVersion(candidate.metadata.file, next.to);
    host.info(raisedText(feature, next));
    features.push({ ...feature, version: next.to, why: 'new', reason: `its version was raised from ${next.from} (${whyText(next)}), as ${feature.reason}`, next: undefined, raised: next });
  }
  return features;
}

/** `Raised my-tools from 1.0.0 to 1.1.0 (minor: jq is new) in features/my-tools.` */
function raisedText({ id, folder }: Pick<PlannedFeature, 'id' | 'folder'>, next: NextVersion): string {
  return `Raised ${id} from ${next.from} to ${next.to} (${whyText(next)}) in ${folder}.`;
}

/** Of a registry that lists none, only the newest release is known. */
async function tagsOf(reader: Registry): Promise<readonly string[]> {
  return reader.tags().catch((error: unknown) => {
    if (error instanceof RegistryError || error instanceof IntegrityError) return [];
    throw error;
  });
}
