import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { run } from './command.ts';
import { RIG, TOOLS, searchPath } from './paths.ts';
import { freePort } from './ports.ts';
import { startService, until } from './service.ts';
import { startTokenServer, type TokenServer } from './token-server.ts';

export type RegistryAuth = 'none' | 'htpasswd' | 'token';

export interface Registry {
  /** `localhost:PORT`, plain http. By this name docker, podman and the dev container tools use http too. */
  readonly host: string;
  /** Who may push (and with htpasswd, pull); undefined where everybody may. */
  readonly credentials: { readonly username: string; readonly password: string } | undefined;
  /** The registry's storage folder, for tests that look at or damage blobs. */
  readonly folder: string;
  stop(): Promise<void>;
}

const CREDENTIALS = { username: 'somebody', password: 'correct horse' };

/** Starts a real registry (the distribution project's) on a free loopback port. `token`: anonymous pulls, pushes by login. Manifests can be deleted unless told. */
export async function startRegistry(options: { readonly auth?: RegistryAuth; readonly deletes?: boolean } = {}): Promise<Registry> {
  const { auth = 'none', deletes = true } = options;
  await mkdir(path.join(RIG, 'registry'), { recursive: true });
  const folder = await mkdtemp(path.join(RIG, 'registry', `${auth}-`));
  const port = await freePort();
  const tokens = auth === 'token' ? await startTokenServer(folder, CREDENTIALS) : undefined;
  await writeFile(path.join(folder, 'config.json'), JSON.stringify(await configuration(folder, { port, auth, tokens, deletes })));
  const service = startService([path.join(TOOLS, 'usr/bin/docker-registry'), 'serve', path.join(folder, 'config.json')], {
    log: path.join(folder, 'log'),
    env: { PATH: searchPath(), OTEL_TRACES_EXPORTER: 'none' },
  });
  const stop = async (): Promise<void> => {
    await service.stop();
    await tokens?.stop();
    await rm(folder, { recursive: true, force: true });
  };
  const answers = async (): Promise<boolean> => {
    const answer = await fetch(`http://127.0.0.1:${port}/v2/`).catch(() => undefined);
    await answer?.body?.cancel();
    return answer !== undefined;
  };
  try {
    await until('docker-registry', answers, { seconds: 30, service });
  } catch (error) {
    await stop();
    throw error;
  }
  return { host: `localhost:${port}`, credentials: auth === 'none' ? undefined : CREDENTIALS, folder: path.join(folder, 'data'), stop };
}

interface Setup {
  readonly port: number;
  readonly auth: RegistryAuth;
  readonly tokens: TokenServer | undefined;
  readonly deletes: boolean;
}

/** The registry's configuration; JSON is YAML. */
async function configuration(folder: string, { port, auth, tokens, deletes }: Setup): Promise<object> {
  const common = {
    version: 0.1,
    log: { level: 'warn', accesslog: { disabled: true } },
    storage: { filesystem: { rootdirectory: path.join(folder, 'data') }, delete: { enabled: deletes }, cache: { blobdescriptor: 'inmemory' } },
    http: { addr: `127.0.0.1:${port}`, secret: 'not one', relativeurls: false },
  };
  if (auth === 'htpasswd') {
    const file = path.join(folder, 'htpasswd');
    await writeFile(file, `${CREDENTIALS.username}:${await bcrypt(CREDENTIALS.password)}\n`);
    return { ...common, auth: { htpasswd: { realm: 'rig', path: file } } };
  }
  if (tokens !== undefined) {
    return { ...common, auth: { token: { realm: tokens.url, service: tokens.service, issuer: tokens.issuer, rootcertbundle: tokens.certificate } } };
  }
  return common;
}

/** The registry takes bcrypt alone; perl's crypt, which every Debian has, makes it. */
async function bcrypt(password: string): Promise<string> {
  return (await run(['perl', '-e', 'print crypt($ARGV[0], q($2b$05$) . q(abcdefghijklmnopqrstuu))', password])).trim();
}
