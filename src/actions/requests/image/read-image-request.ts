import { resolve } from 'node:path';
import type { GivenFeature, ImageRequest } from '../../../image/request.ts';
import { adviceOf, Failure, InputError } from '../../../kit/errors.ts';
import { redactUrls } from '../../../kit/safe-text.ts';
import { parseReference } from '../../../oci/format/reference.ts';
import type { InputReader } from '../../inputs/inputs.ts';
import type { Surroundings } from '../../inputs/surroundings.ts';
import { IMAGE_INPUTS } from '../../inputs/image.ts';
import { parseBases } from '../../values/base-reference.ts';
import { readArches } from '../../values/read-arches.ts';
import { readLogin } from '../../values/read-publishing.ts';
import { booleanOf, linesOf, textOf } from '../../values/values.ts';
import { givenInputs, readCreated } from '../read-request.ts';
import { readDevcontainer, type ReadDevcontainer } from './read-devcontainer.ts';

/**
 * Reads and checks every input of the image action, before any work.
 * @throws InputError for the first input that can't be used
 */
export function readImageRequest(read: InputReader, where: Surroundings): ImageRequest {
  const [base, ...more] = linesOf(read, 'base');
  if (more.length > 0) throw new InputError('base', 'base: an image has one base.', { hint: 'Name one image.' });
  const file = textOf(read, 'devcontainer');
  const devcontainer = file === '' ? undefined : readDevcontainer(file, where.folder, base !== undefined);
  const tags = readTags(read);
  const output = textOf(read, 'output');
  if (tags.length === 0 && output === '') throw new InputError('tag', 'tag: is missing, and no "output" is named: the image would go nowhere.', { hint: 'Name the image: "tag: ghcr.io/org/dev:1".' });
  return {
    base: readBase(base, devcontainer, where.folder),
    features: readGiven(read, devcontainer),
    devcontainer: devcontainer?.facts,
    arches: textOf(read, 'arches') === '' ? [] : readArches(read, where.arch),
    tags,
    output: output === '' ? undefined : resolve(where.folder, output),
    created: readCreated(where.env),
    ...readLogin(read, where.env),
    summary: booleanOf(read, 'summary'),
    given: givenInputs(read, IMAGE_INPUTS),
  };
}

function readBase(given: string | undefined, devcontainer: ReadDevcontainer | undefined, folder: string): ImageRequest['base'] {
  const text = given ?? devcontainer?.image;
  const input = given === undefined && devcontainer !== undefined ? 'devcontainer' : 'base';
  if (text === undefined) throw new InputError('base', 'base: is missing.', { hint: 'Name the base image: "base: ghcr.io/org/bedrock:1.4.0", or a devcontainer.json that names it: "devcontainer: .devcontainer/devcontainer.json".' });
  // The grammar's own advice is to name several.
  if (/[\s,]/.test(text)) throw new InputError(input, `${input}: ${JSON.stringify(redactUrls(text))} is not a single image reference.`, { hint: 'An image has one base: ghcr.io/org/bedrock:1.4.0, or oci:<folder> for an image layout.' });
  const [base] = parsed(input, () => parseBases([text], folder, parseReference));
  if (base === undefined) throw new InputError(input, `${input}: "${text}" is no image, and an image needs a base.`);
  if (base.kind !== 'daemon') return base;
  throw new InputError(input, `${input}: "${base.text}" is an image of a container engine; only images in registries and layouts can be read.`, { hint: 'Copy it into a layout: skopeo copy docker-daemon:<image> oci:<folder>.' });
}

/** The grammar is that of base-image, which a build calls it. */
function parsed<T>(input: string, parse: () => T): T {
  try {
    return parse();
  } catch (cause) {
    if (!(cause instanceof InputError)) throw cause;
    throw new InputError(input, cause.message.replace(/^base-image:/, `${input}:`), { cause, ...adviceOf(cause) });
  }
}

function readGiven(read: InputReader, devcontainer: ReadDevcontainer | undefined): readonly GivenFeature[] {
  const named = linesOf(read, 'features').map((text) => ({ text, options: {} }));
  const all = [...(devcontainer?.features ?? []), ...named];
  if (all.length === 0) throw new InputError('features', 'features: is missing.', { hint: 'Name published Features, one per line: ghcr.io/org/features/my-tools:1.2.0.' });
  const twice = all.find(({ text }, index) => all.findIndex((other) => other.text === text) !== index);
  if (twice !== undefined) throw new InputError('features', `features: "${twice.text}" is given twice.`);
  for (const { text } of all) {
    const input = named.some((each) => each.text === text) ? 'features' : 'devcontainer';
    if (/^\.{0,2}\//.test(text)) throw new InputError(input, `${input}: the Feature "${text}" is a folder, and only what is published can be part of an image.`, { hint: 'Publish it, or bundle and load it into a registry (docs/make/portable.md).' });
    checkReference(input, text.toLowerCase());
  }
  return all;
}

function readTags(read: InputReader): ImageRequest['tags'] {
  return linesOf(read, 'tag').map((line) => {
    const { tag = 'latest', digest, ...reference } = checkReference('tag', line);
    if (digest !== undefined) throw new InputError('tag', `tag: "${line}" has a digest, which is known only when the image is made.`, { hint: 'Write registry/repository:tag.' });
    return { ...reference, tag };
  });
}

function checkReference(input: string, text: string): ReturnType<typeof parseReference> {
  try {
    return parseReference(text);
  } catch (cause) {
    if (!(cause instanceof Failure)) throw cause;
    throw new InputError(input, `${input}: ${cause.message}`, { cause, ...adviceOf(cause) });
  }
}
