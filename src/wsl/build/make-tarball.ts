import { createReadStream, createWriteStream } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { Failure } from '../../kit/errors.ts';
import type { Job } from '../../kit/host.ts';
import { LineReader } from '../../programs/process-output.ts';
import { stream } from '../../programs/process.ts';
import type { WslBuildRequest } from '../request.ts';

/**
 * Runs a tarball builder of NixOS-WSL, as root: it makes a system in a folder, with owners. Without root, sudo must not ask for a password, as on
 * GitHub's runners.
 * @param builder the store path of the builder
 * @param work a folder for what it writes, where nothing else is
 * @returns the tarball
 * @throws SetupError if there is no sudo; CommandError, CancelledError
 */
export async function runBuilder(builder: string, work: string, { extraFiles, chown }: Pick<WslBuildRequest, 'extraFiles' | 'chown'>, job: Job): Promise<string> {
  const tarball = join(work, 'built.wsl');
  const extra = extraFiles === undefined ? [] : ['--extra-files', extraFiles];
  const owners = chown.flatMap(({ path, owner }) => ['--chown', path, owner]);
  const { argv, env } = asRoot([await programOf(builder), ...extra, ...owners, tarball], { uid: process.getuid?.(), groups: await readFile('/etc/group', 'utf8').catch(() => '') });
  await job.group('Build the tarball', async () => {
    const say = (line: string): void => job.info(line);
    const { stdout, done } = stream(argv, { purpose: 'nix', env, cwd: work, signal: job.signal, onStderr: say });
    const lines = new LineReader(say);
    for await (const chunk of stdout) lines.push(chunk as Buffer);
    lines.end();
    await done;
  });
  return tarball;
}

/**
 * Returns the command that runs another one as root. Its Nix only copies; if there is no group of build users, it must be told so, or it would look for one.
 * @param machine the user, and the text of /etc/group
 */
export function asRoot(command: readonly string[], { uid, groups }: { readonly uid: number | undefined; readonly groups: string }): { readonly argv: readonly string[]; readonly env: Readonly<Record<string, string>> } {
  const env: Readonly<Record<string, string>> = /^nixbld:/m.test(groups) ? {} : { NIX_CONFIG: 'build-users-group =' };
  if (uid === 0) return { argv: command, env };
  return { argv: ['sudo', '--non-interactive', ...Object.keys(env).map((name) => `--preserve-env=${name}`), '--', ...command], env };
}

/** @throws Failure if what was built is no builder */
async function programOf(builder: string): Promise<string> {
  const programs = await readdir(join(builder, 'bin')).catch(() => []);
  const [only] = programs;
  if (programs.length === 1 && only !== undefined) return join(builder, 'bin', only);
  throw new Failure(`config.system.build.tarballBuilder is not a builder as NixOS-WSL has it: ${builder}/bin has ${programs.length} programs.`, {
    hint: 'Import nixos-wsl.nixosModules.default into the configuration.',
  });
}

/** Writes a gzip file as xz, by the program of that name. @throws SetupError if there is none; CommandError, CancelledError */
export async function recompress(from: string, to: string, signal: AbortSignal): Promise<void> {
  const gunzip = createGunzip();
  const { stdout, done } = stream(['xz', '--compress', '--stdout', '--threads=0'], { input: gunzip, signal });
  await Promise.all([pipeline(createReadStream(from), gunzip, { signal }), pipeline(stdout, createWriteStream(to), { signal })]);
  await done;
}
