import { parsedJson } from '../../json/parse-json.ts';
import { CommandError, Failure } from '../../kit/errors.ts';
import { printable } from '../../kit/format.ts';
import type { NixSite } from '../run/site.ts';
import { isStorePath, STORE_DIR, type StorePath } from '../store/store-path.ts';
import { describeContents, firstDifference } from './difference.ts';
import { listNar, readNarFile } from './nar-listing.ts';

/** A path that a second build made differently. */
export interface Unreproduced {
  readonly path: StorePath;
  readonly derivation: StorePath;
  /** The first place that differs, and how: the end of a sentence. */
  readonly how: string;
}

export interface SecondBuild {
  /** Derivations that were built a second time. */
  readonly derivations: number;
  /** Paths that were fetched, so that nothing was built here that could be built again. */
  readonly fetched: number;
  readonly differing: readonly Unreproduced[];
}

/**
 * Builds a second time what made these paths, each derivation by itself, and compares.
 * @param temporary a folder for what a build leaves behind if it differs; undefined: the place's own
 * @param onProgress called with the number of derivations that are done
 * @throws Failure if a second build does not come to its end; CancelledError
 */
export async function rebuild(site: NixSite, paths: readonly StorePath[], { temporary, onProgress }: { readonly temporary: string | undefined; readonly onProgress: (done: number, of: number) => void }): Promise<SecondBuild> {
  const built = await builtHere(site, paths);
  const derivations = Map.groupBy(built, ({ derivation }) => derivation);
  const differing: Unreproduced[] = [];
  let done = 0;
  for (const [derivation, outputs] of derivations) {
    onProgress(done++, derivations.size);
    await checkOne(site, derivation, temporary);
    for (const { path } of outputs) {
      const how = await differenceOf(site, path);
      if (how !== undefined) differing.push({ path, derivation, how });
    }
  }
  return { derivations: derivations.size, fetched: paths.length - built.length, differing };
}

interface BuiltPath {
  readonly path: StorePath;
  readonly derivation: StorePath;
}

/** Those that were built in this store. To build fetched ones again, Nix would have to fetch their build dependencies too. */
async function builtHere(site: NixSite, paths: readonly StorePath[]): Promise<readonly BuiltPath[]> {
  if (paths.length === 0) return [];
  const infos = infosOf(await infoJson(site, paths));
  const here = infos.filter(({ path, derivation, ultimate }) => ultimate && paths.includes(path) && derivation !== undefined);
  return here.flatMap(({ path, derivation }) => (derivation === undefined ? [] : [{ path, derivation }]));
}

async function infoJson(site: NixSite, paths: readonly StorePath[]): Promise<string> {
  try {
    return await site.capture(['nix', 'path-info', '--json', ...paths]);
  } catch (error) {
    if (!(error instanceof CommandError && error.stderr.includes('--json-format'))) throw error;
    return site.capture(['nix', 'path-info', '--json', '--json-format', '1', ...paths]);
  }
}

interface Info {
  readonly path: StorePath;
  readonly derivation: StorePath | undefined;
  readonly ultimate: boolean;
}

function infosOf(json: string): readonly Info[] {
  const parsed = parsedJson(json, (why) => {
    throw new Failure(`"nix path-info --json" gave an invalid answer: ${why}.`);
  });
  const entries: (readonly [unknown, unknown])[] = Array.isArray(parsed) ? parsed.map((info: unknown) => [Object(info).path as unknown, info] as const) : Object.entries(Object(parsed) as object);
  return entries.flatMap(([path, info]) => {
    const { deriver, ultimate } = Object(info) as { deriver?: unknown; ultimate?: unknown };
    const store = storePathOf(path);
    return store === undefined ? [] : [{ path: store, derivation: storePathOf(deriver), ultimate: ultimate === true }];
  });
}

/** Some answers leave the store's folder out. */
function storePathOf(value: unknown): StorePath | undefined {
  if (typeof value !== 'string') return undefined;
  const path = value.startsWith('/') ? value : `${STORE_DIR}/${value}`;
  return isStorePath(path) ? path : undefined;
}

/** Nix ends with an error if an output differs, and leaves the second one beside the first: `…-jq-1.7.check`. */
async function checkOne(site: NixSite, derivation: StorePath, temporary: string | undefined): Promise<void> {
  try {
    await site.capture(['nix-store', '--realise', '--check', '--keep-failed', derivation], temporary === undefined ? {} : { env: { TMPDIR: temporary } });
  } catch (error) {
    if (!(error instanceof CommandError)) throw error;
    if (/may not be deterministic/.test(error.stderr)) return;
    const reason = error.stderr.split('\n').findLast((line) => /error:/.test(line)) ?? error.message;
    throw new Failure(`${printable(derivation)} could not be built a second time: ${printable(reason.replace(/^.*?error: */, ''))}`, { cause: error, hint: 'Use "reproducible: locked" to build once.' });
  }
}

/** @returns undefined if the second build made the same */
async function differenceOf(site: NixSite, path: StorePath): Promise<string | undefined> {
  const second = `${path}.check`;
  const found = await site.capture(['sh', '-c', 'if [ -e "$1" ] || [ -L "$1" ]; then echo there; fi', 'sh', second]);
  if (found.trim() !== 'there') return undefined;
  try {
    const difference = firstDifference(await listNar(site, path), await listNar(site, second));
    if (difference === undefined) return undefined;
    const { place, how, inContents } = difference;
    const text = inContents ? describeContents(await readNarFile(site, path, place), await readNarFile(site, second, place)) : how;
    return place === '' ? text : `${printable(place)} ${text}`;
  } finally {
    await site.capture(['sh', '-c', 'chmod -R u+w "$1"; rm -rf "$1"', 'sh', second]).catch(() => undefined);
  }
}
