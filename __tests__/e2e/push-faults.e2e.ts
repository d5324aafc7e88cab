import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createWriteStream, globSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { afterAll, describe, it } from '@jest/globals';
import { Failure } from '../../src/kit/errors.ts';
import { bytesContent } from '../../src/oci/push/blob-content.ts';
import { canonicalJson } from '../../src/oci/format/canonical-json.ts';
import type { WallClock } from '../../src/oci/http/clock.ts';
import { anonymous, credentialsFor, type CredentialSource } from '../../src/oci/auth/credentials.ts';
import { digestOf, type Digest } from '../../src/oci/format/digest.ts';
import type { Descriptor } from '../../src/oci/format/manifest.ts';
import { DELTA_CONFIG, IMAGE_MANIFEST, LAYER_GZIP, MANIFEST_TYPES } from '../../src/oci/format/media-types.ts';
import { parseReference } from '../../src/oci/format/reference.ts';
import { pushImage } from '../../src/oci/push/push-image.ts';
import { RegistryWriter, type WriterOptions } from '../../src/oci/push/registry-writer.ts';
import { afterTest } from '../jest/after-test.ts';
import { EVERYTHING } from '../jest/everything.ts';
import { REMOTE_HOST, serveRemote } from '../oci/remote.ts';
import { collect } from '../oci/serve.ts';
import { run } from '../rig/command.ts';
import { startFaultProxy, type FaultProxy, type Interference, type Verb } from '../rig/fault-proxy.ts';
import { startRegistry, type Registry } from '../rig/registry.ts';
import { until } from '../rig/service.ts';
import { FAULTS, THEIR_DIGEST, type Fault, type Leaves } from './push-faults.ts';

const LAYER_SIZE = 300_000;
const CHUNK = 100_000;
/** What of so many faults one leaves is read by skopeo, too. */
const SKOPEO = EVERYTHING ? 6 : 25;
const registries = { none: await startRegistry(), token: await startRegistry({ auth: 'token' }) };
afterAll(async () => {
  await registries.none.stop();
  await registries.token.stop();
});

interface Image {
  readonly bytes: Buffer;
  readonly mediaType: string;
  readonly layers: readonly Descriptor[];
  readonly blobs: ReadonlyMap<Digest, Buffer>;
}

/** Of layers that no registry has seen before. */
function newImage(): Image {
  const blobs = new Map<Digest, Buffer>();
  const add = (mediaType: string, bytes: Buffer): Descriptor => {
    blobs.set(digestOf(bytes), bytes);
    return { mediaType, digest: digestOf(bytes), size: bytes.length };
  };
  const config = add(DELTA_CONFIG, Buffer.from(canonicalJson({ random: randomBytes(8).toString('hex') })));
  const layers = [1, 2].map(() => add(LAYER_GZIP, randomBytes(LAYER_SIZE)));
  return { bytes: Buffer.from(canonicalJson({ schemaVersion: 2, mediaType: IMAGE_MANIFEST, config, layers })), mediaType: IMAGE_MANIFEST, layers, blobs };
}

/** Waits are told, and hardly waited for. */
function hastyClock(): WallClock {
  let ahead = 0;
  return {
    now: () => Date.now() + ahead,
    sleep: async (milliseconds, signal) => {
      signal?.throwIfAborted();
      const real = Math.min(milliseconds, 20);
      ahead += milliseconds - real;
      await new Promise((resolve) => setTimeout(resolve, real));
    },
  };
}

/** Everything that is done with a registry: push, tag, read back. @throws the client's error */
async function pushAndPull(writer: RegistryWriter, image: Image, source: string | undefined, expectNothing: boolean): Promise<void> {
  const content = ({ digest }: Descriptor) => bytesContent(image.blobs.get(digest) ?? Buffer.alloc(0));
  const mountFrom = ({ digest }: Descriptor): string | undefined => (digest === image.layers[0]?.digest ? source : undefined);
  await pushImage(writer, image, { content, mountFrom });
  await writer.pushManifest(image.bytes, image.mediaType, 'v1', expectNothing ? { expect: 'none' } : {});
  assert.deepEqual((await writer.reader.resolve('v1')).bytes, image.bytes);
  for (const layer of image.layers) assert.deepEqual(await collect(writer.reader.blob(layer)), image.blobs.get(layer.digest));
  assert.deepEqual(await writer.reader.tags(), ['v1']);
  assert.equal((await writer.reader.head('v1'))?.digest, digestOf(image.bytes));
}

/** What gets a client to send this verb at all. */
function provoke(verb: Verb, begin: () => Interference): Interference {
  const interfere = begin();
  return async (exchange) => {
    if (exchange.verb === verb) return interfere(exchange);
    if (exchange.nth > 1) return false;
    if (verb === 'GET session' && exchange.verb === 'PATCH blob') exchange.reset();
    else if (verb === 'DELETE session' && exchange.verb === 'PUT blob') await exchange.answer(404);
    else return false;
    return true;
  };
}

