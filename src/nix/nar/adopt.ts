import { createHash } from 'node:crypto';
import { Failure, IntegrityError } from '../../kit/errors.ts';
import { placeOf, type NixSite } from '../run/site.ts';
import { loadDbText, parseDumpedDb, type Registration } from '../store/registration.ts';
import { baseNameOf, compareText, hashPartOf, storePathOfName, STORE_DIR, type StorePath } from '../store/store-path.ts';
import { MentionScanner } from './mention-scan.ts';
import { NarParser, type NarVisitor } from './nar.ts';
import { ReferenceScanner, ReferenceTable } from './reference-scan.ts';

const DATABASE = '/nix/var/nix/db';

/** What is known already, and what is worth knowing on the way. */
export interface AdoptOptions {
  /** What Nix takes for valid, if that is known already. */
  readonly registered?: ReadonlySet<StorePath> | undefined;
  /** The number of paths that were read so far. */
  readonly onProgress?: (done: number) => void;
  /** Paths that are left alone because they name others that aren't there. */
  readonly onTorn?: (paths: readonly StorePath[]) => void;
  /** Paths that the database knew and that aren't there. */
  readonly onLost?: (paths: readonly StorePath[]) => void;
}

/** One path a line; the parser finds by itself where a NAR ends and the next begins. */
const DUMP_SCRIPT = 'while read -r path; do nix-store --dump "$path" </dev/null || exit 1; done';

/**
 * Registers the store paths that lie on disk but are unknown to Nix, as in an image whose store came without its
 * database: without that, Nix would fetch or build them again. Their references are found as Nix finds them after a
 * build, by scanning.
 *
 * A path that names one which is not on disk was torn out of its closure, and so was whatever refers to it. Registered
 * without that reference, a closure would lack the path for ever; left alone, Nix fetches or builds it as it should be.
 *
 * A database that knows paths which are not on disk, as when an upper layer of the image removed them, is of no use: Nix
 * would neither fetch nor build them. It is made again from what it knows of the paths that are there, so that one of which a part
 * is gone is still seen to be incomplete, and from what it does not know; so call this only where nobody else needs it.
 *
 * @param onDisk what `/nix/store` holds
 * @returns how many were registered
 * @throws CommandError, Failure
 */
export async function adopt(site: NixSite, onDisk: ReadonlySet<StorePath>, options: AdoptOptions = {}): Promise<number> {
  const { valid, remembered } = await usablePaths(site, onDisk, options);
  const known = new Set([...valid, ...remembered.map(({ path }) => path)]);
  const unknown = [...onDisk].filter((path) => !known.has(path) && isAdoptable(path)).sort(compareText);
  if (unknown.length === 0 && remembered.length === 0) return 0;

  const table = new ReferenceTable([...unknown, ...[...known].filter((path) => onDisk.has(path))]);
  const there = new Set([...onDisk, ...valid].map(hashPartOf));
  const { registrations: read, torn } = await readPaths(site, unknown, { table, there, ...options });
  for (const { path, references } of remembered) if (!references.every((reference) => onDisk.has(reference))) torn.add(path);
  if (torn.size > 0) options.onTorn?.([...torn].sort(compareText));
  const registrations = withoutCycles(withoutTorn([...remembered, ...read], torn));
  await site.capture(['nix-store', '--load-db'], { input: loadDbText(registrations), env: { NIX_REMOTE: 'local' } });

  const after = await validPaths(site);
  const missed = registrations.find(({ path }) => !after.has(path));
  if (missed !== undefined) throw new Failure(`Nix ${placeOf(site)} did not register ${missed.path} in its database.`);
  return registrations.length;
}

/**
 * Derivations are written again by every evaluation, and their references can't be found by scanning where their sources
 * are gone. The others are what an interrupted Nix leaves behind.
 */
function isAdoptable(path: StorePath): boolean {
  return !/\.(drv|lock|chroot|check)$/.test(baseNameOf(path));
}

interface UsablePaths {
  /** What Nix knows and has. */
  readonly valid: ReadonlySet<StorePath>;
  /** What a database that is gone now knew of paths that are there. */
  readonly remembered: readonly Registration[];
}

async function usablePaths(site: NixSite, onDisk: ReadonlySet<StorePath>, { registered, onLost }: AdoptOptions): Promise<UsablePaths> {
  const valid = registered ?? (await validPaths(site));
  const lost = [...valid].filter((path) => !onDisk.has(path)).sort(compareText);
  if (lost.length === 0) return { valid, remembered: [] };
  onLost?.(lost);
  const dumped = parseDumpedDb(await site.capture(['nix-store', '--dump-db'], { env: { NIX_REMOTE: 'local' } }), placeOf(site));
  // Nix itself would forget a lost path only if no other refers to it.
  await site.capture(['rm', '-rf', DATABASE]);
  return { valid: new Set(), remembered: dumped.filter(({ path }) => onDisk.has(path)) };
}

async function validPaths(site: NixSite): Promise<Set<StorePath>> {
  const lines = (await site.capture(['nix', 'path-info', '--all'], { env: { NIX_REMOTE: 'local' } })).split('\n');
  const paths = lines.map((line) => storePathOfName(line.slice(STORE_DIR.length + 1)));
  return new Set(paths.filter((path) => path !== undefined));
}

