import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { attempt, run, type Env } from '../__tests__/rig/command.ts';
import { machineArch } from '../__tests__/rig/flakes.ts';
import { startGitHubServices, type GitHubServices } from '../__tests__/rig/github-services.ts';
import { NIX_ENV } from '../__tests__/rig/nix-env.ts';
import { runAction, runPost } from '../__tests__/rig/runner.ts';
import { systemOf } from '../src/platform.ts';
import { measure, table, type Contender } from './measure.ts';

const ROUNDS = 1;
/** Derivations of a job, each of which compresses so many bytes and keeps as many as that leaves. */
const BUILDS = 3;
const EACH = 6_000_000;

/**
 * A job that builds, without the cache action, with it for the first time, and for the second time, when the pack has all.
 * GitHub's services are the tests' fake, so that a network is left out. Processor time is of the job's steps, without that of the cache's
 * server, which outlives its step. Needs dist/.
 * @returns Markdown
 */
export async function benchJob(say: (line: string) => void): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-job-'));
  let services = await startGitHubServices();
  try {
    const expression = await writeJob(folder);
    const out = (await run(['nix-instantiate', '--eval', '--expr', `(import ${expression}).outPath`], { env: NIX_ENV })).trim().replaceAll('"', '');
    const job = (name: string, cached: 'not' | 'first' | 'second'): Contender => ({
      name,
      run: async () => {
        await forget(out);
        if (cached === 'first') {
          // A pack of other lock files would be used, too.
          await services.stop();
          services = await startGitHubServices();
        }
        const before = await processorOfChildren();
        if (cached === 'not') await build(expression);
        else await cachedJob(services, folder, expression);
        return { bytes: 0, processor: (await processorOfChildren()) - before };
      },
    });
    const results = await measure([job('without the cache', 'not'), job('with it, the first job', 'first'), job('with it, the second job', 'second')], ROUNDS, say);
    const alone = results[0]?.processor ?? Number.NaN;
    const rows = results.map(({ name, processor = Number.NaN }) => [name, `${(processor / 1000).toFixed(1)} s`, (processor / alone).toFixed(2)]);
    return [`${BUILDS} derivations, each of which compresses ${EACH / 1e6} MB of noise with \`xz\`.`, '', table(['a job, with the action and its post step', 'processor time', '÷ without'], rows)].join('\n');
  } finally {
    await services.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

async function writeJob(folder: string): Promise<string> {
  await mkdir(join(folder, 'workspace'));
  await writeFile(join(folder, 'workspace/flake.lock'), '{}');
  const file = join(folder, 'job.nix');
  const script = `export PATH=/usr/bin:/bin; mkdir $out; echo $deps > $out/deps; head -c ${EACH} /dev/urandom | xz -6 > $out/noise.xz`;
  const derivations = Array.from({ length: BUILDS }, (_, index) => `d${index} = derivation { name = "job-${index}"; system = "${systemOf(machineArch())}"; builder = "/bin/sh"; run = "${folder}"; args = [ "-c" ''${script}'' ]; deps = [ ${index === 0 ? '' : `d${index - 1}`} ]; };`);
  await writeFile(file, `let ${derivations.join('\n')} in d${BUILDS - 1}\n`);
  return file;
}

/** Nothing of what the job builds is there. */
async function forget(out: string): Promise<void> {
  const there = await attempt(['nix-store', '--query', '--requisites', out], { env: NIX_ENV });
  if (there.code === 0) await run(['nix-store', '--delete', ...there.stdout.trim().split('\n')], { env: NIX_ENV });
}

/** Milliseconds of all that this process has started and waited for, and of what that has (proc(5), "stat": cutime and cstime, in ticks). */
async function processorOfChildren(): Promise<number> {
  const fields = (await readFile('/proc/self/stat', 'utf8')).replace(/^.*\) /s, '').split(' ');
  return (Number(fields[13]) + Number(fields[14])) * 10;
}

async function build(expression: string, env: Env = {}): Promise<void> {
  await run(['nix-build', '--no-out-link', expression], { env: { ...NIX_ENV, ...env } });
}

async function cachedJob(services: GitHubServices, folder: string, expression: string): Promise<void> {
  const env = { ...services.job(), HOME: NIX_ENV['HOME'] ?? '', NIX_CONFIG: NIX_ENV['NIX_CONFIG'] ?? '' };
  const step = { action: 'cache', workspace: join(folder, 'workspace'), inputs: { registry: 'localhost:9', namespace: 'org/bench', features: 'none' }, env };
  const main = await runAction(step);
  if (main.code !== 0) throw new Error(main.log);
  await build(expression, main.exported);
  const post = await runPost(step, main);
  if (post.code !== 0) throw new Error(post.log);
}
