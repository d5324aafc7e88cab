import { createWriteStream, existsSync } from 'node:fs';
import { mkdir, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { run } from '../__tests__/rig/command.ts';
import { PROJECT, RIG } from '../__tests__/rig/paths.ts';
import { generator } from '../__tests__/rig/random.ts';
import { formatBytes, formatCount } from '../src/kit/format.ts';
import type { ClosureSteps } from './closure-once.ts';
import { table } from './measure.ts';

const PATHS = 100_000;
const ROUNDS = 7;
const NIX32 = '0123456789abcdfghijklmnpqrsvwxyz';
const BASE64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** What a closure of 100 000 paths takes, in a process of its own. @returns Markdown */
export async function benchClosure(say: (line: string) => void): Promise<string> {
  const file = join(RIG, `bench/closure-${PATHS}.json`);
  if (!existsSync(file)) await generate(file);
  const rounds: ClosureSteps[] = [];
  for (let round = 1; round <= ROUNDS; round++) {
    const steps = JSON.parse(await run([process.execPath, join(PROJECT, 'bench/closure-once.ts'), file])) as ClosureSteps;
    say(`round ${round}: ${steps.times.map(({ name, time }) => `${name} ${Math.round(time)} ms`).join(', ')}`);
    rounds.push(steps);
  }
  const [first] = rounds;
  if (first === undefined) throw new Error('no round was run');
  // Whatever else the machine does only adds to a time.
  const times = first.times.map(({ name }, i) => ({ name, time: Math.min(...rounds.map((steps) => steps.times[i]?.time ?? Infinity)) }));
  const planned = Math.max(...rounds.map((steps) => steps.planned));
  const peak = Math.max(...rounds.map((steps) => steps.peak));
  return [
    `A made-up closure of ${formatCount(PATHS)} paths, ${formatBytes(first.text)} as Nix writes it, half of it in the base; of each step`,
    `the quickest of ${ROUNDS} rounds, of memory the most: ${formatBytes(planned)} up to the plans, ${formatBytes(peak)} in all.`,
    '',
    table(['', 'time'], times.map(({ name, time }) => [name, `${(time / 1000).toFixed(2)} s`])),
  ].join('\n');
}

/**
 * As Nix 2.8 writes one: most paths refer to themselves and to a few others, and a few paths are what nearly all refer to.
 */
async function generate(file: string): Promise<void> {
  await mkdir(join(RIG, 'bench'), { recursive: true });
  const random = generator(7);
  const digits = (alphabet: string, count: number): string => Array.from({ length: count }, () => alphabet[Math.floor(random() * alphabet.length)]).join('');
  const paths: string[] = [];
  const out = createWriteStream(`${file}.unfinished`);
  for (let i = 0; i < PATHS; i++) {
    const output = ['', '', '', '', '-lib', '-bin', '-dev', '-man'][Math.floor(random() * 8)] ?? '';
    const path = `/nix/store/${digits(NIX32, 32)}-package${i % 60_000}-${Math.floor(random() * 20)}.${Math.floor(random() * 40)}${output}`;
    const references = new Set(random() < 0.5 ? [path] : []);
    // Squared: what comes early is low in the closure, and is referred to often.
    const count = i === 0 ? 0 : Math.floor(random() * 10);
    for (let k = 0; k < count; k++) references.add(paths[Math.floor(random() ** 2 * i)] ?? path);
    paths.push(path);
    const entry = {
      path,
      narHash: `sha256-${digits(BASE64, 43)}=`.replace(/.=$/, 'A='),
      narSize: Math.ceil(200 * 10 ** (random() * 5)),
      references: [...references],
      deriver: `/nix/store/${digits(NIX32, 32)}-package${i}.drv`,
      signatures: [`cache.example.org-1:${digits(BASE64, 86)}==`],
      registrationTime: 1_700_000_000,
      valid: true,
    };
    out.write(`${i === 0 ? '[' : ','}${JSON.stringify(entry)}`);
  }
  out.end(']');
  await finished(out);
  await rename(`${file}.unfinished`, file);
}
