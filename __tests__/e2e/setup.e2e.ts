import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, chown, lstat, mkdir, mkdtemp, readFile, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, it } from '@jest/globals';
import { afterTest } from '../jest/after-test.ts';
import { attempt, run, type CommandResult } from '../rig/command.ts';
import { writeFlake } from '../rig/flakes.ts';
import { makeNixRelease, serveRelease } from '../rig/nix-release.ts';
import { ACTION, CLI } from '../rig/programs.ts';
import { writeFeature } from './nix-feature.ts';

const scratch = await mkdtemp(path.join(tmpdir(), 'setup-e2e-'));
await chmod(scratch, 0o755);
const release = await makeNixRelease(path.join(scratch, 'release'));
const server = await serveRelease(release);
afterAll(async () => {
  await server.stop();
  await rm(scratch, { recursive: true, force: true });
});

/** What a machine without Nix has in PATH. */
const PROGRAMS = ['sh', 'tar', 'xz', 'cp', 'git', 'uname', 'cat', 'rm', 'mkdir', 'kill', 'sleep'];

/** A machine without Nix: its own `/nix`, PATH, tool cache and temporary folder. */
interface Machine {
  readonly folder: string;
  readonly nix: string;
  readonly env: Readonly<Record<string, string>>;
  /** Runs a command there. */
  exec(argv: readonly string[], env?: Readonly<Record<string, string>>): Promise<CommandResult>;
  /** `nix-feature setup` from a server with a fault. */
  setup(fault: string, ...more: readonly string[]): Promise<CommandResult>;
}

// Its /nix is mounted over the real one, for the command alone.
const INSIDE = ['unshare', '--mount', '--propagation', 'private', 'sh', '-c', 'mount --bind "$1" /nix && shift && exec env PATH="$MACHINE_PATH" "$@"', 'sh'];

async function machine(user?: number): Promise<Machine> {
  const folder = await mkdtemp(path.join(scratch, 'machine-'));
  const [nix, bin] = [path.join(folder, 'nix'), path.join(folder, 'bin')];
  for (const name of ['nix', 'bin', 'temp', 'tools', 'home', 'workspace']) await mkdir(path.join(folder, name));
  for (const name of PROGRAMS) await symlink((await run(['sh', '-c', `command -v ${name}`])).trim(), path.join(bin, name)).catch(() => undefined);
  if (user !== undefined) {
    await chmod(folder, 0o755);
    for (const name of ['nix', 'temp', 'tools', 'home']) await chown(path.join(folder, name), user, user);
  }
  const at = (name: string): string => path.join(folder, name);
  const env = { MACHINE_PATH: bin, HOME: at('home'), RUNNER_TOOL_CACHE: at('tools'), RUNNER_TEMP: at('temp'), TMPDIR: at('temp'), NO_COLOR: '1', NIX_CONFIG: 'substituters =\nsandbox = false' };
  const as = user === undefined ? [] : ['/usr/bin/setpriv', `--reuid=${user}`, `--regid=${user}`, '--clear-groups'];
  const exec = (argv: readonly string[], more = {}): Promise<CommandResult> => attempt([...INSIDE, nix, ...as, ...argv], { env: { PATH: process.env['PATH'], ...env, ...more }, cwd: at('workspace') });
  const setup = (fault: string, ...more: readonly string[]): Promise<CommandResult> => exec([process.execPath, CLI, 'setup', ...flags(fault), ...more]);
  return { folder, nix, env, exec, setup };
}

function flags(fault: string): readonly string[] {
  return ['--nix-version', release.version, '--nix-sha256', release.sha256, '--nix-mirror', server.mirror(fault)];
}

/** A program of the machine that is replaced by a script. */
async function replace({ folder }: Machine, name: string, script: string): Promise<void> {
  const file = path.join(folder, 'bin', name);
  await rm(file, { force: true });
  await writeFile(file, `#!/bin/sh\n${script}\n`, { mode: 0o755 });
}

