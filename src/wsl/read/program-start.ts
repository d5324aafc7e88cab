/** Bytes of a file that say what kind of program it is: a first line with an interpreter may be that long (execve(2)). */
export const START_BYTES = 256;

/** What a program is run by. */
export type ProgramKind =
  | { readonly kind: 'elf'; readonly machine: string }
  /** A script, run by another program. */
  | { readonly kind: 'script'; readonly interpreter: string }
  | { readonly kind: 'other' };

/** Bytes of an ELF header up to its machine, and that. */
const ELF_START = 20;
/** ELF's e_machine of what WSL runs on (elf(5)). */
const MACHINES: Readonly<Record<number, string>> = { 3: 'x86', 40: 'arm', 62: 'amd64', 183: 'arm64', 243: 'riscv64' };

/** Tells whether the beginning of a file must be remembered. */
export function looksLikeProgram(start: Buffer): boolean {
  return start.readUInt16BE(0) === 0x23_21 || (start.length >= ELF_START && start.readUInt32BE(0) === 0x7f_45_4c_46);
}

/** @param start one byte in each char; empty if it is no program */
export function programKind(start: string): ProgramKind {
  if (start.startsWith('#!')) {
    const [line = ''] = start.slice(2).split('\n');
    const [interpreter = ''] = line.trim().split(/[ \t]/);
    return interpreter.startsWith('/') ? { kind: 'script', interpreter } : { kind: 'other' };
  }
  if (!start.startsWith('\u007fELF')) return { kind: 'other' };
  const bytes = Buffer.from(start, 'latin1');
  if (bytes.length < ELF_START) return { kind: 'other' };
  if (bytes[4] !== 2) return { kind: 'elf', machine: '32-bit' };
  const machine = bytes.readUInt16LE(18);
  return { kind: 'elf', machine: MACHINES[machine] ?? `machine ${machine}` };
}
