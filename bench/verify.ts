import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { makeFlake } from '../__tests__/rig/flakes.ts';
import { run } from '../__tests__/rig/command.ts';
import { NIX_ENV } from '../__tests__/rig/nix-env.ts';
import { PROJECT, RIG } from '../__tests__/rig/paths.ts';
import type { DeltaDocument } from '../src/delta/document/delta-document.ts';
import { formatBytes } from '../src/kit/format.ts';
import { hexOf } from '../src/oci/format/digest.ts';
import { measure, table, timed } from './measure.ts';

/** About 70 MB of compressed layers. */
const PACKAGES = ['git', 'jq', 'ripgrep', 'sqlite3', 'curl', 'g++', 'gdb', 'cmake', 'nodejs'];
const ROUNDS = 3;

function ratio(a: number | undefined, b: number | undefined): string {
  return ((a ?? Number.NaN) / (b ?? Number.NaN)).toFixed(2);
}

function seconds(milliseconds = Number.NaN): string {
  return `${(milliseconds / 1000).toFixed(2)} s`;
}

/** Verifying a Feature, against the least that anybody must do: unpack and hash its layers, one after the other or two at once. @returns Markdown */
export async function benchVerify(say: (line: string) => void): Promise<string> {
  const folder = await mkdtemp(join(RIG, 'bench-verify-'));
  const env = { ...NIX_ENV, NODE_COMPILE_CACHE: join(RIG, 'bench/compile-cache'), TMPDIR: folder };
  try {
    const [feature, layout] = [join(folder, 'tools'), join(folder, 'layout')];
    await mkdir(feature);
    await writeFile(join(feature, 'devcontainer-feature.json'), '{"id":"tools","version":"1.0.0","name":"tools"}');
    const cli = [process.execPath, join(PROJECT, 'src/cli/main.ts')];
    await run([...cli, 'build', feature, `--flake=path:${await makeFlake('verified-tools', PACKAGES)}`, '--base-image=none', '--build-in=host', '--test=false', `--output=${layout}`], { env });
    const document = JSON.parse(await readFile(join(layout, 'delta.json'), 'utf8')) as DeltaDocument;
    const files = document.layers.map(({ digest }) => join(layout, 'blobs/sha256', hexOf(digest)));
    const bytes = document.layers.reduce((sum, { size }) => sum + size, 0);
    const tars = document.layers.reduce((sum, { tarSize = 0 }) => sum + tarSize, 0);
    const script = 'for file; do sha256sum "$file" && gzip -dc "$file" | sha256sum; done >/dev/null';
    const byHand = (jobs: number) => async (): Promise<{ bytes: number; processor: number }> => ({ bytes, processor: (await timed(['xargs', '-n1', `-P${jobs}`, 'sh', '-c', script, 'sh'], env, files.join('\n'))).processor });
    const results = await measure(
      [
        {
          name: 'nix-feature verify',
          run: async () => {
            const { printed, processor } = await timed([process.execPath, join(PROJECT, 'bench/verify-once.ts'), layout], env);
            return { bytes, processor, peak: (JSON.parse(printed) as { peak: number }).peak };
          },
        },
        { name: 'digests and diff ids by hand, one by one', run: byHand(1) },
        { name: 'digests and diff ids by hand, two at once', run: byHand(2) },
      ],
      ROUNDS,
      say,
    );
    const [own] = results;
    const rows = results.map(({ name, time, processor, peak }) => [name, seconds(processor), ratio(own?.processor, processor), seconds(time), ratio(own?.time, time), peak === undefined ? '' : formatBytes(peak)]);
    const each = seconds(((own?.processor ?? Number.NaN) * 1e8) / bytes);
    return [`${document.closure.length} store paths, ${formatBytes(bytes)} in ${files.length} layers, ${formatBytes(tars)} unpacked; the median of ${ROUNDS} rounds. Verifying takes ${each} of processor time for each 100 MB.`, '', table(['', 'processor time', 'verify ÷ it', 'time', 'verify ÷ it', 'peak memory'], rows)].join('\n');
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
