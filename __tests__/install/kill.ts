import { spawn } from 'node:child_process';
import { accessSync, constants, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { PointWatch, type KillPoint, type OnState } from './kill-points.ts';

/** What a run that is left alone does. */
export interface Traced {
  /** In the order in which they began. */
  readonly commands: readonly string[];
  /** The moments at which the system was as it had not been before. */
  readonly points: readonly KillPoint[];
}

export interface Watched {
  readonly system: string;
  readonly onState?: OnState;
}

/** Runs commands so that they can be counted, and everything killed at one of them. */
export interface Tracer {
  /** @param watched the system's root, to be looked at while the run stands still; without it no points are found */
  trace(argv: readonly string[], env: Readonly<Record<string, string>>, watched?: Watched): Promise<Traced>;
  /** Runs until the point, where the whole process group gets SIGKILL. @returns whether it came to that */
  killAt(point: KillPoint, argv: readonly string[], env: Readonly<Record<string, string>>): Promise<boolean>;
}

/** What writes nothing but its output: after it, a system is as it was before. */
const READING = new Set(['basename', 'cat', 'cut', 'date', 'df', 'dirname', 'grep', 'head', 'id', 'ls', 'readlink', 'sha256sum', 'sort', 'stat', 'tail', 'tr', 'uname', 'uniq', 'wc']);

/** What the runtime may call; what is missing on a machine gets no stand-in. */
const COMMANDS =
  'basename cat chmod chown cmp cp curl cut date df dirname find flock grep gzip head id ln ls mkdir mkfifo mktemp mv nix nix-hash nix-store readlink rm rmdir sha256sum sleep sort stat tail tar tee touch tr uname uniq wc wget zstd'.split(' ');

// A run changes a system by its commands alone (and by redirections between them), so before and after each command are
// all the states that there are, but for those inside tar and mv. A command's number is the first of which there is no
// file yet, so that those of a pipeline don't get the same; `last` is where to begin to look. With $ASK it asks, and
// waits for the answer, so that the system can be looked at.
const STAND_IN = `#!/bin/sh
set -C
n=
{ read -r n < "$TRACE/last"; } 2> /dev/null
n=$((\${n:-0} + 1))
until { true > "$TRACE/$n"; } 2> /dev/null; do
  [ -e "$TRACE/$n" ] || exit 126
  n=$((n + 1))
done
echo "$NAME $*" >| "$TRACE/$n"
echo "$n" >| "$TRACE/last"
ask() {
  [ -n "\${ASK:-}" ] || return 0
  echo "$1 $n" > "$TRACE/ask"
  read -r answer < "$TRACE/$1.$n"
}
ask before
[ "$n" != "\${KILL_BEFORE:-}" ] || kill -9 0
[ "$n" = "\${KILL_AFTER:-}" ] || [ -n "\${ASK:-}" ] || exec "$REAL" "$@"
"$REAL" "$@"
status=$?
ask after
[ "$n" != "\${KILL_AFTER:-}" ] || kill -9 0
exit $status
`;

/** Writes stand-ins into a folder. @param realOf where each command is; undefined: it gets none */
export function writeStandIns(folder: string, realOf: (name: string) => string | undefined): void {
  mkdirSync(folder, { recursive: true });
  for (const name of COMMANDS) {
    const real = realOf(name);
    if (real === undefined) continue;
    const script = READING.has(name) ? STAND_IN.replace('ask after\n', '') : STAND_IN;
    writeFileSync(join(folder, name), script.replaceAll('$REAL', real).replaceAll('$NAME', name), { mode: 0o755 });
  }
}

/** The commands of a run, out of its TRACE folder. */
export function readTrace(folder: string): string[] {
  const numbers = readdirSync(folder).filter((name) => /^\d+$/.test(name)).map(Number).sort((a, b) => a - b);
  return numbers.map((number) => readFileSync(join(folder, String(number)), 'utf8').trimEnd());
}

/**
 * @param folder where stand-ins for commands are put, in front of PATH
 * @param path of the real ones
 */
export function makeTracer(folder: string, path: string): Tracer {
  writeStandIns(folder, (name) => find(name, path));
  const trace = join(folder, 'trace');
  const run = (argv: readonly string[], env: Readonly<Record<string, string>>, detached: boolean): Promise<{ killed: boolean; said: string; code: number | null }> => {
    const [program = '', ...args] = argv;
    return new Promise((resolve, reject) => {
      const child = spawn(program, args, {
        env: { ...env, PATH: `${folder}${delimiter}${path}`, TRACE: trace },
        stdio: ['ignore', 'pipe', 'pipe'],
        detached,
      });
      let said = '';
      child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
      child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
      child.on('error', reject);
      child.on('close', (code, signal) => {
        resolve({ killed: signal === 'SIGKILL', said, code });
      });
    });
  };
  const reset = (): void => {
    rmSync(trace, { recursive: true, force: true });
    mkdirSync(trace);
  };
  return {
    async trace(argv, env, watched) {
      reset();
      const watch = watched === undefined ? undefined : new PointWatch(trace, watched.system, watched.onState);
      const { code, said } = await run(argv, watch ? { ...env, ASK: 'yes' } : env, false);
      watch?.close();
      if (code !== 0) throw new Error(`the run failed on its own:\n${said}`);
      return { commands: readTrace(trace), points: watch?.points ?? [] };
    },
    async killAt({ command, when }, argv, env) {
      reset();
      // A process group of its own, for `kill 0`.
      const { killed } = await run(argv, { ...env, [when === 'before' ? 'KILL_BEFORE' : 'KILL_AFTER']: String(command) }, true);
      return killed;
    },
  };
}

function find(name: string, path: string): string | undefined {
  return path.split(delimiter).map((place) => join(place, name)).find(isExecutable);
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
