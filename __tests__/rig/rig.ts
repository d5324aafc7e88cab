import { existsSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Arch } from '../../src/platform.ts';
import { bedrockRoot } from './bedrock.ts';
import { startEmulation } from './binfmt.ts';
import { findSuites } from './debian.ts';
import { startDocker } from './docker.ts';
import { machineArch } from './flakes.ts';
import type { Engine } from './images.ts';
import { lock, withLock } from './once.ts';
import { RIG } from './paths.ts';
import { startPodman } from './podman.ts';
import { isRunning, stopLeftovers } from './service.ts';
import { startRegistry, type Registry, type RegistryAuth } from './registry.ts';

/** What runs while end-to-end tests run. It is started once and shared by all test processes. */
export interface Rig {
  readonly docker: Engine;
  readonly podman: Engine;
  /** Shared: push below a name of your own, `startRegistry` is there for tests that do harm. */
  readonly registries: Readonly<Record<RegistryAuth, Omit<Registry, 'stop'>>>;
}

export interface RunningRig {
  readonly rig: Rig;
  stop(): Promise<void>;
}

const STATE = path.join(RIG, 'env.json');
const STARTING = path.join(RIG, 'start.lock');
const USING = path.join(RIG, 'use.lock');
/** The home folder of everything that runs here, so that the user's own stays as it is. */
export const HOME = path.join(RIG, 'home');

/** The rig that scripts/test.ts has started. @throws where a test file is run without it */
export async function theRig(): Promise<Rig> {
  const state = await readState();
  if (state === undefined) throw new Error('the rig is not running: use node scripts/test.ts e2e <file>');
  return state.rig;
}

/** Starts the rig, or joins the one that another run has started; that run then waits before it stops it. */
export async function startRig(report: (line: string) => void): Promise<RunningRig> {
  await mkdir(path.join(RIG, 'log'), { recursive: true });
  return withLock(STARTING, async () => {
    const state = await readState();
    if (state !== undefined) {
      report('joining the rig of another run');
      return { rig: state.rig, stop: await lock(USING, 'shared') };
    }
    const started = await startAll(report);
    await writeFile(STATE, JSON.stringify({ pid: process.pid, rig: started.rig }, null, 2));
    return { rig: started.rig, stop: () => stopAlone(started) };
  });
}

/** Stops what was started here, once no other run uses it. */
function stopAlone(started: RunningRig): Promise<void> {
  return withLock(STARTING, async () => {
    await rm(STATE, { force: true });
    await withLock(USING, () => started.stop());
  });
}

async function readState(): Promise<{ pid: number; rig: Rig } | undefined> {
  if (!existsSync(STATE)) return undefined;
  const state = JSON.parse(await readFile(STATE, 'utf8')) as { pid: number; rig: Rig };
  return isRunning(state.pid) ? state : undefined;
}

async function startAll(report: (line: string) => void): Promise<RunningRig> {
  await stopLeftovers();
  await findSuites();
  const stops: (() => Promise<void>)[] = [];
  const stop = async (): Promise<void> => {
    for (const each of stops.toReversed()) await each();
  };
  const timed = async <T>(what: string, work: Promise<T>): Promise<T> => {
    const start = performance.now();
    const result = await work;
    report(`${what} (${((performance.now() - start) / 1000).toFixed(1)} s)`);
    return result;
  };
  const startOne = async <T extends { stop(): Promise<void> }>(what: string, work: Promise<T>): Promise<T> => {
    const service = await timed(what, work);
    stops.push(() => service.stop());
    return service;
  };
  const other: Arch = machineArch() === 'amd64' ? 'arm64' : 'amd64';
  const parts = await Promise.allSettled([
    startOne(`emulation of ${other}`, startEmulation(other)),
    startOne('a Docker engine', startDocker()),
    startOne('a registry', startRegistry()),
    startOne('a registry with passwords', startRegistry({ auth: 'htpasswd' })),
    startOne('a registry with tokens', startRegistry({ auth: 'token' })),
    startOne('podman', startPodman(HOME)),
    timed(`a Bedrock for ${machineArch()}`, bedrockRoot(machineArch())),
    timed(`a Bedrock for ${other}`, bedrockRoot(other)),
    timed('a Bedrock with Nix 2.8', bedrockRoot(machineArch(), 'old')),
    timed('a Bedrock with the newest Nix', bedrockRoot(machineArch(), 'newest')),
  ] as const);
  const failed = parts.find((part) => part.status === 'rejected');
  if (failed !== undefined) {
    await stop();
    throw failed.reason;
  }
  const [, docker, none, htpasswd, token, podman] = parts.map((part) => (part.status === 'fulfilled' ? part.value : undefined)) as unknown as Values<typeof parts>;
  return {
    rig: {
      docker: { program: 'docker', env: docker.env },
      podman: { program: 'podman', env: podman.env },
      registries: { none, htpasswd, token },
    },
    stop,
  };
}

type Values<T extends readonly PromiseSettledResult<unknown>[]> = {
  -readonly [K in keyof T]: T[K] extends PromiseSettledResult<infer V> ? V : never;
};
