import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { run } from '../__tests__/rig/command.ts';
import { buildFlake, closureOf, makeFlake } from '../__tests__/rig/flakes.ts';
import { makeNixRelease, serveRelease } from '../__tests__/rig/nix-release.ts';
import { PROJECT, RIG } from '../__tests__/rig/paths.ts';
import { formatBytes } from '../src/kit/format.ts';
import { measure, table, type Contender } from './measure.ts';

const ROUNDS = 5;
const FOLDER = join(RIG, 'bench/setup');
const NIX = join(FOLDER, 'nix');
const TOOLS = join(FOLDER, 'tools');
const UNPACKED = join(FOLDER, 'unpacked');

// PATH lacks the machine's own Nix, and its /nix is another folder for the command alone.
const INSIDE = 'mount --bind "$1" /nix && shift && exec env PATH="$BENCH_PATH" "$@"';

/**
 * How long it takes to set Nix up: with nothing, with the release in the tool cache, and with Nix in place; beside unpacking the
 * same archive alone. The release has the closure of real programs, so that it is as large as the official ones.
 * @returns Markdown
 */
export async function benchSetup(say: (line: string) => void): Promise<string> {
  await clear(FOLDER);
  for (const folder of [NIX, TOOLS, join(FOLDER, 'bin'), join(FOLDER, 'temp')]) await mkdir(folder, { recursive: true });
  const closure = await closureOf((await buildFlake(await makeFlake('base', ['curl', 'sqlite3']))).out);
  const release = await makeNixRelease(join(FOLDER, 'release'), closure);
  for (const name of ['sh', 'tar', 'xz', 'cp']) await run(['sh', '-c', `ln -s "$(command -v ${name})" ${join(FOLDER, 'bin', name)}`]);
  const server = await serveRelease(release);
  const flags = ['--nix-version', release.version, '--nix-sha256', release.sha256, '--nix-mirror', server.mirror('plain')];
  const setUp = (name: string, before: readonly string[]): Contender => ({
    name,
    run: async () => {
      for (const folder of before) await clear(folder).then(() => mkdir(folder));
      const child = spawn('unshare', ['--mount', '--propagation', 'private', 'sh', '-c', INSIDE, 'sh', NIX, process.execPath, join(PROJECT, 'dist/cli/index.js'), 'setup', ...flags], {
        env: { PATH: process.env['PATH'], BENCH_PATH: join(FOLDER, 'bin'), RUNNER_TOOL_CACHE: TOOLS, RUNNER_TEMP: join(FOLDER, 'temp'), HOME: FOLDER },
        stdio: 'ignore',
      });
      const [code] = (await once(child, 'close')) as [number | null];
      if (code !== 0) throw new Error(`${name} ended with ${code}`);
      return { bytes: 0 };
    },
  });
  const unpack = 'tar -xJf of the release alone';
  const results = await measure(
    [
      {
        name: unpack,
        run: async () => {
          await clear(UNPACKED).then(() => mkdir(UNPACKED));
          await run(['tar', '-C', UNPACKED, '-xJf', join(FOLDER, 'release/release.tar.xz')]);
          return { bytes: 0 };
        },
      },
      setUp('setup, nothing there: downloaded from loopback', [NIX, TOOLS]),
      setUp('setup, the release in the tool cache', [NIX]),
      setUp('setup, Nix in place', []),
    ],
    ROUNDS,
    say,
  );
  await server.stop();
  const size = await unpackedSize();
  await clear(FOLDER);
  const alone = results.find(({ name }) => name === unpack)?.time ?? Number.NaN;
  const rows = results.map(({ name, time }) => [name, `${(time / 1000).toFixed(2)} s`, (time / alone).toFixed(2)]);
  return [`A release of ${formatBytes(release.tarball.length)}, ${formatBytes(size)} unpacked, ${closure.length + 2} store paths. The median of ${ROUNDS} rounds.`, '', table(['', 'time', '÷ tar'], rows)].join('\n');
}

async function unpackedSize(): Promise<number> {
  const files = (await readdir(UNPACKED, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
  const sizes = await Promise.all(files.map(async (entry) => (await stat(join(entry.parentPath, entry.name))).size));
  return sizes.reduce((sum, each) => sum + each, 0);
}

async function clear(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true });
}
