import { Failure } from '../../kit/errors.ts';

declare const brand: unique symbol;

/** `/nix/store/<hash>-<name>`, checked. Sorts as its text does. */
export type StorePath = string & { readonly [brand]: 'StorePath' };

export const STORE_DIR = '/nix/store';

// Nix manual, "Store path": 32 characters of Nix's base 32 (no e, o, t, u), a dash, and a name of up to 211
// characters out of [0-9a-zA-Z+-._?=]. A name may begin with a dot since Nix 2.21, but never be `.` or `..` or begin
// with these and a dash.
const BASE_NAME = /^[0-9abcdfghijklmnpqrsvwxyz]{32}-(?!\.{1,2}(?:-|$))[0-9a-zA-Z+\-._?=]{1,211}$/;

/** Tells whether an entry of `/nix/store` with this name is a store path. `.links`, lock files and so on are not. */
export function isStoreName(name: string): boolean {
  return BASE_NAME.test(name);
}

export function isStorePath(text: string): text is StorePath {
  return text.startsWith(`${STORE_DIR}/`) && isStoreName(text.slice(STORE_DIR.length + 1));
}

/** @throws Failure if `text` is no store path (a file inside one isn't either) */
export function parseStorePath(text: string): StorePath {
  if (!isStorePath(text)) {
    throw new Failure(
      `"${text}" is not a Nix store path: expected ${STORE_DIR}/<32 characters of Nix base 32>-<name>` +
        (text.startsWith('/') && text.includes('/store/') && !text.startsWith(`${STORE_DIR}/`)
          ? `; stores elsewhere than ${STORE_DIR} are not supported.`
          : '.'),
    );
  }
  return text;
}

/** Returns the store path of an entry of `/nix/store`, or undefined if the entry is none. */
export function storePathOfName(name: string): StorePath | undefined {
  return isStoreName(name) ? (`${STORE_DIR}/${name}` as StorePath) : undefined;
}

/** Returns `<hash>-<name>` */
export function baseNameOf(path: StorePath): string {
  return path.slice(STORE_DIR.length + 1);
}

/** Returns the 32 characters that a reference to this path is found by. */
export function hashPartOf(path: StorePath): string {
  return path.slice(STORE_DIR.length + 1, STORE_DIR.length + 33);
}

/** Returns what a person calls it: the part behind the hash. */
export function nameOf(path: StorePath): string {
  return path.slice(STORE_DIR.length + 34);
}

/** Compares texts by their code units; store paths are ASCII, so this is byte order. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
