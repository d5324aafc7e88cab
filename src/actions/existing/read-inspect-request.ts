import type { PortableRequest } from '../../request.ts';
import type { InputReader } from '../inputs/inputs.ts';
import type { Surroundings } from '../inputs/surroundings.ts';
import { readSource } from '../requests/read-portable.ts';
import { readArches } from '../values/read-arches.ts';
import { readLogin } from '../values/read-publishing.ts';
import { textOf } from '../values/values.ts';

/** Reads which Feature is asked about. @throws InputError */
export function readInspectRequest(source: string, read: InputReader, where: Surroundings): PortableRequest {
  return {
    source: readSource('source', source, where.folder),
    arches: textOf(read, 'arches') === '' ? [] : readArches(read, where.arch),
    namespace: '',
    ...readLogin(read, where.env),
  };
}
