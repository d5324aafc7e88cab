import { chmod, mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { systemOf } from '../../src/platform.ts';
import { run } from '../rig/command.ts';
import { machineArch } from '../rig/flakes.ts';
import { MACHINE } from './nix-feature.ts';

/** A part of a Feature, a store path of its own: lines of text that begin with a number. 5 MB stand alone in a layer. */
export interface Part {
  readonly seed: number;
  /** Lines. */
  readonly lines: number;
}

export const LARGE = 700_000;
/** Takes a while to pack. */
export const SLOW = 2_800_000;
export const SMALL = 20_000;

/**
 * A Feature whose closure has a path for each part, built at once by the machine's own shell; for this machine's system.
 * @param parts by name
 */
export async function writeWideFeature(folder: string, id: string, version: string, parts: Readonly<Record<string, Part>>): Promise<string> {
  const system = systemOf(machineArch());
  const derivation = (name: string, script: string): string =>
    `derivation { name = "${name}"; system = "${system}"; builder = "/bin/sh"; PATH = "${process.env['PATH'] ?? ''}"; args = [ "-c" ''${script}'' ]; }`;
  const made = Object.entries(parts).map(([name, { seed, lines }]) => `${name} = ${derivation(name, `mkdir -p $out; seq ${seed} ${seed + lines} > $out/data`)};`);
  const links = Object.keys(parts).map((name) => `ln -s \${${name}} $out/share/${name};`);
  const tool = `mkdir -p $out/bin $out/share; ${links.join(' ')} printf '#!/bin/sh\\necho ${id}\\n' > $out/bin/${id}; chmod +x $out/bin/${id}`;
  await mkdir(folder, { recursive: true });
  await writeFile(path.join(folder, 'flake.nix'), `{ outputs = _: let\n${made.join('\n')}\nin { packages.${system}.default = ${derivation(id, tool)}; }; }\n`);
  await writeFile(path.join(folder, 'devcontainer-feature.json'), JSON.stringify({ id, version, name: id }));
  await writeFile(path.join(folder, 'test.sh'), `#!/bin/sh\nset -eu\ntest "$(${id})" = ${id}\n`);
  return folder;
}

/** A `nix` that notes what it is asked for, for the environment of a run. */
export async function notingNix(folder: string): Promise<{ readonly env: { readonly PATH: string }; readonly notes: string }> {
  const bin = path.join(folder, 'bin');
  const notes = path.join(folder, 'notes');
  await mkdir(bin, { recursive: true });
  await writeFile(notes, '');
  const real = (await run(['/bin/sh', '-c', 'command -v nix'], { env: MACHINE })).trim();
  await writeFile(path.join(bin, 'nix'), `#!/bin/sh\necho "$1" >> '${notes}'\nexec '${real}' "$@"\n`);
  await chmod(path.join(bin, 'nix'), 0o755);
  return { env: { PATH: `${bin}:${MACHINE['PATH'] ?? process.env['PATH'] ?? ''}` }, notes };
}
