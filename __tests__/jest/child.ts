/**
 * The process of one test file. jest-circus collects its tests, runs them and holds them to their time limit; Node reads
 * TypeScript as it is. Started by run-file.ts, with a Job as JSON.
 */
import { registerHooks } from 'node:module';
import { pathToFileURL } from 'node:url';
import { getState, run } from 'jest-circus';
import { errorText } from './error-text.ts';
import type { Job, Message } from './messages.ts';
import { processorSeconds } from './processor.ts';
import { watchTests } from './scopes.ts';

/** How long the process may go on after its last test, in milliseconds. */
const PATIENCE = 5000;

const GLOBALS = new URL('globals.ts', import.meta.url).href;
const job = JSON.parse(process.argv[2] ?? '') as Job;
// Tests see a command line that names their file, as if it had been started itself.
process.argv.splice(1, 2, job.file);

function say(message: Message): void {
  process.send?.(message);
}

/** Something went wrong that no test owns. */
function complain(error: unknown): void {
  say({ type: 'error', text: errorText(error) });
  process.exitCode = 1;
}

process.on('uncaughtException', complain);
process.on('unhandledRejection', complain);
// The runner is gone: nobody needs this process, nor what it has started.
process.on('disconnect', () => process.kill(-process.pid, 'SIGKILL'));
process.channel?.unref();

registerHooks({
  resolve: (specifier, context, next) => (specifier === '@jest/globals' ? { url: GLOBALS, shortCircuit: true } : next(specifier, context)),
});

const state = getState();
state.testTimeout = job.testLimit;
state.maxConcurrency = job.maxConcurrency;
state.testNamePattern = job.pattern === undefined ? null : new RegExp(job.pattern, 'i');
watchTests(say);

try {
  await import(pathToFileURL(job.file).href);
  await run();
  for (const error of getState().unhandledErrors) complain(Array.isArray(error) ? error[0] : error);
  say({ type: 'finished', focused: getState().hasFocusedTests, processor: processorSeconds() });
} catch (error) {
  complain(error);
}

setTimeout(() => {
  complain(`the file does not end: ${[...new Set(process.getActiveResourcesInfo())].join(', ')} still open ${PATIENCE / 1000} s after its last test`);
  process.exit();
}, PATIENCE).unref();
