import { spawn } from 'node:child_process';
import { accessSync, constants, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** A moment in a run: right before or right after its nth command. */
export interface KillPoint {
  readonly command: number;
  readonly when: 'before' | 'after';
}

/** Runs commands so that they can be counted, and everything killed at one of them. */
export interface Tracer {
  /** @returns the commands of a run that is left alone, in the order in which they began */
  trace(argv: readonly string[], env: Readonly<Record<string, string>>): Promise<readonly string[]>;
  /** Runs until the point, where the whole process group gets SIGKILL. @returns whether it came to that */
  killAt(point: KillPoint, argv: readonly string[], env: Readonly<Record<string, string>>): Promise<boolean>;
}

// What writes nothing but its output: after it, a system is as it was before the next command.
const READING = new Set(['basename', 'cat', 'cut', 'date', 'df', 'dirname', 'grep', 'head', 'id', 'ls', 'readlink', 'sha256sum', 'sort', 'stat', 'tail', 'tr', 'uname', 'uniq', 'wc']);

/** All moments of a run at which it leaves a state of its own. */
export function pointsOf(commands: readonly string[]): KillPoint[] {
  return commands.flatMap((line, i): KillPoint[] => {
    const before: KillPoint = { command: i + 1, when: 'before' };
    return READING.has(line.split(' ')[0] ?? '') ? [before] : [before, { command: i + 1, when: 'after' }];
  });
}

/** What the runtime may call; what is missing on a machine gets no stand-in. */
const COMMANDS =
  'basename cat chmod chown cmp cp curl cut date df dirname find flock grep gzip head id ln ls mkdir mkfifo mktemp mv nix nix-hash nix-store readlink rm rmdir sha256sum sleep sort stat tail tar tee touch tr uname uniq wc wget zstd'.split(' ');

// A run changes a system by its commands alone (and by redirections between them), so before and after each command are
// all the states that there are, but for those inside tar and mv. The stand-in counts by lines of a file: `echo >>` of a
// short line is one write, so that commands of a pipeline don't get lost.
const STAND_IN = `#!/bin/sh
echo "$NAME $*" >> "$TRACE_FILE"
n=0
while read -r line; do n=$((n + 1)); done < "$TRACE_FILE"
[ "$n" != "\${KILL_BEFORE:-}" ] || kill -9 0
"$REAL" "$@"
status=$?
[ "$n" != "\${KILL_AFTER:-}" ] || kill -9 0
exit $status
`;

/** Writes stand-ins into a folder. @param realOf where each command is; undefined: it gets none */
export function writeStandIns(folder: string, realOf: (name: string) => string | undefined): void {
  mkdirSync(folder, { recursive: true });
  for (const name of COMMANDS) {
    const real = realOf(name);
    if (real !== undefined) writeFileSync(join(folder, name), STAND_IN.replace('$REAL', real).replace('$NAME', name), { mode: 0o755 });
  }
}

/**
 * @param folder where stand-ins for commands are put, in front of PATH
 * @param path of the real ones
 */
export function makeTracer(folder: string, path: string): Tracer {
  writeStandIns(folder, (name) => path.split(delimiter).map((place) => join(place, name)).find(isExecutable));
  const file = join(folder, 'trace');
  const run = (argv: readonly string[], env: Readonly<Record<string, string>>): Promise<{ killed: boolean; said: string; code: number | null }> => {
    rmSync(file, { force: true });
    const [program = '', ...args] = argv;
    return new Promise((resolve, reject) => {
      const child = spawn(program, args, {
        env: { ...env, PATH: `${folder}${delimiter}${path}`, TRACE_FILE: file },
        stdio: ['ignore', 'pipe', 'pipe'],
        detached: true, // a process group of its own, for `kill 0`
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
  return {
    async trace(argv, env) {
      const { code, said } = await run(argv, env);
      if (code !== 0) throw new Error(`the run failed on its own:\n${said}`);
      return existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n') : [];
    },
    async killAt({ command, when }, argv, env) {
      const { killed } = await run(argv, { ...env, [when === 'before' ? 'KILL_BEFORE' : 'KILL_AFTER']: String(command) });
      return killed;
    },
  };
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
