import { runCommandLine } from '../../src/cli/run.ts';

/** As `cli/main.ts` has them. */
const COMMANDS: Parameters<typeof runCommandLine>[2] = {
  build: async () => (await import('../../src/app/build.ts')).buildFeature,
  diff: async () => (await import('../../src/app/diff.ts')).diff,
  drift: async () => (await import('../../src/app/drift.ts')).findDrift,
  plan: async () => (await import('../../src/app/plan.ts')).planFeatures,
  bump: async () => (await import('../../src/plan/bump/bump-named.ts')).bumpNamed,
  portable: async () => ({ ...(await import('../../src/portable/export-feature.ts')), ...(await import('../../src/portable/load-feature.ts')) }),
  releases: async () => ({ ...(await import('../../src/publish/withdraw.ts')), ...(await import('../../src/publish/check-namespace.ts')), ...(await import('../../src/publish/prune/prune.ts')) }),
  sbom: async () => (await import('../../src/app/sbom.ts')).sbomOf,
  list: async () => (await import('../../src/publish/list-namespace.ts')).listNamespace,
  inspect: async () => (await import('../../src/app/inspect.ts')).inspectFeature,
  explore: async () => (await import('../../src/app/explore.ts')).exploreFeature,
  serve: async () => (await import('../../src/app/serve.ts')).serveFeatures,
  run: async () => import('../../src/app/run.ts'),
  verify: async () => (await import('../../src/app/verify.ts')).verifyFeature,
  setup: async () => (await import('../../src/app/setup.ts')).setUpNix,
  image: async () => (await import('../../src/app/image/make-image.ts')).makeImage,
  wsl: async () => (await import('../../src/app/wsl.ts')).makeTarball,
  publish: async () => (await import('../../src/app/publish.ts')).publishFeature,
};

/** How a command line ended. */
export interface RanHere {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

/**
 * Runs a command line inside this process, in a folder, with an environment of its own: all of it but what `cli/main.ts` does around it. To
 * start a program takes longer than most commands do.
 */
export async function runHere(folder: string, argv: readonly string[], env: Readonly<Record<string, string>>): Promise<RanHere> {
  const said = { stdout: '', stderr: '' };
  const streamOf = (name: keyof typeof said): object => ({ write: (text: string) => ((said[name] += text), true) });
  const { versions, platform, arch } = process;
  const here = { argv: ['node', 'nix-feature', ...argv], env, stdout: streamOf('stdout'), stderr: streamOf('stderr'), versions, platform, arch, cwd: () => folder };
  const signals = { signal: new AbortController().signal, exitCode: () => undefined, stop: () => undefined };
  const status = await runCommandLine(here as unknown as NodeJS.Process, signals, COMMANDS);
  return { status, ...said };
}
