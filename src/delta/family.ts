import { nameOf, type StorePath } from '../nix/store-path.ts';

/**
 * What stays of a path's name from version to version: parts that begin with a digit are versions, wherever they stand,
 * so that outputs keep apart (`openssl-3.0.7-bin` is of the family `openssl-#-bin`).
 */
export function familyOf(path: StorePath): string {
  return nameOf(path).replaceAll(/(?<=^|-)\d[^-]*(?:-\d[^-]*)*/g, '#');
}
