import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from '@jest/globals';
import type { RegistryError } from '../../src/kit/errors.ts';
import { bytesContent } from '../../src/oci/push/blob-content.ts';
import { canonicalJson } from '../../src/oci/format/canonical-json.ts';
import { anonymous, credentialsFor, type CredentialSource } from '../../src/oci/auth/credentials.ts';
import { digestOf, type Digest } from '../../src/oci/format/digest.ts';
import type { Descriptor } from '../../src/oci/format/manifest.ts';
import { DELTA_ARTIFACT, DELTA_CONFIG, ENV_PATH, IMAGE_MANIFEST, LAYER_GZIP } from '../../src/oci/format/media-types.ts';
import { pushImage, type PushedImage } from '../../src/oci/push/push-image.ts';
import { parseReference } from '../../src/oci/format/reference.ts';
import { RegistryWriter } from '../../src/oci/push/registry-writer.ts';
import { afterTest } from '../jest/after-test.ts';
import { run } from '../rig/command.ts';
import type { Registry, RegistryAuth } from '../rig/registry.ts';
import { theRig } from '../rig/rig.ts';

const rig = await theRig();
const AUTHS: readonly RegistryAuth[] = ['none', 'htpasswd', 'token'];

interface Artifact {
  readonly manifest: Buffer;
  readonly layers: readonly Descriptor[];
  readonly blobs: ReadonlyMap<Digest, Buffer>;
}

/** As a platform manifest is: a delta layer and `env-path`, with names for those who pull them. */
function newArtifact(): Artifact {
  const blobs = new Map<Digest, Buffer>();
  const add = (mediaType: string, bytes: Buffer, title?: string): Descriptor => {
    blobs.set(digestOf(bytes), bytes);
    const annotations = title === undefined ? {} : { annotations: { 'org.opencontainers.image.title': title } };
    return { mediaType, digest: digestOf(bytes), size: bytes.length, ...annotations };
  };
  const config = add(DELTA_CONFIG, Buffer.from(canonicalJson({ random: randomBytes(8).toString('hex') })));
  const layers = [add(LAYER_GZIP, randomBytes(5_000_000), 'delta.tar.gz'), add(ENV_PATH, Buffer.from(`/nix/store/${randomBytes(4).toString('hex')}`), 'env-path')];
  return { manifest: Buffer.from(canonicalJson({ schemaVersion: 2, mediaType: IMAGE_MANIFEST, artifactType: DELTA_ARTIFACT, config, layers })), layers, blobs };
}

type Shared = Omit<Registry, 'stop'>;

function writerFor({ host, credentials }: Shared, repository: string, source?: CredentialSource): RegistryWriter {
  const own = credentials === undefined ? anonymous : credentialsFor(host, credentials, anonymous);
  const writer = new RegistryWriter(parseReference(`${host}/${repository}`), { credentials: source ?? own });
  afterTest(() => writer.close());
  return writer;
}

function push(writer: RegistryWriter, { manifest, blobs }: Artifact, mountFrom?: string): Promise<PushedImage> {
  const content = ({ digest }: Descriptor) => bytesContent(blobs.get(digest) ?? Buffer.alloc(0));
  return pushImage(writer, { bytes: manifest, mediaType: IMAGE_MANIFEST }, { content, mountFrom: () => mountFrom });
}

for (const auth of AUTHS) {
  const registry = rig.registries[auth];
  const login = (...flags: readonly [user: string, password: string]): string[] =>
    registry.credentials === undefined ? [] : [flags[0], registry.credentials.username, flags[1], registry.credentials.password];

  test(`what is pushed (auth: ${auth}) is what oras and skopeo pull`, async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'push-registries-'));
    afterTest(() => rm(folder, { recursive: true }));
    const artifact = newArtifact();
    const writer = writerFor(registry, 'push/artifact');
    await push(writer, artifact);
    await writer.pushManifest(artifact.manifest, IMAGE_MANIFEST, 'latest-amd64');
    const name = `${registry.host}/push/artifact:latest-amd64`;
    await run(['oras', 'pull', '--plain-http', '--no-tty', ...login('--username', '--password'), '--output', folder, name]);
    for (const [i, file] of ['delta.tar.gz', 'env-path'].entries()) {
      assert.deepEqual(await readFile(path.join(folder, file)), artifact.blobs.get(artifact.layers[i]?.digest ?? digestOf('')));
    }
    const inspected = await run(['skopeo', 'inspect', '--raw', '--tls-verify=false', ...login('--username', '--password'), `docker://${name}`]);
    assert.equal(inspected, artifact.manifest.toString());
    assert.ok((await writer.reader.tags()).includes('latest-amd64'));
  });

  test(`what was pushed (auth: ${auth}) is not pushed again, and is mounted into another repository`, async () => {
    const artifact = newArtifact();
    const size = [...artifact.blobs.values()].reduce((sum, { length }) => sum + length, 0);
    assert.equal((await push(writerFor(registry, 'push/first'), artifact)).blobBytes, size);
    const again = await push(writerFor(registry, 'push/first'), artifact);
    assert.deepEqual([again.blobBytes, again.sent], [0, false]);
    const mounted = await push(writerFor(registry, 'push/second'), artifact, 'push/first');
    assert.deepEqual([...mounted.blobs.values()].map(({ outcome, sent }) => [outcome, sent]), [['mounted', 0], ['mounted', 0], ['mounted', 0]]);
    const from = await push(writerFor(registry, 'push/third'), artifact, 'push/there-is-none');
    assert.equal(from.blobBytes, size);
  });

  if (registry.credentials === undefined) continue;
  const { username } = registry.credentials;
  for (const [who, source, hint] of [
    ['nobody', anonymous, /^No login was sent, because none was found for /],
    ['somebody with another password', credentialsFor(registry.host, { username, password: 'hunter2' }, anonymous), /^The login from the inputs username and password was refused: /],
  ] as const) {
    test(`a push by ${who} (auth: ${auth}) is refused, with a hint`, async () => {
      await assert.rejects(push(writerFor(registry, 'push/closed', source), newArtifact()), (error: RegistryError) => {
        assert.equal(error.status, 401);
        assert.match(error.hint ?? '', hint);
        assert.doesNotMatch(error.message, /hunter2|Basic|Bearer/);
        return true;
      });
    });
  }
}
