/**
 * Packs a closure once, as a build on the host does, and prints what it took: for bench/pack.ts and bench/memory.ts.
 *
 *   node bench/pack-once.ts <store path>[,<store path>...] <base list> <gzip|zstd> <folder> [here|export]
 */
import { mkdir, readFile, rm } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { packLayers } from '../src/archive/layers/pack-layers.ts';
import { deltaOf } from '../src/delta/delta.ts';
import { planLayers } from '../src/delta/layers/plan-layers.ts';
import { HostSite } from '../src/nix/run/host-site.ts';
import { closureOf } from '../src/nix/store/path-info.ts';
import type { NixSite } from '../src/nix/run/site.ts';
import { parseStorePath } from '../src/nix/store/store-path.ts';
import type { Compression } from '../src/request/build.ts';

const [storePaths = '', baseList = '', compression = 'gzip', folder = '', way = 'here'] = process.argv.slice(2);
const host = new HostSite({ system: 'x86_64-linux' });
const site: NixSite =
  way === 'here'
    ? host
    : {
        where: host.where,
        system: host.system,
        storeIsHere: false,
        capture: (argv, options) => host.capture(argv, options),
        stream: (argv, options) => host.stream(argv, options),
      };

await rm(folder, { recursive: true, force: true });
await mkdir(folder, { recursive: true });
const base = new Set((await readFile(baseList, 'utf8')).split('\n').filter((line) => line !== '').map(parseStorePath));
const closure = await closureOf(site, storePaths.split(',').map(parseStorePath));
const { add } = deltaOf(closure, base);
const groups = planLayers(add, 16).layers.flatMap((layer) => (layer.kind === 'pack' ? [layer.paths] : []));
const layers = await packLayers(site, closure, groups, {
  folder,
  compression: compression as Compression,
  jobs: availableParallelism(),
});
process.stdout.write(
  JSON.stringify({
    paths: add.length,
    nar: add.reduce((sum, { narSize }) => sum + narSize, 0),
    bytes: layers.reduce((sum, { size }) => sum + size, 0),
    peak: process.resourceUsage().maxRSS * 1024,
  }),
);
