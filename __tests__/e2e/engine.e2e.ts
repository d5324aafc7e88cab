import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, it } from '@jest/globals';
import { Engine, type LocalImage } from '../../src/engine/engine.ts';
import { findEngine } from '../../src/engine/find-engine.ts';
import { loadImage, type LayoutImage } from '../../src/engine/load-image.ts';
import { pullImage } from '../../src/engine/pull-image.ts';
import { startContainer } from '../../src/engine/start-container.ts';
import { BaseError, CancelledError, CommandError, SetupError } from '../../src/kit/errors.ts';
import { adopt } from '../../src/nix/nar/adopt.ts';
import { ContainerSite } from '../../src/nix/run/container-site.ts';
import { closureOf } from '../../src/nix/store/path-info.ts';
import { nixConfig } from '../../src/nix/run/settings.ts';
import { parseStorePath, storePathOfName, type StorePath } from '../../src/nix/store/store-path.ts';
import { nixVersion } from '../../src/nix/run/version.ts';
import type { ImageManifest } from '../../src/oci/format/manifest.ts';
import { systemOf, type Arch } from '../../src/platform.ts';
import { afterTest } from '../jest/after-test.ts';
import { pipe, run } from '../rig/command.ts';
import { buildFlake, machineArch, makeFlake } from '../rig/flakes.ts';
import { writeImageLayout } from '../rig/image-layout.ts';
import { bedrockImage, importRoot, type Engine as RigEngine } from '../rig/images.ts';
import { theRig } from '../rig/rig.ts';

const rig = await theRig();
const ARCH = machineArch();
const OTHER: Arch = ARCH === 'amd64' ? 'arm64' : 'amd64';

type Content = Parameters<typeof bedrockImage>[1];
const PLAIN: Content = { arch: ARCH, paths: [], database: false };

/* Which Nix runs there, what it builds, and the other platform by emulation: build-deltas, build-newest and build-arches. */
const scratch = await mkdtemp(path.join(tmpdir(), 'engine-'));
afterAll(() => rm(scratch, { recursive: true }));
const odd = path.join(scratch, `a, "b" : $c`);
await mkdir(odd);
await writeFile(path.join(odd, 'file'), 'contents');

