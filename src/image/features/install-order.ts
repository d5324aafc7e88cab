import { isObject } from '../../json/field.ts';
import { Failure } from '../../kit/errors.ts';
import { formatList } from '../../kit/format.ts';
import { parseReference, type Reference } from '../../oci/format/reference.ts';
import { resourceOf, type ImageFeature } from './image-feature.ts';

/** What the order depends on. */
export type Ordered = Pick<ImageFeature, 'text' | 'reference' | 'properties'>;

/**
 * Puts Features into the order in which the dev container tools install them (containers.dev, "Installation order"): in rounds,
 * each of those whose dependencies are installed; of these first what `overrideFeatureInstallOrder` puts first; then by name.
 * @param override `overrideFeatureInstallOrder` of the devcontainer.json, the first first
 * @throws Failure if Features wait for each other
 */
export function installOrder<Feature extends Ordered>(features: readonly Feature[], override: readonly string[]): readonly Feature[] {
  const done: Feature[] = [];
  let open = [...features];
  while (open.length > 0) {
    const ready = open.filter((feature) => dependenciesOf(feature).every((name) => isMet(name, done)) && installsAfter(feature, features).every((name) => isMet(name, done)));
    if (ready.length === 0) {
      throw new Failure(`The Features ${formatList(open.map(({ text }) => text))} wait for each other: their "dependsOn" and "installsAfter" have a circle.`, { hint: 'Leave one of them out, or have one published without it.' });
    }
    const most = Math.max(...ready.map((feature) => priority(feature, override)));
    const round = ready.filter((feature) => priority(feature, override) === most).toSorted(byName);
    done.push(...round);
    open = open.filter((feature) => !round.includes(feature));
  }
  return done;
}

/** The names of `dependsOn`, as they are written. */
export function dependenciesOf({ properties }: Pick<Ordered, 'properties'>): readonly string[] {
  const { dependsOn } = properties;
  return isObject(dependsOn) ? Object.keys(dependsOn) : [];
}

/** Of `installsAfter` those that are installed at all. */
function installsAfter(feature: Ordered, all: readonly Ordered[]): readonly string[] {
  const names: unknown = feature.properties['installsAfter'];
  return (Array.isArray(names) ? (names as unknown[]) : []).filter((name): name is string => typeof name === 'string' && all.some((other) => isCalled(other, name)));
}

function isMet(name: string, done: readonly Ordered[]): boolean {
  return done.some((feature) => isCalled(feature, name));
}

/** Is the Feature meant by a name, whatever version that has? It may be an older name of it. */
export function isCalled({ reference, properties }: Pick<Ordered, 'reference' | 'properties'>, name: string): boolean {
  const wanted = referenceOf(name);
  if (wanted === undefined || wanted.registry !== reference.registry) return false;
  if (wanted.repository === reference.repository) return true;
  const { legacyIds, currentId } = properties;
  const namespace = reference.repository.slice(0, reference.repository.lastIndexOf('/') + 1);
  const others = [currentId, ...(Array.isArray(legacyIds) ? (legacyIds as unknown[]) : [])];
  return others.some((id) => typeof id === 'string' && `${namespace}${id}` === wanted.repository);
}

function referenceOf(name: string): Reference | undefined {
  try {
    return parseReference(name.toLowerCase());
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return undefined;
  }
}

/** The first of the list has the highest. */
function priority(feature: Ordered, override: readonly string[]): number {
  const place = override.findIndex((name) => isCalled(feature, name));
  return place < 0 ? 0 : override.length - place;
}

/** As the tools compare them: by namespace, then by id. */
function byName(a: Ordered, b: Ordered): number {
  const [left, right] = [resourceOf(a.reference), resourceOf(b.reference)].map((text) => [text.slice(0, text.lastIndexOf('/')), text.slice(text.lastIndexOf('/') + 1)] as const);
  return (left?.[0] ?? '').localeCompare(right?.[0] ?? '', 'en') || (left?.[1] ?? '').localeCompare(right?.[1] ?? '', 'en');
}
