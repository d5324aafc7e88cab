import { createReadStream, createWriteStream } from 'node:fs';
import { chmod, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { buffer } from 'node:stream/consumers';
import { extract } from 'tar-stream';
import { Failure, IntegrityError } from '../errors.ts';
import { featureTar } from '../feature/feature-tar.ts';
import type { ShippedFile } from '../feature/shipped-files.ts';
import { membersOf, objectJson } from '../feature/written-json.ts';
import { canonicalJson } from '../oci/canonical-json.ts';
import { digestOf, type Digest } from '../oci/digest.ts';
import type { Arch } from '../platform.ts';
import type { BuildRequest, Origin } from '../request.ts';

/** docs/formats.md, "The layout": what a publishing job needs to know besides the deltas; `feature.json`. */
export interface LayoutFacts {
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
  /** How many of the delta's layers were taken over from a release; a platform without any is left out. */
  readonly reused?: Readonly<Partial<Record<Arch, number>>>;
  /** What the names of bases in registries stood for; absent where there are none. */
  readonly bases?: readonly { readonly name: string; readonly digest: string }[];
  /** The repository that has the layers already. */
  readonly pushed?: { readonly registry: string; readonly repository: string };
}

export const FACTS_FILE = 'feature.json';
export const FILES_FILE = 'feature.tar';

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

/** @throws Failure where the folder holds no build of ours, or one of another version of us */
export async function readLayoutFacts(folder: string): Promise<LayoutFacts> {
  const file = join(folder, FACTS_FILE);
  const text = await readFile(file, 'utf8').catch((cause: unknown) => {
    throw new Failure(`${folder} has no ${FACTS_FILE}: it is not the layout of a Feature’s build.`, {
      cause,
      hint: 'Name the layouts that `nix-feature build` wrote, or the folders of downloaded artifacts.',
    });
  });
  const facts = parse(text, file);
  if (facts.schemaVersion !== 1) {
    throw new Failure(`${file} has the schema version ${JSON.stringify(facts.schemaVersion)}, and this version of nix-feature knows 1.`, {
      hint: 'Build and publish with the same version of nix-feature.',
    });
  }
  return facts;
}

function parse(text: string, file: string): LayoutFacts {
  try {
    const facts = JSON.parse(text) as LayoutFacts;
    return { ...facts, metadata: membersOf(text).get('metadata') ?? '{}' };
  } catch (cause) {
    throw new IntegrityError(`${file} is not JSON.`, { cause });
  }
}

/** The author's files of a layout. @throws IntegrityError where they are not the ones of its facts */
export async function readLayoutFiles(folder: string, facts: LayoutFacts): Promise<readonly ShippedFile[]> {
  const path = join(folder, FILES_FILE);
  const digest = digestOf(await readFile(path));
  if (digest !== facts.files) {
    throw new IntegrityError(`${path} has the digest ${digest}, and ${FACTS_FILE} beside it says ${String(facts.files)}.`, {
      hint: 'Download the artifact again, or build again.',
    });
  }
  const files: ShippedFile[] = [];
  const entries = extract();
  const read = pipeline(createReadStream(path), entries);
  for await (const entry of entries) {
    const { name, type, mode } = entry.header;
    const bytes = await buffer(entry);
    if (type === 'file') files.push({ name: name.replace(/^\.\//, ''), executable: (mode & 0o100) !== 0, bytes });
  }
  await read;
  return files;
}
