import { symlink, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { attempt, run, type Env } from './command.ts';
import { unmountBelow } from './mounts.ts';
import { RIG, TOOLS, searchPath } from './paths.ts';
import { isRunning, startService, until } from './service.ts';

export interface DockerEngine {
  /** Under this environment plain `docker` reaches the engine. */
  readonly env: Env;
  /** Was it started here? The machine's own engine is never configured or stopped. */
  readonly ours: boolean;
  stop(): Promise<void>;
}

/** The engine that the machine runs, or else a private one out of the packages that setup.sh has unpacked. */
export async function startDocker(): Promise<DockerEngine> {
  const machine = { PATH: searchPath() };
  if ((await attempt(['docker', 'info'], { env: { ...process.env, ...machine } }).catch(() => undefined))?.code === 0) {
    return { env: machine, ours: false, stop: () => Promise.resolve() };
  }
  return startOwnDocker({ name: 'docker', settings: {}, network: '198.18' });
}

interface OwnDocker {
  /** Of its folder and its log in the rig. */
  readonly name: string;
  /** What is in daemon.json. */
  readonly settings: object;
  /** The first half of the address of its bridge, out of 198.18.0.0/15 (RFC 2544, for benchmarks): no other engine's. */
  readonly network: string;
}

/** Starts an engine with settings of its own. Its folder is its caller's to remove. */
export async function startOwnDocker({ name: own, settings, network }: OwnDocker): Promise<DockerEngine & { readonly folder: string }> {
  const folder = path.join(RIG, own);
  const at = (name: string): string => path.join(folder, name);
  await mkdir(at('config/cli-plugins'), { recursive: true });
  // A run that was killed leaves these; the rig has stopped its engine by now.
  await rm(at('pid'), { force: true });
  await unmountBelow(at('exec'));
  await removeBridges();
  await writeFile(at('config/config.json'), '{}\n');
  await writeFile(at('daemon.json'), `${JSON.stringify(settings)}\n`); // else the machine's own is read
  await symlinkAnew(path.join(TOOLS, 'usr/libexec/docker/cli-plugins/docker-buildx'), at('config/cli-plugins/docker-buildx'));

  // A unix socket's path ends at 107 characters.
  const socketFolder = at('sock').length < 100 ? folder : await mkdtemp(path.join(tmpdir(), 'docker-'));
  const socket = path.join(socketFolder, 'sock');
  await rm(socket, { force: true });
  const env: Env = {
    PATH: searchPath(path.join(TOOLS, 'usr/bin'), path.join(TOOLS, 'usr/sbin')),
    DOCKER_HOST: `unix://${socket}`,
    DOCKER_CONFIG: at('config'),
  };
  const bridge = await addBridge(network);
  const service = startService(
    [
      path.join(TOOLS, 'usr/sbin/dockerd'),
      '--iptables=false',
      '--ip6tables=false',
      '--config-file',
      at('daemon.json'),
      '--data-root',
      at('data'),
      '--exec-root',
      at('exec'),
      '--pidfile',
      at('pid'),
      `--bridge=${bridge}`,
      '--host',
      `unix://${socket}`,
      '--default-ulimit',
      'nofile=1024:20000',
    ],
    { env: { ...process.env, ...env, DOCKER_HOST: undefined }, log: path.join(RIG, `log/${own}d.log`) },
  );
  const stop = async (): Promise<void> => {
    await service.stop();
    await unmountBelow(folder);
    await ip('link', 'delete', bridge);
    if (socketFolder !== folder) await rm(socketFolder, { recursive: true, force: true });
  };
  try {
    await until('dockerd (see .rig/log)', async () => (await attempt(['docker', 'info'], { env: { ...process.env, ...env } })).code === 0, {
      seconds: 60,
      service,
    });
  } catch (error) {
    await stop();
    throw error;
  }
  return { env, ours: true, folder, stop };
}

/** A bridge of our own: `docker0` may be another engine's. */
async function addBridge(network: string): Promise<string> {
  const name = `rig${process.pid}`;
  await ip('link', 'add', name, 'type', 'bridge');
  await ip('address', 'add', `${network}.${process.pid % 256}.1/24`, 'dev', name);
  await ip('link', 'set', name, 'up');
  return name;
}

/** Bridges of runs that were killed. */
async function removeBridges(): Promise<void> {
  for (const name of await readdir('/sys/class/net')) {
    const pid = /^rig(\d+)$/.exec(name)?.[1];
    if (pid !== undefined && !isRunning(pid)) await ip('link', 'delete', name);
  }
}

async function ip(...args: readonly string[]): Promise<void> {
  await run(['ip', ...args], { env: { ...process.env, PATH: searchPath() } });
}

async function symlinkAnew(target: string, link: string): Promise<void> {
  await rm(link, { force: true });
  await symlink(target, link);
}
