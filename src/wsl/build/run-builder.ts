import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Failure } from '../../kit/errors.ts';
import type { Host } from '../../kit/host.ts';
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
export async function runBuilder(builder: string, work: string, { extraFiles, chown }: Pick<WslBuildRequest, 'extraFiles' | 'chown'>, host: Host): Promise<string> {
  const tarball = join(work, 'built.wsl');
  const extra = extraFiles === undefined ? [] : ['--extra-files', extraFiles];
  const owners = chown.flatMap(({ path, owner }) => ['--chown', path, owner]);
  const asRoot = process.getuid?.() === 0 ? [] : ['sudo', '--non-interactive', '--'];
  await host.group('Build the tarball', async () => {
    const say = (line: string): void => host.info(line);
    const { stdout, done } = stream([...asRoot, await programOf(builder), ...extra, ...owners, tarball], { purpose: 'nix', cwd: work, signal: host.signal, onStderr: say });
    const lines = new LineReader(say);
    for await (const chunk of stdout) lines.push(chunk as Buffer);
    lines.end();
    await done;
  });
  return tarball;
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