interface ReadOptions extends AdoptOptions {
  /** Of what may be registered, or is. */
  readonly table: ReferenceTable;
  /** The hash parts of all that is on disk. */
  readonly there: ReadonlySet<string>;
}

async function readPaths(
  site: NixSite,
  paths: readonly StorePath[],
  { table, there, onProgress }: ReadOptions,
): Promise<{ registrations: Registration[]; torn: Set<StorePath> }> {
  if (paths.length === 0) return { registrations: [], torn: new Set() };
  const { stdout, done } = site.stream(['sh', '-c', DUMP_SCRIPT], { input: `${paths.join('\n')}\n` });
  const registrations: Registration[] = [];
  const torn = new Set<StorePath>();
  let reader: PathReader | undefined;
  for await (const bytes of stdout) {
    let rest = bytes as Buffer;
    while (rest.length > 0) {
      const path = paths[registrations.length];
      if (path === undefined) throw new IntegrityError(`Nix ${placeOf(site)} wrote more paths than requested.`);
      reader ??= new PathReader(path, table);
      rest = reader.write(rest);
      if (!reader.done) continue;
      registrations.push(reader.registration());
      if (reader.mentions.some((hash) => !there.has(hash))) torn.add(path);
      reader = undefined;
      onProgress?.(registrations.length);
    }
  }
  await done;
  if (registrations.length < paths.length) {
    throw new IntegrityError(`Nix ${placeOf(site)} stopped in the middle of ${paths[registrations.length] ?? 'a path'}.`);
  }
  return { registrations, torn };
}

/** Leaves out the torn paths, and what refers to one of them over however many others. */
export function withoutTorn(registrations: readonly Registration[], torn: ReadonlySet<StorePath>): Registration[] {
  if (torn.size === 0) return [...registrations];
  const referrers = new Map<StorePath, StorePath[]>();
  for (const { path, references } of registrations) {
    for (const reference of references) referrers.set(reference, [...(referrers.get(reference) ?? []), path]);
  }
  const out = new Set<StorePath>();
  const open = [...torn];
  for (let path = open.pop(); path !== undefined; path = open.pop()) {
    if (out.has(path)) continue;
    out.add(path);
    open.push(...(referrers.get(path) ?? []));
  }
  return registrations.filter(({ path }) => !out.has(path));
}

/** Hashes, measures and scans one NAR as it comes. */
class PathReader {
  readonly #path: StorePath;
  readonly #parser = new NarParser(NOBODY);
  readonly #hash = createHash('sha256');
  readonly #scanner: ReferenceScanner;
  readonly #mentions = new MentionScanner();
  #size = 0;

  constructor(path: StorePath, table: ReferenceTable) {
    this.#path = path;
    this.#scanner = new ReferenceScanner(table);
  }

  get done(): boolean {
    return this.#parser.done;
  }

  /** The hash parts of the store paths that are named in full. */
  get mentions(): readonly string[] {
    return [...this.#mentions.found];
  }

  /** @returns what lies behind the end of the NAR */
  write(chunk: Buffer): Buffer {
    const used = this.#parser.write(chunk);
    const own = chunk.subarray(0, used);
    this.#hash.update(own);
    this.#scanner.write(own);
    this.#mentions.write(own);
    this.#size += used;
    return chunk.subarray(used);
  }

  registration(): Registration {
    return {
      path: this.#path,
      narHash: this.#hash.digest('hex'),
      narSize: this.#size,
      references: [...this.#scanner.found].sort(compareText),
    };
  }
}

const NOBODY: NarVisitor = {
  directory: () => undefined,
  file: () => undefined,
  contents: () => undefined,
  fileEnd: () => undefined,
  symlink: () => undefined,
};

/**
 * Removes circles of references: Nix refuses paths that refer to each other in a circle. A build can't make such ones, but a text that merely lists
 * store paths can look like it; there the reference that closes the circle is dropped.
 */
export function withoutCycles(registrations: readonly Registration[]): Registration[] {
  const byPath = new Map(registrations.map((registration) => [registration.path, registration]));
  const kept = new Map<StorePath, StorePath[]>(registrations.map(({ path }) => [path, []]));
  const state = new Map<StorePath, 'open' | 'closed'>();
  for (const { path: root } of registrations) {
    // Depth first, without recursion: chains of references can be long.
    const stack = state.has(root) ? [] : [{ path: root, next: 0 }];
    for (let frame = stack.at(-1); frame !== undefined; frame = stack.at(-1)) {
      state.set(frame.path, 'open');
      const reference = byPath.get(frame.path)?.references[frame.next++];
      if (reference === undefined) {
        state.set(frame.path, 'closed');
        stack.pop();
      } else if (reference === frame.path || state.get(reference) !== 'open') {
        kept.get(frame.path)?.push(reference);
        if (byPath.has(reference) && !state.has(reference)) stack.push({ path: reference, next: 0 });
      }
    }
  }
  return registrations.map((registration) => Object.assign({}, registration, { references: kept.get(registration.path) ?? [] }));
}
