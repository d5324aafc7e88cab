import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { test } from '@jest/globals';
import { findEngine } from '../../src/engine/find-engine.ts';
import { startContainer } from '../../src/engine/start-container.ts';
import { CommandError, Failure } from '../../src/kit/errors.ts';
import { NixCache, type BinaryCacheSettings } from '../../src/nix/cache/binary-cache.ts';
import { SigningKey } from '../../src/nix/cache/signing-key.ts';
import { ContainerSite } from '../../src/nix/run/container-site.ts';
import { HostSite } from '../../src/nix/run/host-site.ts';
import { nixConfig } from '../../src/nix/run/settings.ts';
import type { NixSite } from '../../src/nix/run/site.ts';
import { isStorePath, type StorePath } from '../../src/nix/store/store-path.ts';
import { systemOf } from '../../src/platform.ts';
import { afterTest } from '../jest/after-test.ts';
import { machineArch } from '../rig/flakes.ts';
import { bedrockImage } from '../rig/images.ts';
import { NIX_ENV } from '../rig/nix-env.ts';
import { startRemoteBuilder } from '../rig/remote-builder.ts';
import { theRig } from '../rig/rig.ts';
import { startS3 } from '../rig/s3.ts';
import { scratchFolder } from './nix-feature.ts';

/* Binary caches that Nix itself speaks with: what they have, what is uploaded, and how Nix is told to use them. */
const SYSTEM = systemOf(machineArch());
const scratch = await scratchFolder();
// Where a key is during an upload; the container sees it, too.
const temporary = path.join(scratch, 'temporary');
await mkdir(temporary);
process.env['RUNNER_TEMP'] = temporary;
const KEY = SigningKey.generate('team-cache-1');

/** A program and the library that it needs, which nobody has. */
const common = `system = "${SYSTEM}"; builder = "/bin/sh"; run = "${randomUUID()}";`;
const EXPRESSION = `let lib = derivation { name = "cache-lib"; ${common} args = [ "-c" "echo $run > $out" ]; };
  in derivation { name = "cache-top"; inherit lib; ${common} args = [ "-c" "echo $lib > $out" ]; }`;

async function built(site: NixSite): Promise<StorePath> {
  const out = (await site.capture(['nix-build', '--no-out-link', '--expr', EXPRESSION])).trim();
  assert.ok(isStorePath(out));
  return out;
}

/** What holds for every cache: before, after, by its own settings, and with the key of somebody else. */
async function checkCache(site: NixSite, settings: BinaryCacheSettings, env: Readonly<Record<string, string>>): Promise<void> {
  const top = await built(site);
  const cache = new NixCache(site, { ...settings, secretKey: KEY, publicKey: KEY.publicText, priority: 7 });
  assert.deepEqual([...(await cache.exists([top]))], []);
  assert.deepEqual(await cache.upload([top]), [top]);
  assert.deepEqual([...(await cache.exists([top]))], [top]);
  assert.deepEqual(await cache.upload([top]), [], 'what is there is not uploaded again');
  assert.deepEqual(await readdir(temporary), [], 'the key is gone');

  // A store of its own has the closure from there, because the signature is the right one.
  const fetched = async (lines: readonly string[]): Promise<string> => {
    const store = path.join(temporary, randomUUID());
    const config = [env['NIX_CONFIG'] ?? '', ...lines].join('\n');
    try {
      await site.capture(['nix-store', '--store', store, '--realise', top], { env: { ...env, NIX_CONFIG: config } });
      return await site.capture(['nix-store', '--store', store, '--query', '--requisites', top]);
    } finally {
      await site.capture(['sh', '-c', 'chmod -R u+w "$1"; rm -rf "$1"', 'sh', store]);
    }
  };
  const lines = cache.configure();
  assert.match(await fetched(lines), /-cache-lib\n\S+-cache-top\n/);
  const others = lines.map((line) => line.replace(KEY.publicText, SigningKey.generate('team-cache-1').publicText));
  await assert.rejects(fetched(others), (error) => error instanceof CommandError && /(?:not|n't|'s not) signed by any of the keys|lacks a (?:valid )?signature/.test(error.stderr));
}

const NIX_CONFIG = `${NIX_ENV['NIX_CONFIG'] ?? ''}\nconnect-timeout = 5`;
const host = (env: Readonly<Record<string, string>> = {}): HostSite => new HostSite({ system: SYSTEM, env: { NIX_CONFIG, ...env }, baseEnv: NIX_ENV });

