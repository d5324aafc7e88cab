import path from 'node:path';
import { afterAll } from '@jest/globals';
import { serveBinaryCache } from '../rig/binary-cache.ts';
import { buildFlake, closureOf, makeFlake } from '../rig/flakes.ts';
import type { Engine } from '../rig/images.ts';
import { LABEL, build, scratchFolder, writeFeature, type Built, type Flags } from './nix-feature.ts';

/* Builds of one Feature on bases of every kind, in a container of the base and on the host. */
export const scratch = await scratchFolder();
/** What bases hold. */
export const base = await buildFlake(await makeFlake('base', ['curl', 'sqlite3']));
export const baseClosure = await closureOf(base.out);
const toolsFlake = await makeFlake('tools', ['jq', 'curl', 'sqlite3']);
const tools = await buildFlake(toolsFlake);
export const toolsClosure = await closureOf(tools.out);
/** What is added to such a base. */
export const missing = toolsClosure.filter((name) => !baseClosure.includes(name));
const feature = await writeFeature(path.join(scratch, 'tools'), 'tools', toolsFlake);

export const cache = await serveBinaryCache([tools.out]);
afterAll(() => cache.stop());
const CACHE: Flags = {
  'container-options': ['--network=host', LABEL],
  substituters: cache.url,
  'trusted-public-keys': cache.publicKey,
  'nix-config': 'substituters =',
};

let outputs = 0;
export const output = (): string => path.join(scratch, `out-${outputs++}`);

/** With zstd, which is packed quicker. */
export function inContainer(by: Engine, baseImage: string, more: Flags = {}): Promise<Built> {
  return build(output(), { feature, 'base-image': baseImage, 'container-engine': by.program, compression: 'zstd', ...CACHE, ...more });
}

export function onHost(baseImages: string | readonly string[], more: Flags = {}): Promise<Built> {
  return build(output(), { feature, 'base-image': baseImages, 'build-in': 'host', compression: 'zstd', ...more });
}

export function deltaOf({ document }: Built): string[] {
  return document.closure.filter((entry) => entry.in === 'delta').map((entry) => entry.path);
}
