import { statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { referenceInFile } from '../../base/base-file.ts';
import { InputError, messageOf } from '../../kit/errors.ts';
import { redactUrls } from '../../kit/safe-text.ts';
import { parseReference } from '../../oci/format/reference.ts';
import type { BuildRequest } from '../../request/build.ts';
import type { BaseReference } from '../../request/sources.ts';
import type { InputReader } from '../inputs/inputs.ts';
import { textOf, byGrammarOf } from './values.ts';

const INPUT = 'base-image';

// How other tools spell the same thing.
const FOREIGN_PREFIXES: readonly (readonly [prefix: string, instead: string])[] = [
  ['docker://', 'the reference alone (ghcr.io/org/image:tag)'],
  ['docker-daemon:', 'daemon:<image>'],
  ['containers-storage:', 'daemon:<image>'],
  ['docker-image://', 'the reference alone (ghcr.io/org/image:tag)'],
  ['https://', 'the reference alone (ghcr.io/org/image:tag)'],
  ['http://', 'the reference alone (localhost:5000/image:tag)'],
  ['oci-archive:', 'oci:<folder>, once the archive is unpacked'],
  ['docker-archive:', 'daemon:<image>, once the archive is loaded'],
  ['dir:', 'oci:<layout folder>'],
];

/**
 * Reads the lines of `base-image`.
 * @param folder where relative layout folders start from, absolute
 * @param checkReference throws if the text is no image reference
 * @returns an empty list for `none`
 * @throws InputError
 */
export function parseBases(
  lines: readonly string[],
  folder: string,
  checkReference: (text: string) => unknown,
): readonly BaseReference[] {
  if (lines.length === 0) {
    throw new InputError(INPUT, `${INPUT}: is missing.`, {
      hint: 'Name the image that the Feature is installed into (ghcr.io/org/bedrock:latest, or oci:<folder> for an image layout), or none to pack everything.',
    });
  }
  if (lines.includes('none')) {
    if (lines.length === 1) return [];
    throw new InputError(INPUT, `${INPUT}: none can't be combined with other images.`);
  }
  return lines.map((line) => parseBase(line, folder, checkReference));
}

function parseBase(text: string, folder: string, checkReference: (text: string) => unknown): BaseReference {
  if (/[\s,]/.test(text)) {
    throw new InputError(INPUT, `${INPUT}: "${redactUrls(text)}" is not a single image reference.`, {
      hint: 'Write one image per line.',
      inTerminal: 'Repeat the flag: --base-image <one> --base-image <other>.',
    });
  }
  if (text.startsWith('oci:')) return parseLayout(text, folder, INPUT);
  refuseForeign(text, INPUT);
  if (isPath(text) && isFile(resolve(folder, text))) return referenceIn(resolve(folder, text), text, checkReference);
  if (isPath(text) && statSync(resolve(folder, text), { throwIfNoEntry: false }) === undefined) {
    throw new InputError(INPUT, `${INPUT}: "${text}" names ${resolve(folder, text)}, which does not exist.`, { hint: 'Expected a file with one line "FROM <image>", or oci:<folder> for an image layout. In a workflow, check the repository out before this step (actions/checkout).' });
  }
  if (looksLikeLayout(text, folder)) {
    throw new InputError(INPUT, `${INPUT}: "${text}" is a path, not an image reference.`, { hint: `Did you mean oci:${text}?` });
  }
  const local = text.startsWith('daemon:');
  const image = local ? text.slice('daemon:'.length) : text;
  // An engine also knows an image by its id, with or without sha256: before it.
  if (!(local && /^(?:sha256:)?[0-9a-f]{12,64}$/.test(image))) checked(image, checkReference);
  return local ? { kind: 'daemon', text, image } : { kind: 'registry', text };
}

/** @throws InputError if it is spelt as other tools do */
export function refuseForeign(text: string, input: string): void {
  const foreign = FOREIGN_PREFIXES.find(([prefix]) => text.startsWith(prefix));
  if (foreign === undefined) return;
  throw new InputError(input, `${input}: "${redactUrls(text)}" begins with ${foreign[0]}, which is not supported.`, {
    hint: `Write ${foreign[1]}.`,
  });
}

function checked(image: string, checkReference: (text: string) => unknown): void {
  try {
    checkReference(image);
  } catch (cause) {
    const why = messageOf(cause);
    throw new InputError(INPUT, `${INPUT}: ${why}`, {
      cause,
      hint: 'Expected registry/repo:tag[@sha256:…], oci:<layout folder>, daemon:<local image> or none.',
    });
  }
}

/**
 * Reads `oci:<folder>[:<name>]`.
 * @param folder where a relative one starts from
 * @throws InputError if it is not there
 */
export function parseLayout(text: string, folder: string, input: string): Extract<BaseReference, { kind: 'layout' }> {
  const rest = text.slice('oci:'.length);
  const end = folderEnd(rest, folder);
  const path = resolve(folder, rest.slice(0, end));
  const ref = end < rest.length ? rest.slice(end + 1) : undefined;
  if (rest === '' || ref === '') {
    throw new InputError(input, `${input}: "${text}" is incomplete: expected oci:<layout folder>[:<name>].`);
  }
  if (!isFolder(path)) {
    throw new InputError(input, `${input}: "${text}" names the folder ${path}, which does not exist.`, {
      hint: 'A layout is a folder with the files oci-layout and index.json; `skopeo copy docker://… oci:<folder>` makes one.',
    });
  }
  return { kind: 'layout', text, folder: path, ref };
}

/** Where the folder's name ends: colons may be part of it, and of the image's name (`sha256:…`, `org/app:1.0`), so what is there decides. */
function folderEnd(text: string, folder: string): number {
  const colons = [...text.matchAll(/:/g)].map(({ index }) => index).filter((index) => index > 0);
  const ends = [text.length, ...colons.toReversed()];
  return ends.find((end) => isFolder(resolve(folder, text.slice(0, end)))) ?? colons[0] ?? text.length;
}

/** A path, or something that may be an image's name as well, but names an image layout here. */
function looksLikeLayout(text: string, folder: string): boolean {
  if (isPath(text)) return true;
  return statSync(join(resolve(folder, text), 'oci-layout'), { throwIfNoEntry: false }) !== undefined;
}

/** The image that a file names is the same as if it were named by itself. */
function referenceIn(file: string, text: string, checkReference: (text: string) => unknown): BaseReference {
  const reference = referenceInFile(file, text);
  refuseForeign(reference, INPUT);
  checked(reference, checkReference);
  return { kind: 'registry', text: reference };
}

/** Tells whether a reference is written as the path of a file or folder, as no image and no Feature is. */
export function isPath(text: string): boolean {
  return /^(?:\.{0,2}\/|\.{1,2}$)/.test(text);
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

/**
 * Reads `test-dev`: the image in which development mode is tested.
 * @param folder where relative layout folders start from, absolute
 * @throws InputError if it is no image, or the Feature has nothing for other systems
 */
export function readTestDev(read: InputReader, folder: string, request: Pick<BuildRequest, 'featureFolder' | 'complement' | 'test'>): Pick<BuildRequest, 'testDev'> {
  const text = textOf(read, 'test-dev');
  if (text === '' || text === 'none') return { testDev: undefined };
  if (request.test === 'false') {
    throw new InputError('test-dev', 'test-dev: names an image to test in, but test is false.', { hint: 'Leave one of them out.' });
  }
  if (!request.complement && statSync(join(request.featureFolder, 'install-dev.sh'), { throwIfNoEntry: false })?.isFile() !== true) {
    throw new InputError('test-dev', 'test-dev: there is nothing to test, as the Feature has no install-dev.sh and is built without a complement.', {
      hint: 'Write an install-dev.sh, or use "complement: true".',
    });
  }
  const [testDev] = byGrammarOf(INPUT, 'test-dev', () => parseBases([text], folder, parseReference));
  return { testDev };
}
