import { statSync } from 'node:fs';
import { resolve, join } from 'node:path';
import { EXPLORER_FILE } from '../../explorer/model/explorer-data.ts';
import { InputError } from '../../kit/errors.ts';
import { archOfNode } from '../../platform.ts';
import type { ExportRequest, LoadRequest, PortableRequest, PortableSource, ExploreRequest, SbomRequest, VexFile } from '../../request/existing.ts';
import { VEX_LIMIT } from '../../sbom/merge-vex.ts';
import type { InputReader } from '../inputs/inputs.ts';
import type { Surroundings } from '../inputs/surroundings.ts';
import { isPath } from '../values/base-reference.ts';
import { readNamedArches } from '../values/read-arches.ts';
import { readNames, readPublishing, readLogin } from '../values/read-publishing.ts';
import { choiceOf, textOf, readInputFile, readReference } from '../values/values.ts';

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
  return { arches: readNamedArches(read, where.arch), registry, namespace, credentials };
}

/**
 * Reads where a Feature lies: a name of what is there is a file's or a folder's, any other a published one's.
 * @throws InputError
 */
export function readSource(input: string, text: string, here: string): PortableSource {
  const path = resolve(here, text);
  if (text !== '' && statSync(path, { throwIfNoEntry: false }) !== undefined) return { kind: 'path', text, path };
  if (isPath(text) || /\.(?:tar|tar\.\w+|tgz|zip)$/.test(text)) throw new InputError(input, `${input}: "${text}" names ${path}, which does not exist.`, { hint: HINT });
  readReference(input, text, HINT);
  return { kind: 'published', text };
}

/** Reads which Feature is asked about. @throws InputError */
export function readInspectRequest(source: string, read: InputReader, where: Surroundings): PortableRequest {
  return {
    source: readSource('source', source, where.folder),
    arches: readNamedArches(read, where.arch),
    namespace: '',
    ...readLogin(read, where.env),
  };
}

/** Reads which Feature is to be explored, and where the page goes. @throws InputError */
export function readExploreRequest(source: string, read: InputReader, where: Surroundings): ExploreRequest {
  const [output, since] = [textOf(read, 'output'), textOf(read, 'since')];
  const file = resolve(where.folder, output === '' ? EXPLORER_FILE : output);
  if (output.endsWith('/') || statSync(file, { throwIfNoEntry: false })?.isDirectory() === true) {
    throw new InputError('output', `output: "${output}" is a folder, and an explorer is one file.`, { inTerminal: `Name the file: --output ${join(output, EXPLORER_FILE)}.` });
  }
  return {
    source: readSource('source', source, where.folder),
    since: since === '' ? undefined : readSource('since', since, where.folder),
    arches: readNamedArches(read, where.arch),
    output: file,
    namespace: '',
    ...readLogin(read, where.env),
  };
}

/** Reads of what an SBOM is wanted, and how. @throws InputError */
export function readSbomRequest(source: string, read: InputReader, where: Surroundings): SbomRequest {
  const output = textOf(read, 'output');
  const arches = readNamedArches(read, where.arch);
  if (output === '' && arches.length > 1) throw new InputError('arches', 'arches: names several platforms, but only one SBOM can be printed.', { hint: 'Name one platform, or a folder for all SBOMs with "output".' });
  const format = choiceOf(read, 'format', ['cyclonedx', 'spdx'] as const);
  const vex = textOf(read, 'vex');
  if (vex !== '' && format !== 'cyclonedx') throw new InputError('vex', 'vex: can only be added to an SBOM in CycloneDX, but format is spdx.', { hint: 'SPDX 2.3 has no place for it: pass the file to the scanner along with the SBOM.' });
  return {
    source: readSource('source', source, where.folder),
    arches,
    ownArch: archOfNode(where.arch),
    format,
    vex: vex === '' ? undefined : readVex(resolve(where.folder, vex)),
    output: output === '' ? undefined : resolve(where.folder, output),
    namespace: '',
    ...readLogin(read, where.env),
  };
}

function readVex(file: string): VexFile {
  return { file, bytes: readInputFile('vex', file, { limit: VEX_LIMIT, hint: 'Name a CycloneDX document with "vulnerabilities".' }) };
}
