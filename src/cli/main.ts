#!/usr/bin/env node
import { listenForSignals } from '../host/signals.ts';
import { watchEnd } from '../host/watch-end.ts';
import { explain } from '../report/explain.ts';
import { runCommandLine } from './run.ts';

// Whoever read our output may stop reading (`| head`): that is no reason to stop building, nor an error to show.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
}

const signals = listenForSignals(process);
const ended = watchEnd(process, (bug) => {
  const { message, hint = '' } = explain(bug);
  process.stderr.write(`error: ${message}\n${hint}\n`);
});
process.exitCode = await runCommandLine(process, signals, {
  build: async () => (await import('../build-feature.ts')).buildFeature,
  diff: async () => (await import('../diff.ts')).diff,
  plan: async () => (await import('../plan-features.ts')).planFeatures,
  portable: async () => ({ ...(await import('../portable/export-feature.ts')), ...(await import('../portable/load-feature.ts')) }),
  publish: async () => (await import('../publish-feature.ts')).publishFeature,
});
ended();
signals.stop();
