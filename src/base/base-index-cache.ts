import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isObject } from '../json/field.ts';
import { parseJson } from '../json/parse-json.ts';
import { messageOf } from '../kit/errors.ts';
import type { HostCache } from '../kit/host.ts';
import { readUpTo } from '../kit/files.ts';
import { makeTemporary } from '../kit/temporary.ts';
import { isStoreName } from '../nix/store/store-path.ts';
import { canonicalJson } from '../oci/format/canonical-json.ts';
import { digestOf, hexOf, type Digest } from '../oci/format/digest.ts';
import type { LayerIndex } from './layer-index.ts';
import { unpackContents } from './path-contents.ts';
import { WAY_KINDS, type WayStep } from './program-way.ts';

/** A layer of the image that is read: its blob's digest and its tar's, as manifest and config say. */
export interface RememberedLayer {
  readonly digest: Digest;
  readonly diffId: Digest;
}

/** An image whose layers are remembered. */
export interface RememberedImage {
  readonly repository: string;
  /** As the image's config has it. */
  readonly architecture: string;
  readonly manifest: Digest;
}

const SCHEMA_VERSION = 4;
const FILE = 'layers.json';
/** Bytes: about a million store paths. */
const FILE_LIMIT = 128 * 1024 * 1024;

/** What is written of a layer. */
interface CacheEntry extends LayerIndex {
  /** Of the layer's digest and the index: an entry that was damaged, edited or moved to another layer misses it. */
  readonly check: Digest;
}

/**
 * Remembers what layers hold, from one run to the next, so that a base image that was rebuilt costs its new layers
 * only. A hint: whatever is in it that doesn't look right is as if it weren't there.
 *
 * Whoever may write the cache can write an index that looks right all the same. Nothing of it becomes content of a
 * Feature: what it can do, and what finds that out, is in docs/make/bases.md, "What is remembered of a base".
 */
export class BaseIndexCache {
  readonly #cache: HostCache;
  readonly #debug: (line: string) => void;

  constructor(cache: HostCache, debug: (line: string) => void) {
    this.#cache = cache;
    this.#debug = debug;
  }

  /** What is known of these layers, by the digest of their blobs. Never throws. */
  async load(image: RememberedImage, layers: readonly RememberedLayer[]): Promise<Map<Digest, LayerIndex>> {
    const found = new Map<Digest, LayerIndex>();
    await this.#inFolder(async (folder) => {
      const key = await this.#cache.restore(indexKeyOf(image), prefixOf(image), folder);
      if (key === undefined) return;
      const entries = entriesOf(await readUpTo(join(folder, FILE), FILE_LIMIT));
      for (const { digest, diffId } of layers) {
        if (entries[digest] === undefined) continue;
        const index = parseEntry(entries[digest], digest);
        if (index?.diffId === diffId) found.set(digest, index);
        else this.#debug(`What the cache ${key} says of the layer ${digest} is ignored: it is damaged, or belongs to another tar.`);
      }
    });
    return found;
  }

  /** Remembers the layers of one image. Never throws. */
  async save(image: RememberedImage, layers: ReadonlyMap<Digest, LayerIndex>): Promise<void> {
    await this.#inFolder(async (folder) => {
      const entries = [...layers].map(([digest, index]): [Digest, CacheEntry] => [digest, { ...index, check: checkOf(digest, index) }]);
      const document = { schemaVersion: SCHEMA_VERSION, layers: Object.fromEntries(entries) };
      await writeFile(join(folder, FILE), canonicalJson(document));
      await this.#cache.save(indexKeyOf(image), folder);
    });
  }

  async #inFolder(work: (folder: string) => Promise<void>): Promise<void> {
    let folder: string | undefined;
    try {
      folder = await makeTemporary('nix-feature-base');
      await work(folder);
    } catch (error) {
      this.#debug(`The base-image cache could not be used: ${messageOf(error)} The layers are read instead.`);
    } finally {
      if (folder !== undefined) await rm(folder, { recursive: true, force: true });
    }
  }
}

/**
 * Returns what all entries of one repository and platform begin with; the newest of them serves an image that is not in the
 * cache. Platforms share no layers, so an entry of another platform would not help.
 */
export function prefixOf({ repository, architecture }: Omit<RememberedImage, 'manifest'>): string {
  return `nix-feature-base-v${SCHEMA_VERSION}-${hexOf(digestOf(`${repository} ${architecture}`)).slice(0, 32)}-`;
}

export function indexKeyOf(image: RememberedImage): string {
  return `${prefixOf(image)}${hexOf(image.manifest)}`;
}

function entriesOf(text: Buffer): Record<string, unknown> {
  const json = parseJson(text, { bytes: FILE_LIMIT });
  if (!isObject(json) || json['schemaVersion'] !== SCHEMA_VERSION || !isObject(json['layers'])) {
    throw new TypeError(`${FILE} is not of schema version ${SCHEMA_VERSION}`);
  }
  return json['layers'];
}

function checkOf(layer: Digest, index: LayerIndex): Digest {
  return digestOf(canonicalJson([layer, index]));
}

/** Every name is checked again: it is going to be compared with store paths. */
function parseEntry(value: unknown, layer: Digest): LayerIndex | undefined {
  if (!isObject(value)) return undefined;
  const { diffId, added, sizes, contents, whiteouts, holes, opaque, way } = value;
  if (typeof diffId !== 'string' || typeof opaque !== 'boolean' || !isNames(added) || !isNames(whiteouts) || !isNames(holes)) return undefined;
  if (!isSizes(sizes) || sizes.length !== added.length || !isContents(contents) || contents.length !== added.length || !isWay(way)) return undefined;
  const index = { diffId: diffId as Digest, added, sizes, contents, whiteouts, holes, opaque, way };
  return value['check'] === checkOf(layer, index) ? index : undefined;
}

function isNames(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((name) => typeof name === 'string' && isStoreName(name));
}

function isSizes(value: unknown): value is number[] {
  return Array.isArray(value) && value.every((size) => Number.isSafeInteger(size) && size >= 0);
}

function isContents(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((packed) => typeof packed === 'string' && unpackContents(packed) !== undefined);
}

function isWay(value: unknown): value is WayStep[] {
  return Array.isArray(value) && value.every((step) => Array.isArray(step) && step.every((part) => typeof part === 'string') && WAY_KINDS.includes(step[1] as string));
}
