import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline, type Readable } from 'node:stream';
import { Failure, IntegrityError } from '../../kit/errors.ts';
import { readUpTo } from '../../kit/files.ts';
import { canonicalJson } from '../format/canonical-json.ts';
import { digestOf, hexOf, isDigest, type Digest } from '../format/digest.ts';
import { MANIFEST_LIMIT, type ImageSource } from '../format/image-source.ts';
import type { Descriptor } from '../format/manifest.ts';
import { IMAGE_INDEX } from '../format/media-types.ts';
import { parseManifest, type RawManifest } from '../format/parse-manifest.ts';
import { verifyStream } from '../format/verify-stream.ts';

/** OCI image specification, annotations.md: the tag of an entry of index.json. */
export const REF_NAME = 'org.opencontainers.image.ref.name';

/** An OCI image layout on disk (image-layout.md), read. */
export class LayoutReader implements ImageSource {
  readonly name: string;
  readonly repository: string;
  /** The entries of index.json: all of them, or those of the requested ref. */
  readonly manifests: readonly Descriptor[];
  readonly #folder: string;

  private constructor(folder: string, ref: string | undefined, manifests: readonly Descriptor[], name = `oci:${folder}${ref === undefined ? '' : `:${ref}`}`) {
    this.name = name;
    this.repository = `oci:${folder}`;
    this.manifests = manifests;
    this.#folder = folder;
  }

  /**
   * @param folder the one that holds `oci-layout`
   * @param ref the name that an entry of index.json has as its annotation, or its digest
   * @param name for messages, in place of the folder
   * @throws Failure if the folder is no layout or has no such ref; IntegrityError if its index is broken
   */
  static async open(folder: string, ref?: string, name?: string): Promise<LayoutReader> {
    await assertLayout(folder);
    const all = await readIndex(folder);
    if (ref === undefined) return new LayoutReader(folder, ref, all, name);
    const named = all.filter(({ annotations, digest }) => annotations?.[REF_NAME] === ref || digest === ref);
    if (named.length === 0) {
      throw new Failure(`The image layout ${folder} has no image named "${ref}"; it has ${listOf(all)}.`, {
        hint: hintOf(folder, all),
      });
    }
    return new LayoutReader(folder, ref, named, name);
  }

