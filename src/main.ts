import { cleanUp } from './actions/cleanup.ts';
import { createGithubHost } from './host/github/github.ts';
import { listenForSignals, watchEnd } from './host/ending.ts';
import { explain } from './report/text/explain.ts';

// The runner starts the same file for the step itself and, when the job ends, to clean up. Only the former leaves state.
const STARTED = 'started';

const signals = listenForSignals(process);
const host = createGithubHost({ env: process.env, signal: signals.signal });
const ended = watchEnd(process, (bug) => {
  const { message, hint = '', title } = explain(bug);
  host.error(`${message}\n${hint}`, title);
});
// What publish/index.mjs, verify/index.mjs, setup/index.mjs, image/index.mjs, wsl/index.mjs and plan/index.mjs say. All but the last leave nothing behind, and have no post step.
const action = process.env['NIX_FEATURE_ACTION'];

if (action === 'publish') {
  const { runPublishAction } = await import('./actions/publish.ts');
  const { publishFeature } = await import('./app/publish.ts');
  process.exitCode = await runPublishAction(process, host, publishFeature);
} else if (action === 'verify') {
  const { runVerifyAction } = await import('./actions/verify.ts');
  const { verifyFeature } = await import('./app/verify.ts');
  process.exitCode = await runVerifyAction(process, host, verifyFeature);
} else if (action === 'setup') {
  const { runSetupAction } = await import('./actions/setup.ts');
  const { setUpNix } = await import('./app/setup.ts');
  process.exitCode = await runSetupAction(process, host, setUpNix);
} else if (action === 'image') {
  const { runImageAction } = await import('./actions/image.ts');
  const { makeImage } = await import('./app/image/make-image.ts');
  process.exitCode = await runImageAction(process, host, makeImage);
} else if (action === 'wsl') {
  const { runWslAction } = await import('./actions/wsl.ts');
  const { makeTarball } = await import('./app/wsl.ts');
  process.exitCode = await runWslAction(process, host, makeTarball);
} else if (action === 'cache-server') {
  const { runCacheServer } = await import('./app/cache.ts');
  process.exitCode = await runCacheServer(process.env['NIX_FEATURE_SESSION'] ?? '', host);
} else if (action === 'cache') {
  process.exitCode = await cache();
} else if (host.state(STARTED) !== '') {
  await cleanUp(host);
} else {
  host.saveState(STARTED, 'true');
  process.exitCode = await (action === 'plan' ? plan() : action === 'run' ? run() : build());
}
ended();
signals.stop();

async function build(): Promise<number> {
  const { runBuildAction } = await import('./actions/build.ts');
  const { buildFeature } = await import('./app/build.ts');
  return runBuildAction(process, host, buildFeature);
}

async function plan(): Promise<number> {
  const { runPlanAction } = await import('./actions/plan.ts');
  const { planFeatures } = await import('./app/plan.ts');
  return runPlanAction(process, host, planFeatures);
}

async function run(): Promise<number> {
  const { runRunAction } = await import('./actions/run.ts');
  const { runCommand } = await import('./app/run.ts');
  return runRunAction(process, host, runCommand);
}

async function cache(): Promise<number> {
  const { runCacheAction, runCachePost } = await import('./actions/cache.ts');
  const { finishCache, startCache } = await import('./app/cache.ts');
  if (host.state(STARTED) !== '') return runCachePost(process, host, finishCache);
  host.saveState(STARTED, 'true');
  return runCacheAction(process, host, (request) => startCache(request, host, import.meta.filename));
}
