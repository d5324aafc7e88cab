import { availableParallelism } from 'node:os';
import { SetupError } from '../../kit/errors.ts';

/** What a request depends on besides the inputs. */
export interface Surroundings {
  /** Where relative paths start from; absolute. */
  readonly folder: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** `process.platform` */
  readonly platform: string;
  /** `process.arch` */
  readonly arch: string;
  readonly cores: number;
}

/** Returns where this process is. @param folder where relative paths start from; absolute */
export function surroundingsOf(process: NodeJS.Process, folder: string): Surroundings {
  const { env, platform, arch } = process;
  return { folder, env, platform, arch, cores: availableParallelism() };
}

/** Returns where a step of a job is: relative paths start from the workspace. */
export function surroundingsInJob(process: NodeJS.Process): Surroundings {
  return surroundingsOf(process, process.env['GITHUB_WORKSPACE'] ?? process.cwd());
}

const NAMES: Readonly<Record<string, string>> = { darwin: 'macOS', win32: 'Windows', freebsd: 'FreeBSD' };

/**
 * Features hold Linux programs, and their store paths come from Nix on Linux.
 * @param platform `process.platform`
 * @throws SetupError
 */
export function requireLinux(platform: string): void {
  if (platform === 'linux') return;
  throw new SetupError(`nix-feature runs only on Linux, and this machine runs ${NAMES[platform] ?? platform}.`, {
    hint: 'In a workflow use runs-on: ubuntu-latest (or ubuntu-24.04-arm for arm64); elsewhere use a Linux virtual machine. "build-in: container" needs Linux too.',
  });
}

const OLDEST = 24;

const HINTS = {
  action: 'Runners have it from version 2.327.1 on: update the runner, and don\'t force another Node.js on actions.',
  terminal: 'The npm package "node" brings one: npx --package node@24 node …',
} as const;

/** @param version `process.versions.node` @throws SetupError */
export function requireNode(version: string, where: keyof typeof HINTS): void {
  if (Number.parseInt(version, 10) >= OLDEST) return;
  throw new SetupError(`nix-feature needs Node.js ${OLDEST} or newer, and this is ${version}.`, { hint: HINTS[where] });
}
