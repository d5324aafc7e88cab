/**
 *   node bench/run.ts [--write]
 *
 * Measures this project against the tools that it replaces, on the same input in one run, and prints tables of ratios.
 * `--write` puts them into docs/performance.md. Needs what `scripts/setup.sh test` sets up.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PROJECT } from '../__tests__/rig/paths.ts';
import { machine } from './measure.ts';
import { benchPack } from './pack.ts';
import { benchPush } from './push.ts';

const PAGE = join(PROJECT, 'docs/performance.md');

function say(line: string): void {
  process.stderr.write(`${line}\n`);
}

async function writeInto(section: string, text: string): Promise<void> {
  const [begin, end] = [`<!-- bench:${section} -->`, `<!-- /bench:${section} -->`];
  const page = await readFile(PAGE, 'utf8');
  const [from, to] = [page.indexOf(begin), page.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`docs/performance.md has no place for ${section}`);
  await writeFile(PAGE, `${page.slice(0, from + begin.length)}\n${text}\n${page.slice(to)}`);
}

const sections = { machine: async () => `Measured on ${machine()}.`, pack: () => benchPack(say), push: () => benchPush(say) };
for (const [section, make] of Object.entries(sections)) {
  const text = await make();
  process.stdout.write(`\n${text}\n`);
  if (process.argv.includes('--write')) await writeInto(section, text);
}
