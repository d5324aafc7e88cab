import { entriesOf } from '../feature/manifest/collection.ts';
import { compareVersions, parseVersion } from '../feature/metadata/versions.ts';
import { Failure } from '../kit/errors.ts';
import type { Job } from '../kit/host.ts';
import { Namespace, type PublishTarget } from '../release/target.ts';
import { readNamespace } from './update-collection.ts';

export interface NamespaceList {
  readonly schemaVersion: 1;
  /** `<registry>/<namespace>` */
  readonly namespace: string;
  readonly features: readonly {
    readonly id: string;
    /** As the collection says; null if it says none. */
    readonly version: string | null;
    /** All that are published, the highest first. */
    readonly versions: readonly string[];
  }[];
}

/**
 * Lists the Features of a namespace by its collection, and which versions of each are published.
 * @throws Failure if there is no collection; RegistryError, CancelledError
 */
export async function listNamespace(target: PublishTarget, job: Job): Promise<NamespaceList> {
  const place = new Namespace(target, job);
  const namespace = place.name;
  const collection = await readNamespace(place);
  if (collection === undefined) {
    throw new Failure(`${namespace} has no collection, so its Features can't be listed.`, { hint: 'Each release puts its Feature into the collection, unless "collection: false" says otherwise. nix-feature inspect takes the name of a single Feature.' });
  }
  const features = [];
  for (const { id, version } of entriesOf(collection)) features.push({ id, version: version ?? null, versions: await versionsOf(place, id) });
  return { schemaVersion: 1, namespace, features: features.toSorted((a, b) => (a.id < b.id ? -1 : 1)) };
}

async function versionsOf(namespace: Namespace, id: string): Promise<readonly string[]> {
  const reader = namespace.reader(id);
  try {
    const versions = (await reader.tags()).flatMap((tag) => parseVersion(tag) ?? []);
    return versions.toSorted((a, b) => compareVersions(b, a)).map(({ text }) => text);
  } finally {
    reader.close();
  }
}
