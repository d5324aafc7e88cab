import { closeSync, openSync, writeSync } from 'node:fs';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ExportVisitor } from '../../nix/nar/export.ts';
import { NarEncoder } from '../../nix/nar/nar-encoder.ts';
import { readStore } from '../../nix/nar/store-reader.ts';
import type { PathInfo } from '../../nix/store/closure.ts';
import { hashPartOf, type StorePath } from '../../nix/store/store-path.ts';
import { narFileName } from '../layer-nars.ts';
import { PACK_INDEX, packIndexText } from './pack-index.ts';

/** Where the NARs of a pack come from. */
export interface PackSources {
  /** Where the last pack lies; its NARs are moved. */
  readonly before: string;
  /** What is read from the store. */
  readonly built: ReadonlySet<StorePath>;
}

/**
 * Writes a pack into a folder, which is made.
 * @param paths what was used last first
 * @throws IntegrityError if a path of the store is not what Nix says; errors of the file system
 */
export async function writePack(folder: string, paths: readonly PathInfo[], { before, built }: PackSources): Promise<void> {
  await mkdir(folder);
  for (const info of paths) {
    const name = narFileName(hashPartOf(info.path));
    if (built.has(info.path)) writeNar(info, join(folder, name));
    else await rename(join(before, name), join(folder, name));
  }
  await writeFile(join(folder, PACK_INDEX), packIndexText(paths));
}

class StoreNar extends NarEncoder implements ExportVisitor {
  beginPath(): void {}

  endPath(): void {
    this.finish();
  }
}

function writeNar(info: PathInfo, file: string): void {
  const descriptor = openSync(file, 'wx', 0o600);
  try {
    const visitor = new StoreNar((bytes) => {
      for (let at = 0; at < bytes.length; ) at += writeSync(descriptor, bytes, at);
    });
    for (const _ of readStore([info], visitor));
  } finally {
    closeSync(descriptor);
  }
}
