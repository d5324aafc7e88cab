import { rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { ClosureEntry } from '../../delta/document/delta-document.ts';
import { BaseError } from '../../kit/errors.ts';
import { formatNumberOf } from '../../kit/format.ts';
import type { Log } from '../../kit/host.ts';
import type { BaseTree } from '../base/base-tree.ts';
import { registerPaths } from '../base/nix-database.ts';
import { DATABASE, DATABASE_INDEX, DATABASE_JOURNAL, DATABASE_LOG, DOOR, PATH_LIST, RECORDS } from '../base/wanted-files.ts';
import { featureItems, type InstalledFeature } from './feature-items.ts';
import { canBeFolder, isFolder, whiteout, withFolders, type LayerItem } from './layer-items.ts';
import { pathListText } from './shell-files.ts';
import { writeLayer, type WrittenLayer } from './write-layer.ts';

/** What the layer is made of. */
export interface OwnLayerFacts {
  /** As the user named the base. */
  readonly base: string;
  readonly tree: BaseTree;
  readonly features: readonly InstalledFeature[];
  /** The text of the install runtime. */
  readonly runtime: string;
  /** Seconds since the epoch; undefined: the first one. */
  readonly created: number | undefined;
}

/** Layers of store paths have these two, as every store has them, and this base may have them otherwise. */
const STORE: readonly string[] = ['nix', 'nix/store'];
const NUMBER = /^nf_runtime=(\d+)$/m;

/**
 * Writes the layer of an image that no Feature has: all that an installation leaves besides store paths.
 * @param work a folder for files
 * @throws BaseError whose message is the end of a sentence about the base
 */
export async function composeLayer({ base, tree, features, runtime, created }: OwnLayerFacts, work: string, log: Pick<Log, 'warning' | 'notice'>): Promise<WrittenLayer> {
  for (const { document } of features) if (tree.has(`${RECORDS}/${document.feature.id}`)) throw new BaseError(`it has the Feature ${document.feature.id} already`, { hint: 'Use a base image without it, or leave the Feature out.' });
  refuseForeignStore(tree);
  const database = await registered(base, tree, features, { time: created ?? 1, log });
  const facts = {
    runtime,
    runtimeNumber: Number(NUMBER.exec(runtime)?.[1] ?? 0),
    registered: database === undefined ? ('waiting' as const) : ('yes' as const),
    profile: isFolder('etc', tree) && canBeFolder('etc/profile.d', tree),
    fish: isFolder('etc/fish', tree) && canBeFolder('etc/fish/conf.d', tree),
  };
  const items: readonly LayerItem[] = [
    ...features.flatMap((feature) => featureItems(feature, facts)),
    ...pathList(tree, features),
    ...door(tree, features, facts.runtimeNumber),
    ...(database ?? []),
  ];
  return writeLayer(withFolders(items, tree, STORE), join(work, 'layer.tar.gz'));
}

/** A store that a user owns is that user's to collect garbage in, and layers hold files of root. */
function refuseForeignStore(tree: BaseTree): void {
  const { owner = { uid: 0 } } = tree.get('nix/store') ?? {};
  if (owner.uid !== 0) throw new BaseError(`its /nix/store belongs to the user ${owner.uid}, and the layers of Features to root`, { hint: 'Build the image with the dev container tools, which give the paths to that user; or use a base image whose store belongs to root.' });
}

function pathList(tree: BaseTree, features: readonly InstalledFeature[]): readonly LayerItem[] {
  const text = pathListText(tree.get(PATH_LIST)?.text, features.map(({ document }) => ({ id: document.feature.id, env: document.env })));
  return text === '' ? [] : [{ path: PATH_LIST, type: 'file', mode: 0o644, bytes: Buffer.from(text) }];
}

/** nix-feature-ctl is the newest runtime that there is (install/parts/door.sh). */
function door(tree: BaseTree, features: readonly InstalledFeature[], number: number): readonly LayerItem[] {
  const node = tree.get(DOOR);
  const isOurs = node?.type === 'symlink' && /^\/var\/lib\/nix-feature\/[^/]+\/install\.sh$/.test(node.target);
  const folder = DOOR.slice(0, DOOR.lastIndexOf('/'));
  if ((node !== undefined && !isOurs) || !isFolder(folder, tree)) return [];
  const newest = [...tree].reduce((most, [path, { text = '' }]) => (path.endsWith('/runtime') && /^\d{1,9}\n?$/.test(text) ? Math.max(most, Number(text)) : most), 0);
  const [first] = features.map(({ document }) => document.feature.id).toSorted();
  return first === undefined || (isOurs && newest >= number) ? [] : [{ path: DOOR, type: 'symlink', target: `/${RECORDS}/${first}/install.sh` }];
}

/** @returns what the database is replaced with; undefined: it is not told, and `nix-feature-ctl register` tells a Nix later */
async function registered(base: string, tree: BaseTree, features: readonly InstalledFeature[], { time, log }: { readonly time: number; readonly log: Pick<Log, 'warning' | 'notice'> }): Promise<readonly LayerItem[] | undefined> {
  const node = tree.get(DATABASE);
  if (node === undefined) {
    if ([...tree.keys()].some((path) => path.endsWith('bin/nix-store'))) log.notice(`${base} has Nix and no Nix database. "nix-feature-ctl register" in the image tells Nix of the Features; until then a garbage collection deletes what they brought.`);
    return undefined;
  }
  if (node.file === undefined || !isFolder(DATABASE.slice(0, DATABASE.lastIndexOf('/')), tree)) throw new BaseError('its Nix database is not a plain file in plain folders');
  await putLogBeside(node.file, tree);
  const entries = new Map(features.flatMap(({ document }) => document.closure).map((entry) => [entry.path, entry] as const));
  const shipped = new Map(features.flatMap(({ document }) => document.closure.filter((entry) => entry.in === 'delta')).map((entry): [string, ClosureEntry] => [entry.path, entry]));
  const required = new Set([...entries.keys()].filter((path) => !shipped.has(path)));
  const unknown = await registerPaths(node.file, { shipped: [...shipped.values()], required, time });
  if (unknown.length > 0) {
    log.warning(`The Nix database of ${base} does not know ${formatNumberOf(unknown.length, 'store path')} of the base that the Features rely on (such as ${unknown[0] ?? ''}), so it is told nothing of the Features. "nix-feature-ctl register" in the image tells it; until then a garbage collection deletes what they brought.`);
    return undefined;
  }
  const { size } = await stat(node.file);
  const { mode, owner } = node;
  return [{ path: DATABASE, type: 'file', mode, owner, file: node.file, size }, ...[DATABASE_LOG, DATABASE_INDEX, DATABASE_JOURNAL].filter((path) => tree.has(path)).map(whiteout)];
}

/**
 * SQLite looks for a log beside the database. It must be the one that the image has, which another layer may have brought; if the
 * image has none, what a layer had of it counts no more.
 * @throws BaseError if it is not known what the database holds
 */
async function putLogBeside(database: string, tree: BaseTree): Promise<void> {
  const [log, journal] = [tree.get(DATABASE_LOG), tree.get(DATABASE_JOURNAL)];
  if (log !== undefined && log.file === undefined) throw new BaseError('the log of its Nix database is not a plain file');
  // It may name other files, which SQLite would look for and delete.
  if (journal !== undefined && (journal.file === undefined || (await stat(journal.file)).size > 0)) {
    throw new BaseError('its Nix database was being written when the image was made', { hint: 'Run nix-store --verify when the base is made, after the last command that uses Nix.' });
  }
  await rm(`${database}-journal`, { force: true });
  if (log?.file === undefined) await rm(`${database}-wal`, { force: true });
  else if (log.file !== `${database}-wal`) await rename(log.file, `${database}-wal`);
}
