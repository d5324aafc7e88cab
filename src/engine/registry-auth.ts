import { readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import path from 'node:path';
import { makeTemporary } from '../kit/temporary.ts';
import type { Credentials } from '../request/build.ts';
import type { EngineName } from './engine.ts';

/** Where Docker Hub's credentials are kept in Docker's own file, for historical reasons. */
const DOCKER_HUB_KEY = 'https://index.docker.io/v1/';

/** Global and command arguments that let one command of the client log in, and no others. */
export interface AuthArguments {
  readonly before: readonly string[];
  readonly after: readonly string[];
}

/**
 * Calls `body` with a temporary folder, readable for us alone, that holds the credentials in the engine's own format.
 * They are neither on a command line nor left in the user's configuration.
 */
export async function withRegistryAuth<T>(
  { name: engine, env }: { readonly name: EngineName; readonly env: Readonly<NodeJS.ProcessEnv> },
  registry: string,
  credentials: Credentials | undefined,
  body: (args: AuthArguments) => Promise<T>,
): Promise<T> {
  if (credentials === undefined) return body({ before: [], after: [] });
  const folder = await makeTemporary('nix-feature-auth');
  try {
    return await body(engine === 'docker' ? await dockerConfig(folder, registry, credentials, env) : await authFile(folder, registry, credentials));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** A copy of the user's configuration (proxies, the current context) whose only credentials are these. */
async function dockerConfig(
  folder: string,
  registry: string,
  credentials: Credentials,
  env: Readonly<NodeJS.ProcessEnv>,
): Promise<AuthArguments> {
  const users = env['DOCKER_CONFIG'] ?? path.join(env['HOME'] ?? homedir(), '.docker');
  // A credential helper would be asked in place of what stands in the file.
  const { credsStore: _store, credHelpers: _helpers, ...config } = await usersConfig(path.join(users, 'config.json'));
  const key = registry === 'docker.io' ? DOCKER_HUB_KEY : registry;
  await writeAuth(path.join(folder, 'config.json'), config, key, credentials);
  // The configuration may name a context, which lies beside it.
  await symlink(path.join(users, 'contexts'), path.join(folder, 'contexts'));
  return { before: ['--config', folder], after: [] };
}

async function authFile(folder: string, registry: string, credentials: Credentials): Promise<AuthArguments> {
  const file = path.join(folder, 'auth.json');
  await writeAuth(file, {}, registry, credentials);
  return { before: [], after: ['--authfile', file] };
}

async function writeAuth(file: string, config: object, key: string, { username, password }: Credentials): Promise<void> {
  const auth = Buffer.from(`${username}:${password}`).toString('base64');
  await writeFile(file, JSON.stringify({ ...config, auths: { [key]: { auth } } }), { mode: 0o600 });
}

/** A configuration that is absent or broken is the client's to complain about, when it is used. */
async function usersConfig(file: string): Promise<Record<string, unknown>> {
  try {
    const config: unknown = JSON.parse(await readFile(file, 'utf8'));
    return typeof config === 'object' && config !== null ? (config as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}
