/**
 *   node bench/run.ts [--write] [SECTION...]
 *
 * Measures this project against the tools that it replaces, on the same input in one run, and prints tables of ratios.
 * `--write` puts them into docs/contributing/performance.md; sections are the names below. Needs what
 * `scripts/setup.sh bench` sets up.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isRoot, runAsRoot } from '../__tests__/rig/as-root.ts';
import { PROJECT } from '../__tests__/rig/paths.ts';
import { benchCache } from './cache.ts';
import { benchBase } from './base.ts';
import { benchClosure } from './closure.ts';
import { benchDelivery } from './delivery.ts';
import { benchInstall } from './install.ts';
import { benchJob } from './job.ts';
import { machine } from './measure.ts';
import { benchMemory } from './memory.ts';
import { benchPack } from './pack.ts';
import { benchPlan } from './plan.ts';
import { benchPush } from './push.ts';
import { benchRelease } from './release.ts';
import { benchSetup } from './setup.ts';
import { benchSimulate } from './simulate.ts';
import { benchStart } from './start.ts';
import { benchVerify } from './verify.ts';
import { benchWsl } from './wsl.ts';

const PAGE = join(PROJECT, 'docs/contributing/performance.md');

function say(line: string): void {
  process.stderr.write(`${line}\n`);
}

async function writeInto(section: string, text: string): Promise<void> {
  const [begin, end] = [`<!-- bench:${section} -->`, `<!-- /bench:${section} -->`];
  const page = await readFile(PAGE, 'utf8');
  const [from, to] = [page.indexOf(begin), page.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`docs/contributing/performance.md has no place for ${section}`);
  await writeFile(PAGE, `${page.slice(0, from + begin.length)}\n${text}\n${page.slice(to)}`);
}

const sections: Readonly<Record<string, () => Promise<string>>> = {
  machine: async () => `Measured on ${machine()}.`,
  base: () => benchBase(say),
  pack: () => benchPack(say),
  memory: () => benchMemory(say),
  start: () => benchStart(say),
  push: () => benchPush(say),
  plan: () => benchPlan(say),
  install: () => benchInstall(say),
  setup: () => benchSetup(say),
  simulate: () => benchSimulate(say),
  closure: () => benchClosure(say),
  release: () => benchRelease(say),
  verify: () => benchVerify(say),
  cache: () => benchCache(say),
  job: () => benchJob(say),
  wsl: () => benchWsl(say),
  delivery: () => benchDelivery(say),
};
async function main(args: readonly string[]): Promise<number> {
  const named = args.filter((argument) => argument !== '--write');
  const chosen = named.length > 0 ? named : Object.keys(sections);
  const unknown = chosen.find((section) => !(section in sections));
  if (unknown !== undefined) throw new Error(`there is no section ${unknown}: ${Object.keys(sections).join(', ')}`);
  // These take a root file system, or a /nix, of their own.
  if ((['install', 'setup', 'delivery'].some((section) => chosen.includes(section))) && !isRoot()) return runAsRoot(import.meta.filename, args);
  for (const section of chosen) {
    const text = (await sections[section]?.()) ?? '';
    process.stdout.write(`\n${text}\n`);
    if (args.includes('--write')) await writeInto(section, text);
  }
  return 0;
}

process.exitCode = await main(process.argv.slice(2));
