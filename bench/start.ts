import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PROJECT, RIG } from '../__tests__/rig/paths.ts';
import { measure, table, type Contender } from './measure.ts';

const ROUNDS = 21;
const FOLDER = join(RIG, 'bench/start');

/**
 * How long the action and the program take to start. The action is given a feature's folder that is not there, so that
 * it ends as it reads its first input: what is measured holds that input's check and the end of the process too.
 * @returns Markdown
 */
export async function benchStart(say: (line: string) => void): Promise<string> {
  await mkdir(FOLDER, { recursive: true });
  const node = 'node -e 0';
  const results = await measure(
    [
      starting(node, ['-e', '0'], 0),
      starting('the action, to its first input', [join(PROJECT, 'dist/main/index.js')], 1),
      starting('nix-feature --version', [join(PROJECT, 'dist/cli/index.js'), '--version'], 0),
    ],
    ROUNDS,
    say,
  );
  await rm(FOLDER, { recursive: true });
  const bare = results.find(({ name }) => name === node)?.time ?? Number.NaN;
  const rows = results.map(({ name, time }) => [name, `${time.toFixed(0)} ms`, (time / bare).toFixed(1)]);
  return [`The median of ${ROUNDS} starts.`, '', table(['', 'time', `÷ ${node}`], rows)].join('\n');
}

/** @param code that it must end with */
function starting(name: string, args: readonly string[], code: number): Contender {
  return {
    name,
    run: async () => {
      const child = spawn(process.execPath, args, { env: await runnerEnv(), stdio: 'ignore' });
      const [ended] = (await once(child, 'close')) as [number | null];
      if (ended !== code) throw new Error(`${name} ended with ${ended}`);
      return { bytes: 0 };
    },
  };
}

/** What the runner gives to an action. */
async function runnerEnv(): Promise<NodeJS.ProcessEnv> {
  const files = { GITHUB_STATE: join(FOLDER, 'state'), GITHUB_OUTPUT: join(FOLDER, 'output') };
  for (const file of Object.values(files)) await writeFile(file, '');
  return {
    PATH: process.env['PATH'],
    GITHUB_ACTIONS: 'true',
    GITHUB_WORKSPACE: FOLDER,
    RUNNER_TEMP: FOLDER,
    ...files,
    INPUT_FEATURE: 'not-there',
    INPUT_SUMMARY: 'false',
  };
}
