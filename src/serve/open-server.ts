import { rm } from 'node:fs/promises';
import { CancelledError, Failure, messageOf } from '../kit/errors.ts';
import type { Host } from '../kit/host.ts';
import { formatNumberOf } from '../kit/format.ts';
import { makeTemporary } from '../kit/temporary.ts';
import { SigningKey } from '../nix/cache/signing-key.ts';
import { formatReference } from '../oci/format/reference.ts';
import { Catalogue } from './catalogue.ts';
import { FeatureSource } from './feature-source.ts';
import { serveLoopback } from './loopback-server.ts';
import type { NarSource } from './nar-source.ts';
import { NarStock } from './nar-stock.ts';
import { readFeatures } from './read-features.ts';
import type { ServedCache, ServeRequest } from './request.ts';
import { Substituter } from './substituter.ts';

/** What the signatures of such a cache are known by; each has a key of its own, which nobody else ever has. */
const KEY_NAME = 'nix-feature-cache-1';

/**
 * Reads what Features hold, and answers as a binary cache on loopback until `cleanup` ends it.
 * @param further sources, which are asked after the Features
 * @throws Failure if nothing that was named could be read, and there is nothing further; SetupError, CancelledError
 */
export async function openServer(request: ServeRequest, host: Host, cleanup: AsyncDisposableStack, further: readonly NarSource[] = []): Promise<ServedCache> {
  const catalogue = new Catalogue();
  const features = await readAll(request, catalogue, host, cleanup);
  if (features === 0 && request.features.length > 0 && further.length === 0) throw new Failure('None of what was named could be read, so that there is nothing to serve.', { hint: 'The warnings say why.' });
  const folder = await makeTemporary('nix-feature-serve');
  cleanup.defer(() => rm(folder, { recursive: true, force: true }));
  const stock = new NarStock({ folder, signal: host.signal }, host);
  const key = SigningKey.generate(KEY_NAME);
  const substituter = new Substituter([new FeatureSource(catalogue, stock), ...further], key, request.priority);
  const server = await serveLoopback((path) => substituter.answer(path), request.port, (line) => host.debug(line));
  cleanup.defer(() => server.close());
  return { url: server.url, publicKey: key.publicText, features, paths: catalogue.size };
}

/** @returns how many Features were read */
async function readAll({ features, arches, registry, credentials }: ServeRequest, catalogue: Catalogue, host: Host, cleanup: AsyncDisposableStack): Promise<number> {
  const progress = host.stage('Read what the Features hold');
  const target = { registry, namespace: '', credentials };
  let count = 0;
  for (const reference of features) {
    try {
      count += await readFeatures(reference, catalogue, { target, arches, host }, cleanup);
    } catch (error) {
      if (error instanceof CancelledError || !(error instanceof Failure)) throw error;
      host.warning(`${formatReference(reference)} is not served: ${messageOf(error)}`);
    }
  }
  progress.end(`${formatNumberOf(count, 'Feature')}, ${formatNumberOf(catalogue.size, 'store path')}`);
  return count;
}
