import { isStoreName, STORE_DIR, storePathOfName, type StorePath } from '../nix/store/store-path.ts';
import { ContentsBuilder, narSizeOfContents, UNKNOWN, weightOf } from './path-contents.ts';

/** Mode, links, owner, group, size (or major and minor), a date of three words, a name; as GNU's and BusyBox's `ls` have it. */
const LINE = /^([-dlbcps])([-rwxsStT]{9})\S* +\d+ +\d+ +\d+ +(?:(\d+)|\d+, +\d+) +\S+ +\S+ +\S+ (.*)$/;

/** For a shell, before `ls`: lines are then as the parser wants them, whatever the image has in its environment. */
export const PLAIN_LS = 'unset TIME_STYLE QUOTING_STYLE BLOCK_SIZE LS_BLOCK_SIZE BLOCKSIZE; export LC_ALL=C';

/**
 * What `ls -lnAR` says of the store, or of some store paths: which there are, and the size of the NAR that each would make.
 * Lines hold one byte in each char (latin1). A name with a line break in it leaves the size of its path open.
 */
export class StoreListing {
  readonly #contents = new Map<string, ContentsBuilder>();
  readonly #torn = new Set<string>();
  /** Relative to the store; empty for itself. */
  #folder = '';

  /** @param isUnreadable a line whose length can't be told, which leaves the size of its path open */
  line(line: string, isUnreadable = false): void {
    if (isUnreadable) this.#torn.add(this.#folder.split('/')[0] ?? '');
    else if (line.startsWith(`${STORE_DIR}/`) && line.endsWith(':')) {
      this.#folder = line.slice(STORE_DIR.length + 1, -1).replace(/^\/+|\/+$/g, '');
      // A folder that was asked for by its name has no line of its own.
      if (isStoreName(this.#folder)) this.#builderOf(this.#folder).see('', weightOf({ path: '', type: 'directory' }));
    } else if (line !== '' && !line.startsWith('total ')) this.#seeFile(line);
  }

  result(): { readonly paths: ReadonlySet<StorePath>; readonly narSizes: ReadonlyMap<StorePath, number> } {
    const paths = [...this.#contents].flatMap(([name, { contents }]) => {
      const path = storePathOfName(name);
      return path === undefined ? [] : [{ path, size: this.#torn.has(name) ? undefined : narSizeOfContents([contents]) }];
    });
    const measured = paths.flatMap(({ path, size }) => (size === undefined ? [] : [[path, size] as const]));
    return { paths: new Set(paths.map(({ path }) => path)), narSizes: new Map(measured) };
  }

  #seeFile(line: string): void {
    const match = LINE.exec(line);
    const [, kind = '', mode = '', size = '', rest = ''] = match ?? [];
    const [name = '', ...above] = this.#folder === '' ? [] : this.#folder.split('/');
    if (match === null) return void this.#torn.add(name);
    const target = kind === 'l' ? rest.slice(rest.length - Number(size)) : '';
    const file = kind === 'l' ? rest.slice(0, rest.length - Number(size) - ' -> '.length) : rest;
    const [root, ...inside] = file.startsWith(`${STORE_DIR}/`) ? [file.slice(STORE_DIR.length + 1)] : name === '' ? [file] : [name, ...above, file];
    if (root === undefined || !isStoreName(root) || (inside.length === 0 && 'bcps'.includes(kind))) return;
    this.#builderOf(root).see(inside.join('/'), weightOfLine(kind, mode, Number(size), target));
  }

  #builderOf(root: string): ContentsBuilder {
    const builder = this.#contents.get(root) ?? new ContentsBuilder();
    this.#contents.set(root, builder);
    return builder;
  }
}

function weightOfLine(kind: string, mode: string, size: number, target: string): number {
  if (kind === 'd') return weightOf({ path: '', type: 'directory' });
  if (kind === 'l') return weightOf({ path: '', type: 'symlink', target });
  return kind === '-' ? weightOf({ path: '', type: 'file', size, executable: 'xs'.includes(mode.charAt(2)) }) : UNKNOWN;
}
