import { createWriteStream } from 'node:fs';
import { rename } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { formatBytes, formatNumberOf } from '../kit/format.ts';
import type { Job } from '../kit/host.ts';
import { inStage } from '../kit/stages.ts';
import type { Descriptor } from '../oci/format/manifest.ts';
import type { Registry } from '../oci/pull/registry.ts';
import { isOnDisk, type LayoutPlatform } from './built-layout.ts';

/**
 * Brings layers that a layout lacks, because a release had packed them, into it.
 * @throws RegistryError, IntegrityError if they are not what their digests say, CancelledError
 */
export async function fetchLayers(platforms: readonly LayoutPlatform[], reader: Registry, job: Job): Promise<void> {
  const missing = new Map<string, Descriptor>();
  for (const platform of platforms) {
    for (const layer of [...platform.layers, ...platform.complement]) {
      if (!(await isOnDisk(platform, layer))) missing.set(platform.fileOf(layer), layer);
    }
  }
  if (missing.size === 0) return;
  const total = [...missing.values()].reduce((sum, { size }) => sum + size, 0);
  await inStage(job, 'Fetch the reused layers', { unit: 'bytes', total }, async () => {
    for (const [file, layer] of missing) {
      // A blob's name never stands for half of it.
      await pipeline(reader.blob(layer), createWriteStream(`${file}.part`), { signal: job.signal });
      await rename(`${file}.part`, file);
    }
    return [undefined, `${formatNumberOf(missing.size, 'layer')}, ${formatBytes(total)}`];
  });
}
