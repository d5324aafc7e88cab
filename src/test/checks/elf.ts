/** What the kernel does with a file that is run. */
export type Program =
  /** A dynamic ELF program; its loader's name lies at `offset`, `size` bytes with the zero at its end. */
  | { readonly kind: 'dynamic'; readonly offset: number; readonly size: number }
  /** An ELF file without a loader: a static program or a library. */
  | { readonly kind: 'static' }
  | { readonly kind: 'script'; readonly interpreter: string }
  | { readonly kind: 'other' };

const PT_INTERP = 3;

/**
 * Looks at the beginning of a file (System V ABI, "ELF Header" and "Program Header"; 64 bit little endian, as on both
 * platforms). @param head its first bytes, enough for the program headers
 */
export function programOf(head: Buffer): Program {
  if (head.subarray(0, 2).toString('latin1') === '#!') return scriptOf(head);
  const isElf = head.length >= 64 && head.readUInt32BE(0) === 0x7f454c46 && head[4] === 2 && head[5] === 1;
  if (!isElf) return { kind: 'other' };
  const table = Number(head.readBigUInt64LE(32));
  const entrySize = head.readUInt16LE(54);
  const count = head.readUInt16LE(56);
  for (let index = 0; index < count; index++) {
    const at = table + index * entrySize;
    if (at + 40 > head.length) return { kind: 'other' };
    if (head.readUInt32LE(at) !== PT_INTERP) continue;
    return { kind: 'dynamic', offset: Number(head.readBigUInt64LE(at + 8)), size: Number(head.readBigUInt64LE(at + 32)) };
  }
  return { kind: 'static' };
}

function scriptOf(head: Buffer): Program {
  const [line = ''] = head.toString('utf8').split('\n');
  const [interpreter = ''] = line.slice(2).trim().split(/\s+/);
  return { kind: 'script', interpreter };
}

/** Returns the loader's name, if the bytes at hand hold it. */
export function loaderIn(head: Buffer, { offset, size }: { readonly offset: number; readonly size: number }): string | undefined {
  return offset + size <= head.length ? textBeforeZero(head.subarray(offset, offset + size)) : undefined;
}

export function textBeforeZero(bytes: Buffer): string {
  const zero = bytes.indexOf(0);
  return bytes.subarray(0, zero < 0 ? bytes.length : zero).toString('utf8');
}
