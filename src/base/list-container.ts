import type { Readable } from 'node:stream';
import { BaseError } from '../errors.ts';
import { STORE_DIR, storePathOfName } from '../nix/store-path.ts';
import type { NixSite } from '../nix/site.ts';
import type { BaseStore } from './base-store.ts';
import { indexTar } from './layer-index.ts';
import { foldLayers, foldZstd } from './fold-layers.ts';

// `ls` and a shell are in every image that Nix runs in; `find` is not. Entries of any type are listed: a store path may
// be a single file or a link.
const LIST = `if [ -e /usr/bin/zstd ] || [ -e /bin/zstd ] || [ -e /usr/local/bin/zstd ]; then echo zstd; else echo; fi
if [ -L /nix ] || [ -L ${STORE_DIR} ]; then echo link; elif [ -d ${STORE_DIR} ]; then echo store; ls -1A ${STORE_DIR}/; fi`;

/** What is found in a base. */
export type BaseContents = Pick<BaseStore, 'paths' | 'sizes' | 'hasZstd'>;

/**
 * Which store paths there are where Nix runs: in a container of the base. No store at all is an empty one.
 * @throws BaseError where the store is behind a symbolic link; CommandError, CancelledError
 */
export async function listContainer(site: Pick<NixSite, 'capture' | 'where'>): Promise<BaseContents> {
  const [zstd, kind, ...names] = (await site.capture(['sh', '-c', LIST])).split('\n');
  if (kind === 'link') {
    throw new BaseError(`In ${site.where}, /nix or ${STORE_DIR} is a symbolic link.`, {
      hint: 'Nix does not work with a store behind a symbolic link; use a base image whose /nix and /nix/store are directories.',
    });
  }
  return { paths: new Set(names.map(storePathOfName).filter((path) => path !== undefined)), hasZstd: zstd === 'zstd' };
}

/**
 * Which store paths a container has, from the tar that `docker export` gives of it: for images without a shell.
 * @param where for messages: “the image localhost/bedrock:1”
 * @throws BaseError where the tar can't be read; CancelledError
 */
export async function readExport(tar: Readable, where: string, signal?: AbortSignal): Promise<BaseContents> {
  const layers = [await indexTar(tar, where, signal)];
  const sizes = foldLayers(layers);
  return { paths: new Set(sizes.keys()), sizes, hasZstd: foldZstd(layers) };
}
