import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { text } from 'node:stream/consumers';

/** One way to do the job. Wall time is of the whole command, in milliseconds. */
export interface Contender {
  readonly name: string;
  /** Does the job once, from start to end. @returns bytes that it wrote, and peak memory where it is known */
  readonly run: () => Promise<{ readonly bytes: number; readonly peak?: number; readonly processor?: number }>;
}

export interface Result {
  readonly name: string;
  /** Milliseconds: the median of the rounds. */
  readonly time: number;
  readonly bytes: number;
  /** Milliseconds of all processes together, user and system: the median; undefined where nobody measured it. It says more than time does on a machine that is never idle. */
  readonly processor: number | undefined;
  /** Bytes of memory; undefined where nobody measured it. */
  readonly peak: number | undefined;
}

/** Rounds in which every contender runs once, so that a slow moment of the machine meets all of them. */
export async function measure(contenders: readonly Contender[], rounds: number, say: (line: string) => void): Promise<Result[]> {
  const times = new Map<string, number[]>(contenders.map(({ name }) => [name, []]));
  const processors = new Map<string, number[]>(contenders.map(({ name }) => [name, []]));
  const last = new Map<string, { bytes: number; peak?: number }>();
  for (let round = 0; round <= rounds; round++) {
    for (const { name, run } of contenders) {
      const began = performance.now();
      const { processor, ...rest } = await run();
      last.set(name, rest);
      if (round > 0 && processor !== undefined) processors.get(name)?.push(processor);
      const time = performance.now() - began;
      // The first round warms the caches of the file system.
      if (round > 0) times.get(name)?.push(time);
      say(`${round === 0 ? 'warm-up' : `round ${round}`}: ${name}, ${(time / 1000).toFixed(2)} s`);
    }
  }
  return contenders.map(({ name }) => ({
    name,
    time: median(times.get(name) ?? []),
    processor: (processors.get(name) ?? []).length === 0 ? undefined : median(processors.get(name) ?? []),
    bytes: last.get(name)?.bytes ?? 0,
    peak: last.get(name)?.peak,
  }));
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** Runs a command. @returns what it prints, and the milliseconds of processor that it and its children took */
export async function timed(argv: readonly string[], env: Readonly<Record<string, string | undefined>>, input = ''): Promise<{ readonly printed: string; readonly processor: number }> {
  const child = spawn('bash', ['-c', 'TIMEFORMAT="%U %S"; time "$@"', 'bash', ...argv], { env, stdio: 'pipe' });
  child.stdin.end(input);
  const [printed, said, code] = await Promise.all([text(child.stdout), text(child.stderr), new Promise<number | null>((resolve, reject) => child.on('error', reject).on('close', resolve))]);
  const [, user, system] = /([\d.]+) ([\d.]+)\s*$/.exec(said) ?? [];
  if (code !== 0 || user === undefined) throw new Error(`${argv[0]} ended with ${code}: ${said}`);
  return { printed, processor: (Number(user) + Number(system)) * 1000 };
}

/** Runs commands as one pipeline, each one's output into the next. @throws where one of them fails */
export async function pipeline(...commands: readonly (readonly string[])[]): Promise<void> {
  let input: NodeJS.ReadableStream | undefined;
  const ends: Promise<void>[] = [];
  commands.forEach(([program = '', ...args], i) => {
    const last = i === commands.length - 1;
    const child = spawn(program, args, { stdio: [input === undefined ? 'ignore' : 'pipe', last ? 'ignore' : 'pipe', 'ignore'] });
    if (input !== undefined && child.stdin !== null) input.pipe(child.stdin);
    input = child.stdout ?? undefined;
    ends.push(
      new Promise((resolve, reject) => {
        child.on('error', reject);
        child.on('close', (code) => (code === 0 ? resolve() : reject(new Error(`${program} ended with ${code}`))));
      }),
    );
  });
  await Promise.all(ends);
}

/** What figures were measured on; without names. */
export function machine(): string {
  const model = cpus()[0]?.model.trim() ?? 'an unknown processor';
  const kernel = readFileSync('/proc/sys/kernel/osrelease', 'utf8').split('-')[0]?.trim();
  return `${cpus().length} × ${model}, ${Math.round(totalmem() / 2 ** 30)} GiB, Linux ${kernel}, Node ${process.version}`;
}

/** A table in Markdown; numbers to the right. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const rule = head.map((_, i) => (i === 0 ? '---' : '---:'));
  return [head, rule, ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
