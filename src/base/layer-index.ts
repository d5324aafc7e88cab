import { createHash } from 'node:crypto';
import { addAbortSignal, Transform, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { adviceOf, BaseError, CancelledError, Failure, IntegrityError, messageOf } from '../kit/errors.ts';
import { digestOfHex, type Digest } from '../oci/format/digest.ts';
import { cancelled } from '../oci/http/transport-error.ts';
import { StoreEntries, type StoreChanges } from './store-entries.ts';
import { decompression } from './tar/decompress.ts';
import { TarReader, type TarContents, type TarEntry } from './tar/tar-reader.ts';

/** The changes that a layer makes to the store, proven to come from the tar with this digest. */
export interface LayerIndex extends StoreChanges {
  readonly diffId: Digest;
}

/** Sees all entries of a layer too, in their order, and their contents. What it throws ends the reading. */
export interface LayerObserver extends Required<Pick<TarContents, 'contents'>> {
  see(entry: TarEntry): void;
}

export interface LayerFacts {
  readonly mediaType: string;
  /** What the image's config says of the layer's tar. */
  readonly diffId: Digest;
  /** For messages: "the layer sha256:… of ghcr.io/org/bedrock:latest" */
  readonly where: string;
  readonly observer?: LayerObserver | undefined;
}

/**
 * Reads one layer: unpacks it in memory, looks at the tar's headers, keeps names of the store alone.
 * @param blob the layer's bytes; it fails by itself if they are not those of its digest
 * @throws BaseError if it can't be read, IntegrityError if it isn't the config's layer, CancelledError
 */
export async function indexLayer(blob: Readable, facts: LayerFacts, signal?: AbortSignal): Promise<LayerIndex> {
  const hash = createHash('sha256');
  try {
    if (signal !== undefined) addAbortSignal(signal, blob);
    const stages = await decompression(blob, facts.mediaType);
    const counted = new Transform({
      transform(chunk: Buffer, _encoding, done) {
        hash.update(chunk);
        done(null, chunk);
      },
    });
    const changes = await readEntries([...stages, counted], signal, facts.observer);
    const diffId = digestOfHex(hash.digest('hex'));
    if (diffId !== facts.diffId) {
      throw new IntegrityError(
        `${capital(facts.where)} unpacks to ${diffId}, but the image's config says ${facts.diffId}.`,
        // https://github.com/containers/storage/issues/1771: such an image can't be pulled by anybody.
        { hint: 'The image is broken: build it and push it again. Old versions of podman and skopeo write such layers with zstd:chunked.' },
      );
    }
    return { diffId, ...changes };
  } catch (error) {
    blob.destroy();
    throw explained(error, facts.where, signal);
  }
}

/** Reads the tar of a whole container, as `docker export` gives it. @throws BaseError, CancelledError */
export async function indexTar(tar: Readable, where: string, signal?: AbortSignal): Promise<StoreChanges> {
  try {
    return await readEntries([tar], signal);
  } catch (error) {
    tar.destroy();
    throw explained(error, where, signal);
  }
}

async function readEntries(
  streams: readonly (Readable | NodeJS.ReadWriteStream)[],
  signal: AbortSignal | undefined,
  observer?: LayerObserver,
): Promise<StoreChanges> {
  const entries = new StoreEntries();
  const seers = observer === undefined ? [entries] : [entries, observer];
  const see = (entry: TarEntry): void => {
    for (const seer of seers) seer.see(entry);
  };
  const contents = (bytes: Buffer): void => {
    for (const seer of seers) seer.contents(bytes);
  };
  const tar = new TarReader(see, { contents });
  await pipeline([...streams, tar], signal === undefined ? {} : { signal });
  return entries.result();
}

function explained(error: unknown, where: string, signal: AbortSignal | undefined): unknown {
  if (signal?.aborted === true) return cancelled(signal);
  if (error instanceof BaseError) {
    return new BaseError(`${capital(where)} can't be used: ${error.message}.`, {
      cause: error,
      ...adviceOf(error),
    });
  }
  if (error instanceof Failure || error instanceof CancelledError) return error;
  const why = messageOf(error);
  return new BaseError(`${capital(where)} can't be read: ${why}.`, {
    cause: error,
    hint: 'The base image is broken, or in a format that is not supported. Check whether `docker pull` accepts it.',
  });
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
