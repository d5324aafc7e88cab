import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { packLayers, type PackedLayer } from '../../src/archive/layers/pack-layers.ts';
import type { NixSite } from '../../src/nix/run/site.ts';
import type { StorePath } from '../../src/nix/store/store-path.ts';
import type { Compression } from '../../src/request/build.ts';
import { closureOfTrees, exportOf, type TestPath } from '../nix/nar-builder.ts';

/** A real layer, and its bytes. */
type PackedBytes = Omit<PackedLayer, 'file' | 'leaks'> & { readonly bytes: Buffer };

const packed = new Map<string, Promise<readonly PackedBytes[]>>();

/** A place where `nix-store --export` gives these bytes. */
function siteThatExports(bytes: Buffer): NixSite {
  return {
    where: 'the test',
    system: 'x86_64-linux',
    storeIsHere: false,
    capture: () => Promise.reject(new Error('not used')),
    stream: () => ({ stdout: Readable.from([bytes], { objectMode: false }), done: Promise.resolve() }),
  };
}

/**
 * Packs store paths into layers. The same paths give the same layers, so each test file packs them once: it takes threads, and these take
 * long to start.
 */
export function packedOnce(paths: readonly TestPath[], groups: readonly (readonly StorePath[])[], compression: Compression = 'gzip'): Promise<readonly PackedBytes[]> {
  const ordered = groups.flatMap((group) => [...group].sort()).map((each) => paths.find((known) => known.path === each)!);
  const bytes = exportOf(ordered);
  const closure = closureOfTrees(paths);
  const key = createHash('sha256').update(JSON.stringify([groups, compression, [...closure]])).update(bytes).digest('hex');
  const known = packed.get(key) ?? pack(siteThatExports(bytes), closure, groups, compression);
  packed.set(key, known);
  return known;
}

async function pack(site: NixSite, closure: ReturnType<typeof closureOfTrees>, groups: readonly (readonly StorePath[])[], compression: Compression): Promise<PackedBytes[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'packed-once-'));
  try {
    const layers = await packLayers(site, closure, groups, { folder, compression, jobs: 1 });
    return layers.map(({ file, leaks: _leaks, ...layer }) => ({ ...layer, bytes: readFileSync(file) }));
  } finally {
    rmSync(folder, { recursive: true });
  }
}
