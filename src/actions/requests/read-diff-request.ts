import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { InputError } from '../../kit/errors.ts';
import { archOfNode } from '../../platform.ts';
import type { DiffReference, DiffRequest } from '../../request/existing.ts';
import type { InputReader } from '../inputs/inputs.ts';
import type { Surroundings } from '../inputs/surroundings.ts';
import { parseLayout, refuseForeign, isPath } from '../values/base-reference.ts';
import { readNamedArches } from '../values/read-arches.ts';
import { readLogin } from '../values/read-publishing.ts';
import { booleanOf, readReference } from '../values/values.ts';

const HINT = 'Name a published Feature (registry/namespace/id[:version]), the layout of a build or its delta.json, or a base image (registry/repo:tag, oci:<layout folder>).';

/**
 * Reads what is to be compared. What each of both is, is found out later, by what it holds.
 * @throws InputError
 */
export function readDiffRequest(sides: { readonly before: string; readonly after: string }, read: InputReader, where: Surroundings): DiffRequest {
  return {
    before: readSide('before', sides.before, where.folder),
    after: readSide('after', sides.after, where.folder),
    arches: readNamedArches(read, where.arch),
    shipped: booleanOf(read, 'shipped'),
    ownArch: archOfNode(where.arch),
    ...readLogin(read, where.env),
  };
}

function readSide(input: 'before' | 'after', text: string, here: string): DiffReference {
  if (text.startsWith('oci:')) return parseLayout(text, here, input);
  refuseForeign(text, input);
  const path = resolve(here, text);
  if (text !== '' && statSync(path, { throwIfNoEntry: false }) !== undefined) return { kind: 'path', text, path };
  if (isPath(text)) throw new InputError(input, `${input}: "${text}" names ${path}, which does not exist.`, { hint: HINT });
  if (text.startsWith('daemon:')) {
    throw new InputError(input, `${input}: "${text}" is an image of a container engine; only images in registries and layouts can be compared.`, {
      hint: 'Copy it into a layout: skopeo copy docker-daemon:<image> oci:<folder>.',
    });
  }
  readReference(input, text, HINT);
  return { kind: 'registry', text };
}
