import { parseVersion } from '../../feature/metadata/versions.ts';
import { isFeatureId } from '../../identity.ts';
import { InputError } from '../../kit/errors.ts';
import type { CheckRequest } from '../../publish/check-namespace.ts';
import type { PruneRequest } from '../../publish/prune/prune.ts';
import type { WithdrawRequest } from '../../publish/withdraw.ts';
import type { PublishTarget } from '../../release/target.ts';
import type { PublishRequest } from '../../request/build.ts';
import type { InputReader } from '../inputs/inputs.ts';
import type { Surroundings } from '../inputs/surroundings.ts';
import { readNames, readPublishing } from '../values/read-publishing.ts';
import { booleanOf, countOf, textOf, readReference } from '../values/values.ts';

type Place = Pick<PublishRequest, 'registry' | 'namespace' | 'credentials'>;

/**
 * Reads which version is to be withdrawn.
 * @param feature an id, with `registry` and `namespace`; or the whole name: `ghcr.io/org/features/my-tools`
 * @throws InputError
 */
export function readWithdrawRequest({ feature, version }: { readonly feature: string; readonly version: string }, read: InputReader, where: Surroundings): WithdrawRequest {
  const { place, id } = feature.includes('/') ? wholeName(feature, read, where) : { place: readPlace(read, where), id: feature };
  if (!isFeatureId(id)) throw new InputError('id', `id: "${id}" can't be the id of a Feature.`);
  if (parseVersion(version) === undefined) {
    throw new InputError('version', `version: "${version}" is not a version.`, { hint: 'Name the whole version: 1.2.0. Tags such as 1.2 and latest are moved with it.' });
  }
  return { ...place, ...readNames(read), id, version };
}

/**
 * Reads what is to be checked: a namespace, or one Feature of it. `org/features/my-tools` may be either, which the registry tells.
 * @throws InputError
 */
export function readCheckRequest(name: string, read: InputReader, where: Surroundings): CheckRequest & { readonly mayBeFeature: boolean } {
  const repair = textOf(read, 'repair') === 'true';
  const names = readNames(read);
  if (name === '' || !name.includes('/')) return { ...readPlace(read, where), ...names, id: name === '' ? undefined : checkedId(name), repair, mayBeFeature: false };
  const { registry, repository } = reference(name, read);
  return { ...readPlaceOf(registry, repository, read, where), ...names, id: undefined, repair, mayBeFeature: repository.includes('/') };
}

/** Reads what is to be pruned: as `readCheckRequest`. @throws InputError */
export function readPruneRequest(name: string, read: InputReader, where: Surroundings): PruneRequest {
  const { repair: _none, ...place } = readCheckRequest(name, read, where);
  return { ...place, keep: countOf(read, 'keep') ?? 1, apply: booleanOf(read, 'apply') };
}

function checkedId(id: string): string {
  if (isFeatureId(id)) return id;
  throw new InputError('id', `id: "${id}" can't be the id of a Feature.`);
}

function wholeName(name: string, read: InputReader, where: Surroundings): { readonly place: Place; readonly id: string } {
  const { registry, repository } = reference(name, read);
  const slash = repository.lastIndexOf('/');
  return { place: readPlaceOf(registry, repository.slice(0, Math.max(0, slash)), read, where), id: repository.slice(slash + 1) };
}

/** A name without a registry's host is in the registry that the flag names. */
function reference(name: string, read: InputReader): { readonly registry: string; readonly repository: string } {
  const [first = ''] = name.split('/');
  const whole = /[.:]|^localhost$/.test(first) ? name : `${textOf(read, 'registry')}/${name}`;
  const parsed = readReference('id', whole, NAMES);
  if (parsed.tag !== undefined || parsed.digest !== undefined) {
    throw new InputError('id', `id: "${name}" names a tag or a digest; name the Feature without either.`, { hint: NAMES });
  }
  if (whole === name) refuseOther('registry', read, [parsed.registry], name);
  refuseOther('namespace', read, [parsed.repository, parsed.repository.slice(0, Math.max(0, parsed.repository.lastIndexOf('/')))], name);
  return parsed;
}

const NAMES = 'Write <namespace>/<id>, <registry>/<namespace>/<id>, or the id alone with --namespace.';

/** A flag that says something other than the name must not be passed over. @param said what the name says */
function refuseOther(input: 'registry' | 'namespace', read: InputReader, said: readonly string[], name: string): void {
  const given = read(input).trim();
  if (given === '' || said.includes(given)) return;
  throw new InputError(input, `${input}: "${given}" contradicts the name "${name}".`, { hint: `Leave --${input} out, or write the id alone.` });
}

function readPlaceOf(registry: string, namespace: string, read: InputReader, where: Surroundings): Place {
  return readPlace((name) => (name === 'registry' ? registry : name === 'namespace' ? namespace : read(name)), where);
}

function readPlace(read: InputReader, where: Surroundings): Place {
  const { registry, namespace, credentials } = readPublishing((name) => (name === 'push' ? 'true' : read(name)), where.env, 'releases are looked for there');
  return { registry, namespace, credentials };
}

/** Reads which namespace is to be listed: `[<registry>/]<namespace>`, or by `registry` and `namespace`. @throws InputError */
export function readListRequest(name: string, read: InputReader, where: Surroundings): PublishTarget {
  const { id, ...target } = readCheckRequest(name, read, where);
  if (id === undefined) return target;
  throw new InputError('id', `"${id}" is a single word, and a namespace has a slash.`, { hint: 'Name the namespace as org/features or ghcr.io/org/features, or use --namespace alone.' });
}
