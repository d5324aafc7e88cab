import assert from 'node:assert/strict';
import { mkdir, readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, describe, it } from '@jest/globals';
import { systemOf } from '../../src/platform.ts';
import { bedrockImage } from '../rig/images.ts';
import { machineArch, writeFlake } from '../rig/flakes.ts';
import { NIX_ENV } from '../rig/nix-env.ts';
import { sshForBedrock, startRemoteBuilder } from '../rig/remote-builder.ts';
import { theRig } from '../rig/rig.ts';
import { attemptBuild, build, LABEL, scratchFolder, startBuild, writeFeature } from './nix-feature.ts';

const ARCH = machineArch();
const OTHER = ARCH === 'amd64' ? 'arm64' : 'amd64';
const scratch = await scratchFolder();
const builder = await startRemoteBuilder(path.join(scratch, 'builder'));
afterAll(() => builder.stop());

/** A Feature that nobody has built before: its name is in the builder's store once it is built there. */
async function feature(name: string, arch: 'amd64' | 'arm64', script = 'echo $0 > $out'): Promise<string> {
  const system = systemOf(arch);
  const folder = await writeFlake(path.join(scratch, `${name}-flake`), `{ outputs = { self }: { packages.${system}.default = derivation {
    name = "${name}"; system = "${system}"; builder = "/bin/sh"; args = [ "-c" "${script}" "${process.pid}" ]; }; }; }\n`);
  return writeFeature(path.join(scratch, name), name, folder);
}

// This machine builds nothing itself, whatever it can emulate.
const NIX_CONFIG = (NIX_ENV['NIX_CONFIG'] ?? '').replace(/^extra-platforms.*$/m, '');

function flags(folder: string, arch: 'amd64' | 'arm64', more: Readonly<Record<string, string>> = {}) {
  const builders = `ssh://root@127.0.0.1:${builder.port} ${systemOf(arch)} - 2`;
  return { feature: folder, 'base-image': 'none', 'build-in': 'host', arches: arch, builders, 'nix-config': 'max-jobs = 0\nsubstituters =', 'known-hosts': builder.knownHosts, ...more };
}

/** Old versions of Nix leave folders of their own, without a key, when a builder can't be used. */
function ours(names: readonly string[]): readonly string[] {
  return names.filter((name) => name.startsWith('nix-feature'));
}

function env(key = builder.key) {
  return { NIX_CONFIG, NIX_FEATURE_SSH_KEY: key };
}

describe('a remote builder', () => {
  it('builds for another platform, with a key and a host key that are there for the run alone', async () => {
    const folder = await feature('remote-tool', OTHER);
    const built = await build(path.join(scratch, 'out'), flags(folder, OTHER), { env: env() });
    assert.ok((await builder.store()).includes('remote-tool'));
    assert.match(await builder.log(), /Accepted publickey for root/);
    assert.deepEqual(ours(built.left), [], 'the files are gone');
    const secret = builder.key.split('\n')[2] ?? '';
    assert.ok(secret.length > 20);
    assert.ok(![built.stdout, built.stderr].some((text) => text.includes(secret)));
  });

  it('is refused if its host key differs, or it does not know the key', async () => {
    const folder = await feature('refused-tool', OTHER);
    const host = await attemptBuild(flags(folder, OTHER, { 'known-hosts': builder.wrongHosts }), { env: env() });
    assert.equal(host.code, 3, host.stderr);
    assert.match(host.stderr, /error: Nix on the host can't use the builder ssh:\/\/\*\*\*@127\.0\.0\.1: Host key verification failed\.\n.*--known-hosts/);
    assert.deepEqual(ours(host.left), []);
    const key = await attemptBuild(flags(folder, OTHER), { env: env(builder.wrongKey) });
    assert.equal(key.code, 3, key.stderr);
    assert.match(key.stderr, /can't use the builder ssh:\/\/\*\*\*@127\.0\.0\.1: .*Permission denied \(publickey\)\.\n/);
    assert.ok(!(await builder.store()).includes('refused-tool'));
  });

  it('is told neither to the build nor on any command line', async () => {
    const folder = await feature('curious-tool', ARCH, 'export -p > $out; for each in /proc/[0-9]*/cmdline; do while read -r line || [ -n \\"$line\\" ]; do echo \\"$line\\"; done < $each; done >> $out 2>/dev/null; true');
    const { document } = await build(path.join(scratch, 'curious'), { ...flags(folder, OTHER), arches: ARCH, 'nix-config': '' }, { env: env() });
    assert.ok(!(await builder.store()).includes('curious-tool'), 'it is built here');
    const seen = await readFile(path.join('/nix/store', path.basename(document.storePath)), 'utf8');
    assert.match(seen, /NIX_BUILD_TOP/);
    assert.ok(!seen.includes(builder.key.split('\n')[2] ?? ''));
    assert.doesNotMatch(seen.split('\n').filter((line) => line.startsWith('export ')).join('\n'), /SSH|ssh/);
  });

  it('builds for a container of the base too', async () => {
    const { docker } = await theRig();
    const base = await bedrockImage(docker, { arch: ARCH, paths: [], database: true });
    const folder = await feature('container-tool', ARCH);
    const tools = path.join(scratch, 'tools');
    await mkdir(tools);
    const options = [LABEL, ...(await sshForBedrock(tools))];
    const built = await build(path.join(scratch, 'container'), { ...flags(folder, ARCH), 'base-image': `daemon:${base}`, 'build-in': 'container', 'container-engine': 'docker', 'container-options': options }, { env: env() });
    assert.ok((await builder.store()).includes('container-tool'));
    assert.deepEqual(ours(built.left), []);
  });

  it('what a killed run leaves of the key is gone after the next one', async () => {
    const temporary = path.join(scratch, 'temporary');
    await mkdir(temporary);
    const slow = await startBuild(flags(await feature('slow-tool', ARCH, 'echo has begun; /bin/sleep 60'), ARCH), { env: env(), temporary });
    await slow.saw('has begun');
    assert.equal(ours(await readdir(temporary)).filter((name) => name.startsWith('nix-feature-ssh.')).length, 1);
    slow.kill('SIGKILL');
    await slow.done;
    await build(path.join(scratch, 'after'), flags(await feature('after-tool', ARCH), ARCH), { env: env(), temporary });
    assert.deepEqual(ours(await readdir(temporary)), []);
  });
});
