import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { GENERATED_INSTALL } from '../../src/feature/files/bundle.ts';
import { readRuntime } from '../../src/feature/files/runtime.ts';
import { systemOf } from '../../src/platform.ts';
import { INSTALL_FOLDER, write } from '../install/feature-folder.ts';
import { machineArch } from '../rig/flakes.ts';
import { systemOver, type System } from './install-system.ts';

/** Two paths, one of which needs the other, and a third that only the build needs. */
export function localFlake(words: string): string {
  return `{
  outputs = { self }:
    let
      make = name: script: derivation { inherit name; system = "${systemOf(machineArch())}"; builder = "/bin/sh"; args = [ "-euc" script ]; PATH = "/usr/bin:/bin"; };
      only = make "only-for-the-build" "echo x > $out";
      lib = make "lib" "echo '${words}' > $out";
    in {
      packages.${systemOf(machineArch())}.default = make "tool" "test -e \${only}; mkdir -p $out/bin; printf '#!/bin/sh\\\\ncat \${lib}\\\\n' > $out/bin/talk; chmod +x $out/bin/talk";
    };
}
`;
}

/** Writes a local Feature: the flake and the runtime, and no layers. @returns the folder */
export async function writeLocalFeature(folder: string, words: string): Promise<string> {
  mkdirSync(folder);
  write(join(folder, 'flake.nix'), localFlake(words));
  write(join(folder, 'install.sh'), GENERATED_INSTALL);
  write(join(folder, 'nix-feature/install.sh'), await readRuntime(INSTALL_FOLDER));
  write(join(folder, 'nix-feature/feature.env'), 'schema=1\nid=local\nversion=0.1.0\n');
  return folder;
}

/** A system in which Nix can build: it gives each build a terminal. */
export function buildSystem(lower: string, scratch: string): System {
  const over = systemOver(lower, scratch);
  return { run: (script, options = {}) => over.run(script, { ...options, mounts: `mount --bind /dev/pts "$root/dev/pts"; ${options.mounts ?? ''}` }) };
}
