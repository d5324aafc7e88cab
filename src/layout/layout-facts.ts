import { createWriteStream } from 'node:fs';
import { chmod, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { extract } from 'tar-stream';
import { BUNDLE_FOLDER } from '../feature/files/bundle.ts';
import { featureTar } from '../feature/files/feature-tar.ts';
import type { ShippedFile } from '../feature/files/shipped-files.ts';
import { METADATA_FILE } from '../feature/metadata/metadata.ts';
import { membersOf, objectJson } from '../feature/metadata/written-json.ts';
import { parsedJson } from '../json/parse-json.ts';
import { Failure, IntegrityError } from '../kit/errors.ts';
import { readUpTo } from '../kit/files.ts';
import { canonicalJson } from '../oci/format/canonical-json.ts';
import { digestOf, type Digest } from '../oci/format/digest.ts';
import type { Arch } from '../platform.ts';
import type { JobContent } from '../release/content.ts';
import type { BuildRequest } from '../request/build.ts';
import type { Origin } from '../request/provenance.ts';
import { checkFacts } from './check-facts.ts';

/** docs/reference/formats.md, "The layout": what a publishing job needs to know besides the deltas; `feature.json`. */
export interface LayoutFacts extends JobContent {
  readonly schemaVersion: 1;
  readonly feature: { readonly id: string; readonly version: string };
  /** As the author wrote it, as JSON without comments; in the file it is the object itself. */
  readonly metadata: string;
  /** The digest of `feature.tar`, which has the author's other files. */
  readonly files: Digest;
  readonly delivery: BuildRequest['delivery'];
  /** What is relied upon was packed too. */
  readonly complement?: true;
  readonly origin: Origin;
  /** Seconds since the epoch. */
  readonly created?: number;
  /** How many of the delta's layers were reused from a release; a platform without any is left out. */
  readonly reused?: Readonly<Partial<Record<Arch, number>>>;
  /** What the names of bases in registries stood for; absent if there are none. */
  readonly bases?: readonly { readonly name: string; readonly digest: string }[];
  /** Which Nix built each platform, for its provenance; absent if nothing is to be published. */
  readonly nix?: Readonly<Partial<Record<Arch, string>>>;
  /** The repository that has the layers already. */
  readonly pushed?: { readonly registry: string; readonly repository: string };
}

export const FACTS_FILE = 'feature.json';
const FILES_FILE = 'feature.tar';

/** The metadata in it have at most 1 MiB. */
const FACTS_LIMIT = 4 * 1024 * 1024;
/** A Feature's own files have at most 32 MiB; the rest is for headers. */
const FILES_LIMIT = 64 * 1024 * 1024;

/** Puts the Feature's own files beside the deltas, so that publishing needs no checkout. */
export async function writeLayoutFacts(
  folder: string,
  facts: Omit<LayoutFacts, 'schemaVersion' | 'files'>,
  files: readonly ShippedFile[],
): Promise<void> {
  const tar = join(folder, FILES_FILE);
  await pipeline(Readable.from(featureTar(files)), createWriteStream(tar));
  await chmod(tar, 0o644);
  await writeFacts(folder, { ...facts, schemaVersion: 1, files: digestOf(await readFile(tar)) });
}

export async function writeFacts(folder: string, facts: LayoutFacts): Promise<void> {
  // The author's own order would be lost in an object.
  const members = Object.entries(facts).flatMap(([name, value]) => (value === undefined ? [] : [[name, name === 'metadata' ? facts.metadata : canonicalJson(value)] as const]));
  await writeFile(join(folder, FACTS_FILE), objectJson(new Map(members.toSorted(([a], [b]) => (a < b ? -1 : 1)))), { mode: 0o644 });
}

/**
 * Reads and checks `feature.json`: all of it.
 * @throws Failure if the folder holds no build of ours, or one of another version of us; IntegrityError if it is no
 *   such document
 */
export async function readLayoutFacts(folder: string): Promise<LayoutFacts> {
  const file = join(folder, FACTS_FILE);
  const bytes = await readUpTo(file, FACTS_LIMIT).catch((cause: unknown) => {
    if (cause instanceof IntegrityError) throw cause;
    throw new Failure(`${folder} has no ${FACTS_FILE}: it is not the layout of a Feature's build.`, {
      cause,
      hint: 'Name the layouts that builds wrote, or the folders of downloaded artifacts.',
    });
  });
  const refuse = (why: string): never => {
    throw new IntegrityError(`${file} can't be used: ${why}.`);
  };
  const json = parsedJson(bytes, refuse, { bytes: FACTS_LIMIT });
  const { schemaVersion } = Object(json) as { schemaVersion?: unknown };
  if (schemaVersion !== 1) {
    throw new Failure(`${file} has the schema version ${typeof schemaVersion === 'number' ? schemaVersion : '(none)'}, and this version of nix-feature knows 1.`, {
      hint: 'Build and publish with the same version of nix-feature.',
    });
  }
  checkFacts(json, refuse);
  return { ...(json as LayoutFacts), metadata: membersOf(bytes.toString('utf8')).get('metadata') ?? '{}' };
}

/**
 * Reads the author's files of a layout. The archive must be the very bytes that these files make: nobody reads anything else
 * in it than we do.
 * @throws IntegrityError if they are not the ones of its facts
 */
export async function readLayoutFiles(folder: string, facts: LayoutFacts): Promise<readonly ShippedFile[]> {
  const path = join(folder, FILES_FILE);
  const refuse = (why: string, cause?: unknown): never => {
    throw new IntegrityError(`${path} can't be used: ${why}.`, { cause, hint: 'Download the artifact again, or build again.' });
  };
  const bytes = await readUpTo(path, FILES_LIMIT).catch((cause: unknown) => {
    if (cause instanceof IntegrityError) throw cause;
    return refuse("it can't be read", cause);
  });
  const digest = digestOf(bytes);
  if (digest !== facts.files) refuse(`its digest is ${digest}, and ${FACTS_FILE} beside it says ${facts.files}`);
  const files = await unpack(bytes).catch((cause: unknown) => refuse('it is not a tar archive', cause));
  const foreign = files.find(({ name }) => name.split('/')[0] === BUNDLE_FOLDER || name === METADATA_FILE);
  if (foreign !== undefined) refuse(`it holds ${foreign.name}, which is reserved for nix-feature`);
  const again = await remade(files).catch((cause: unknown) => refuse('it holds names that a Feature can\'t have', cause));
  if (!again.equals(bytes)) refuse('a build would write it differently');
  return files;
}

async function unpack(bytes: Buffer): Promise<readonly ShippedFile[]> {
  const files: ShippedFile[] = [];
  const entries = extract();
  const read = pipeline(Readable.from([bytes]), entries);
  read.catch(() => undefined);
  for await (const entry of entries) {
    const { name, type, mode } = entry.header;
    const contents = await buffer(entry);
    if (type === 'file') files.push({ name: name.replace(/^\.\//, ''), executable: (mode & 0o100) !== 0, bytes: contents });
  }
  await read;
  return files;
}

async function remade(files: readonly ShippedFile[]): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of featureTar(files)) chunks.push(chunk);
  return Buffer.concat(chunks);
}
