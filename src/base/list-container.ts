import type { Readable } from 'node:stream';
import { BaseError } from '../kit/errors.ts';
import type { NixSite } from '../nix/run/site.ts';
import { STORE_DIR, storePathOfName, type StorePath } from '../nix/store/store-path.ts';
import type { BaseContents } from './base-store.ts';
import { contentsOf } from './fold-layers.ts';
import { indexTar } from './layer-index.ts';
import { PLAIN_LS, StoreListing } from './store-listing.ts';

// `ls` and a shell are in every image that Nix runs in; `find` is not. Entries of any type are listed: a store path may
// be a single file or a link. What Nix knows comes first, as a file in the store may have any name.
const LIST = `${PLAIN_LS}
for zstd in /usr/local/bin/zstd /usr/bin/zstd /bin/zstd; do [ -f $zstd ] && [ -x $zstd ] && has=zstd; done; echo $has
if [ -L /nix ] || [ -L ${STORE_DIR} ]; then echo link; exit; fi
nix path-info --all 2>/dev/null && echo known || echo unknown
if [ -d ${STORE_DIR} ]; then ls -lnAR ${STORE_DIR}/; fi`;

/** What a container holds. */
export interface ContainerContents extends BaseContents {
  /** What its Nix takes for valid; undefined if it can't say. */
  readonly registered: ReadonlySet<StorePath> | undefined;
}

/**
 * Lists which store paths there are where Nix runs, in a container of the base, and how large each is. No store at all is an empty
 * one. To be called before anything is built: Nix makes paths again that are not as they should be.
 * @throws BaseError if the store is behind a symbolic link; CommandError, CancelledError
 */
export async function listContainer(site: Pick<NixSite, 'stream' | 'where'>): Promise<ContainerContents> {
  const { stdout, done } = site.stream(['sh', '-c', LIST]);
  const listing = new StoreListing();
  const registered = new Set<StorePath>();
  let [zstd, said]: [string | undefined, string | undefined] = [undefined, undefined];
  for await (const line of linesOf(stdout)) {
    if (zstd === undefined) zstd = line;
    else if (said !== undefined) listing.line(line);
    else if (/^(?:link|known|unknown)$/.test(line)) said = line;
    else {
      const path = storePathOfName(line.slice(STORE_DIR.length + 1));
      if (path !== undefined) registered.add(path);
    }
  }
  await done;
  if (said === 'link') {
    throw new BaseError(`In ${site.where}, /nix or ${STORE_DIR} is a symbolic link.`, {
      hint: 'Nix does not work with a store behind a symbolic link; use a base image whose /nix and /nix/store are directories.',
    });
  }
  return { ...listing.result(), hasZstd: zstd === 'zstd', registered: said === 'known' ? registered : undefined };
}

/** Whole lines, one byte in each char: names in a store may be of any bytes, and their lengths count. */
async function* linesOf(stdout: Readable): AsyncGenerator<string> {
  let rest = '';
  for await (const chunk of stdout) {
    const lines = (rest + (chunk as Buffer).toString('latin1')).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
  if (rest !== '') yield rest;
}

/**
 * Reads which store paths a container has, from the tar that `docker export` gives of it: for images without a shell.
 * @param where for messages: "the image localhost/bedrock:1"
 * @throws BaseError if the tar can't be read; CancelledError
 */
export async function readExport(tar: Readable, where: string, signal?: AbortSignal): Promise<BaseContents> {
  return contentsOf([await indexTar(tar, where, signal)]);
}
