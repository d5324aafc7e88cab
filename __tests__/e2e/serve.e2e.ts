import assert from 'node:assert/strict';
import path from 'node:path';
import { afterAll, test } from '@jest/globals';
import { bedrockRoot } from '../rig/bedrock.ts';
import { attempt, run } from '../rig/command.ts';
import { buildFlake, closureOf, machineArch, makeFlake } from '../rig/flakes.ts';
import { pushLayout } from '../rig/image-layout.ts';
import { bedrockLayout } from '../rig/images.ts';
import { NIX_ENV } from '../rig/nix-env.ts';
import { theRig } from '../rig/rig.ts';
import { countingProxy } from './counting-proxy.ts';
import { systemOver } from './install-system.ts';
import { readDocument, scratchFolder, writeFeature } from './nix-feature.ts';
import { HOST_BUILD, nixFeature, ownNamespace, published, targetFlags, writeSmallFeature } from './publishing.ts';
import { startServing } from './serving.ts';

/* Published Features as the only binary cache of real Nixes. */
const registry = (await theRig()).registries.none;
const scratch = await scratchFolder();
const arch = machineArch();
const namespace = ownNamespace('serve');

const base = await buildFlake(await makeFlake('base', ['curl', 'sqlite3']));
const bedrock = `${registry.host}/serve/bedrock:1`;
await pushLayout(await bedrockLayout([{ arch, paths: [base.out], database: true }]), bedrock);
const toolsFlake = await makeFlake('tools', ['jq', 'curl', 'sqlite3']);
const tools = await buildFlake(toolsFlake);
const TOOLS = ['build', `--feature=${await writeFeature(path.join(scratch, 'tools'), 'tools', toolsFlake)}`, '--build-in=host', '--test=false', '--push'];
const SMALL = ['build', `--feature=${await writeSmallFeature(path.join(scratch, 'small'), 'small', '1.0.0')}`, ...HOST_BUILD, '--push'];
const layout = path.join(scratch, 'layout');
await published([...TOOLS, `--base-image=${bedrock}`, '--complement', ...targetFlags(registry, namespace)], registry);
await published([...SMALL, ...targetFlags(registry, namespace)], registry);
await published([...TOOLS, '--base-image=none', '--compression=zstd', `--output=${layout}`, ...targetFlags(registry, `${namespace}/zstd`)], registry);

const line = await countingProxy(registry.host);
const served = await startServing([`${registry.host}/${namespace}`]);
afterAll(() => served.stop());
const trust = (key: string): string => `${NIX_ENV['NIX_CONFIG'] ?? ''}\ntrusted-public-keys = ${key}`;

/** Copies the closure of a path into an empty store, and has every path of it verified. */
async function copyAndVerify(from: { readonly url: string; readonly publicKey: string }, store: string, what = tools.out): Promise<void> {
  const env = { ...NIX_ENV, NIX_CONFIG: trust(from.publicKey) };
  await run(['nix', 'copy', '--from', from.url, '--to', store, what], { env });
  await run(['nix', 'store', 'verify', '--store', store, '--recursive', '--sigs-needed', '1', what], { env });
}

test('a namespace with a complement is all that Nix 2.8 and the newest need for a whole closure, and nothing is wrong with a path of it', async () => {
  assert.equal(served.features, 2);
  await copyAndVerify(served, path.join(scratch, 'store'));
  const copied = (await run(['nix', 'path-info', '--recursive', '--store', path.join(scratch, 'store'), tools.out], { env: NIX_ENV })).trim().split('\n');
  assert.deepEqual(copied.sort(), await closureOf(tools.out));
  const newest = systemOver(await bedrockRoot(arch, 'newest'), path.join(scratch, 'newest'));
  const settings = `export NIX_CONFIG="$NIX_CONFIG
    trusted-public-keys = ${served.publicKey}"`;
  const ran = await newest.run(`${settings}; nix --version; nix copy --from ${served.url} ${tools.out} && nix store verify --all --sigs-needed 1 && ${tools.out}/bin/jq --version`);
  assert.equal(ran.code, 0, ran.said);
  assert.match(ran.stdout, /\njq-1\S*\n$/);
  assert.equal(served.said().includes('warning'), false, served.said());
});

test('a Nix that trusts another key takes nothing', async () => {
  const other = `other-1:${Buffer.alloc(32, 7).toString('base64')}`;
  const { code, stderr } = await attempt(['nix', 'copy', '--from', served.url, '--to', path.join(scratch, 'empty'), tools.out], { env: { ...NIX_ENV, NIX_CONFIG: trust(other) } });
  assert.notEqual(code, 0);
  assert.match(stderr, /lacks a (?:valid )?signature|not signed by any of the keys/);
});

test('one path of a layer with frames is one request for its own bytes, and what shares files with others is right too', async () => {
  const { layers } = await readDocument(layout);
  assert.ok(layers.every(({ frames, paths }) => frames?.length === paths.length));
  const cache = await startServing([`${line.host}/${namespace}/zstd/tools`]);
  try {
    const worth = layers.flatMap(({ digest, size, paths, frames = [] }) => frames.map(([index, , bytes]) => ({ digest, size, path: paths[index] ?? '', bytes })));
    const one = worth.toSorted((a, b) => b.size - b.bytes - (a.size - a.bytes))[0];
    assert.ok(one !== undefined && one.size - one.bytes > 1024 * 1024, 'a layer that is worth it');
    line.reset();
    const answer = await fetch(`${cache.url}/nar/${one.path.slice(11, 43)}.nar`);
    assert.equal(answer.status, 200);
    const nar = Buffer.from(await answer.arrayBuffer());
    assert.equal(Buffer.compare(nar, Buffer.from(await run(['sh', '-c', `nix-store --dump ${one.path} | base64`], { env: NIX_ENV }), 'base64')), 0);
    assert.deepEqual(line.blobs.map(({ range, bytes }) => ({ ranged: range !== undefined, bytes })), [{ ranged: true, bytes: one.bytes }]);
    await copyAndVerify(cache, path.join(scratch, 'framed'));
  } finally {
    assert.equal(await cache.stop(), 0);
  }
});

test('what is nowhere is said with its name, and so is what is no Feature', async () => {
  const nothing = await nixFeature(['serve', `${registry.host}/${namespace}/nothing`]);
  assert.equal(nothing.code, 1);
  assert.match(nothing.stderr, /warning: \S+\/nothing is not served: [^]*error: Nothing that was named could be read/);
  const image = await nixFeature(['serve', bedrock]);
  assert.match(image.stderr, /serve\/bedrock:1 is not served: .*neither a Feature that nix-feature published nor a collection/);
  const none = await nixFeature(['serve']);
  assert.match(none.stderr, /nix-feature serve needs Features, or a namespace/);
  assert.equal(none.code, 2);
});
