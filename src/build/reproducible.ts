import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Delta } from '../delta/delta.ts';
import { BuildError, Failure } from '../kit/errors.ts';
import { formatNumberOf } from '../kit/format.ts';
import type { LayoutLayer } from '../layout/write-layout.ts';
import { rebuild, type SecondBuild } from '../nix/reproduce/rebuild.ts';
import type { NixSite } from '../nix/run/site.ts';
import type { Closure } from '../nix/store/closure.ts';
import { nameOf } from '../nix/store/store-path.ts';
import type { ReproducedFacts } from '../report/build/facts.ts';
import { packAgain, type PackTools } from './pack.ts';

/** How many paths that differ are named. */
const NAMED = 5;

interface Packed {
  readonly closure: Closure;
  readonly delta: Delta;
  /** As they were packed first. */
  readonly layers: readonly LayoutLayer[];
}

/**
 * Builds the delta's own derivations a second time, and packs it a second time.
 * @throws BuildError for the first path that differs, with all of them in its log; CancelledError
 */
export async function checkReproducible(site: NixSite, { closure, delta, layers }: Packed, tools: PackTools): Promise<ReproducedFacts> {
  const folder = join(tools.folder, 'again');
  await mkdir(folder, { recursive: true });
  try {
    const { derivations, fetched } = await tools.stages.run<SecondBuild>('Build the delta a second time', {}, async (progress) => {
      const temporary = site.storeIsHere ? folder : undefined;
      const rebuilt = await rebuild(site, delta.add.map(({ path }) => path), { temporary, onProgress: (done, of) => progress.update(done, `${done + 1} of ${formatNumberOf(of, 'derivation')}`) });
      refuseDiffering(rebuilt.differing);
      return [rebuilt, `${formatNumberOf(rebuilt.derivations, 'derivation')}: the same${rebuilt.fetched === 0 ? '' : `; ${formatNumberOf(rebuilt.fetched, 'path')} fetched, not built again`}`];
    });
    const again = await packAgain(site, closure, delta, { ...tools, folder });
    return { derivations, fetched, layers: comparePacked(layers, again) };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function refuseDiffering(differing: SecondBuild['differing']): void {
  const [first, ...others] = differing;
  if (first === undefined) return;
  const log = differing.slice(0, NAMED).map(({ path, how }) => `${path}: ${how}`);
  const more = others.length === 0 ? '' : ` ${formatNumberOf(others.length, 'further path')} ${others.length === 1 ? 'differs' : 'differ'} too.`;
  throw new BuildError(`${nameOf(first.path)} is not reproducible: built a second time, ${first.how}.${more}`, { derivation: first.derivation, log }, {
    hint: 'Take dates, random numbers and folders of the build out of what it writes (SOURCE_DATE_EPOCH), or use "reproducible: locked" to build once.',
  });
}

/** Layers of earlier releases may be cut differently; those that were packed now are held against the same keys. */
function comparePacked(first: readonly LayoutLayer[], again: readonly LayoutLayer[]): number {
  const digests = new Map(again.map(({ key, digest }) => [key, digest]));
  const compared = first.filter(({ key, file }) => file !== undefined && digests.has(key));
  const differing = compared.find(({ key, digest }) => digests.get(key) !== digest);
  if (differing === undefined) return compared.length;
  throw new Failure(`The layer ${differing.digest} was packed a second time to ${digests.get(differing.key) ?? ''}: packing is not reproducible here.`, {
    hint: 'This is a bug in nix-feature or a fault of the machine: please report it.',
  });
}
