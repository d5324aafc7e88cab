/** Folders that what is installed lies in, and where an image has them as folders must have them in one more layer. */
const FOLDERS: ReadonlySet<string> = new Set(
  [
    'etc etc/profile.d etc/fish etc/fish/conf.d',
    'nix nix/store nix/var nix/var/nix nix/var/nix/gcroots nix/var/nix/db',
    'opt opt/nix-feature usr usr/local usr/local/bin var var/lib var/lib/nix-feature',
  ].flatMap((line) => line.split(' ')),
);

export const DATABASE = 'nix/var/nix/db/db.sqlite';
/** What SQLite has not yet put into a database, and an index of that. */
export const DATABASE_LOG = `${DATABASE}-wal`;
export const DATABASE_INDEX = `${DATABASE}-shm`;
/** What SQLite takes back of a database when it opens it, if a program ended in the midst of writing. */
export const DATABASE_JOURNAL = `${DATABASE}-journal`;
export const PATH_LIST = 'opt/nix-feature/.path';
export const RECORDS = 'var/lib/nix-feature';
export const DOOR = 'usr/local/bin/nix-feature-ctl';

const RECORD = /^var\/lib\/nix-feature\/[^/]+(?:\/runtime)?$/;
/** Not deeper than any image has it. */
const NIX_STORE = /^(?:[^/]+\/){0,8}bin\/nix-store$/;

/** Must what an image has of this name be known, so that a layer can be laid over it? Names are without the first slash. */
export function isWanted(path: string): boolean {
  return FOLDERS.has(path) || [DATABASE, DATABASE_LOG, DATABASE_INDEX, DATABASE_JOURNAL, PATH_LIST, DOOR].includes(path) || RECORD.test(path) || NIX_STORE.test(path);
}

/** How the contents of a file are wanted: a short text in memory, or all of it on disk. */
export function wantedContents(path: string): 'text' | 'file' | undefined {
  if (path === PATH_LIST || (path.startsWith(`${RECORDS}/`) && path.endsWith('/runtime'))) return 'text';
  return [DATABASE, DATABASE_LOG, DATABASE_JOURNAL].includes(path) ? 'file' : undefined;
}
