import { createHash } from 'node:crypto';
import { glob, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { InputError, messageOf, SetupError } from '../../kit/errors.ts';
import { hasLogin, redactUrls } from '../../kit/safe-text.ts';
import { SigningKey } from '../../nix/cache/signing-key.ts';
import { type Reference } from '../../oci/format/reference.ts';
import { archOfNode, systemOf, type Arch } from '../../platform.ts';
import type { PackRequest } from '../../serve/pack/pack-keys.ts';
import type { ServeRequest } from '../../serve/request.ts';
import type { CacheRequest, PushRequest } from '../../serve/session/cache-request.ts';
import type { InputReader } from '../inputs/inputs.ts';
import type { Surroundings } from '../inputs/surroundings.ts';
import { isPublishingEvent, readPublishing, readLogin } from '../values/read-publishing.ts';
import { readArches } from '../values/read-arches.ts';
import { readNixSettings } from '../values/read-nix-settings.ts';
import { booleanOf, countOf, linesOf, sizeOf, textOf, readReference } from '../values/values.ts';

/** Each becomes part of a line of nix.conf, and of a command line. */
const PUSH_URL = /^(?:https?|s3|ssh|ssh-ng|file):\/\/[^\s#]+$/;
const PUBLIC_KEY = /^[^\s:#]+:[A-Za-z0-9+/]{43}=$/;
/** Lock files that decide what a job builds. */
const LOCK_FILES = '**/flake.lock';
const MOST_LOCKS = 1000;

/** Reads and checks every input of the cache action. @throws InputError, SetupError */
export async function readCacheRequest(read: InputReader, where: Surroundings): Promise<CacheRequest> {
  const arch = archOfNode(where.arch);
  if (where.platform !== 'linux' || arch === undefined) throw new SetupError('The cache action runs on Linux, on x64 or arm64.');
  const publishing = readPublishing((name) => (name === 'push' ? 'false' : read(name)), where.env);
  return {
    registry: publishing.registry,
    credentials: publishing.credentials,
    features: readFeatureNames(read, publishing),
    mayBeMissing: linesOf(read, 'features').length === 0,
    arches: [arch],
    port: 0,
    priority: countOf(read, 'priority') ?? 10,
    pack: booleanOf(read, 'pack') ? await readPack(read, arch, where) : undefined,
    push: readPush(read),
    settings: readSettings(read),
    inherited: where.env['NIX_CONFIG'] ?? '',
    summary: booleanOf(read, 'summary'),
  };
}

function readFeatureNames(read: InputReader, { registry, namespace }: { readonly registry: string; readonly namespace: string }): readonly Reference[] {
  const lines = linesOf(read, 'features');
  if (lines.length === 1 && lines[0] === 'none') return [];
  if (lines.length > 0) return lines.map((line) => readFeatureName(line, registry));
  return namespace === '' ? [] : [{ registry, repository: namespace }];
}

async function readPack(read: InputReader, arch: Arch, { folder, env }: Surroundings): Promise<PackRequest> {
  return { place: { system: systemOf(arch), lock: await lockHash(folder), isTrusted: isPublishingEvent(env) }, budget: sizeOf(read, 'budget') ?? 0 };
}

/** Of all lock files of the checkout; the same for every checkout of a commit. */
async function lockHash(folder: string): Promise<string> {
  const names: string[] = [];
  for await (const name of glob(LOCK_FILES, { cwd: folder, exclude: isPassedOver })) {
    names.push(name);
    if (names.length === MOST_LOCKS) break;
  }
  const hash = createHash('sha256');
  for (const name of names.sort()) hash.update(`${name}\0`).update(await readFile(join(folder, name)).catch(() => ''));
  return hash.digest('hex').slice(0, 16);
}

function isPassedOver(name: string): boolean {
  return name === 'node_modules' || name === '.git';
}

function readPush(read: InputReader): PushRequest | undefined {
  const url = textOf(read, 'push-to');
  const [secret, key] = [textOf(read, 'secret-key'), textOf(read, 'public-key')];
  if (url === '') {
    if (secret !== '') throw new InputError('secret-key', 'secret-key: is given, but "push-to" names no binary cache.');
    return undefined;
  }
  if (url.startsWith('oci:')) {
    throw new InputError('push-to', 'push-to: a registry takes store paths only as part of a Feature.', { hint: 'Publish a Feature; "features" then finds it.' });
  }
  if (!PUSH_URL.test(url)) throw new InputError('push-to', `push-to: "${redactUrls(url)}" is not the address of a binary cache.`, { hint: 'Expected https://cache.example.org, s3://bucket, ssh://host or file:///folder.' });
  if (hasLogin(url)) throw new InputError('push-to', `push-to: "${redactUrls(url)}" contains a password, which process lists would show.`, { hint: 'Nix reads logins from /etc/nix/netrc, or from the file that "netrc-file" in nix.conf names.' });
  if (key !== '' && !PUBLIC_KEY.test(key)) throw new InputError('public-key', 'public-key: it is not <name>:<44 characters of base 64>.');
  const secretKey = secret === '' ? undefined : readKey(secret);
  return { url, secretKey, publicKey: key === '' ? secretKey?.publicText : key };
}

function readKey(text: string): SigningKey {
  try {
    return SigningKey.parse(text);
  } catch (cause) {
    throw new InputError('secret-key', `secret-key: ${messageOf(cause)}.`);
  }
}

function readSettings(read: InputReader): readonly string[] {
  const { substituters, trustedPublicKeys } = readNixSettings((name) => (name === 'substituters' || name === 'trusted-public-keys' ? read(name) : ''));
  return [
    ...(substituters.length === 0 ? [] : [`extra-substituters = ${substituters.join(' ')}`]),
    ...(trustedPublicKeys.length === 0 ? [] : [`extra-trusted-public-keys = ${trustedPublicKeys.join(' ')}`]),
  ];
}

const HINT = 'Name a published Feature (ghcr.io/org/features/my-tools:1.2.0), or a namespace with a collection (ghcr.io/org/features).';
const BOTH: readonly Arch[] = ['amd64', 'arm64'];

/** Reads what is to be served, and where. @throws InputError */
export function readServeRequest(read: InputReader, where: Surroundings): ServeRequest {
  const lines = linesOf(read, 'features');
  if (lines.length === 0) throw new InputError('features', 'features: there is nothing to serve.', { hint: HINT });
  const login = readLogin(read, where.env);
  return {
    ...login,
    features: lines.map((line) => readFeatureName(line, login.registry)),
    arches: textOf(read, 'arches') === '' ? BOTH : readArches(read, where.arch),
    port: countOf(read, 'port') ?? 0,
    priority: countOf(read, 'priority') ?? 10,
  };
}

/** Reads the name of a Feature. A name without a registry's host is in the registry that the input names; `oci://` may stand before it. @throws InputError */
export function readFeatureName(line: string, registry: string): Reference {
  const name = line.replace(/^oci:\/\//, '');
  const [first = ''] = name.split('/');
  return readReference('features', name.includes('/') && !/[.:[]|^localhost$/.test(first) ? `${registry}/${name}` : name, HINT);
}
