import type { BaseStore } from '../base/base-store.ts';
import { readExport } from '../base/list-container.ts';
import { readImage, readingFor } from '../base/read-base.ts';
import { newContainerName } from '../engine/container-name.ts';
import { findEngine } from '../engine/find-engine.ts';
import { formatNumberOf } from '../kit/format.ts';
import type { Progress } from '../kit/host.ts';
import type { BaseReference } from '../request/sources.ts';
import { imageOf, openBase, writtenName } from './open-base.ts';
import type { BasePlace } from './place.ts';
import { daemonImage } from './site.ts';

/**
 * Reads which store paths each base holds, read without running anything in it.
 * @throws BaseError, RegistryError, IntegrityError, CancelledError
 */
export async function readBases(references: readonly BaseReference[], place: BasePlace): Promise<BaseStore[]> {
  const stores: BaseStore[] = [];
  for (const reference of references) stores.push(await readOne(reference, place));
  return stores;
}

function readOne(reference: BaseReference, place: BasePlace): Promise<BaseStore> {
  return place.stages.run(`Read the base store of ${writtenName(reference)}`, { unit: 'bytes' }, async (progress) => {
    const store =
      reference.kind === 'daemon'
        ? await readDaemonImage(reference, place)
        : await readLayers(reference, place, progress);
    return [store, formatNumberOf(store.paths.size, 'store path')];
  });
}

async function readLayers(
  reference: Exclude<BaseReference, { kind: 'daemon' }>,
  { registries, arch, host }: BasePlace,
  progress: Progress,
): Promise<BaseStore> {
  const base = await openBase(reference, registries);
  try {
    const store = await readImage(base.source, await imageOf(base, reference, arch), readingFor(host, progress));
    return { ...store, name: writtenName(reference) };
  } finally {
    base.close();
  }
}

/** The image may have no shell to list its store with, so a container of it is made, and read without being started. */
async function readDaemonImage(reference: Extract<BaseReference, { kind: 'daemon' }>, { request, arch, host }: BasePlace): Promise<BaseStore> {
  const engine = await findEngine(request.engine, { signal: host.signal });
  const image = await daemonImage(engine, reference.image, arch);
  const name = newContainerName();
  await using cleanup = new AsyncDisposableStack();
  cleanup.defer(() => engine.remove(name));
  await engine.create(image, name);
  const { stdout, done } = engine.export(name);
  done.catch(() => undefined);
  const contents = await readExport(stdout, reference.text, host.signal);
  await done;
  return { name: reference.text, digest: undefined, ...contents };
}
