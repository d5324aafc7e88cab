import { readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { SetupError } from '../errors.ts';
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

// The name that docker keeps Docker Hub's login under.
const DOCKER_HUB = 'https://index.docker.io/v1/';

/**
 * What `docker login` and `podman login` left behind: REGISTRY_AUTH_FILE, docker's config.json (DOCKER_CONFIG), then
 * the auth.json of podman, skopeo and buildah. The first file that knows the registry wins.
 */
export function dockerCredentials(options: DockerConfigOptions = {}): CredentialSource {
  const env = options.env ?? process.env;
  const debug = options.debug ?? (() => {});
  return {
    async find(registry) {
      for (const file of filesOf(env, options.home ?? homedir())) {
        const config = await readConfig(file);
        if (config === undefined) continue;
        const credential = await lookUp(config, registry, file, env, debug);
        if (credential !== undefined) {
          debug(`Credentials for ${registry}: from ${credential.origin}.`);
          return credential;
        }
      }
      debug(`No credentials for ${registry}: asking as anonymous.`);
      return undefined;
    },
  };
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
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    // Without its cause: JSON.parse quotes what it can't read, and that may be a password.
    throw new SetupError(`The registry credentials in ${file} can't be read: it is not JSON.`, {
      hint: 'Log in again with `docker login` (or `podman login`), or mend the file.',
    });
  }
  const { auths, credHelpers, credsStore } = objectOr(json);
  return {
    auths: new Map(Object.entries(objectOr(auths)).map(([key, value]) => [key, objectOr(value)])),
    credHelpers: new Map(Object.entries(objectOr(credHelpers)).filter((entry): entry is [string, string] => typeof entry[1] === 'string')),
    credsStore: typeof credsStore === 'string' && credsStore !== '' ? credsStore : undefined,
  };
}

async function lookUp(
  config: ConfigFile,
  registry: string,
  file: string,
  env: NodeJS.ProcessEnv,
  debug: (line: string) => void,
): Promise<Credential | undefined> {
  const names = registry === 'docker.io' ? [DOCKER_HUB, 'index.docker.io', 'docker.io'] : [registry];
  const helper = names.map((name) => config.credHelpers.get(name)).find((found) => found !== undefined);
  if (helper !== undefined && helper !== '') return askHelper(helper, names[0] ?? registry, env);
  if (config.credsStore !== undefined) {
    // One store for all registries, often a desktop's: where it does not work, a public image must still be readable.
    try {
      const stored = await askHelper(config.credsStore, names[0] ?? registry, env);
      if (stored !== undefined) return stored;
    } catch (error) {
      debug(`The credential store of ${file} is of no help: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  for (const [key, entry] of config.auths) {
    if (names.includes(key) || names.includes(hostOf(key))) return credentialOf(entry, file);
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
    throw new SetupError(`An entry of ${origin} has an “auth” that is not <username>:<password> in base 64.`, {
      hint: 'Log in again with `docker login` (or `podman login`).',
    });
  }
  // docker pads with NUL what it once wrote
  const secret = decoded.slice(colon + 1).replace(/\0+$/, '');
  return { kind: 'password', username: decoded.slice(0, colon), password: secret, origin };
}

function objectOr(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};
}
