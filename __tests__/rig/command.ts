import { spawn, type ChildProcess } from 'node:child_process';

export type Env = Readonly<Record<string, string | undefined>>;

export interface CommandOptions {
  /** The whole environment; without it that of this process. */
  readonly env?: Env;
  readonly cwd?: string;
  readonly input?: string;
}

export interface CommandResult {
  /** Null when a signal ended it. */
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a command to its end, whatever its exit code. */
export function attempt(argv: readonly string[], options: CommandOptions = {}): Promise<CommandResult> {
  const [program = '', ...args] = argv;
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd: options.cwd,
      env: options.env ?? process.env,
      stdio: [options.input === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe'],
    });
    const out: Buffer[] = [];
    const err: Buffer[] = [];
    child.stdout?.on('data', (chunk: Buffer) => out.push(chunk));
    child.stderr?.on('data', (chunk: Buffer) => err.push(chunk));
    child.stdin?.on('error', () => undefined); // the command may end without reading it all
    child.stdin?.end(options.input);
    child.on('error', (cause) => {
      reject(new Error(`could not run ${program}: ${cause.message}`, { cause }));
    });
    child.on('close', (code) => {
      resolve({ code, stdout: Buffer.concat(out).toString(), stderr: Buffer.concat(err).toString() });
    });
  });
}

/** @returns standard output @throws where the exit code is not 0, with the end of what it said */
export async function run(argv: readonly string[], options: CommandOptions = {}): Promise<string> {
  const result = await attempt(argv, options);
  if (result.code !== 0) {
    const said = `${result.stderr}${result.stderr === '' ? result.stdout : ''}`.slice(-4000);
    throw new Error(`${argv.join(' ')} ended with ${result.code}:\n${said}`);
  }
  return result.stdout;
}

/** One process's standard output into the other's standard input, as `a | b` does. */
export async function pipe(from: readonly string[], to: readonly string[], options: CommandOptions = {}): Promise<void> {
  const [source = '', ...sourceArgs] = from;
  const [sink = '', ...sinkArgs] = to;
  const common = { cwd: options.cwd, env: options.env ?? process.env };
  const reader = spawn(source, sourceArgs, { ...common, stdio: ['ignore', 'pipe', 'inherit'] });
  const writer = spawn(sink, sinkArgs, { ...common, stdio: [reader.stdout, 'ignore', 'pipe'] });
  reader.stdout.destroy(); // the other process holds its end now
  const err: Buffer[] = [];
  writer.stderr.on('data', (chunk: Buffer) => err.push(chunk));
  const codes = await Promise.all([exitCode(reader), exitCode(writer)]);
  if (codes.some((code) => code !== 0)) {
    throw new Error(`${from.join(' ')} | ${to.join(' ')} ended with ${codes.join(' and ')}:\n${Buffer.concat(err).toString()}`);
  }
}

function exitCode(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
}
