import { readFile, readdir } from 'node:fs/promises';
import { archOfNode, systemOf, type System } from '../../platform.ts';

const BINFMT = '/proc/sys/fs/binfmt_misc';

/** elf(5): e_machine, little endian, at byte 18 of a file. */
const MACHINES: Readonly<Record<System, string>> = { 'x86_64-linux': '3e00', 'aarch64-linux': 'b700' };
const MACHINE_AT = 18;

/** Returns the system of this machine. @returns undefined if it is none that we build for */
export function nativeSystem(): System | undefined {
  const arch = archOfNode(process.arch);
  return arch === undefined ? undefined : systemOf(arch);
}

/** Tells whether the kernel runs programs of another system here, by an emulator that is registered for them. */
export async function isEmulated(system: System): Promise<boolean> {
  const names = await readdir(BINFMT).catch(() => []);
  const entries = names.filter((name) => name !== 'register' && name !== 'status');
  const texts = await Promise.all(entries.map((name) => readFile(`${BINFMT}/${name}`, 'utf8').catch(() => '')));
  return texts.some((text) => binfmtRuns(text, system));
}

/** Tells whether this entry of binfmt_misc is enabled, and for programs of that system. (Linux, admin-guide/binfmt-misc.rst) */
export function binfmtRuns(entry: string, system: System): boolean {
  const magic = /^magic ([0-9a-f]+)$/m.exec(entry)?.[1] ?? '';
  return (
    /^enabled$/m.test(entry) &&
    /^offset 0$/m.test(entry) &&
    magic.startsWith('7f454c46') &&
    magic.slice(MACHINE_AT * 2, MACHINE_AT * 2 + 4) === MACHINES[system]
  );
}
