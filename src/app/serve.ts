import { once } from 'node:events';
import { Failure } from '../kit/errors.ts';
import type { Host } from '../kit/host.ts';
import { openServer } from '../serve/open-server.ts';
import type { ServedCache, ServeRequest } from '../serve/request.ts';

/**
 * Serves what published Features hold as a Nix binary cache on loopback, until it is told to stop.
 * @param told how it can be reached, once it can
 * @throws Failure with what the user needs to know
 */
export async function serveFeatures(request: ServeRequest, host: Host, told: (served: ServedCache, settings: readonly string[]) => void): Promise<void> {
  await using cleanup = new AsyncDisposableStack();
  const { served, cache } = await openServer(request, host, cleanup);
  if (served.features === 0) throw new Failure('Nothing that was named could be read, so there is nothing to serve.', { hint: 'The warnings say why.' });
  told(served, cache.configure());
  if (!host.signal.aborted) await once(host.signal, 'abort');
}
