import path from 'node:path';
import { attempt, type CommandResult, type Env } from './command.ts';
import { isBusy, runInProcess } from './in-process.ts';
import { PROJECT } from './paths.ts';
import { CLI } from './programs.ts';

/** Runs the command line to its end in this process. Beside another run, it gets a process of its own. */
export function runCommandLineHere(argv: readonly string[], { env, cwd = process.cwd() }: { readonly env: Env; readonly cwd?: string }): Promise<CommandResult> {
  if (isBusy()) return attempt([process.execPath, CLI, ...argv], { env, cwd });
  return runInProcess(path.join(PROJECT, 'src/cli/main.ts'), { env, cwd, argv: [CLI, ...argv] });
}