  /**
   * The one manifest that there is; or, if there is one for each of several platforms, an index of them.
   * @throws Failure if there is none, or it isn't clear which is meant
   */
  async root(): Promise<RawManifest> {
    const all = this.manifests.filter(({ platform }) => platform?.os !== 'unknown');
    // Two names of one image are one image.
    const images = all.filter(({ digest }, i) => all.findIndex((other) => other.digest === digest) === i);
    const [first, ...others] = images;
    if (first === undefined) throw new Failure(`The image layout ${this.#folder} is empty: its index.json lists no manifest.`);
    if (others.length === 0) return { ...(await this.manifest(first.digest)), mediaType: first.mediaType };

    const platforms = new Set(images.map(({ platform }) => canonicalJson(platform)));
    const names = new Set(images.map(({ annotations }) => annotations?.[REF_NAME]));
    if (platforms.size < images.length || names.size > 1 || images.some(({ platform }) => platform === undefined)) {
      throw new Failure(`The image layout ${this.#folder} holds several images, and none is named: ${listOf(images)}.`, {
        hint: hintOf(this.#folder, images),
      });
    }
    const bytes = Buffer.from(canonicalJson({ schemaVersion: 2, mediaType: IMAGE_INDEX, manifests: images }), 'utf8');
    return { digest: digestOf(bytes), mediaType: IMAGE_INDEX, bytes };
  }

  async manifest(digest: Digest): Promise<RawManifest> {
    const path = this.blobPath(digest);
    const where = `the manifest ${digest} of ${this.name}`;
    const { size } = await stat(path).catch((cause: unknown) => Promise.reject(missing(where, path, cause)));
    if (size > MANIFEST_LIMIT) throw new IntegrityError(`${path} has ${size} bytes, which is too large for a manifest.`);
    const bytes = await readFile(path);
    const actual = digestOf(bytes);
    if (actual !== digest) throw new IntegrityError(`${path} does not match its digest: its content has the digest ${actual}.`);
    const listed = this.manifests.find((descriptor) => descriptor.digest === digest);
    return { digest, mediaType: listed?.mediaType ?? '', bytes };
  }

  blob(descriptor: Pick<Descriptor, 'digest' | 'size'>): Readable {
    const path = this.blobPath(descriptor.digest);
    const where = `the blob ${descriptor.digest} of ${this.name}`;
    const verified = verifyStream(descriptor, where);
    const file = createReadStream(path, { highWaterMark: 256 * 1024 });
    file.on('error', (cause) => verified.destroy(missing(where, path, cause)));
    return pipeline(file, verified, () => {});
  }

  /** Where a blob is on disk. It may not be there, and what is there is not verified. */
  blobPath(digest: Digest): string {
    return join(this.#folder, 'blobs', 'sha256', hexOf(digest));
  }
}

async function assertLayout(folder: string): Promise<void> {
  const refuse = (why: string, cause?: unknown): never => {
    throw new Failure(`${folder} is not an OCI image layout: ${why}.`, {
      cause,
      hint: 'A layout is a folder with the files oci-layout and index.json; `skopeo copy docker://… oci:<folder>` makes one.',
    });
  };
  const text = await readFile(join(folder, 'oci-layout'), 'utf8').catch(async (cause: unknown) => {
    const info = await stat(folder).catch(() => undefined);
    if (info === undefined) return refuse('there is no such folder', cause);
    return refuse(info.isDirectory() ? 'it has no file oci-layout' : 'it is not a folder', cause);
  });
  const version = (parseJson(text) as { imageLayoutVersion?: unknown } | null | undefined)?.imageLayoutVersion;
  if (version !== '1.0.0') refuse(`its oci-layout has the version ${JSON.stringify(version) ?? '(none)'}, but only 1.0.0 is supported`);
}

async function readIndex(folder: string): Promise<readonly Descriptor[]> {
  const path = join(folder, 'index.json');
  const bytes = await readUpTo(path, MANIFEST_LIMIT).catch((cause: unknown) =>
    Promise.reject(cause instanceof IntegrityError ? cause : new Failure(`The image layout ${folder} has no index.json.`, { cause })),
  );
  const parsed = parseManifest({ digest: digestOf(bytes), mediaType: IMAGE_INDEX, bytes }, path);
  if (parsed.kind !== 'index') throw new IntegrityError(`${path} is not an image index.`);
  return parsed.index.manifests;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // the caller says what it wanted to find
  }
}

function nameOf({ annotations, digest }: Descriptor): string {
  return annotations?.[REF_NAME] ?? digest;
}

/** Names, and digests of what has none; a name that appears twice needs its digests. */
function listOf(manifests: readonly Descriptor[]): string {
  const names = manifests.map(nameOf);
  const texts = manifests.map((manifest, i) => {
    const name = names[i] ?? '';
    if (isDigest(name)) return name;
    return names.indexOf(name) === names.lastIndexOf(name) ? `"${name}"` : `"${name}" (${manifest.digest})`;
  });
  return texts.length === 0 ? 'none at all' : [...new Set(texts)].join(', ');
}

/** What to write, with a name that leads to one image. */
function hintOf(folder: string, manifests: readonly Descriptor[]): string {
  const [first] = manifests;
  if (first === undefined) return 'Name another layout: this one lists no image.';
  const isAmbiguous = manifests.some((other) => other.digest !== first.digest && nameOf(other) === nameOf(first));
  return `Write oci:${folder}:${isAmbiguous ? first.digest : nameOf(first)}, or name another of them.`;
}

function missing(where: string, path: string, cause: unknown): Error {
  const { code } = cause as NodeJS.ErrnoException;
  return code === 'ENOENT'
    ? new IntegrityError(`The layout lacks ${where}: there is no file ${path}.`, { cause })
    : new Failure(`${path} can't be read: ${code ?? String(cause)}.`, { cause });
}
