import path from 'node:path';
import { BuildError } from '../../kit/errors.ts';
import type { Log } from '../../kit/host.ts';
import type { System } from '../../platform.ts';
import type { NixSite } from '../run/site.ts';
import type { BuiltOutputs } from './build.ts';
import type { ResolvedFlake } from './flake.ts';

/** What there is in a built output's `bin`. */
export interface BuiltPrograms {
  readonly count: number;
  /** Of those that are ELF files, some of many: the machine, as `e_machine` has it. */
  readonly machines: readonly { readonly name: string; readonly machine: number }[];
}

/** ELF `e_machine` (System V ABI): what runs on a platform, its 32 bit programs too. */
const MACHINES: Readonly<Record<System, readonly number[]>> = { 'x86_64-linux': [62, 3], 'aarch64-linux': [183, 40] };
const NAMES: Readonly<Record<number, string>> = { 3: 'i686', 62: 'x86_64', 183: 'aarch64', 40: 'arm', 243: 'riscv64', 21: 'powerpc64', 22: 's390x' };

/** What the derivation's file says, in a line, and each program in one; of the first fifty, the twenty bytes that an ELF file begins with. */
const LIST = `[ -z "$2" ] || cat "$2" 2>/dev/null; echo
n=0; for file in "$1"/bin/*; do
  [ -f "$file" ] && [ -x "$file" ] || continue
  n=$((n + 1)); head=; [ $n -le 50 ] && head=$(od -An -v -tx1 -N20 "$file" 2>/dev/null | tr -d ' \\n')
  printf '%s\\t%s\\n' "$head" "\${file##*/}"
done; :`;

/**
 * Checks that the built package is for the requested platform, by its programs, or else by the system of its derivation: a flake may name a
 * package of another system, or ignore the requested one.
 * @throws BuildError if it is for another one
 */
export async function checkPrograms(site: NixSite, { storePath, derivation }: BuiltOutputs, flake: ResolvedFlake, log: Log): Promise<void> {
  const [written = '', ...lines] = (await site.capture(['sh', '-c', LIST, 'sh', storePath, derivation ?? ''])).split('\n');
  const programs = readPrograms(lines);
  const foreign = foreignTo(flake.system, programs, systemOfDerivation(written));
  if (foreign !== undefined) {
    throw new BuildError(`The flake ${flake.written} was built for another platform than ${flake.system}: ${foreign}.`, {}, {
      hint: `Build packages.${flake.system} for that platform, or leave the platform out of "arches".`,
    });
  }
  if (programs.count === 0) {
    const at = flake.folder === undefined ? undefined : { file: path.join(flake.folder, 'flake.nix') };
    log.warning(`${storePath} has no program in its "bin" folder, so the Feature puts none on PATH. If the programs are elsewhere, let the flake link them there, as buildEnv does.`, at);
  }
}

/** Reads what the script printed. */
function readPrograms(written: readonly string[]): BuiltPrograms {
  const lines = written.filter((line) => line.includes('\t'));
  const machines = lines.flatMap((line) => {
    const [head = '', name = ''] = line.split('\t');
    const machine = machineOf(Buffer.from(head, 'hex'));
    return machine === undefined ? [] : [{ name, machine }];
  });
  return { count: lines.length, machines };
}

function machineOf(head: Buffer): number | undefined {
  if (head.length < 20 || head.readUInt32BE(0) !== 0x7f454c46) return undefined;
  return head[5] === 2 ? head.readUInt16BE(18) : head.readUInt16LE(18);
}

/** Returns the system of a derivation's file (Nix manual, "Derivation": `Derive(outputs, inputs, sources, "system", …)`). */
export function systemOfDerivation(text: string): string | undefined {
  return /\],"([^"\\]+)","(?:[^"\\]|\\.)*",\[/.exec(text)?.[1];
}

/** @returns what is not for `system`, in words; undefined if nothing speaks against it */
function foreignTo(system: System, { machines }: BuiltPrograms, builtFor: string | undefined): string | undefined {
  const fitting = machines.some(({ machine }) => MACHINES[system].includes(machine));
  const [first] = machines;
  if (first !== undefined) return fitting ? undefined : `bin/${first.name} is a program for ${NAMES[first.machine] ?? `machine ${first.machine}`}`;
  // Scripts and data say nothing themselves.
  return builtFor === undefined || builtFor === system || builtFor === 'builtin' ? undefined : `its derivation is for ${builtFor}`;
}
