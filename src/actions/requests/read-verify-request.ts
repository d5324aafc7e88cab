import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { InputError } from '../../kit/errors.ts';
import { parseReference } from '../../oci/format/reference.ts';
import type { VerifyRequest } from '../../verify/request.ts';
import { parseBases, parseLayout } from '../values/base-reference.ts';
import type { InputReader } from '../inputs/inputs.ts';
import { VERIFY_INPUTS } from '../inputs/verify.ts';
import { readNamedArches } from '../values/read-arches.ts';
import { readPolicy } from '../values/read-rules.ts';
import { readSource } from './read-portable.ts';
import { readLogin } from '../values/read-publishing.ts';
import { givenInputs } from './read-request.ts';
import type { Surroundings } from '../inputs/surroundings.ts';
import { readTrust } from '../values/read-trust.ts';
import { booleanOf, linesOf, textOf, byGrammarOf } from '../values/values.ts';

/**
 * Reads and checks every input of the verify action, before any work.
 * @throws InputError for the first input that can't be used
 */
export function readVerifyRequest(read: InputReader, where: Surroundings): VerifyRequest {
  const ref = textOf(read, 'ref');
  if (ref === '') throw new InputError('ref', 'ref: is missing.', { hint: 'Name the Feature to verify: ghcr.io/org/features/my-tools:1.2.0.' });
  return {
    source: ref.startsWith('oci:') ? parseLayout(ref, where.folder, 'ref') : readSource('ref', ref, where.folder),
    arches: readNamedArches(read, where.arch),
    bases: readBases(read, where.folder),
    rebuilt: readRebuilt(read, where.folder),
    trust: readTrust(read, where.folder),
    ...readPolicy(read, where.folder),
    ...readLogin(read, where.env),
    summary: booleanOf(read, 'summary'),
    given: givenInputs(read, VERIFY_INPUTS),
  };
}

function readRebuilt(read: InputReader, folder: string): readonly string[] {
  return linesOf(read, 'rebuild').map((line) => {
    const path = resolve(folder, line);
    if (statSync(path, { throwIfNoEntry: false })?.isDirectory() === true) return path;
    throw new InputError('rebuild', `rebuild: the folder ${path} does not exist.`, { hint: 'Name the layout that a build wrote: the folder "output".' });
  });
}

function readBases(read: InputReader, folder: string): VerifyRequest['bases'] {
  const lines = linesOf(read, 'base');
  if (lines.length === 0) return [];
  return byGrammarOf('base-image', 'base', () => parseBases(lines, folder, parseReference)).map((base) => {
    if (base.kind !== 'daemon') return base;
    throw new InputError('base', `base: "${base.text}" is an image of a container engine; only images in registries and layouts can be read.`, {
      hint: 'Copy it into a layout: skopeo copy docker-daemon:<image> oci:<folder>.',
    });
  });
}