/** Reads from a registry, with a token for pulls if it wants one. */
async function ask(host: string, repository: string, what: string): Promise<Response> {
  const url = `http://${host}/v2/${repository}/${what}`;
  const headers = { accept: MANIFEST_TYPES.join(', ') };
  const answer = await fetch(url, { headers });
  const [, realm, service] = /^Bearer realm="([^"]+)",service="([^"]+)"/.exec(answer.headers.get('www-authenticate') ?? '') ?? [];
  if (realm === undefined) return answer;
  await answer.arrayBuffer();
  const { token } = (await (await fetch(`${realm}?service=${service}&scope=repository:${repository}:pull`)).json()) as { token: string };
  return fetch(url, { headers: { ...headers, authorization: `Bearer ${token}` } });
}

/** Another client's view: digests are verified here, and of some faults by skopeo as well. */
async function checkRegistry(host: string, repository: string, image: Image, leaves: Leaves): Promise<void> {
  const manifest = async (name: string): Promise<string | undefined> => {
    const answer = await ask(host, repository, `manifests/${name}`);
    const bytes = Buffer.from(await answer.arrayBuffer());
    return answer.status === 200 ? digestOf(bytes) : undefined;
  };
  if (leaves === 'nothing') {
    assert.deepEqual([await manifest('v1'), await manifest(digestOf(image.bytes))], [undefined, undefined]);
    return;
  }
  if (leaves !== 'whole') assert.equal(await manifest('v1'), leaves === 'theirs' ? THEIR_DIGEST : undefined);
  for (const [digest, bytes] of image.blobs) {
    const answer = await ask(host, repository, `blobs/${digest}`);
    assert.equal(digestOf(Buffer.from(await answer.arrayBuffer())), digestOf(bytes), `${digest}: ${answer.status}`);
  }
  assert.equal(await manifest(leaves === 'whole' ? 'v1' : digestOf(image.bytes)), digestOf(image.bytes));
  if (Number(/^faults\/(\d+)/.exec(repository)?.[1]) % SKOPEO > 0) return;
  const folder = await mkdtemp(path.join(tmpdir(), 'push-faults-'));
  afterTest(() => rm(folder, { recursive: true }));
  const name = leaves === 'whole' ? ':v1' : `@${digestOf(image.bytes)}`;
  await run(['skopeo', 'copy', '--quiet', '--src-tls-verify=false', `docker://${host}/${repository}${name}`, `dir:${folder}`]);
  assert.deepEqual(await readFile(path.join(folder, 'manifest.json')), image.bytes);
}

async function strike(fault: Fault, verb: Verb, repository: string): Promise<void> {
  const registry = fault.kind === 4 || verb === 'GET token' ? registries.token : registries.none;
  const image = newImage();
  const proxy = await startFaultProxy(registry.host, provoke(verb, fault.begin ?? (() => () => Promise.resolve(false))));
  afterTest(() => proxy.stop());
  const options = await optionsFor(fault, verb, registry, proxy);
  const host = fault.scenario === 'https' ? REMOTE_HOST : proxy.host;
  const writers = (fault.scenario === 'twice' ? [1, 2] : [1]).map(() => new RegistryWriter(parseReference(`${host}/${repository}`), options));
  afterTest(() => writers.forEach((writer) => writer.close()));

  const source = verb === 'POST mount' ? `${repository}-source` : undefined;
  if (source !== undefined && fault.scenario !== 'no source') await seed(registry, source, image);
  const pushes = Promise.all(writers.map((writer) => pushAndPull(writer, image, source, fault.scenario === 'expect nothing')));
  const { error } = fault;
  if (error === undefined) await pushes;
  else {
    await assert.rejects(pushes, (actual: Error) => {
      assert.ok(actual instanceof Failure, `a ${actual.name} is not a Failure: ${actual.stack}`);
      assert.match(actual.message, error);
      return true;
    });
  }
  assert.ok(proxy.verbs.includes(verb), `no ${verb} among ${proxy.verbs.join(', ')}`);
  if (fault.sentOnce === true) assert.ok(proxy.bodyBytes() < 2 * LAYER_SIZE + 5000, `${proxy.bodyBytes()} bytes were sent`);
  const leaves = typeof fault.leaves === 'function' ? fault.leaves(verb) : fault.leaves;
  await checkRegistry(registry.host, repository, image, leaves ?? (error === undefined ? 'whole' : 'nothing'));
}

async function optionsFor(fault: Fault, verb: Verb, registry: Registry, proxy: FaultProxy): Promise<WriterOptions> {
  const chunked = fault.scenario === 'chunks' || verb === 'PATCH blob' || verb === 'GET session';
  const credentials: CredentialSource = registry.credentials === undefined ? anonymous : credentialsFor(proxy.host, registry.credentials, anonymous);
  const { env } = fault.scenario === 'https' ? await serveRemote(proxy.handle) : { env: {} };
  return {
    env,
    credentials,
    clock: hastyClock(),
    policy: { attempts: 8, firstDelay: 10, maxDelay: 20 },
    idleTimeout: fault.kind === 3 ? 1000 : 15_000,
    limits: { chunk: CHUNK, ...(chunked ? { onePutBelow: LAYER_SIZE } : {}) },
  };
}

/** Another repository that has the image's first layer. */
async function seed(registry: Registry, repository: string, image: Image): Promise<void> {
  const writer = new RegistryWriter(parseReference(`${registry.host}/${repository}`), { env: {} });
  afterTest(() => writer.close());
  for (const layer of image.layers.slice(0, 1)) await writer.pushBlob(layer, bytesContent(image.blobs.get(layer.digest) ?? Buffer.alloc(0)));
}

async function tinyDisk(folder: string): Promise<AsyncDisposable> {
  await mkdir(folder, { recursive: true });
  await run(['mount', '-t', 'tmpfs', '-o', 'size=128k', 'tmpfs', folder]);
  return { [Symbol.asyncDispose]: async () => void (await run(['umount', '-l', folder])) };
}

async function pushToFullRegistry(fault: Fault, verb: Verb, repository: string): Promise<void> {
  const registry = await startRegistry();
  afterTest(() => registry.stop());
  await using full = await tinyDisk(registry.folder);
  assert.ok(full);
  const proxy = await startFaultProxy(registry.host);
  afterTest(() => proxy.stop());
  const image = newImage();
  const writer = new RegistryWriter(parseReference(`${proxy.host}/${repository}`), { ...(await optionsFor(fault, verb, registry, proxy)), policy: { attempts: 3, firstDelay: 10 } });
  afterTest(() => writer.close());
  await assert.rejects(pushAndPull(writer, image, undefined, false), (error: Error) => error instanceof Failure && (fault.error?.test(error.message) ?? false));
  await checkRegistry(registry.host, repository, image, 'nothing');
}

async function pullToFullDisk(fault: Fault, repository: string): Promise<void> {
  const image = newImage();
  const writer = new RegistryWriter(parseReference(`${registries.none.host}/${repository}`), { env: {} });
  afterTest(() => writer.close());
  await pushAndPull(writer, image, undefined, false);
  const folder = await mkdtemp(path.join(tmpdir(), 'push-faults-'));
  afterTest(() => rm(folder, { recursive: true, force: true }));
  await using full = await tinyDisk(path.join(folder, 'disk'));
  assert.ok(full);
  const [layer] = image.layers;
  assert.ok(layer);
  await assert.rejects(pipeline(writer.reader.blob(layer), createWriteStream(path.join(folder, 'disk/layer'))), fault.error ?? /./);
  await checkRegistry(registries.none.host, repository, image, 'whole');
}

async function terminate(fault: Fault, verb: Verb, repository: string): Promise<void> {
  const proxy = await startFaultProxy(registries.none.host, provoke(verb, fault.begin ?? (() => () => Promise.resolve(false))));
  afterTest(() => proxy.stop());
  const script = path.join(import.meta.dirname, '../rig/push-process.ts');
  const child = spawn(process.execPath, [script, `${proxy.host}/${repository}`, ...(verb === 'PATCH blob' ? [String(CHUNK)] : [])]);
  const output: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => output.push(chunk));
  await until('two uploads', async () => proxy.verbs.filter((each) => each === verb).length === 2, { seconds: 20 });
  const uploads = path.join(registries.none.folder, 'docker/registry/v2/repositories', repository, '_uploads');
  // What makes a session; this registry leaves an empty folder of it.
  const sessions = (): string[] => globSync('*/startedat', { cwd: uploads });
  assert.equal(sessions().length, 2);
  const begun = performance.now();
  child.kill('SIGTERM');
  const [code] = (await once(child, 'close')) as [number | null];
  assert.ok(performance.now() - begun < 2000, `it took ${performance.now() - begun} ms`);
  assert.equal(code, 143);
  assert.match(Buffer.concat(output).toString(), fault.error ?? /^$/);
  assert.deepEqual(sessions(), []);
}

describe('a push', () => {
  FAULTS.forEach((fault, index) => {
    // A third of the verbs, and another third for the next fault; each fault has one.
    const oneIn = EVERYTHING ? 1 : Math.min(3, fault.verbs.length);
    const verbs = fault.verbs.filter((_, i) => (index + i) % oneIn === 0);
    for (const verb of verbs) {
      const end = fault.error === undefined ? 'ends well' : 'ends with a clear error';
      const name = `${fault.kind}. ${verb}: ${fault.what}: ${end}`;
      const repository = `faults/${index}-${verb.toLowerCase().replace(' ', '-')}`;
      it.concurrent(name, async () => {
        if (fault.scenario === 'full registry') return pushToFullRegistry(fault, verb, repository);
        if (fault.scenario === 'full disk') return pullToFullDisk(fault, repository);
        if (fault.scenario === 'SIGTERM') return terminate(fault, verb, repository);
        return strike(fault, verb, repository);
      });
    }
  });
});
