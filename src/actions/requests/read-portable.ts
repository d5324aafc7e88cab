import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { InputError, messageOf } from '../../kit/errors.ts';
import { parseReference } from '../../oci/format/reference.ts';
import type { ExportRequest, LoadRequest, PortableRequest, PortableSource } from '../../request.ts';
import type { InputReader } from '../inputs/inputs.ts';
import type { Surroundings } from '../inputs/surroundings.ts';
import { readArches } from '../values/read-arches.ts';
import { readNames, readPublishing } from '../values/read-publishing.ts';
import { choiceOf, textOf } from '../values/values.ts';

const HINT = 'Name a published Feature (registry/namespace/id[:version]), the layout of a build, a bundle, or a folder that was exported.';

/**
 * Reads what is to be exported or bundled. What it is, is found out later, by what it holds.
 * @throws InputError
 */
export function readExportRequest(source: string, read: InputReader, where: Surroundings): ExportRequest {
  const output = textOf(read, 'output');
  return {
    ...readPlace(read, where, 'false'),
    source: readSource('source', source, where.folder),
    here: where.folder,
    output: output === '' ? undefined : resolve(where.folder, output),
    layers: choiceOf(read, 'delivery', ['auto', 'layers', 'embed']) !== 'layers',
  };
}

/** Reads which bundle is to be published, and where. @throws InputError */
export function readLoadRequest(source: string, read: InputReader, where: Surroundings): LoadRequest {
  const found = readSource('source', source, where.folder);
  if (found.kind === 'path') return { ...readPlace(read, where, 'true'), ...readNames(read), source: found };
  throw new InputError('source', `source: there is no file or folder "${source}".`, { inTerminal: 'Name a file that `nix-feature bundle` wrote, or a folder that `nix-feature export` wrote.' });
}

function readPlace(read: InputReader, where: Surroundings, push: 'true' | 'false'): Omit<PortableRequest, 'source'> {
  const { registry, namespace, credentials } = readPublishing((name) => (name === 'push' ? push : read(name)), where.env);
  return { arches: textOf(read, 'arches') === '' ? [] : readArches(read, where.arch), registry, namespace, credentials };
}

/**
 * Reads where a Feature lies: a name of what is there is a file's or a folder's, any other a published one's.
 * @throws InputError
 */
export function readSource(input: string, text: string, here: string): PortableSource {
  const path = resolve(here, text);
  if (text !== '' && statSync(path, { throwIfNoEntry: false }) !== undefined) return { kind: 'path', text, path };
  if (/^(?:\.{0,2}\/|\.{1,2}$)|\.(?:tar|tar\.\w+|tgz|zip)$/.test(text)) throw new InputError(input, `${input}: "${text}" names ${path}, which does not exist.`, { hint: HINT });
  try {
    parseReference(text);
  } catch (cause) {
    throw new InputError(input, `${input}: ${messageOf(cause)}`, { cause, hint: HINT });
  }
  return { kind: 'published', text };
}
