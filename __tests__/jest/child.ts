/**
 * A process of test files, one after the other. jest-circus collects the tests of a file, runs them and holds them to their
 * time limit. Started by test-process.ts, which sends a Job for each file.
 */
import { pathToFileURL } from 'node:url';
import { getState, resetState, run } from 'jest-circus';
import { COMPILED } from './compiled.ts';
import { errorText } from './error-text.ts';
import { freshModules } from './fresh-modules.ts';
import { END_OF_OUTPUT, type Job, type Message } from './messages.ts';
import { processorSeconds } from './processor.ts';
import { watchTests } from './scopes.ts';
import { SharedState } from './shared-state.ts';

/** How long the process may go on after the last test of a file, in milliseconds: twice as long as a timer that a library leaves (sign-keyless.ts). */
const PATIENCE = 8000;

/** What a test replaces does not reach the end of the output. */
const streams = [process.stdout, process.stderr].map((stream) => stream.write.bind(stream));
let finished: Finished | undefined;
/** Whether a test of the file failed. */
let failed = false;

/** A file whose tests have run. */
interface Finished {
  readonly last: boolean;
  readonly impatient: NodeJS.Timeout;
}

function say(message: Message): void {
  if (message.type === 'ended' && message.status === 'failed') failed = true;
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
// Node.js has nothing left to do, so nothing of the file can happen any more.
process.on('beforeExit', () => void leaveFile());
process.on('message', (job: Job | 'end') => {
  process.channel?.unref();
  if (job !== 'end') void runFile(job);
});

// For the programs and threads that tests start.
Object.assign(process.env, COMPILED);
const nextFile = freshModules();
watchTests(say);
const shared = new SharedState();
let computed = 0;

async function runFile({ file, testLimit, maxConcurrency, pattern, last }: Job): Promise<void> {
  // Tests see a command line that names their file, as if it had been started itself.
  process.argv.splice(1, process.argv.length, file);
  shared.note();
  resetState();
  const state = getState();
  state.testTimeout = testLimit;
  state.maxConcurrency = maxConcurrency;
  state.testNamePattern = pattern === undefined ? null : new RegExp(pattern, 'i');
  nextFile();
  try {
    await import(pathToFileURL(file).href);
    await run();
    for (const error of getState().unhandledErrors) complain(Array.isArray(error) ? error[0] : error);
    const processor = processorSeconds();
    say({ type: 'finished', focused: getState().hasFocusedTests, processor: processor - computed });
    computed = processor;
  } catch (error) {
    complain(error);
  }
  const impatient = setTimeout(() => {
    complain(`the file does not end: ${[...new Set(process.getActiveResourcesInfo())].join(', ')} still open ${PATIENCE / 1000} s after its last test`);
    process.exit();
  }, PATIENCE).unref();
  finished = { last, impatient };
}

/** Takes another file if nothing went wrong and all is as it was before this one, and else lets the process end. */
async function leaveFile(): Promise<void> {
  if (finished === undefined || finished.last || failed || process.exitCode !== undefined || shared.changed()) return;
  clearTimeout(finished.impatient);
  finished = undefined;
  await Promise.all(streams.map((write) => new Promise((resolve) => write(END_OF_OUTPUT, resolve))));
  process.channel?.ref();
  say({ type: 'idle' });
}