for (const by of [rig.docker, rig.podman]) {
  const env = { ...process.env, ...by.env };
  const open = (signal?: AbortSignal): Promise<Engine> => findEngine(by.program, { env, signal });
  // For all tests, which leave them as they are.
  const { site, name: ours } = await start(await open(), by, { mounts: [odd], undo: afterAll });
  const empty = await smallImage(by, 'empty', { files: { 'nix/file': Buffer.from('x') }, undo: afterAll });

  describe(by.program, () => {
    it('is found, and says clearly when it is missing or does not answer', async () => {
      assert.equal((await open()).name, by.program);
      await assert.rejects(findEngine(by.program, { env: { ...env, PATH: '/nowhere' } }), /is not installed: there is no "/);
      if (by.program === 'podman') return;
      const silent = findEngine('docker', { env: { ...env, DOCKER_HOST: 'unix:///nowhere/sock' } });
      await assert.rejects(silent, { name: 'SetupError', message: 'Docker is installed, but its daemon does not answer.' });
    });

    it('gives a container what is named, and nothing else of our environment', async () => {
      process.env['NOT_FOR_THE_CONTAINER'] = 'secret';
      afterTest(() => delete process.env['NOT_FOR_THE_CONTAINER']);
      const seen = await site.capture(['env'], { env: { GIVEN: 'two\nlines', HOME: '/root' } });
      assert.match(seen, /^GIVEN=two\nlines$/m);
      assert.match(seen, /^HOME=\/root$/m);
      assert.doesNotMatch(seen, /NOT_FOR_THE_CONTAINER|DOCKER_|CONTAINERS_/);
    });

    it('shows a folder under its own name, whatever its name, and read-only', async () => {
      assert.equal(await site.capture(['cat', path.join(odd, 'file')]), 'contents');
      await assert.rejects(site.capture(['touch', path.join(odd, 'new')]), /Read-only file system/);
    });

    it('removes the containers of runs that were killed, and no others', async () => {
      const engine = await open();
      const image = await engine.inspectImage(await bedrockImage(by, PLAIN));
      assert.ok(image);
      const dead = await run([process.execPath, '--input-type=module', '--eval', `process.stdout.write((await import(${JSON.stringify(source('kit/temporary.ts'))})).ownerToken())`]);
      const left = uniqueName();
      afterTest(() => engine.remove(left));
      await engine.run(['run', '--detach', '--rm', '--label', `dev.nix-feature.owner=${dead}`, '--name', left, '--entrypoint', '/bin/sh', image.id, '-c', 'sleep 600']);
      assert.ok((await engine.removeLeftovers()).includes(left));
      assert.equal((await engine.run(['ps', '--all', '--quiet', '--filter', `name=${left}`])).trim(), '');
      assert.notEqual((await engine.run(['ps', '--quiet', '--filter', `name=${ours}`])).trim(), '');
    });

    it('streams bytes both ways, and names the command that failed in it', async () => {
      const { stdout, done } = site.stream(['head', '-c', '10000000', '/dev/zero']);
      let size = 0;
      for await (const chunk of stdout) size += (chunk as Buffer).length;
      await done;
      assert.equal(size, 10_000_000);
      assert.equal(await site.capture(['cat'], { input: 'x'.repeat(100_000) }), 'x'.repeat(100_000));
      await assert.rejects(site.capture(['sh', '-c', 'echo why >&2; exit 9']), (error) => {
        assert.ok(error instanceof CommandError);
        assert.match(error.message, /^"sh" in a container of \S+ failed with exit code 9: why$/);
        assert.deepEqual(error.command, ['sh', '-c', 'echo why >&2; exit 9']);
        return true;
      });
    });

    it('starts an image with an entrypoint, a user and a folder of its own, without sleep, and tells that it has no Nix', async () => {
      const changes = ['USER 1000', 'ENTRYPOINT ["/nope"]', 'WORKDIR /gone', 'ENV PATH=/bin:/own'];
      const { site: bare } = await start(await open(), by, { what: await smallImage(by, 'bare', { files: await shell(), changes }) });
      const says = await bare.capture(['/bin/sh', '-c', 'read -r a b < /proc/self/loginuid; echo "$PATH"; pwd; : > /root-may-write; echo ok']);
      assert.match(says, /^\/bin:\/own:\/nix\/var\/nix\/profiles\/default\/bin:\S+\n\/\nok\n$/);
      await assert.rejects(nixVersion(bare, 'container'), /There is no "nix" in a container of bare/);
    });

    it('says what is wrong with an image that can not be started', async () => {
      const engine = await open();
      await assert.rejects(start(engine, by, { what: empty }), { name: 'BaseError', message: /has no \/bin\/sh, so nothing can be built in it/ });
      const riscv = Buffer.alloc(300);
      riscv.write('7f454c460201010000000000000000000200f30001000000', 'hex');
      const foreign = await smallImage(by, 'riscv', { files: { 'bin/sh': riscv } });
      await assert.rejects(start(engine, by, { what: foreign }), { name: 'BaseError', message: /is labelled \w+, but its \/bin\/sh is for another platform/ });
      const emulated = { ...foreign.image, architecture: 'riscv64' };
      const unchecked = new Engine('podman', by.program, { env }); // takes no platform
      const cantRun = startContainer(unchecked, emulated, { name: uniqueName(), imageName: 'riscv', mounts: [], containerOptions: [] });
      await assert.rejects(cantRun, (error) => {
        assert.ok(error instanceof SetupError);
        assert.match(error.message, /can't run riscv64 programs/);
        assert.match(error.hint ?? '', /docker\/setup-qemu-action/);
        return true;
      });
      const bad = start(engine, by, { containerOptions: ['--nonsense'] });
      await assert.rejects(bad, { name: 'BaseError', message: /unknown flag: --nonsense/ });
    });

    it('gives all files of a container that was never started', async () => {
      const engine = await open();
      const name = uniqueName();
      afterTest(() => engine.remove(name));
      await engine.create(empty.image, name);
      const { stdout, done } = engine.export(name);
      const chunks: Buffer[] = [];
      for await (const chunk of stdout) chunks.push(chunk as Buffer);
      await done;
      assert.ok(Buffer.concat(chunks).includes('nix/file'));
      const failing = engine.export(uniqueName());
      await assert.rejects(async () => {
        for await (const chunk of failing.stdout) assert.ok(chunk);
      }, CommandError);
    });

    it('removes a container that is gone, and one of a cancelled run', async () => {
      const abort = new AbortController();
      const engine = await open(abort.signal);
      const { site: cancelled, name } = await start(engine, by);
      const sleeping = cancelled.capture(['sleep', '100']);
      setTimeout(() => abort.abort(), 200);
      await assert.rejects(sleeping, CancelledError);
      const started = performance.now();
      await engine.remove(name);
      assert.ok(performance.now() - started < 5000, 'podman waited for the container to end by itself');
      await engine.remove(name);
      await assert.rejects((await open()).run(['container', 'inspect', name]), CommandError);
    });

    for (const compression of ['gzip', 'zstd'] as const) {
      it(`loads an image out of a layout with ${compression} layers`, async () => {
        const engine = await open();
        const layers = [{ folder: await writeFiles(await shell()), compression }, { folder: await writeFiles({ upper: Buffer.from('said') }), compression }];
        const layout = await layoutImage(await writeImageLayout(path.join(scratch, `${by.program}-${compression}`), [{ arch: ARCH, layers }]));
        const loaded = await loadImage(engine, layout);
        afterTest(() => engine.run(['rmi', '--force', loaded.id]));
        assert.equal(loaded.architecture, ARCH);
        assert.equal((await loadImage(engine, layout)).id, loaded.id);
        const argv = ['run', '--rm', '--entrypoint', '/bin/sh', loaded.id, '-c', 'read -r said < /upper || :; echo "$said"'];
        assert.equal(await engine.run(argv), 'said\n');
      });
    }

    it('pulls for a platform by digest, with credentials that it leaves nowhere', async () => {
      const engine = await open();
      const { host, credentials } = rig.registries.htpasswd;
      assert.ok(credentials);
      const { name, image } = await smallImage(by, `pull-${by.program}`, { files: { 'nix/file': randomBytes(8) }, arch: OTHER });
      const reference = await pushed(engine, image, `${host}/engine/${name}`, credentials);
      const folders = await authFolders();

      await assert.rejects(pullImage(engine, reference, { arch: OTHER }), { name: 'BaseError', message: /denied access to the base image/ });
      const wrong = { ...credentials, password: 'wrong' };
      await assert.rejects(pullImage(engine, reference, { arch: OTHER, credentials: wrong }), BaseError);
      const pulled = await pullImage(engine, reference, { arch: OTHER, credentials });
      afterTest(() => engine.run(['rmi', '--force', pulled.id]));
      assert.equal(pulled.architecture, OTHER);
      await assert.rejects(pullImage(engine, reference, { arch: ARCH, credentials }), { name: 'BaseError', message: new RegExp(`(not for|no) linux/${ARCH}`) });
      await assert.rejects(pullImage(engine, `${host}/engine/none@sha256:${'0'.repeat(64)}`, { arch: ARCH, credentials }), /does not exist/);
      assert.deepEqual(await authFolders(), folders);
    });
  });
}

const dockerEnv = { ...process.env, ...rig.docker.env };
const docker = (): Promise<Engine> => findEngine('docker', { env: dockerEnv });

// Podman, which is no server, sees every folder as its caller does.
it('copies a folder where the engine has another one of that name', async () => {
  const root = await mkdtemp(path.join(tmpdir(), 'engine-'));
  afterTest(() => rm(root, { recursive: true }));
  for (const age of ['seen', 'newer']) {
    await mkdir(path.join(root, age));
    await writeFile(path.join(root, age, 'file'), age);
  }
  // As a runner in a container sees it, whose engine runs on the machine: the same name is another folder there.
  const image = await (await docker()).inspectImage(await bedrockImage(rig.docker, PLAIN));
  const name = uniqueName();
  afterTest(async () => (await docker()).remove(name));
  const script = `
    const { findEngine } = await import(${JSON.stringify(source('engine/find-engine.ts'))});
    const { startContainer } = await import(${JSON.stringify(source('engine/start-container.ts'))});
    const engine = await findEngine('docker');
    const folder = ${JSON.stringify(path.join(root, 'seen'))};
    await startContainer(engine, ${JSON.stringify(image)}, { name: ${JSON.stringify(name)}, imageName: 'bedrock', mounts: [folder], containerOptions: [] });
    process.stdout.write(await engine.run(['exec', ${JSON.stringify(name)}, 'cat', folder + '/file']));`;
  const mounting = 'mount --bind "$1" "$2" && exec "$3" --input-type=module --eval "$4"';
  const seen = await run(['unshare', '--mount', 'sh', '-c', mounting, 'sh', path.join(root, 'newer'), path.join(root, 'seen'), process.execPath, script], { env: dockerEnv });
  assert.equal(seen, 'newer');
});

// In podman: build-base-layers.e2e.ts
it('adopts a store without a database just as the database had it, and builds nothing again', async () => {
  const engine = await docker();
  const flake = await makeFlake('base', ['curl', 'sqlite3']);
  const { out } = await buildFlake(flake);
  assert.ok(out);
  const bare = await start(engine, rig.docker, { what: { arch: ARCH, paths: [out], database: false } });
  const full = await start(engine, rig.docker, { what: { arch: ARCH, paths: [out], database: true } });
  const seen: number[] = [];
  const adopted = await adopt(bare.site, await onDisk(bare.site), { onProgress: (done) => void seen.push(done) });
  assert.deepEqual(seen, Array.from({ length: adopted }, (_, i) => i + 1));

  const roots = [parseStorePath(out)];
  const expected = [...(await closureOf(full.site, roots)).values()].map(intrinsic);
  assert.deepEqual([...(await closureOf(bare.site, roots)).values()].map(intrinsic), expected);
  assert.ok(expected.length > 20);
  await bare.site.capture(['nix-store', '--verify', '--check-contents']);
  assert.equal(await adopt(bare.site, await onDisk(bare.site)), 0);
  assert.equal(await adopt(full.site, await onDisk(full.site)), 0);
});

/** What the database must know alike; who built it and when may differ. */
function intrinsic({ path: at, narHash, narSize, references }: { path: StorePath; narHash: string; narSize: number; references: readonly StorePath[] }): object {
  return { at, narHash, narSize, references };
}

async function onDisk(site: ContainerSite): Promise<Set<StorePath>> {
  const names = (await site.capture(['ls', '/nix/store'])).split('\n');
  return new Set(names.map(storePathOfName).filter((each) => each !== undefined));
}

interface NamedImage {
  readonly image: LocalImage;
  readonly name: string;
}

interface StartOptions {
  readonly what?: Content | NamedImage;
  readonly mounts?: readonly string[];
  readonly containerOptions?: readonly string[];
  /** When it is removed: after the test unless given. */
  readonly undo?: Undo;
}

type Undo = (remove: () => Promise<unknown>) => void;

/** Starts a container of an image or a Bedrock. */
async function start(engine: Engine, by: RigEngine, options: StartOptions = {}): Promise<{ site: ContainerSite; name: string }> {
  const { what = PLAIN, mounts = [], containerOptions = [], undo = afterTest } = options;
  const imageName = 'image' in what ? what.name : await bedrockImage(by, what);
  const image = 'image' in what ? what.image : await engine.inspectImage(imageName);
  assert.ok(image);
  const name = uniqueName();
  undo(() => engine.remove(name));
  await startContainer(engine, image, { name, imageName, mounts, containerOptions });
  const settings = { substituters: [], trustedPublicKeys: [], builders: [], config: 'substituters =', sandbox: 'auto' } as const;
  const system = systemOf(image.architecture === OTHER ? OTHER : ARCH);
  const emulated = image.architecture === OTHER ? system : undefined;
  const config = nixConfig(settings, { place: 'container', privileged: false, emulated, inherited: '' });
  return { site: new ContainerSite(engine, { container: name, imageName, system, env: { NIX_CONFIG: config } }), name };
}

/** The address of a module of ours, for another process. */
function source(module: string): string {
  return new URL(`../../src/${module}`, import.meta.url).pathname;
}

function uniqueName(): string {
  return `nix-feature-test-${randomBytes(6).toString('hex')}`;
}

interface SmallImage {
  readonly files: Readonly<Record<string, Buffer>>;
  readonly changes?: readonly string[];
  readonly arch?: Arch;
  readonly undo?: Undo;
}

/** An image of a few files. */
async function smallImage(by: RigEngine, name: string, { files, changes = [], arch = ARCH, undo = afterTest }: SmallImage): Promise<NamedImage> {
  const root = await writeFiles(files);
  const tag = `localhost/${uniqueName()}:1`;
  const env = { ...process.env, ...by.env };
  if (changes.length === 0) {
    await importRoot(by, root, arch, tag);
  } else {
    await pipe(['tar', '-C', root, '-c', '.'], [by.program, 'import', ...changes.flatMap((change) => ['--change', change]), '-', tag], { env });
  }
  undo(() => run([by.program, 'rmi', '--force', tag], { env }));
  const image = await new Engine(by.program, by.program, { env }).inspectImage(tag);
  assert.ok(image);
  return { image, name };
}

/** A folder that holds them. */
async function writeFiles(files: Readonly<Record<string, Buffer>>): Promise<string> {
  const root = await mkdtemp(path.join(scratch, 'root-'));
  for (const [file, contents] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(root, file)), { recursive: true });
    await writeFile(path.join(root, file), contents, { mode: 0o755 });
  }
  return root;
}

