import { access, constants, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fetchTool } from '../host/tools/tool-cache.ts';
import { messageOf, SetupError } from '../kit/errors.ts';
import type { Job } from '../kit/host.ts';
import { inStage } from '../kit/stages.ts';
import { anotherInstalls, lookAtNixFolder, type NixFolder } from '../nix/install/nix-folder.ts';
import { putRelease } from '../nix/install/put-release.ts';
import { ask } from '../programs/ask.ts';
import { capture } from '../programs/process.ts';
import type { NixRelease } from '../request/nix.ts';

/** The host's Nix, and how it was installed. */
export interface HostNix {
  /** The folder of its programs; undefined: they are in PATH. */
  readonly bin: string | undefined;
  /** `here`: it was there already; `cached`: put in place out of the tool cache; `downloaded`: fetched first. */
  readonly from: 'here' | 'cached' | 'downloaded';
  /** It belongs to the user who runs this, and no daemon stands between. */
  readonly singleUser: boolean;
}

/** Who asks, and what of the process's environment counts. */
export interface HostPlace {
  readonly job: Job;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** `/nix` unless given. */
  readonly folder?: string;
}

/** Where the installers of others leave Nix, if a step's PATH lacks it. */
const DEFAULT_PROFILE = 'var/nix/profiles/default/bin';

/**
 * Uses the Nix that is there, or installs a release: single user, out of the tool cache.
 * @throws SetupError if something else is at /nix, or it can't be made; Failure, IntegrityError (the download)
 */
export async function provideNix(release: NixRelease, place: HostPlace): Promise<HostNix> {
  const { env, folder = '/nix' } = place;
  if (await answersVersion('nix', env)) return { bin: undefined, from: 'here', singleUser: (await lookAtNixFolder(folder)).kind === 'ours' };
  const found = await lookAtNixFolder(folder);
  if (found.kind === 'ours' && (await answersVersion(join(found.bin, 'nix'), env))) return { bin: found.bin, from: 'here', singleUser: true };
  const profile = join(folder, DEFAULT_PROFILE);
  if (found.kind === 'foreign' && (await answersVersion(join(profile, 'nix'), env))) return { bin: profile, from: 'here', singleUser: false };
  refuse(found, folder);
  return install(release, place, folder);
}

/** Tells whether that program exists and is Nix. @throws what it says where it is there and fails */
async function answersVersion(program: string, env: HostPlace['env']): Promise<boolean> {
  try {
    await ask([program, '--version'], { purpose: 'nix', baseEnv: env });
    return true;
  } catch (error) {
    if (error instanceof SetupError && (error.cause as NodeJS.ErrnoException | undefined)?.code === 'ENOENT') return false;
    throw error;
  }
}

/** @throws SetupError if what is there is not for us to change */
function refuse(found: NixFolder, folder: string): void {
  if (found.kind === 'begun' && found.alive) {
    throw anotherInstalls(folder);
  }
  if (found.kind !== 'foreign') return;
  const { holds } = found;
  const shown = holds.slice(0, 3).map((name) => `"${name}"`).join(', ');
  throw new SetupError(`${folder} is there and holds ${shown}${holds.length > 3 ? ' and more' : ''}, but there is no "nix" in PATH: it belongs to somebody else, and is left alone.`, {
    hint: `If it is the store of a Nix, put that Nix into PATH. If nobody needs it, remove ${folder}; or use "build-in: container", which needs no Nix on the machine.`,
  });
}

async function install(release: NixRelease, { job, env }: HostPlace, folder: string): Promise<HostNix> {
  const { version, system, sha256, url } = release;
  return inStage<HostNix>(job, `Install Nix ${version}`, {}, async () => {
    const tool = { name: 'nix', version, arch: process.arch, url, sha256, folder: `nix-${version}-${system}` };
    const { folder: unpacked, cached } = await fetchTool(tool, { env, signal: job.signal, debug: (line) => job.debug(line) });
    // The download took its time, and somebody else may have been faster.
    const now = await lookAtNixFolder(folder);
    if (now.kind === 'ours') return [{ bin: now.bin, from: 'here', singleUser: true }, 'by another run'];
    refuse(now, folder);
    await makeNixFolder(folder, job.signal);
    const bin = await putRelease(unpacked, release, folder, job.signal);
    return [{ bin, from: cached ? 'cached' : 'downloaded', singleUser: true }, cached ? 'from the tool cache' : `downloaded from ${new URL(url).host}`];
  });
}

/** Makes it the user's own, by sudo if there is no other way: the only thing that needs more rights. */
async function makeNixFolder(folder: string, signal: AbortSignal): Promise<void> {
  await mkdir(folder, { mode: 0o755 }).catch(() => undefined);
  if (await isWritable(folder)) return;
  const [user, group] = [process.getuid?.() ?? 0, process.getgid?.() ?? 0];
  try {
    await capture(['sudo', '-n', 'install', '-d', '-m', '0755', '-o', String(user), '-g', String(group), folder], { signal });
  } catch (cause) {
    throw new SetupError(`${folder} can't be created: ${messageOf(cause)}`, {
      cause,
      hint: `Nix lives in ${folder}, which must belong to the user who runs this (${user}): let an administrator create it.`,
    });
  }
}

function isWritable(folder: string): Promise<boolean> {
  return access(folder, constants.W_OK | constants.X_OK).then(() => true, () => false);
}

/** Returns the variables that programs need to use this Nix. */
export function environmentOf({ bin }: HostNix, env: HostPlace['env']): Readonly<Record<string, string>> {
  return bin === undefined ? {} : { PATH: [bin, env['PATH'] ?? ''].filter((part) => part !== '').join(':') };
}

/** Says that another version than the requested one is used. */
export function otherNixText(there: string, wanted: string): string {
  return `${there} is installed already and is used; Nix ${wanted} would only be installed if there were none.`;
}
