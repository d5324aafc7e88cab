import type { Digest } from '../format/digest.ts';
import { NO_HEAD } from '../quirks/symptoms.ts';
import type { Connection } from './connection.ts';

/**
 * Returns how many bytes of a blob a repository has; one attempt. Nothing but headers travels.
 * @param sure a 404 of HEAD is not believed: some registries say so of what GET gives
 * @returns undefined if it has none; `unknown` if it does not say how many
 * @throws TransportError, CancelledError
 */
export async function blobSize(
  connection: Connection,
  digest: Digest,
  { signal, sure = false }: { readonly signal?: AbortSignal | undefined; readonly sure?: boolean } = {},
): Promise<number | 'unknown' | undefined> {
  const request = { url: connection.blobUrl(digest), ...(signal === undefined ? {} : { signal }) };
  const head = await connection.expect({ ...request, method: 'HEAD' }, [200, 404, ...NO_HEAD.statuses]);
  await head.discard();
  if (head.status === 200) return size(head.header('content-length'));
  if (head.status === 404 && !sure) return undefined;
  const get = await connection.expect({ ...request, method: 'GET', headers: { range: 'bytes=0-0' } }, [200, 206, 404, 416]);
  await get.discard();
  if (get.status === 404) return undefined;
  return size(get.status === 200 ? get.header('content-length') : /\/(\d+)$/.exec(get.header('content-range') ?? '')?.[1]);
}

function size(text: string | undefined): number | 'unknown' {
  return text === undefined ? 'unknown' : Number(text);
}
