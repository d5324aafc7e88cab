import { readFile, mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { attempt, run } from './command.ts';
import { suites } from './debian.ts';
import { once } from './once.ts';
import { PROJECT } from './paths.ts';
import { freePort } from './ports.ts';
import { startService, until } from './service.ts';

/** A remote builder: a real sshd on loopback, and behind it a Nix with a store of its own. */
export interface RemoteBuilder {
  readonly port: number;
  /** The private key that it accepts. */
  readonly key: string;
  /** One that it does not accept. */
  readonly wrongKey: string;
  /** Its host key, as a line of known_hosts. */
  readonly knownHosts: string;
  /** Another server's. */
  readonly wrongHosts: string;
  /** Names of the store paths that its store holds. */
  store(): Promise<readonly string[]>;
  /** What it wrote. */
  log(): Promise<string>;
  stop(): Promise<void>;
}

/** Packages unpacked below .rig: what runs here is not installed on the machine. */
function unpacked(name: string, suite: string, ...packages: readonly string[]): Promise<string> {
  return once(`${name}-${suite}`, async (folder) => {
    await run([path.join(PROJECT, 'scripts/private-apt.sh'), 'fetch', suite, folder, ...packages]);
  });
}

/** The client for containers of the current Bedrock, which has none: `/ssh` there, and the program that calls it. */
export async function sshForBedrock(folder: string): Promise<readonly string[]> {
  const { bedrock } = await suites();
  const files = await unpacked('ssh-client', bedrock, 'openssh-client', 'libedit2', 'libbsd0', 'libmd0', 'libfido2-1', 'libcbor0.10');
  const program = path.join(folder, 'ssh');
  await writeFile(program, '#!/bin/sh\nLD_LIBRARY_PATH=$(echo /ssh/usr/lib/*-linux-gnu) exec /ssh/usr/bin/ssh "$@"\n', { mode: 0o755 });
  return [`--volume=${files}:/ssh:ro`, `--volume=${program}:/usr/bin/ssh:ro`, '--network=host'];
}

/** What its Nix has as settings: it builds for both systems, by its own shell. */
const CONFIG = 'build-users-group =\nsandbox = false\nsubstituters =\nextra-platforms = x86_64-linux aarch64-linux\nexperimental-features = nix-command';

// Its /nix, /run and lists of users are its own, mounted over those of the machine for the server alone.
const INSIDE = 'mount --bind "$1/nix" /nix && mount --bind "$1/passwd" /etc/passwd && mount --bind "$1/shadow" /etc/shadow && mount -t tmpfs tmpfs /run && mkdir /run/sshd && exec "$2" -D -e -f "$1/sshd_config"';

/** @param folder for what it keeps */
export async function startRemoteBuilder(folder: string): Promise<RemoteBuilder> {
  const server = await unpacked('sshd', (await suites()).old, 'openssh-server', 'libwrap0');
  const at = (name: string): string => path.join(folder, name);
  await mkdir(at('nix'), { recursive: true });
  for (const name of ['host', 'other-host', 'user', 'other-user']) await run(['ssh-keygen', '-q', '-t', 'ed25519', '-N', '', '-C', '', '-f', at(name)]);
  const port = await freePort();
  const shell = at('shell');
  await writeFile(shell, `#!/bin/sh\nexport NIX_CONFIG='${CONFIG}' PATH='${process.env['PATH']}'\nexec /bin/sh -c "$SSH_ORIGINAL_COMMAND"\n`, { mode: 0o755 });
  await writeFile(at('passwd'), 'root:x:0:0:root:/root:/bin/sh\nsshd:x:65534:65534::/run/sshd:/bin/false\n');
  await writeFile(at('shadow'), 'root:*:1:0:99999:7:::\n');
  const settings = [`Port ${port}`, 'ListenAddress 127.0.0.1', `HostKey ${at('host')}`, `AuthorizedKeysFile ${at('user.pub')}`, 'PermitRootLogin prohibit-password', `ForceCommand ${shell}`, 'StrictModes no', 'PasswordAuthentication no', 'KbdInteractiveAuthentication no', 'UsePAM no', 'PidFile none', 'LogLevel VERBOSE'];
  await writeFile(at('sshd_config'), `${settings.join('\n')}\n`);
  const libraries = (await run(['sh', '-c', `echo ${server}/usr/lib/*-linux-gnu`])).trim();
  const service = startService(['unshare', '--mount', '--propagation', 'private', 'sh', '-c', INSIDE, 'sh', folder, path.join(server, 'usr/sbin/sshd')], {
    env: { ...process.env, LD_LIBRARY_PATH: libraries },
    log: at('log'),
  });
  const line = async (name: string): Promise<string> => `[127.0.0.1]:${port} ${(await readFile(at(`${name}.pub`), 'utf8')).trim()}`;
  const names = async (): Promise<readonly string[]> => (await attempt(['ls', at('nix/store')])).stdout.split('\n').filter((name) => /^[0-9a-z]{32}-/.test(name)).map((name) => name.slice(33));
  await until('the sshd', async () => (await readFile(at('log'), 'utf8')).includes('Server listening'), { seconds: 20, service });
  return {
    port,
    key: await readFile(at('user'), 'utf8'),
    wrongKey: await readFile(at('other-user'), 'utf8'),
    knownHosts: await line('host'),
    wrongHosts: await line('other-host'),
    store: names,
    log: () => readFile(at('log'), 'utf8'),
    stop: () => service.stop(),
  };
}
