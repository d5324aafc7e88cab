import assert from 'node:assert/strict';
import { mkdir, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { afterAll, test } from '@jest/globals';
import { systemOf } from '../../src/platform.ts';
import { machineArch, writeFlake } from '../rig/flakes.ts';
import { bedrockImage } from '../rig/images.ts';
import { NIX_ENV } from '../rig/nix-env.ts';
import { theRig } from '../rig/rig.ts';
import { build, LABEL, scratchFolder, writeFeature, type Flags } from './nix-feature.ts';

/* A binary cache that the nix.conf of the place names, and nobody else: it counts what it is asked for, and has nothing. */
const ARCH = machineArch();
const scratch = await scratchFolder();
const asked: string[] = [];
const server = createServer((request, response) => {
  asked.push(request.url ?? '');
  if (request.url === '/nix-cache-info') response.end('StoreDir: /nix/store\n');
  else response.writeHead(404).end();
});
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
const conf = path.join(scratch, 'conf');
await mkdir(conf);
await writeFile(path.join(conf, 'nix.conf'), `substituters = ${url}\n`);

/** Builds what nobody has built. @returns how often the cache was asked, and what the run said */
async function asks(name: string, flags: Flags): Promise<{ readonly times: number; readonly said: string }> {
  const system = systemOf(ARCH);
  const flake = await writeFlake(path.join(scratch, `${name}-flake`), `{ outputs = _: { packages.${system}.default = derivation { name = "${name}"; system = "${system}"; builder = "/bin/sh"; args = [ "-c" "echo ${process.pid} > $out" ]; }; }; }\n`);
  const feature = await writeFeature(path.join(scratch, name), name, flake);
  const before = asked.length;
  // Nothing here reaches cache.nixos.org, and nobody is to wait for it.
  const { stderr } = await build(path.join(scratch, `${name}-out`), { feature, 'nix-config': 'download-attempts = 1\nconnect-timeout = 1\nfallback = true', ...flags }, {
    env: { NIX_CONF_DIR: conf, NIX_CONFIG: (NIX_ENV['NIX_CONFIG'] ?? '').replace(/^substituters =$/m, '') },
  });
  return { times: asked.length - before, said: stderr };
}

const NOTICE = /The nix\.conf (?:on the host|in a container of \S+) names http:\/\/127\.0\.0\.1:\d+, but Nix does not ask there/;
const ON_HOST: Flags = { 'base-image': 'none', 'build-in': 'host' };

test("the host's nix.conf names a binary cache that is not asked unless it is listed, or nix.conf is to count", async () => {
  const alone = await asks('host-alone', ON_HOST);
  assert.equal(alone.times, 0);
  assert.match(alone.said, NOTICE);
  for (const [name, substituters] of [['host-listed', url], ['host-configured', 'configured']] as const) {
    const { times, said } = await asks(name, { ...ON_HOST, substituters });
    assert.ok(times > 0, said);
    assert.doesNotMatch(said, NOTICE);
  }
});

test("the base's nix.conf names one that is not asked either, unless nix.conf is to count", async () => {
  const { docker } = await theRig();
  const image = await bedrockImage(docker, { arch: ARCH, paths: [], database: true });
  const flags = { 'base-image': `daemon:${image}`, 'container-engine': 'docker', 'container-options': [LABEL, '--network=host', `--volume=${conf}/nix.conf:/etc/nix/nix.conf:ro`] };
  const alone = await asks('base-alone', flags);
  assert.equal(alone.times, 0);
  assert.match(alone.said, NOTICE);
  const configured = await asks('base-configured', { ...flags, substituters: 'configured' });
  assert.ok(configured.times > 0, configured.said);
});
