import { rm } from 'node:fs/promises';
import { messageOf } from '../../kit/errors.ts';
import type { Host } from '../../kit/host.ts';
import type { PathInfo } from '../../nix/store/closure.ts';
import type { StorePath } from '../../nix/store/store-path.ts';
import type { CacheReport } from '../../report/runs/cache.ts';
import { packKey, type PackRequest } from './pack-keys.ts';
import { pathsOfPack } from './pack-source.ts';
import { writePack } from './write-pack.ts';

/** Of what a pack is made. */
interface PackOf {
  /** Where the last pack lies, and where the new one goes. */
  readonly session: { readonly pack: string; readonly newPack: string };
  readonly built: readonly PathInfo[];
  /** What the job took from the last pack. */
  readonly used: ReadonlySet<string>;
  readonly pack: PackRequest;
}

/** Saves what a job built, with what it used before, as one entry of the cache. Never throws: a pack only spares work. */
export async function savePack({ session, built, used, pack }: PackOf, host: Pick<Host, 'cache' | 'warning'>): Promise<CacheReport['packed']> {
  if (built.length === 0) return undefined;
  try {
    const before = await pathsOfPack(session.pack);
    const paths = choosePack({ built, before, used: used as ReadonlySet<StorePath>, budget: pack.budget });
    const fresh = new Set(built.map(({ path }) => path));
    if (!paths.some(({ path }) => fresh.has(path))) {
      host.warning(`Nothing that the job built fits into the pack: "budget" is ${pack.budget} bytes.`);
      return undefined;
    }
    await writePack(session.newPack, paths, { before: session.pack, built: fresh });
    await host.cache.save(packKey(pack.place, paths.map(({ path }) => path)), session.newPack);
    return { paths: paths.length, bytes: paths.reduce((sum, { narSize }) => sum + narSize, 0) };
  } catch (error) {
    host.warning(`What the job built is not kept for the next one: ${messageOf(error)}`);
    return undefined;
  } finally {
    await rm(session.newPack, { recursive: true, force: true }).catch(() => undefined);
  }
}

/** What a pack may be made of. */
export interface PackParts {
  /** What the job built. */
  readonly built: readonly PathInfo[];
  /** What the last pack holds; what was used last comes first. */
  readonly before: readonly PathInfo[];
  /** What the job took from it. */
  readonly used: ReadonlySet<StorePath>;
  /** Bytes of NARs. */
  readonly budget: number;
}

/** Chooses the paths of a pack: first those that were built, then those that were used, then those that were used before, within the budget. */
export function choosePack({ built, before, used, budget }: PackParts): readonly PathInfo[] {
  const fresh = new Set(built.map(({ path }) => path));
  const older = before.filter(({ path }) => !fresh.has(path));
  const ordered = [...built, ...older.filter(({ path }) => used.has(path)), ...older.filter(({ path }) => !used.has(path))];
  let left = budget;
  return ordered.filter(({ narSize }) => {
    if (narSize > left) return false;
    left -= narSize;
    return true;
  });
}