test('a folder takes what it lacks, signed, and gives it to those who trust the key', async () => {
  await checkCache(host(), { url: `file://${path.join(scratch, 'folder')}` }, { NIX_CONFIG });
});

test('a store that is reached by ssh takes what it lacks, signed, and gives it to those who trust the key', async () => {
  const remote = await startRemoteBuilder(path.join(scratch, 'remote'));
  afterTest(() => remote.stop());
  const [key, hosts] = [path.join(scratch, 'ssh-key'), path.join(scratch, 'known_hosts')];
  await writeFile(key, remote.key, { mode: 0o600 });
  await writeFile(hosts, remote.knownHosts);
  const options = (knownHosts: string): Readonly<Record<string, string>> => ({
    NIX_CONFIG,
    NIX_SSHOPTS: `-F /dev/null -p ${remote.port} -i ${key} -o IdentitiesOnly=yes -o BatchMode=yes -o UserKnownHostsFile=${knownHosts} -o GlobalKnownHostsFile=/dev/null`,
  });
  const env = options(hosts);
  await checkCache(host(env), { url: 'ssh://root@127.0.0.1' }, env);
  assert.deepEqual((await remote.store()).filter((name) => name.startsWith('cache-')).sort(), ['cache-lib', 'cache-top']);
  const top = await built(host());
  const daemon = new NixCache(host(env), { url: 'ssh-ng://root@127.0.0.1' });
  assert.deepEqual([...(await daemon.exists([top]))], [top]);

  await writeFile(hosts, remote.wrongHosts);
  await assert.rejects(new NixCache(host(env), { url: 'ssh://root@127.0.0.1' }).upload([top]), (error) => error instanceof Failure && /^Nix on the host can't reach ssh:\/\/\S*127\.0\.0\.1: Host key verification failed\.$/.test(error.message));
});

/** Nix in a container of a Bedrock, which sees the folder for keys, and another one. */
async function inBedrock(age: 'current' | 'newest', folder: string): Promise<{ readonly site: NixSite; readonly env: Readonly<Record<string, string>> }> {
  const { docker } = await theRig();
  const imageName = await bedrockImage(docker, { arch: machineArch(), age, paths: [], database: false });
  const engine = await findEngine('docker', { env: { ...process.env, ...docker.env } });
  const image = await engine.inspectImage(imageName);
  assert.ok(image !== undefined);
  const container = `binary-cache-${randomUUID()}`;
  afterTest(() => engine.remove(container));
  await mkdir(folder);
  await startContainer(engine, image, { name: container, imageName, mounts: [], shared: [temporary, folder], containerOptions: ['--network=host'] });
  const config = nixConfig({ substituters: [], trustedPublicKeys: [], builders: [], config: 'substituters =', sandbox: 'auto' }, { place: 'container', privileged: false, emulated: undefined, inherited: '' });
  const env = { NIX_CONFIG: config };
  return { site: new ContainerSite(engine, { container, imageName, system: SYSTEM, env }), env };
}

test('the same holds for the Nix of a current Bedrock', async () => {
  const folder = path.join(scratch, 'shared');
  const { site, env } = await inBedrock('current', folder);
  await checkCache(site, { url: `file://${folder}/cache` }, env);
});

test('a bucket in S3 takes what it lacks, signed, by the newest Nix, which needs no library of a cloud for it', async () => {
  const s3 = await startS3('team-cache');
  afterTest(() => s3.stop());
  const { site, env } = await inBedrock('newest', path.join(scratch, 'nothing'));
  await checkCache(site, { url: s3.url }, env);
  assert.equal(s3.keys().filter((name) => name.endsWith('.narinfo')).length, 2);
  assert.ok(s3.keys().includes('nix-cache-info'));
  assert.ok(s3.requests.every((line) => / \/team-cache\//.test(line)));
});

test('a wrong address is a failure that says what Nix said, and shows no key', async () => {
  const top = await built(host());
  const file = path.join(scratch, 'file');
  await writeFile(file, '');
  await assert.rejects(new NixCache(host(), { url: `file://${file}/x`, secretKey: KEY }).upload([top]), (error) => error instanceof Failure && !error.message.includes(KEY.secretText()));
  assert.equal(await readFile(file, 'utf8'), '');
  assert.deepEqual(await readdir(temporary), []);
});
