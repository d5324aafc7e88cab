import { InputError, messageOf } from '../../../kit/errors.ts';
import { parseReference, type Reference } from '../../../oci/format/reference.ts';
import type { Arch } from '../../../platform.ts';
import type { ServeRequest } from '../../../serve/request.ts';
import type { InputReader } from '../../inputs/inputs.ts';
import type { Surroundings } from '../../inputs/surroundings.ts';
import { readArches } from '../../values/read-arches.ts';
import { readLogin } from '../../values/read-publishing.ts';
import { countOf, linesOf, textOf } from '../../values/values.ts';

const HINT = 'Name a published Feature (ghcr.io/org/features/my-tools:1.2.0), or a namespace with a collection (ghcr.io/org/features).';
const BOTH: readonly Arch[] = ['amd64', 'arm64'];

/** Reads what is to be served, and where. @throws InputError */
export function readServeRequest(read: InputReader, where: Surroundings): ServeRequest {
  const lines = linesOf(read, 'features');
  if (lines.length === 0) throw new InputError('features', 'features: there is nothing to serve.', { hint: HINT });
  const login = readLogin(read, where.env);
  return {
    ...login,
    features: lines.map((line) => readFeatureName(line, login.registry)),
    arches: textOf(read, 'arches') === '' ? BOTH : readArches(read, where.arch),
    port: countOf(read, 'port') ?? 0,
    priority: countOf(read, 'priority') ?? 10,
  };
}

/** Reads the name of a Feature. A name without a registry's host is in the registry that the input names; `oci://` may stand before it. @throws InputError */
export function readFeatureName(line: string, registry: string): Reference {
  const name = line.replace(/^oci:\/\//, '');
  const [first = ''] = name.split('/');
  try {
    return parseReference(name.includes('/') && !/[.:[]|^localhost$/.test(first) ? `${registry}/${name}` : name);
  } catch (cause) {
    throw new InputError('features', `features: ${messageOf(cause)}`, { cause, hint: HINT });
  }
}
