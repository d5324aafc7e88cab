import { InputError } from '../../kit/errors.ts';
import type { PublishTarget } from '../../release/target.ts';
import type { InputReader } from '../inputs/inputs.ts';
import type { Surroundings } from '../inputs/surroundings.ts';
import { readCheckRequest } from '../requests/read-releases.ts';

/** Reads which namespace is to be listed: `[<registry>/]<namespace>`, or by `registry` and `namespace`. @throws InputError */
export function readListRequest(name: string, read: InputReader, where: Surroundings): PublishTarget {
  const { id, ...target } = readCheckRequest(name, read, where);
  if (id === undefined) return target;
  throw new InputError('id', `"${id}" is a single word, and a namespace has a slash.`, { hint: 'Name the namespace as org/features or ghcr.io/org/features, or use --namespace alone.' });
}
