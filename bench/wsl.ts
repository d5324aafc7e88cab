import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { run } from '../__tests__/rig/command.ts';
import { PROJECT, RIG } from '../__tests__/rig/paths.ts';
import { formatBytes } from '../src/kit/format.ts';
import { measure, table, timed, type Contender } from './measure.ts';

/** Bytes of the tar, of programs and libraries of this machine. */
const BYTES = 1024 * 1024 * 1024;
const ROUNDS = 3;

function ratio(a: number | undefined, b: number | undefined): string {
  return ((a ?? Number.NaN) / (b ?? Number.NaN)).toFixed(2);
}

/** Checking a WSL tarball of 1 GiB, against the least that anybody must do: unpack it and list it, as `tar -t` does. @returns Markdown */
export async function benchWsl(say: (line: string) => void): Promise<string> {
  const folder = await mkdtemp(join(RIG, 'bench-wsl-'));
  const env = { ...process.env, NODE_COMPILE_CACHE: join(RIG, 'bench/compile-cache') };
  try {
    const [tar, gzip, xz, small] = ['t.tar', 't.wsl', 't.xz.wsl', 's.wsl'].map((name) => join(folder, name)) as [string, string, string, string];
    // What is cut off in the middle of a file is left out: the tar ends with what is whole.
    await run(['sh', '-c', `tar -C /usr -c --hard-dereference bin lib share 2>/dev/null | head -c ${BYTES} > ${tar}; tar -t -f ${tar} >/dev/null 2>&1; pigz -c ${tar} > ${gzip}; xz -0 -T0 -c ${tar} > ${xz}; head -c ${BYTES / 8} ${tar} | pigz -c > ${small}; rm ${tar}`]);
    const own = (name: string, file: string): Contender => ({
      name,
      run: async () => {
        const { printed, processor } = await timed([process.execPath, join(PROJECT, 'bench/wsl-once.ts'), file], env);
        return { ...(JSON.parse(printed) as { readonly bytes: number; readonly peak: number }), processor };
      },
    });
    const other = (name: string, script: string): Contender => ({ name, run: async () => ({ bytes: BYTES, processor: (await timed(['sh', '-c', `${script}; true`], env)).processor }) });
    const results = await measure(
      [own('nix-feature wsl check, gzip', gzip), other('gzip -dc | tar -t', `gzip -dc ${gzip} | tar -t >/dev/null 2>&1`), own('nix-feature wsl check, xz', xz), other('xz -dc -T0 | tar -t', `xz -dc -T0 ${xz} | tar -t >/dev/null 2>&1`), own('nix-feature wsl check, an eighth, gzip', small)],
      ROUNDS,
      say,
    );
    const plain = (name: string): number | undefined => results.find((result) => result.name === (name.includes('xz') ? 'xz -dc -T0 | tar -t' : 'gzip -dc | tar -t'))?.time;
    const rows = results.map(({ name, time, processor = Number.NaN, peak }) => [name, `${(time / 1000).toFixed(2)} s`, name.includes('eighth') ? '' : ratio(time, plain(name)), `${(processor / 1000).toFixed(2)} s`, peak === undefined ? '' : formatBytes(peak)]);
    return [`A tar of ${formatBytes(BYTES)} of this machine's programs; the median of ${ROUNDS} rounds.`, '', table(['', 'time', '÷ unpack and list', 'processor time', 'peak memory'], rows)].join('\n');
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
