import { readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileReason, InputError } from '../../kit/errors.ts';
import { archOfNode } from '../../platform.ts';
import type { SbomRequest, VexFile } from '../../request.ts';
import { VEX_LIMIT } from '../../sbom/merge-vex.ts';
import type { InputReader } from '../inputs/inputs.ts';
import type { Surroundings } from '../inputs/surroundings.ts';
import { readArches } from '../values/read-arches.ts';
import { readLogin } from '../values/read-publishing.ts';
import { choiceOf, textOf } from '../values/values.ts';
import { readSource } from '../requests/read-portable.ts';

/** Reads of what an SBOM is wanted, and how. @throws InputError */
export function readSbomRequest(source: string, read: InputReader, where: Surroundings): SbomRequest {
  const output = textOf(read, 'output');
  const arches = textOf(read, 'arches') === '' ? [] : readArches(read, where.arch);
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
  try {
    const { size } = statSync(file);
    if (size > VEX_LIMIT) throw new InputError('vex', `vex: ${file} has ${size} bytes; the limit is ${VEX_LIMIT}.`);
    return { file, bytes: readFileSync(file) };
  } catch (cause) {
    if (cause instanceof InputError) throw cause;
    throw new InputError('vex', `vex: ${file} can't be read: ${fileReason(cause)}.`, { cause, hint: 'Name a CycloneDX document with "vulnerabilities".' });
  }
}
