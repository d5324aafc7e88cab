import { isObject } from '../../json/field.ts';
import { Failure } from '../../kit/errors.ts';
import type { GivenOptions } from '../../feature/environment/option-environment.ts';
import { readFeatureReference } from '../../feature/metadata/feature-reference.ts';
import type { GivenFeature, ImageRequest } from '../request.ts';
import { resourceOf, type ImageFeature } from './image-feature.ts';
import { dependenciesOf, installOrder, isCalled } from './install-order.ts';
import { readFeature, type ReadingFeatures } from './read-feature.ts';

/** Features with all that they depend on: more than any image has. */
const MOST_FEATURES = 100;

/**
 * Reads the Features of an image, with those that they depend on, which the dev container tools would install as well.
 * @returns in the order of their installation
 * @throws Failure if one can't be had or can't be in an image; RegistryError, IntegrityError, CancelledError
 */
export async function readImageFeatures({ features, devcontainer }: Pick<ImageRequest, 'features' | 'devcontainer'>, by: ReadingFeatures): Promise<readonly ImageFeature[]> {
  const found: ImageFeature[] = [];
  const open: GivenFeature[] = [...features];
  const seen = new Set<string>();
  for (let given = open.shift(); given !== undefined; given = open.shift()) {
    const { text, options } = given;
    const key = JSON.stringify([text.toLowerCase(), options]);
    if (seen.has(key)) continue;
    seen.add(key);
    if (readFeatureReference(text).kind !== 'registry' || !text.includes('/')) throw new Failure(`The Feature ${text} is not in a registry.`, { hint: 'Name published Features: registry/namespace/id[:version][@digest].' });
    const feature = await readFeature(given, by);
    if (found.length >= MOST_FEATURES) throw new Failure(`There are more than ${MOST_FEATURES} Features, with those that they depend on.`);
    found.push(feature);
    open.push(...dependencies(feature));
  }
  return installOrder(withoutTwins(found), devcontainer?.order ?? []);
}

function dependencies(feature: ImageFeature): readonly GivenFeature[] {
  const { dependsOn } = feature.properties;
  return dependenciesOf(feature).map((text) => {
    const options = isObject(dependsOn) ? dependsOn[text] : undefined;
    return { text, options: isGivenOptions(options) ? options : {} };
  });
}

function isGivenOptions(value: unknown): value is GivenOptions {
  return isObject(value) || typeof value === 'string' || typeof value === 'boolean';
}

/** One that is named twice, by different tags, is one. @throws Failure if two versions, or two Features of one id, are wanted */
function withoutTwins(features: readonly ImageFeature[]): readonly ImageFeature[] {
  const kept: ImageFeature[] = [];
  for (const feature of features) {
    const twin = kept.find(({ id, reference }) => id === feature.id || resourceOf(reference) === resourceOf(feature.reference) || isCalled(feature, resourceOf(reference)));
    if (twin === undefined) kept.push(feature);
    else if (twin.digest !== feature.digest) {
      throw new Failure(`${twin.text} and ${feature.text} can't be in one image: they are ${twin.version} and ${feature.version} of ${feature.id}.`, { hint: 'Name one of them, and see "dependsOn" of the Features that need it.' });
    }
  }
  return kept;
}
