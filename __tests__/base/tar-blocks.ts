import { tarPadding } from '../../src/archive/tar-header.ts';

/** Headers and entries of tars as odd writers make them, each byte as the test wants it. */

export const END = Buffer.alloc(1024);
const USTAR = 'ustar\x0000';

export interface HeaderOptions {
  readonly mode?: number;
  readonly target?: string;
  /** All of what follows the link's name up to its version: `ustar\x0000` unless given; eight NULs are v7. */
  readonly magic?: string;
  /** Bytes at offsets of the block. */
  readonly fields?: Readonly<Record<number, string | Buffer>>;
}

/** @param size what it says, whatever follows */
export function header(name: string, flag: string, size = 0, { mode = 0o444, target = '', magic = USTAR, fields = {} }: HeaderOptions = {}): Buffer {
  const block = Buffer.alloc(512);
  block.write(name, 0, 100, 'latin1');
  const octal = (value: number, offset: number, width: number): number => block.write(`${value.toString(8).padStart(width - 1, '0')}\0`, offset, 'latin1');
  octal(mode, 100, 8);
  octal(0, 108, 8);
  octal(0, 116, 8);
  octal(size, 124, 12);
  octal(1, 136, 12);
  block.write(' '.repeat(8), 148, 'latin1');
  block.write(flag, 156, 'latin1');
  block.write(target, 157, 100, 'latin1');
  block.write(magic, 257, 'latin1');
  for (const [offset, value] of Object.entries(fields)) Buffer.from(value as string, 'latin1').copy(block, Number(offset));
  const sum = block.reduce((all, byte) => all + byte, 0);
  block.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148, 'latin1');
  return block;
}

export function padded(data: Buffer | string): Buffer {
  const bytes = Buffer.from(data as string, 'latin1');
  return Buffer.concat([bytes, Buffer.alloc(tarPadding(bytes.length))]);
}

/** An extended header for the next entry (`x`), or for all (`g`). */
export function pax(records: Readonly<Record<string, string | number>>, flag = 'x'): Buffer {
  const text = Object.entries(records).map(([key, value]) => {
    const rest = ` ${key}=${value}\n`;
    let length = rest.length;
    while (length !== rest.length + String(length).length) length = rest.length + String(length).length;
    return `${length}${rest}`;
  });
  return Buffer.concat([header('PaxHeader', flag, text.join('').length), padded(text.join(''))]);
}

export function entry(name: string, flag: string, data: Buffer | string = '', options: HeaderOptions = {}): Buffer {
  const target = options.target ?? '';
  const long = { ...(name.length > 100 ? { path: name } : {}), ...(target.length > 100 ? { linkpath: target } : {}) };
  const extended = Object.keys(long).length === 0 ? Buffer.alloc(0) : pax(long);
  return Buffer.concat([extended, header(name, flag, data.length, options), padded(data)]);
}

export const folder = (name: string, options: HeaderOptions = {}): Buffer => entry(`${name}/`, '5', '', { mode: 0o755, ...options });
export const file = (name: string, data: Buffer | string = '', options: HeaderOptions = {}): Buffer => entry(name, '0', data, options);
export const symlink = (name: string, target: string, options: HeaderOptions = {}): Buffer => entry(name, '2', '', { mode: 0o777, ...options, target });
export const hardLink = (name: string, target: string, options: HeaderOptions = {}): Buffer => entry(name, '1', '', { ...options, target });
/** What an upper layer has for a file that it removes. */
export const removal = (name: string): Buffer => file(name.replace(/[^/]*$/, (last) => `.wh.${last}`));
export const layer = (...entries: readonly Buffer[]): Buffer => Buffer.concat([...entries, END]);
