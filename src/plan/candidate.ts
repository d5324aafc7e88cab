import { join } from 'node:path';
import { checkFeature, flakePlace, isOnlyScripts } from '../feature/contract/check-feature.ts';
import { findingOf, type Finding } from '../feature/contract/finding.ts';
import type { ShippingOptions } from '../feature/files/shipped-files.ts';
import { METADATA_FILE, readFeatureMetadata, readMetadataFile, type FeatureMetadata } from '../feature/metadata/metadata.ts';
import type { SourceLocation } from '../kit/errors.ts';
import { Limiter } from '../kit/parallel.ts';
import type { PlanRequest } from '../request/build.ts';
import type { FlakeSource } from '../request/sources.ts';
import { folderName } from './find-features.ts';

/** A Feature that may must be built. */
export interface Candidate {
  /** Absolute. */
  readonly folder: string;
  /** As it is called below the root. */
  readonly name: string;
  readonly metadata: FeatureMetadata;
  /** What is built of it. */
  readonly flake: FlakeSource;
  /** What git says of it and of the others; one question for all. */
  readonly lists?: ShippingOptions['lists'];
}

/** What is in the folders that were found. */
export interface Candidates {
  readonly candidates: readonly Candidate[];
  /** What keeps folders from being built at all. */
  readonly faults: readonly Finding[];
  /** Folders of Features that are only scripts, as they are called below the root: there is nothing to build. */
  readonly onlyScripts: readonly string[];
}

const AT_ONCE = 16;

/** How folders are read. */
export interface ReadingOptions extends ShippingOptions {
  /** What is built of a folder. @throws InputError */
  readonly flakeOf: PlanRequest['flakeOf'];
}

/**
 * Holds each folder against the contract, as a build does before any work. One that breaks it is none of the candidates.
 * @param folders absolute
 */
export async function readCandidates(root: string, folders: readonly string[], options: ReadingOptions): Promise<Candidates> {
  const limiter = new Limiter(AT_ONCE);
  const read = await Promise.all(folders.map((folder) => limiter.run(() => readOne(root, folder, options))));
  const sound = read.flatMap((each) => each.candidate ?? []);
  const twice = duplicates(sound);
  return {
    candidates: sound.filter(({ metadata }) => !twice.has(metadata.id)),
    faults: [...read.flatMap(({ faults }) => faults), ...(await Promise.all([...twice].map(([id, several]) => duplicateFault(id, several))))],
    onlyScripts: read.flatMap(({ onlyScripts }) => onlyScripts ?? []),
  };
}

/** Returns where the version is written: what must be changed there is said there. */
export async function whereWritten({ metadata: { file } }: Candidate, property: 'id' | 'version'): Promise<SourceLocation> {
  return (await readMetadataFile(file)).locationOf(property);
}

interface Read {
  readonly candidate?: Candidate;
  readonly faults: readonly Finding[];
  readonly onlyScripts?: string;
}

async function readOne(root: string, folder: string, { flakeOf, ...shipping }: ReadingOptions): Promise<Read> {
  if (await isOnlyScripts(folder)) return readOnlyScripts(root, folder);
  const flake = sourceOf(folder, flakeOf);
  const place = isSource(flake) ? flakePlace(flake, folder) : 'elsewhere';
  const faults = (await checkFeature(folder, { ...shipping, flake: place })).filter(({ severity }) => severity === 'error');
  if (!isSource(flake)) return { faults: [...faults, flake] };
  if (faults.length > 0) return { faults };
  return { candidate: { folder, name: folderName(root, folder), metadata: await readFeatureMetadata(folder), flake, lists: shipping.lists }, faults };
}

function sourceOf(folder: string, flakeOf: ReadingOptions['flakeOf']): FlakeSource | Finding {
  try {
    return flakeOf(folder);
  } catch (error) {
    return findingOf(error);
  }
}

function isSource(found: FlakeSource | Finding): found is FlakeSource {
  return 'kind' in found;
}

/** Others publish it, and hold it against rules of their own; but no tool takes metadata that can't be read. */
async function readOnlyScripts(root: string, folder: string): Promise<Read> {
  const faults = await readMetadataFile(join(folder, METADATA_FILE)).then(
    () => [],
    (error: unknown) => [findingOf(error)],
  );
  return faults.length > 0 ? { faults } : { faults, onlyScripts: folderName(root, folder) };
}

function duplicates(candidates: readonly Candidate[]): ReadonlyMap<string, readonly Candidate[]> {
  const byId = Map.groupBy(candidates, ({ metadata }) => metadata.id);
  return new Map([...byId].filter(([, several]) => several.length > 1));
}

async function duplicateFault(id: string, several: readonly Candidate[]): Promise<Finding> {
  const [first] = several;
  return {
    severity: 'error',
    message: `${METADATA_FILE}: the id "${id}" is used by ${several.map(({ name }) => name).join(' and ')}; none of them is planned.`,
    hint: 'Each Feature is published under its id: give them different ids, or leave a copy out with "features".',
    ...(first === undefined ? {} : { location: await whereWritten(first, 'id') }),
  };
}
