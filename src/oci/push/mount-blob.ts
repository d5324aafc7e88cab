import { CancelledError, RegistryError } from '../../kit/errors.ts';
import { parseDigest, type Digest } from '../format/digest.ts';
import { checkRepository } from '../format/reference.ts';
import { TransportError } from '../http/transport-error.ts';
import type { Connection } from '../pull/connection.ts';
import { UploadSession } from './upload-session.ts';

/**
 * Asks the registry to take a blob from another of its repositories (OCI distribution specification, "Mounting a blob
 * from another repository").
 * @param from `org/bedrock`
 * @returns a session if the registry wants the bytes instead, `refused` where it gave nothing. A refusal says little:
 *   Harbor says 401 of a project that is missing, Docker Hub of one that we may not read
 * @throws TransportError that is temporary, Failure if `from` is no repository's name, CancelledError
 */
export async function mountBlob(
  connection: Connection,
  digest: Digest,
  from: string,
  signal: AbortSignal | undefined,
): Promise<'mounted' | 'refused' | UploadSession> {
  checkRepository(from);
  const url = connection.uploadsUrl();
  url.search = `mount=${encodeURIComponent(parseDigest(digest))}&from=${encodeURIComponent(from)}`;
  try {
    const request = { method: 'POST', url, ...(signal === undefined ? {} : { signal }) } as const;
    const response = await connection.send(request, [`repository:${from}:pull`]);
    if (response.status !== 201 && response.status !== 202) throw await connection.failure(response);
    await response.discard();
    return response.status === 201 ? 'mounted' : new UploadSession(connection, response, signal);
  } catch (error) {
    if (error instanceof CancelledError || (error instanceof TransportError && error.temporary)) throw error;
    if (error instanceof RegistryError) return 'refused';
    throw error;
  }
}
