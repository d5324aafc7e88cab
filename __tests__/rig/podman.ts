import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Env } from './command.ts';
import { unmountBelow } from './mounts.ts';
import { RIG, searchPath } from './paths.ts';

const FOLDER = path.join(RIG, 'podman');
const at = (name: string): string => path.join(FOLDER, name);

export interface Podman {
  /** An environment under which plain `podman` works. */
  readonly env: Env;
  stop(): Promise<void>;
}

/**
 * An environment under which plain `podman` works with a storage and a configuration of its own: the machine's stay
 * untouched. `skopeo`, `buildah` and `umoci` see the same storage and policy under it.
 */
export async function startPodman(home: string): Promise<Podman> {
  await Promise.all(['storage', 'run', 'tmp', 'xdg'].map((name) => mkdir(at(name), { recursive: true, mode: 0o700 })));
  await writeFile(
    at('containers.conf'),
    // No static_dir: the process that cleans up after a container isn't told of it, and podman waits for it for 20 s.
    // Root without CAP_SYS_RESOURCE or with hybrid cgroups: crun refuses, runc runs; the default ulimits can't be raised.
    `[containers]
default_ulimits = ["nofile=1024:20000", "nproc=4096:4096"]
netns = "host"
[engine]
cgroup_manager = "cgroupfs"
events_logger = "file"
runtime = "runc"
tmp_dir = "${at('run/libpod')}"
`,
  );
  await writeFile(
    at('storage.conf'),
    `[storage]
driver = "overlay"
graphroot = "${at('storage')}"
runroot = "${at('run/containers')}"
`,
  );
  await writeFile(
    at('registries.conf'),
    `short-name-mode = "disabled"
[[registry]]
location = "localhost"
insecure = true
[[registry]]
location = "127.0.0.1"
insecure = true
`,
  );
  // There is no variable for the policy: it is read from the home folder, then from /etc, which may have none.
  await mkdir(path.join(home, '.config/containers'), { recursive: true });
  await writeFile(path.join(home, '.config/containers/policy.json'), '{"default":[{"type":"insecureAcceptAnything"}]}\n');
  await writeFile(at('auth.json'), '{"auths":{}}\n');
  const env = {
    HOME: home,
    PATH: searchPath(),
    CONTAINERS_CONF: at('containers.conf'),
    CONTAINERS_STORAGE_CONF: at('storage.conf'),
    CONTAINERS_REGISTRIES_CONF: at('registries.conf'),
    REGISTRY_AUTH_FILE: at('auth.json'),
    XDG_RUNTIME_DIR: at('xdg'),
    XDG_CONFIG_HOME: path.join(home, '.config'),
    TMPDIR: at('tmp'),
  };
  return { env, stop: () => unmountBelow(FOLDER) };
}
