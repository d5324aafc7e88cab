import { existsSync } from 'node:fs';
import { readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Arch } from '../../src/platform.ts';
import { attempt, run } from './command.ts';
import { TOOLS, searchPath } from './paths.ts';
import { isRunning } from './service.ts';

const BINFMT = '/proc/sys/fs/binfmt_misc';
const OURS = /^rig-(\d+)-/;

/** elf(5): e_machine; and what QEMU calls it. */
const MACHINES: Record<Arch, { machine: number; qemu: string }> = {
  amd64: { machine: 62, qemu: 'x86_64' },
  arm64: { machine: 183, qemu: 'aarch64' },
};

export interface Emulation {
  /** Unregisters what was registered here. */
  stop(): Promise<void>;
}

/** Makes the kernel run programs of `arch` by QEMU, in containers too, where it can't do so already. */
export async function startEmulation(arch: Arch): Promise<Emulation> {
  const { machine, qemu } = MACHINES[arch];
  const mounts = !existsSync(`${BINFMT}/register`);
  if (mounts) await run(['mount', '-t', 'binfmt_misc', 'binfmt_misc', BINFMT]);
  await removeLeftovers();
  const machineHasIt = (await readdir(BINFMT)).some((entry) => entry.includes(qemu) && !OURS.test(entry));
  // Runs in other folders register their own: of equal lines the newest counts, so nobody's end hurts another.
  const name = `rig-${process.pid}-${qemu}`;
  if (!machineHasIt) await writeFile(`${BINFMT}/register`, registration(name, machine, await interpreter(qemu)));
  return {
    async stop() {
      if (!machineHasIt) await writeFile(`${BINFMT}/${name}`, '-1');
      // Unmounting would take away what others registered meanwhile.
      const unused = (await readdir(BINFMT)).every((entry) => entry === 'register' || entry === 'status');
      if (mounts && unused) await attempt(['umount', BINFMT]);
    },
  };
}

/** What a run that was killed left behind. */
async function removeLeftovers(): Promise<void> {
  for (const entry of await readdir(BINFMT)) {
    const pid = OURS.exec(entry)?.[1];
    if (pid !== undefined && !isRunning(pid)) await writeFile(`${BINFMT}/${entry}`, '-1');
  }
}

/**
 * A line for binfmt_misc (Linux documentation, admin-guide/binfmt-misc): ELF, 64 bits, little endian, executable or
 * shared object, of that machine. F opens the interpreter now, so that it works where its file can't be seen.
 */
function registration(name: string, machine: number, program: string): string {
  const ident = [0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0];
  const magic = [...ident, 2, 0, machine, 0];
  const osAbiIsFree = ident.map((_, at) => (at === 7 ? 0 : 0xff));
  const executableOrShared = [0xfe, 0xff, 0xff, 0xff];
  return `:${name}:M::${hex(magic)}:${hex([...osAbiIsFree, ...executableOrShared])}:${program}:OCF`;
}

function hex(bytes: readonly number[]): string {
  return bytes.map((byte) => `\\x${byte.toString(16).padStart(2, '0')}`).join('');
}

async function interpreter(qemu: string): Promise<string> {
  const which = await attempt(['sh', '-c', `command -v qemu-${qemu}-static`], { env: { ...process.env, PATH: searchPath() } });
  if (which.code === 0) return which.stdout.trim();
  const unpacked = [`qemu-${qemu}-static`, `qemu-${qemu}`].map((name) => path.join(TOOLS, 'usr/bin', name)).find((file) => existsSync(file));
  if (unpacked === undefined) throw new Error(`there is no qemu-${qemu}-static; run scripts/setup.sh test`);
  return unpacked;
}
