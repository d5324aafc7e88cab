import { IntegrityError } from '../../kit/errors.ts';
import { digestOf, isDigest, type Digest } from '../format/digest.ts';
import { MANIFEST_LIMIT } from '../format/image-source.ts';
import type { Descriptor } from '../format/manifest.ts';
import { MANIFEST_TYPES } from '../format/media-types.ts';
import type { RawManifest } from '../format/parse-manifest.ts';
import type { HttpResponse } from '../http/http-response.ts';
import { TransportError } from '../http/transport-error.ts';
import type { HttpRequest } from '../http/transport.ts';
import { NO_HEAD } from '../quirks/symptoms.ts';
import type { Connection } from './connection.ts';

// One attempt each: whoever calls retries.


/** @throws TransportError (404: there is none), IntegrityError if the bytes are not those of the digest */
export async function readManifest(connection: Connection, tagOrDigest: string, signal?: AbortSignal): Promise<RawManifest> {
  return (await readTagged(connection, tagOrDigest, signal)).raw;
}

/** Reads a manifest as `readManifest` does, with the entity tag of the answer (RFC 9110, 8.8.3) for a conditional write. */
export async function readTagged(connection: Connection, tagOrDigest: string, signal?: AbortSignal): Promise<{ readonly raw: RawManifest; readonly etag: string | undefined }> {
  const response = await connection.expect(manifestRequest(connection, 'GET', tagOrDigest, signal), [200]);
  const bytes = await response.bytes(MANIFEST_LIMIT);
  const digest = digestOf(bytes);
  const announced = response.header('docker-content-digest') ?? '';
  const expected = isDigest(tagOrDigest) ? tagOrDigest : isDigest(announced) ? announced : digest;
  if (digest !== expected) throw otherManifest(connection, tagOrDigest, expected, digest);
  return { raw: { digest, mediaType: mediaTypeOf(response), bytes }, etag: response.header('etag') };
}

/**
 * Returns what the headers say of a manifest; the bytes are read where headers are missing, or HEAD is not known.
 * @returns undefined if there is none, or HEAD says so: if that leads to a write, read it
 */
export async function headManifest(connection: Connection, tagOrDigest: string, signal?: AbortSignal): Promise<Descriptor | undefined> {
  const response = await connection.expect(manifestRequest(connection, 'HEAD', tagOrDigest, signal), [200, 404, ...NO_HEAD.statuses]);
  await response.discard();
  if (response.status === 404) return undefined;
  const digest = response.header('docker-content-digest') ?? '';
  const size = Number(response.header('content-length') ?? Number.NaN);
  if (response.status !== 200 || !isDigest(digest) || !Number.isSafeInteger(size)) {
    const read = await readManifest(connection, tagOrDigest, signal).catch((error: unknown) => {
      if (error instanceof TransportError && error.status === 404) return undefined;
      throw error;
    });
    return read === undefined ? undefined : { mediaType: read.mediaType, digest: read.digest, size: read.bytes.length };
  }
  if (isDigest(tagOrDigest) && digest !== tagOrDigest) throw otherManifest(connection, tagOrDigest, tagOrDigest, digest);
  return { mediaType: mediaTypeOf(response), digest, size };
}

function manifestRequest(connection: Connection, method: 'GET' | 'HEAD', tagOrDigest: string, signal: AbortSignal | undefined): HttpRequest {
  return {
    method,
    url: connection.manifestUrl(tagOrDigest),
    headers: { accept: MANIFEST_TYPES.join(', ') },
    ...(signal === undefined ? {} : { signal }),
  };
}

function mediaTypeOf(response: HttpResponse): string {
  return (response.header('content-type') ?? '').split(';')[0]?.trim() ?? '';
}

function otherManifest({ repository }: Connection, name: string, expected: Digest, actual: Digest): IntegrityError {
  return new IntegrityError(`The manifest ${name} of ${repository} should have the digest ${expected}, but has ${actual}.`, {
    hint: 'Something between this machine and the registry alters or mixes up answers.',
  });
}
