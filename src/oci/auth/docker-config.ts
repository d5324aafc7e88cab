import { readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { isObject } from '../../json/field.ts';
import { messageOf, SetupError } from '../../kit/errors.ts';
import { quirksOf } from '../quirks/hosts.ts';
import { askHelper } from './credential-helper.ts';
import type { Credential, CredentialSource } from './credentials.ts';

export interface DockerConfigOptions {
  readonly env?: NodeJS.ProcessEnv;
  readonly home?: string;
  readonly debug?: (line: string) => void;
}

interface ConfigFile {
  readonly auths: ReadonlyMap<string, Record<string, unknown>>;
  readonly credHelpers: ReadonlyMap<string, string>;
  readonly credsStore: string | undefined;
}


/**
 * Returns what `docker login` and `podman login` left behind: DEVCONTAINERS_OCI_AUTH, as the dev container tools have it;
 * REGISTRY_AUTH_FILE, docker's config.json (DOCKER_CONFIG), then the auth.json of podman, skopeo and buildah. The first
 * that knows the registry wins.
 */
export function dockerCredentials(options: DockerConfigOptions = {}): CredentialSource {
  const env = options.env ?? process.env;
  const debug = options.debug ?? (() => {});
  return {
    async find(registry, repository) {
      const given = fromVariable(env['DEVCONTAINERS_OCI_AUTH'] ?? '', registry);
      if (given !== undefined) {
        debug(`Credentials for ${registry}: from ${given.origin}.`);
        return given;
      }
      for (const file of filesOf(env, options.home ?? homedir())) {
        const config = await readConfig(file);
        if (config === undefined) continue;
        const credential = await lookUp(config, { registry, repository }, file, { env, debug });
        if (credential !== undefined) {
          debug(`Credentials for ${registry}: from ${credential.origin}.`);
          return credential;
        }
      }
      debug(`No credentials for ${registry}: reading anonymously.`);
      return undefined;
    },
  };
}

/** `registry|user|token`, several with commas between them. */
function fromVariable(text: string, registry: string): Credential | undefined {
  for (const entry of text.split(',')) {
    const [host = '', username = '', ...rest] = entry.trim().split('|');
    const password = rest.join('|');
    if (host === registry && username !== '' && password !== '') return { kind: 'password', username, password, origin: 'DEVCONTAINERS_OCI_AUTH' };
  }
  return undefined;
}

// docker: cli/config; the others: containers-auth.json(5)
function filesOf(env: NodeJS.ProcessEnv, home: string): string[] {
  const given = (name: string): string[] => (env[name] === undefined || env[name] === '' ? [] : [env[name]]);
  return [
    ...given('REGISTRY_AUTH_FILE'),
    join(given('DOCKER_CONFIG')[0] ?? join(home, '.docker'), 'config.json'),
    ...given('XDG_RUNTIME_DIR').map((folder) => join(folder, 'containers', 'auth.json')),
    join(given('XDG_CONFIG_HOME')[0] ?? join(home, '.config'), 'containers', 'auth.json'),
  ];
}

async function readConfig(file: string): Promise<ConfigFile | undefined> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    throw new SetupError(`The registry credentials in ${file} can't be read: ${code ?? 'unknown error'}.`, { cause });
  }
  // Other programs leave an empty file, or begin it with a byte order mark.
  text = text.replace(/^\uFEFF/, '').trim();
  let json: unknown;
  try {
    json = JSON.parse(text === '' ? '{}' : text);
  } catch {
    // Without its cause: JSON.parse quotes what it can't read, and that may be a password.
    throw new SetupError(`The registry credentials in ${file} can't be read: it is not JSON.`, {
      hint: 'Log in again with `docker login` (or `podman login`), or fix the file.',
    });
  }
  const { auths, credHelpers, credsStore } = objectOr(json);
  return {
    auths: new Map(Object.entries(objectOr(auths)).map(([key, value]) => [key, objectOr(value)])),
    credHelpers: new Map(Object.entries(objectOr(credHelpers)).filter((entry): entry is [string, string] => typeof entry[1] === 'string')),
    credsStore: typeof credsStore === 'string' && credsStore !== '' ? credsStore : undefined,
  };
}

interface Wanted {
  readonly registry: string;
  readonly repository: string | undefined;
}

async function lookUp(
  config: ConfigFile,
  wanted: Wanted,
  file: string,
  { env, debug }: { readonly env: NodeJS.ProcessEnv; readonly debug: (line: string) => void },
): Promise<Credential | undefined> {
  const { registry } = wanted;
  const names = quirksOf(registry).logins ?? [registry];
  const written = (): Credential | undefined => credentialOf(entryOf(config, names, wanted) ?? {}, file);
  const unhelpful = (what: string, error: unknown): void => debug(`${what} in ${file} could not be used: ${messageOf(error)}`);
  const helper = names.map((name) => config.credHelpers.get(name)).find((found) => found !== undefined);
  if (helper !== undefined && helper !== '') {
    try {
      return (await askHelper(helper, names[0] ?? registry, env)) ?? written();
    } catch (error) {
      const instead = written();
      if (instead === undefined) throw error;
      unhelpful('The credential helper', error);
      return instead;
    }
  }
  if (config.credsStore !== undefined) {
    // One store for all registries, often a desktop's: if it does not work, a public image must still be readable.
    try {
      const stored = await askHelper(config.credsStore, names[0] ?? registry, env);
      if (stored !== undefined) return stored;
    } catch (error) {
      unhelpful('The credential store', error);
    }
  }
  return written();
}

/** The nearest entry: of the repository, of a folder above it, of the registry; by its very name before another spelling. */
function entryOf({ auths }: ConfigFile, names: readonly string[], { registry, repository }: Wanted): Record<string, unknown> | undefined {
  const parts = repository?.split('/') ?? [];
  const nested = parts.map((_, index) => `${registry}/${parts.slice(0, parts.length - index).join('/')}`);
  for (const name of [...nested, ...names]) {
    const exact = auths.get(name) ?? [...auths].find(([key]) => hostOf(key) === name)?.[1];
    // An entry without a login says that a helper has it.
    if (exact !== undefined && Object.keys(exact).length > 0) return exact;
  }
  return undefined;
}

// Old logins are kept under an address: https://ghcr.io/v1/
function hostOf(key: string): string {
  return key.replace(/^https?:\/\//, '').replace(/\/(?:v[12]\/?)?$/, '');
}

function credentialOf(entry: Record<string, unknown>, origin: string): Credential | undefined {
  const { auth, username, password, identitytoken, registrytoken } = entry;
  if (typeof registrytoken === 'string' && registrytoken !== '') return { kind: 'token', token: registrytoken, origin };
  if (typeof identitytoken === 'string' && identitytoken !== '') return { kind: 'identity', token: identitytoken, origin };
  if (typeof username === 'string' && username !== '' && typeof password === 'string') {
    return { kind: 'password', username, password, origin };
  }
  if (typeof auth !== 'string' || auth === '') return undefined;
  const decoded = Buffer.from(auth, 'base64').toString('utf8');
  const colon = decoded.indexOf(':');
  if (colon <= 0) {
    throw new SetupError(`An entry of ${origin} has an "auth" that is not <username>:<password> in base 64.`, {
      hint: 'Log in again with `docker login` (or `podman login`).',
    });
  }
  // docker pads with NUL what it once wrote
  const secret = decoded.slice(colon + 1).replace(/\0+$/, '');
  return { kind: 'password', username: decoded.slice(0, colon), password: secret, origin };
}

function objectOr(value: unknown): Record<string, unknown> {
  return isObject(value) ? value : {};
}
