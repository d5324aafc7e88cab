import { once } from 'node:events';
import type { Host } from '../kit/host.ts';
import { openServer } from '../serve/open-server.ts';
import type { ServedCache, ServeRequest } from '../serve/request.ts';

/**
 * Serves what published Features hold as a Nix binary cache on loopback, until it is told to stop.
 * @param told how it can be reached, once it can
 * @throws Failure with what the user needs to know
 */
export async function serveFeatures(request: ServeRequest, host: Host, told: (served: ServedCache) => void): Promise<void> {
  await using cleanup = new AsyncDisposableStack();
  const served = await openServer(request, host, cleanup);
  told(served);
  if (!host.signal.aborted) await once(host.signal, 'abort');
}
