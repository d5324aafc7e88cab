#!/usr/bin/env node
import { listenForSignals, watchEnd } from '../host/ending.ts';
import { explain } from '../report/text/explain.ts';
import { runCommandLine } from './run.ts';

const UNWRITTEN = 1;
let isUnwritten = false;

// Whoever read our output may stop reading (`| head`): that is no reason to stop building, nor an error to show. A result
// that can't be written is one: whoever asked for it has nothing.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE' || isUnwritten) return;
  isUnwritten = true;
  process.exitCode = UNWRITTEN;
  process.stderr.write(`error: The result can't be written to standard output: ${error.message}.\n`);
});
// Nobody can be told.
process.stderr.on('error', () => undefined);

const signals = listenForSignals(process);
const ended = watchEnd(process, (bug) => {
  const { message, hint = '' } = explain(bug);
  process.stderr.write(`error: ${message}\n${hint}\n`);
});
const code = await runCommandLine(process, signals, {
  build: async () => (await import('../app/build.ts')).buildFeature,
  diff: async () => (await import('../app/diff.ts')).diff,
  drift: async () => (await import('../app/drift.ts')).findDrift,
  plan: async () => (await import('../app/plan.ts')).planFeatures,
  bump: async () => (await import('../plan/bump/bump-named.ts')).bumpNamed,
  portable: async () => ({ ...(await import('../portable/export-feature.ts')), ...(await import('../portable/load-feature.ts')) }),
  releases: async () => ({ ...(await import('../publish/withdraw.ts')), ...(await import('../publish/check-namespace.ts')), ...(await import('../publish/prune/prune.ts')) }),
  sbom: async () => (await import('../app/sbom.ts')).sbomOf,
  list: async () => (await import('../publish/list-namespace.ts')).listNamespace,
  inspect: async () => (await import('../app/inspect.ts')).inspectFeature,
  explore: async () => (await import('../app/explore.ts')).exploreFeature,
  serve: async () => (await import('../app/serve.ts')).serveFeatures,
  run: async () => import('../app/run.ts'),
  verify: async () => (await import('../app/verify.ts')).verifyFeature,
  setup: async () => (await import('../app/setup.ts')).setUpNix,
  image: async () => (await import('../app/image/make-image.ts')).makeImage,
  wsl: async () => (await import('../app/wsl.ts')).makeTarball,
  publish: async () => (await import('../app/publish.ts')).publishFeature,
});
process.exitCode = isUnwritten && code === 0 ? UNWRITTEN : code;
ended();
signals.stop();
