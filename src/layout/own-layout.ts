import { readdir, readFile, realpath } from 'node:fs/promises';
import { basename, dirname, join, relative } from 'node:path';
import { fileReason, InputError } from '../kit/errors.ts';
import type { BaseReference } from '../request/sources.ts';
import { FACTS_FILE } from './layout-facts.ts';

/** What a layout that we write may contain. */
const OURS = /^(?:blobs|flake\.(?:nix|lock)|index\.json|oci-layout|delta(?:-[a-z0-9]+)?\.json|feature\.(?:json|tar)|sbom-[a-z0-9]+\.(?:cdx|spdx)\.json|explorer\.html|tests\.json)$/;
const BLOB = /^[0-9a-f]{64}$/;

/**
 * Checks that a new layout may replace this folder: it does not exist, is empty, or is a layout that a build of ours left, as its feature.json
 * says. Any other image layout, such as that of a base, has the same names and is somebody's own.
 * @throws InputError
 */
export async function assertReplaceable(output: string): Promise<void> {
  const entries = await readdir(output).catch((cause: NodeJS.ErrnoException) => {
    if (cause.code === 'ENOENT') return [];
    throw new InputError('output', `output: ${output} can't be used as a folder: ${fileReason(cause)}.`, { cause });
  });
  if (entries.length === 0) return;
  const foreign = entries.filter((name) => !OURS.test(name)).sort()[0] ?? (await foreignBlob(join(output, 'blobs')));
  if (foreign !== undefined) {
    throw new InputError('output', `output: ${output} holds things that are not part of an image layout, such as "${foreign}".`, {
      hint: 'Name a new or empty folder, or one that holds an earlier layout.',
    });
  }
  if (await isMarked(output)) return;
  throw new InputError('output', `output: ${output} holds an image layout that was not written by nix-feature (it has no ${FACTS_FILE}), and would be replaced.`, {
    hint: 'Name a new or empty folder, or remove this one first.',
  });
}

/** @returns a name in `blobs` that a layout does not have */
async function foreignBlob(blobs: string): Promise<string | undefined> {
  const algorithms = await readdir(blobs).catch(() => []);
  const other = algorithms.find((name) => name !== 'sha256');
  const names = await readdir(join(blobs, 'sha256')).catch(() => []);
  const blob = names.find((name) => !BLOB.test(name));
  return other === undefined ? blob && `blobs/sha256/${blob}` : `blobs/${other}`;
}

async function isMarked(folder: string): Promise<boolean> {
  try {
    const facts = JSON.parse(await readFile(join(folder, FACTS_FILE), 'utf8')) as { schemaVersion?: unknown; feature?: { id?: unknown }; files?: unknown } | null;
    return typeof facts?.schemaVersion === 'number' && typeof facts.feature?.id === 'string' && typeof facts.files === 'string';
  } catch {
    return false; // not there, or not as we write it
  }
}

/**
 * Refuses an output that is the layout of a base, holds it or lies in it, by whatever name.
 * @throws InputError
 */
export async function assertApart(output: string, bases: readonly BaseReference[]): Promise<void> {
  const place = await realPlace(output);
  for (const base of bases) {
    if (base.kind !== 'layout') continue;
    const other = await realPlace(base.folder);
    const how = place === other ? 'is' : isBelow(other, place) ? 'holds' : isBelow(place, other) ? 'lies in' : undefined;
    if (how === undefined) continue;
    throw new InputError('output', `output: ${output} ${how} the base image's layout ${base.folder}, which must stay as it is.`, { hint: 'Name a folder beside it.' });
  }
}

function isBelow(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way !== '' && way !== '..' && !way.startsWith('../');
}

/** Without links, as far as it is there. */
async function realPlace(path: string): Promise<string> {
  try {
    return await realpath(path);
  } catch (error) {
    if (path === dirname(path)) throw error;
    return join(await realPlace(dirname(path)), basename(path));
  }
}
