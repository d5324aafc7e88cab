import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { InputError } from '../../kit/errors.ts';
import type { PublishRequest } from '../../request/build.ts';
import type { InputReader } from '../inputs/inputs.ts';
import { PUBLISH_INPUTS } from '../inputs/publish.ts';
import type { Surroundings } from '../inputs/surroundings.ts';
import { readNamedArches } from '../values/read-arches.ts';
import { readNames, readPublishing } from '../values/read-publishing.ts';
import { booleanOf, choiceOf, linesOf, refuseDuplicates, textOf } from '../values/values.ts';
import { readReleaseTag } from './read-origin.ts';
import { readPolicy } from '../values/read-rules.ts';
import { readProvenanceRequest } from './read-provenance.ts';
import { givenInputs } from './read-request.ts';

/**
 * Reads and checks every input of the publish action, before any work.
 * @throws InputError for the first input that can't be used
 */
export function readPublishRequest(read: InputReader, where: Surroundings): PublishRequest {
  const layouts = linesOf(read, 'layouts').map((text) => readLayout(text, where.folder));
  refuseDuplicates('layouts', layouts);
  const featureId = textOf(read, 'feature-id');
  // Here it is always published; the main action alone can be told not to.
  const { registry, namespace, credentials } = readPublishing((name) => (name === 'push' ? 'true' : read(name)), where.env);
  return {
    layouts,
    featureId: featureId === '' ? undefined : featureId,
    arches: readNamedArches(read, where.arch),
    delivery: read('delivery').trim() === '' ? undefined : choiceOf(read, 'delivery', ['auto', 'layers', 'embed'] as const),
    registry,
    namespace,
    credentials,
    ...readNames(read),
    ...readReleaseTag(where.env),
    sbom: read('sbom').trim() === '' ? undefined : choiceOf(read, 'sbom', ['cyclonedx', 'spdx', 'both', 'none'] as const),
    ...readPolicy(read, where.folder),
    ...readProvenanceRequest(read, where.env),
    summary: booleanOf(read, 'summary'),
    given: givenInputs(read, PUBLISH_INPUTS),
  };
}

function readLayout(text: string, here: string): string {
  const folder = resolve(here, text);
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() === true) return folder;
  throw new InputError('layouts', `layouts: "${text}" names the folder ${folder}, which does not exist.`, {
    hint: 'Name the folders that builds wrote as their output. In a job, leave it out to publish the artifacts of the run.',
  });
}
