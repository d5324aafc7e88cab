import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { packLayers } from '../../src/archive/layers/pack-layers.ts';
import type { DeltaDocument } from '../../src/delta/document/delta-document.ts';
import { HostSite } from '../../src/nix/run/host-site.ts';
import { closureOf } from '../../src/nix/store/path-info.ts';
import { parseStorePath, type StorePath } from '../../src/nix/store/store-path.ts';
import type { Compression } from '../../src/request/build.ts';
import { embed, SYSTEM, writeBundle } from '../install/feature-folder.ts';
import { removeTree, runToEnd, type Ran } from '../install/sandbox.ts';
import { NIX_ENV } from '../rig/nix-env.ts';
import { searchPath } from '../rig/paths.ts';

/** A real root file system, laid under a writable layer of its own, as a container has it. */
export interface System {
  /** Runs a script in it as root (or `user`, a number); /feature is the folder of that name. */
  run(script: string, options?: SystemOptions): Promise<Ran>;
}

export interface SystemOptions {
  /** On the machine; /feature in the system. */
  readonly feature?: string;
  readonly user?: number;
  /** Shell, run outside once all is mounted; `$root` is the system. */
  readonly mounts?: string;
}

/** @param lower the root file system; it is not changed */
export function systemOver(lower: string, scratch: string): System {
  const at = (name: string): string => join(scratch, name);
  for (const name of ['upper', 'work', 'root', 'upper/feature']) mkdirSync(at(name), { recursive: true });
  return {
    run(script, { feature, user = 0, mounts = '' } = {}) {
      const outside = `set -e
        mount -t overlay overlay -o "lowerdir=$lower,upperdir=$upper,workdir=$work" "$root"
        mount -t proc proc "$root/proc"
        mount --bind /dev "$root/dev"
        [ -z "$feature" ] || mount --bind -o ro "$feature" "$root/feature"
        ${mounts}
        exec chroot --userspec=${user}:${user} "$root" /bin/sh -c "$script"`;
      return runToEnd(['unshare', '--mount', '--pid', '--fork', '--propagation', 'private', 'sh', '-c', outside], {
        PATH: `${searchPath()}:/usr/sbin:/sbin`,
        lower,
        upper: at('upper'),
        work: at('work'),
        root: at('root'),
        feature: feature ?? '',
        script,
        HOME: user === 0 ? '/root' : '/tmp',
        NIX_CONFIG: 'build-users-group =\nsandbox = false\nsubstituters =\nexperimental-features = nix-command',
      });
    },
  };
}

export interface RealFeature {
  readonly folder: string;
  readonly document: DeltaDocument;
}

/** Packs what the host's Nix built, but for the closure of `base`, into a Feature with its layers inside. */
export async function realFeature(
  folder: string,
  output: string,
  base: readonly string[],
  options: { readonly id?: string; readonly version?: string; readonly compression?: Compression } = {},
): Promise<RealFeature> {
  const { id = 'real', version = '1.0.0', compression = 'zstd' } = options;
  const site = new HostSite({ system: SYSTEM, baseEnv: NIX_ENV });
  const closure = await closureOf(site, [parseStorePath(output)]);
  const held = new Set<StorePath>(base.length === 0 ? [] : (await closureOf(site, base.map(parseStorePath))).keys());
  const added = [...closure.keys()].filter((path) => !held.has(path));
  const blobs = `${folder}.layers`;
  removeTree(blobs);
  mkdirSync(blobs, { recursive: true });
  const half = Math.ceil(added.length / 2);
  const groups = [added.slice(0, half), added.slice(half)].filter((group) => group.length > 0);
  const layers = await packLayers(site, closure, groups, { folder: blobs, compression, jobs: 2 });
  const document: DeltaDocument = {
    schemaVersion: 1,
    feature: { id, version },
    system: SYSTEM,
    storePath: parseStorePath(output),
    outputs: { out: parseStorePath(output) },
    bases: [{ name: 'localhost/bedrock:1', storePaths: held.size }],
    closure: [...closure.values()].map((info) => ({ ...info, in: held.has(info.path) ? ('base' as const) : ('delta' as const) })),
    layers: layers.map(({ file: _file, ...layer }) => layer),
    env: { PATH: ['bin'], variables: {} },
    source: { flake: 'path:.', locked: null },
  };
  await writeBundle(folder, { id }, [{ document }]);
  for (const layer of layers) embed(folder, layer, layer.file);
  return { folder, document };
}