/** A shell and what it needs to run, and nothing else. */
async function shell(): Promise<Record<string, Buffer>> {
  const libraries = (await run(['ldd', '/bin/dash'])).match(/\/\S+/g) ?? [];
  const files = await Promise.all(libraries.map(async (file) => [file.slice(1), await readFile(file)] as const));
  return { ...Object.fromEntries(files), 'bin/sh': await readFile('/bin/dash') };
}

async function layoutImage(folder: string): Promise<LayoutImage> {
  const read = async (digest: string): Promise<unknown> => JSON.parse(await readFile(path.join(folder, 'blobs', digest.replace(':', '/')), 'utf8'));
  const index = JSON.parse(await readFile(path.join(folder, 'index.json'), 'utf8')) as { manifests: [{ digest: string }] };
  const { config, layers } = (await read(index.manifests[0].digest)) as ImageManifest;
  return { folder, config, layers };
}

/** Pushes an image and forgets it. @returns its reference by digest */
async function pushed(engine: Engine, image: LocalImage, repository: string, login: { username: string; password: string }): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'engine-push-'));
  const archive = path.join(folder, 'image.tar');
  const tag = `${repository}:1`;
  await engine.run(['tag', image.id, tag]);
  await engine.run(['save', '--output', archive, tag]);
  await engine.run(['rmi', '--force', image.id]);
  const file = path.join(folder, 'digest');
  const policy = path.join(folder, 'policy.json');
  await writeFile(policy, '{"default":[{"type":"insecureAcceptAnything"}]}');
  const credentials = `${login.username}:${login.password}`;
  await run(['skopeo', '--policy', policy, 'copy', '--quiet', '--dest-tls-verify=false', '--dest-creds', credentials, '--digestfile', file, `docker-archive:${archive}`, `docker://${tag}`]);
  const digest = (await readFile(file, 'utf8')).trim();
  await rm(folder, { recursive: true });
  return `${repository}@${digest}`;
}

async function authFolders(): Promise<string[]> {
  return (await readdir(tmpdir())).filter((name) => name.startsWith('nix-feature-auth-'));
}
