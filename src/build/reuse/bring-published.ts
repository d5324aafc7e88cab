import { rm } from 'node:fs/promises';
import { CommandError, Failure, messageOf } from '../../kit/errors.ts';
import { formatBytes, formatNumberOf } from '../../kit/format.ts';
import type { Job } from '../../kit/host.ts';
import { makeTemporary } from '../../kit/temporary.ts';
import { outputsToBuild } from '../../nix/flake/build.ts';
import type { ResolvedFlake } from '../../nix/flake/flake.ts';
import { importPaths, type ImportedPath } from '../../nix/nar/import.ts';
import { captureInRuns } from '../../nix/run/capture-in-runs.ts';
import type { NixSite } from '../../nix/run/site.ts';
import { hashPartOf, isStorePath, type StorePath } from '../../nix/store/store-path.ts';
import { Registries } from '../../oci/pull/registries.ts';
import type { Arch } from '../../platform.ts';
import type { BuildRequest } from '../../request/build.ts';
import { Catalogue } from '../../serve/catalogue.ts';
import type { HeldPath } from '../../serve/nar-source.ts';
import { NarStock } from '../../serve/nar-stock.ts';
import { readFeatures } from '../../serve/read-features.ts';
import { chooseImports, reachable } from './choose-imports.ts';

/** Nobody waits long for what only spares work. Milliseconds. */
const PATIENCE = { policy: { attempts: 2, deadline: 20_000 }, idleTimeout: 15_000 } as const;
/** Features of a namespace that are looked at. */
const MOST_FEATURES = 200;

/** A build that may take what is published. */
export interface ReusingBuild {
  readonly request: Pick<BuildRequest, 'reuse' | 'registry' | 'namespace' | 'credentials' | 'shareWith'>;
  /** The Feature's own. */
  readonly id: string;
  readonly arch: Arch;
  readonly job: Job;
}

/**
 * Puts into the store what would have to be built and is in a published Feature of the namespace. It only spares work: if
 * it can't be done, the log says why, and all is built.
 * @throws BuildError, SetupError, Failure of the flake's evaluation, which the build would meet as well; CancelledError
 */
export async function bringPublished(site: NixSite, flake: ResolvedFlake, build: ReusingBuild): Promise<void> {
  const { request, job } = build;
  if (!request.reuse || request.namespace === '') return;
  const wanted = await outputsToBuild(site, flake);
  if (wanted.length === 0) return;
  try {
    await using cleanup = new AsyncDisposableStack();
    const catalogue = await readCatalogue(build, cleanup);
    const found = wanted.filter((path) => catalogue.find(hashPartOf(path))?.info.path === path);
    if (found.length > 0) await bring(site, found, catalogue, job);
  } catch (error) {
    if (job.signal.aborted || !(error instanceof Failure)) throw error;
    job.info(`What is published is not reused: ${messageOf(error)}`);
  }
}

async function readCatalogue({ request, id, arch, job }: ReusingBuild, cleanup: AsyncDisposableStack): Promise<Catalogue> {
  const { registry, namespace, shareWith } = request;
  const catalogue = new Catalogue();
  const first = new Set([id, ...shareWith]);
  const registries = new Registries(request, { ...job, warning: (message) => job.debug(message) });
  const by = { registries, arches: [arch], patience: PATIENCE, most: MOST_FEATURES, first };
  const repositories = [namespace, ...[...first].map((each) => `${namespace}/${each}`)];
  for (const [index, repository] of repositories.entries()) {
    // The collection names all others, if there is one.
    if (index > 0 && catalogue.size > 0) break;
    try {
      await readFeatures({ registry, repository }, catalogue, by, cleanup);
    } catch (error) {
      if (job.signal.aborted || !(error instanceof Failure)) throw error;
      job.debug(`Nothing is reused from ${registry}/${repository}: ${messageOf(error)}`);
    }
  }
  return catalogue;
}

async function bring(site: NixSite, wanted: readonly StorePath[], catalogue: Catalogue, job: Job): Promise<void> {
  const held = chooseImports(wanted, catalogue, await validOf(site, reachable(wanted, catalogue), catalogue));
  if (held.length === 0) return;
  await using cleanup = new AsyncDisposableStack();
  const folder = await makeTemporary('nix-feature-reuse');
  cleanup.defer(() => rm(folder, { recursive: true, force: true }));
  const progress = job.stage('Reuse what is published', { unit: 'paths', total: held.length });
  const imported = await fetchAll(held, new NarStock({ folder, signal: job.signal }, job), (done) => progress.update(done));
  try {
    await importPaths(site, imported);
    progress.end(`${formatNumberOf(imported.length, 'store path')}, ${formatBytes(imported.reduce((sum, { info }) => sum + info.narSize, 0))}`);
  } catch (error) {
    progress.end('failed');
    throw error;
  }
}

/** Those whose layers give them, as far as what they refer to is given too. */
async function fetchAll(held: readonly HeldPath[], stock: NarStock, done: (count: number) => void): Promise<readonly ImportedPath[]> {
  const fetched: ImportedPath[] = [];
  const lacking = new Set<StorePath>();
  for (const path of held) {
    const { info } = path;
    const nar = info.references.some((reference) => lacking.has(reference)) ? undefined : await stock.narOf(path);
    if (nar === undefined) lacking.add(info.path);
    else fetched.push({ info, file: nar.file });
    done(fetched.length);
  }
  return fetched;
}

/** What the store has of some paths. What it lacks and no Feature holds may be in a binary cache. */
async function validOf(site: NixSite, paths: ReadonlySet<StorePath>, catalogue: Catalogue): Promise<ReadonlySet<StorePath>> {
  const invalid = await invalidOf(site, [...paths]);
  const foreign = invalid.filter((path) => catalogue.find(hashPartOf(path))?.info.path !== path);
  const fetched = foreign.length > 0 && (await isFetched(site, foreign));
  const lacking = new Set(fetched ? invalid.filter((path) => !foreign.includes(path)) : invalid);
  return new Set([...paths].filter((path) => !lacking.has(path)));
}

async function invalidOf(site: NixSite, paths: readonly StorePath[]): Promise<readonly StorePath[]> {
  const listed = await captureInRuns(site, ['nix-store', '--check-validity', '--print-invalid'], paths);
  return listed.split('\n').filter(isStorePath);
}

async function isFetched(site: NixSite, paths: readonly StorePath[]): Promise<boolean> {
  // It would be built.
  if (paths.some((path) => path.endsWith('.drv'))) return false;
  try {
    await captureInRuns(site, ['nix-store', '--realise'], paths);
    return true;
  } catch (error) {
    if (error instanceof CommandError) return false;
    throw error;
  }
}
