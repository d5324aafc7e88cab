import { rm } from 'node:fs/promises';
import { CancelledError, Failure, messageOf } from '../kit/errors.ts';
import type { Job } from '../kit/host.ts';
import { formatNumberOf } from '../kit/format.ts';
import { makeTemporary } from '../kit/temporary.ts';
import type { BinaryCache } from '../nix/cache/binary-cache.ts';
import { SigningKey } from '../nix/cache/signing-key.ts';
import { formatReference } from '../oci/format/reference.ts';
import { Registries } from '../oci/pull/registries.ts';
import { Catalogue, FeatureSource } from './catalogue.ts';
import { FeatureCache } from './feature-cache.ts';
import { serveLoopback } from './loopback-server.ts';
import type { NarSource } from './nar-source.ts';
import { NarStock } from './nar-stock.ts';
import { readFeatures } from './read-features.ts';
import type { ServedCache, ServeRequest } from './request.ts';
import { Substituter } from './substituter.ts';

/** A binary cache that answers until its clean-up. */
export interface OpenedServer {
  readonly served: ServedCache;
  readonly cache: BinaryCache;
}

/** What the signatures of such a cache are known by; each has a key of its own, which nobody else ever has. */
const KEY_NAME = 'nix-feature-cache-1';

/**
 * Reads what Features hold, and answers as a binary cache on loopback until `cleanup` ends it.
 * @param further sources, which are asked after the Features
 * @throws SetupError, CancelledError; what can't be read is a warning
 */
export async function openServer(request: ServeRequest, job: Job, cleanup: AsyncDisposableStack, further: readonly NarSource[] = []): Promise<OpenedServer> {
  const catalogue = new Catalogue();
  const features = await readAll(request, catalogue, job, cleanup);
  const folder = await makeTemporary('nix-feature-serve');
  cleanup.defer(() => rm(folder, { recursive: true, force: true }));
  const stock = new NarStock({ folder, signal: job.signal }, job);
  const key = SigningKey.generate(KEY_NAME);
  // The first signature of a process takes longer than all that follow.
  key.sign('');
  const substituter = new Substituter([new FeatureSource(catalogue, stock), ...further], key, request.priority);
  const server = await serveLoopback((path) => substituter.answer(path), request.port, (line) => job.debug(line));
  cleanup.defer(() => server.close());
  const served = { url: server.url, publicKey: key.publicText, features, paths: catalogue.size };
  return { served, cache: new FeatureCache(catalogue, served) };
}

/** @returns how many Features were read */
async function readAll({ features, arches, mayBeMissing, ...login }: ServeRequest, catalogue: Catalogue, job: Job, cleanup: AsyncDisposableStack): Promise<number> {
  const progress = job.stage('Read what the Features hold');
  const registries = new Registries(login, job);
  let count = 0;
  for (const reference of features) {
    try {
      count += await readFeatures(reference, catalogue, { registries, arches }, cleanup);
    } catch (error) {
      if (error instanceof CancelledError || !(error instanceof Failure)) throw error;
      const text = `${formatReference(reference)} is not served: ${messageOf(error)}`;
      if (mayBeMissing === true) job.info(text);
      else job.warning(text);
    }
  }
  progress.end(`${formatNumberOf(count, 'Feature')}, ${formatNumberOf(catalogue.size, 'store path')}`);
  return count;
}
