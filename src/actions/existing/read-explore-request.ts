import { statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { EXPLORER_FILE } from '../../explorer/model/explorer-data.ts';
import { InputError } from '../../kit/errors.ts';
import type { ExploreRequest } from '../../request.ts';
import type { InputReader } from '../inputs/inputs.ts';
import type { Surroundings } from '../inputs/surroundings.ts';
import { readArches } from '../values/read-arches.ts';
import { readLogin } from '../values/read-publishing.ts';
import { textOf } from '../values/values.ts';
import { readSource } from '../requests/read-portable.ts';

/** Reads which Feature is to be explored, and where the page goes. @throws InputError */
export function readExploreRequest(source: string, read: InputReader, where: Surroundings): ExploreRequest {
  const [output, since] = [textOf(read, 'output'), textOf(read, 'since')];
  const file = resolve(where.folder, output === '' ? EXPLORER_FILE : output);
  if (output.endsWith('/') || statSync(file, { throwIfNoEntry: false })?.isDirectory() === true) {
    throw new InputError('output', `output: "${output}" is a folder, and an explorer is one file.`, { hint: `Name the file: --output ${join(output, EXPLORER_FILE)}.` });
  }
  return {
    source: readSource('source', source, where.folder),
    since: since === '' ? undefined : readSource('since', since, where.folder),
    arches: textOf(read, 'arches') === '' ? [] : readArches(read, where.arch),
    output: file,
    namespace: '',
    ...readLogin(read, where.env),
  };
}
