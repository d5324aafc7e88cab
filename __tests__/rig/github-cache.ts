import type { Blob, BlobStorage } from './github-blobs.ts';
import { TwirpError, type Handler, type Service } from './twirp.ts';

interface Entry {
  readonly id: number;
  readonly key: string;
  /** What the client hashes from the paths and its compression; entries of another version are not found. */
  readonly version: string;
  readonly blob: Blob;
  finalized: boolean;
}

/** `github.actions.results.api.v1.CacheService` */
export class CacheService implements Service {
  readonly methods: Readonly<Record<string, Handler>>;
  /** As for a run that an untrusted event started: entries can be read, and none written. */
  readOnly = false;
  /** Nothing can be stored any more. */
  full = false;
  readonly #blobs: BlobStorage;
  readonly #entries: Entry[] = [];

  constructor(blobs: BlobStorage) {
    this.#blobs = blobs;
    this.methods = {
      CreateCacheEntry: (request) => this.#create(request),
      FinalizeCacheEntryUpload: (request) => this.#finalize(request),
      GetCacheEntryDownloadURL: (request) => this.#find(request),
    };
  }

  keys(): readonly string[] {
    return this.#entries.filter((entry) => entry.finalized).map((entry) => entry.key);
  }

  #create(request: Record<string, unknown>): object {
    const key = String(request['key']);
    const version = String(request['version']);
    if (this.full) throw new TwirpError(403, 'permission_denied', 'insufficient usage to create cache entry');
    if (this.readOnly) return { ok: false, message: 'cache write denied: token has no writable scopes' };
    if (this.#entries.some((entry) => entry.key === key && entry.version === version)) {
      throw new TwirpError(409, 'already_exists', 'cache entry with the same key, version, and scope already exists');
    }
    const id = this.#entries.length + 1;
    const blob = this.#blobs.create(`cache-${id}`, 'cache');
    this.#entries.push({ id, key, version, blob, finalized: false });
    return { ok: true, signed_upload_url: this.#blobs.uploadUrl(blob) };
  }

  async #finalize(request: Record<string, unknown>): Promise<object> {
    const entry = this.#entries.find(({ key, version }) => key === request['key'] && version === request['version']);
    if (entry === undefined) throw new TwirpError(404, 'not_found', 'cache entry not found');
    const size = await this.#blobs.size(entry.blob);
    if (size === undefined || size !== Number(request['size_bytes'])) {
      throw new TwirpError(400, 'invalid_argument', `size is ${size ?? 'unknown'}, not ${String(request['size_bytes'])}`);
    }
    entry.finalized = true;
    return { ok: true, entry_id: String(entry.id) };
  }

  /** Each key in turn: the entry that has it, else the newest whose key begins with it. */
  #find(request: Record<string, unknown>): object {
    const keys = [request['key'], ...((request['restore_keys'] as unknown[] | undefined) ?? [])].map(String);
    const candidates = this.#entries.filter((entry) => entry.finalized && entry.version === request['version']).toReversed();
    for (const key of keys) {
      const found = candidates.find((entry) => entry.key === key) ?? candidates.find((entry) => entry.key.startsWith(key));
      if (found !== undefined) return { ok: true, signed_download_url: this.#blobs.downloadUrl(found.blob), matched_key: found.key };
    }
    return { ok: false };
  }
}