/** What of a shell's lines the next command needs: those of `eval "$(nix-feature setup)"`. */
function within(lines: string, command: string): readonly string[] {
  return ['sh', '-c', `${lines}\n${command}`];
}

describe('setup', () => {
  it('installs a release for its user, whose Nix builds, and is told to later steps', async () => {
    const place = await machine();
    const files = Object.fromEntries(['GITHUB_PATH', 'GITHUB_ENV', 'GITHUB_OUTPUT', 'GITHUB_STEP_SUMMARY', 'GITHUB_STATE'].map((name) => [name, path.join(place.folder, name)]));
    for (const file of Object.values(files)) await writeFile(file, '');
    // As arguments of env, because a shell drops such names.
    const inputs = [`INPUT_NIX-VERSION=${release.version}`, `INPUT_NIX-SHA256=${release.sha256}`, `INPUT_NIX-MIRROR=${server.mirror('redirect')}`];
    const job = { GITHUB_ACTIONS: 'true', NIX_FEATURE_ACTION: 'setup', GITHUB_WORKSPACE: place.folder, ...files };
    const action = (): Promise<CommandResult> => place.exec(['/usr/bin/env', ...inputs, process.execPath, ACTION], job);
    const first = await action();
    assert.equal(first.code, 0, first.stdout);
    assert.doesNotMatch(first.stdout + first.stderr, /the installer ran/);
    const read = (name: string): Promise<string> => readFile(files[name] ?? '', 'utf8');
    const bin = (await read('GITHUB_PATH')).trim();
    assert.match(bin, new RegExp(`^/nix/store/\\w{32}-nix-${release.version.replaceAll('.', String.raw`\.`)}/bin$`));
    assert.match(await read('GITHUB_ENV'), /^NIX_CONFIG<<(\S+)\n(?:.*\n)*build-users-group =\n(?:.*\n)*\1\n$/m);
    const json = /^json<<(\S+)\n(.*)\n\1$/m.exec(await read('GITHUB_OUTPUT'))?.[2] ?? '';
    assert.deepEqual(JSON.parse(json), { schemaVersion: 1, nix: `Nix ${release.version}`, wanted: release.version, from: 'downloaded', path: bin, variables: ['NIX_CONFIG'] });
    assert.match(await read('GITHUB_STEP_SUMMARY'), new RegExp(`^## Nix ${release.version} was downloaded and installed\n`));
    // Nothing is left to be done at the end of the job, and nothing lies about.
    assert.equal(await read('GITHUB_STATE'), '');
    assert.deepEqual(await readdir(path.join(place.folder, 'temp')), []);

    // A later step: the store is whole, and survives a garbage collection.
    const config = /NIX_CONFIG<<(\S+)\n([\s\S]*?)\n\1/.exec(await read('GITHUB_ENV'))?.[2] ?? '';
    const step = (command: string): Promise<CommandResult> => place.exec(['sh', '-c', `PATH=${bin}:$PATH; ${command}`], { NIX_CONFIG: config });
    const after = await step('nix store verify --all --no-trust && nix-store --gc && nix --version');
    assert.equal(after.code, 0, after.stderr);
    assert.match(after.stdout, /nix \(Nix\)/);
    const modes = await run(['find', path.join(place.nix, 'store'), '-mindepth', '1', '-perm', '/222', '!', '-type', 'l', '!', '-name', '.links']);
    assert.equal(modes, '');

    // Another job on the same machine: the runner's own folders are new, the tool cache is not.
    const asked = server.asked.length;
    await run(['sh', '-c', `chmod -R u+w ${place.nix} && rm -rf ${place.nix}/* ${place.nix}/.nix-feature`]);
    await writeFile(files['GITHUB_OUTPUT'] ?? '', '');
    const warm = await action();
    assert.equal(warm.code, 0, warm.stdout);
    assert.match(await read('GITHUB_OUTPUT'), /^from<<(\S+)\ncached\n\1$/m);
    assert.equal(server.asked.length, asked, 'nothing is downloaded again');
  });

  it('prints what a shell needs, and uses what is there the next time', async () => {
    const place = await machine(65534);
    // Outside of a runner there is no tool cache but our own.
    const cold = await place.exec([process.execPath, CLI, 'setup', ...flags('plain')], { RUNNER_TOOL_CACHE: '' });
    assert.equal(cold.code, 0, cold.stderr);
    assert.deepEqual(await readdir(path.join(place.folder, 'home/.cache/nix-feature/tools')), ['nix']);
    assert.equal((await lstat(path.join(place.nix, 'store'))).uid, 65534);
    assert.deepEqual(await readdir(path.join(place.folder, 'temp')), []);
    const built = await place.exec(within(cold.stdout, 'nix-build --no-out-link -E \'derivation { name = "made"; system = builtins.currentSystem; builder = "/bin/sh"; args = [ "-c" "echo made > $out" ]; }\''));
    assert.match(built.stdout, /^\/nix\/store\/\w+-made$/m, built.stderr);
    const again = await place.setup('missing', '--json');
    assert.equal(again.code, 0, again.stderr);
    const { from, path: bin } = JSON.parse(again.stdout) as { from: string; path: string };
    assert.equal(from, 'here');
    const inPath = await place.exec([process.execPath, CLI, 'setup', '--nix-version', '2.31.2'], { MACHINE_PATH: `${bin}:${place.env['MACHINE_PATH']}` });
    assert.match(inPath.stderr, new RegExp(`Nix ${release.version} is installed already and is used; 2\\.31\\.2 was not needed`));
    assert.doesNotMatch(inPath.stdout, /export PATH/);
  });

  it('goes on after a download that is cut, and gives up after three', async () => {
    const place = await machine();
    const severed = await place.setup('severed');
    assert.equal(severed.code, 1);
    assert.match(severed.stderr, /severed\/nix-\S+\.tar\.xz can't be downloaded: \S.*\. It was tried up to three times\.\n.*--nix-mirror/);
    assert.equal(server.asked.filter((url) => url.startsWith('/severed/')).length, 3);
    assert.equal((await place.setup('cut')).code, 0);
    assert.equal(server.asked.filter((url) => url.startsWith('/cut/')).length, 3);
  });

  it('unpacks nothing whose hash differs, and does not ask again', async () => {
    const place = await machine();
    await replace(place, 'tar', `echo tar >> ${place.folder}/unpacked; exit 1`);
    for (const fault of ['lies', 'short']) {
      const { code, stderr } = await place.setup(fault);
      assert.equal(code, 1);
      assert.match(stderr, new RegExp(`has the wrong SHA-256: [0-9a-f]{64} instead of ${release.sha256}\\. Nothing of it was unpacked\\.`));
      assert.equal(server.asked.filter((url) => url.startsWith(`/${fault}/`)).length, 1);
    }
    const missing = await place.setup('missing');
    assert.match(missing.stderr, /can't be downloaded: Unexpected HTTP response: 404/);
    assert.equal(server.asked.filter((url) => url.startsWith('/missing/')).length, 1);
    assert.deepEqual((await readdir(place.folder)).filter((name) => name === 'unpacked'), []);
    assert.deepEqual([...(await readdir(place.nix)), ...(await readdir(path.join(place.folder, 'tools'))), ...(await readdir(path.join(place.folder, 'temp')))], []);
  });

  it('leaves a /nix of somebody else alone, unless its Nix can be used', async () => {
    const place = await machine();
    await mkdir(path.join(place.nix, 'store'));
    await mkdir(path.join(place.nix, 'var'));
    const refused = await place.setup('plain');
    assert.equal(refused.code, 3);
    assert.match(refused.stderr, /\/nix is there and holds "store", "var", but there is no "nix" in PATH: it belongs to somebody else, and is left alone\./);
    assert.match(refused.stderr, /--build-in container/);
    assert.deepEqual(await readdir(path.join(place.nix, 'store')), []);
    const profile = path.join(place.nix, 'var/nix/profiles/default/bin');
    await mkdir(profile, { recursive: true });
    await symlink('/usr/bin/nix', path.join(profile, 'nix'));
    const used = await place.setup('plain', '--json');
    assert.equal((JSON.parse(used.stdout) as { path: string }).path, '/nix/var/nix/profiles/default/bin', used.stderr);
  });

  it('a run that was killed, or found the disk full, is made up for by the next one', async () => {
    const place = await machine();
    await run(['mount', '-t', 'tmpfs', '-o', 'size=2m', 'tmpfs', place.nix]);
    afterTest(() => run(['umount', place.nix]));
    const full = await place.setup('plain');
    assert.equal(full.code, 3, full.stderr);
    assert.match(full.stderr, /The disk of \/nix has no room for Nix \S+: "cp" failed .*No space left on device\n/);
    await run(['mount', '-o', 'remount,size=64m', place.nix]);

    // Killed while it copies: the copy goes on to its end, and has no name in the store.
    await replace(place, 'cp', '/bin/cp "$@"; kill -9 $PPID');
    const killed = await place.setup('plain');
    assert.notEqual(killed.code, 0);
    assert.ok((await readdir(place.nix)).includes('.nix-feature-incoming'));
    assert.deepEqual(await readdir(path.join(place.nix, 'store')), []);
    await replace(place, 'cp', 'exec /bin/cp "$@"');
    const again = await place.setup('missing');
    assert.equal(again.code, 0, again.stderr);
    const verified = await place.exec(within(again.stdout, 'nix store verify --all --no-trust'));
    assert.equal(verified.code, 0, verified.stderr);
    assert.deepEqual((await readdir(place.nix)).toSorted(), ['.nix-feature', 'store', 'var']);
  });

  it('a run that is killed while it downloads leaves nothing that the next one stumbles over', async () => {
    const place = await machine();
    const child = spawn(INSIDE[0] ?? '', [...INSIDE.slice(1), place.nix, process.execPath, CLI, 'setup', ...flags('stall')], { env: { PATH: process.env['PATH'], ...place.env }, stdio: 'ignore' });
    while (!server.asked.some((url) => url.startsWith('/stall/'))) await new Promise((resolve) => setTimeout(resolve, 50));
    child.kill('SIGKILL');
    await once(child, 'close');
    assert.equal((await readdir(path.join(place.folder, 'temp'))).length, 1);
    assert.equal((await place.setup('plain')).code, 0);
    assert.deepEqual(await readdir(path.join(place.folder, 'temp')), []);
  });
});

describe('a build with a Nix that is installed for it', () => {
  it('makes a Feature on a machine that had none', async () => {
    const place = await machine();
    const feature = await writeFeature(path.join(place.folder, 'workspace/tool'), 'tool');
    const made = 'derivation { name = "tool"; system = "SYSTEM"; builder = "/bin/sh"; args = [ "-c" "echo tool > $out" ]; }';
    await writeFlake(feature, `{ outputs = { self }: { ${['x86_64-linux', 'aarch64-linux'].map((system) => `packages.${system}.default = ${made.replace('SYSTEM', system)};`).join(' ')} }; }\n`);
    const built = await place.exec([process.execPath, CLI, 'build', 'tool', '--base-image', 'none', '--build-in', 'host', '--output', 'layout', '--json', ...flags('plain')]);
    assert.equal(built.code, 0, built.stderr);
    assert.match(built.stderr, new RegExp(`Using Nix ${release.version} on the host\\.`));
    assert.match(built.stdout, /-tool"/);
  });
});
