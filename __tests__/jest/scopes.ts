import { addEventHandler, getState, type Event, type State } from 'jest-circus';
import { Cleanups, cleanupsOfTest } from './after-test.ts';
import { errorText } from './error-text.ts';
import type { Message, Status, TestName } from './messages.ts';

type Block = State['rootDescribeBlock'];
type Entry = Block['tests'][number];

/** What a test that ran into its time limit may still take to clean up, in milliseconds. */
const PATIENCE = 10_000;

const cleanupsOf = new WeakMap<Entry, Cleanups>();

/** Says what jest-circus runs, test by test, and gives each test its cleanups. */
export function watchTests(say: (message: Message) => void): void {
  addEventHandler(async (event: Event) => {
    if (event.name === 'run_start') giveCleanups(getState().rootDescribeBlock);
    if (event.name === 'test_started') say({ type: 'started', name: nameOf(event.test) });
    // jest-circus would format an error of node:assert its own way; a string is left alone.
    if (event.name === 'test_fn_failure') event.test.errors[event.test.errors.length - 1] = errorText(event.error);
    if (event.name === 'hook_failure' && event.test) event.test.errors[event.test.errors.length - 1] = `${event.hook.type}: ${errorText(event.error)}`;
    if (event.name === 'test_done') {
      await cleanUpLate(event.test);
      ended(event.test, event.test.errors.length > 0 ? 'failed' : event.test.failing ? 'failing' : 'passed');
    }
    if (event.name === 'test_skip') ended(event.test, 'skipped');
    if (event.name === 'test_todo') ended(event.test, 'todo');
  });

  function ended(test: Entry, status: Status): void {
    say({ type: 'ended', name: nameOf(test), status, milliseconds: test.duration ?? 0, errors: test.errors.map(textOf) });
  }
}

function giveCleanups(block: Block): void {
  for (const child of block.children) {
    if (child.type === 'describeBlock') {
      giveCleanups(child);
    } else {
      const body = child.fn as () => unknown;
      const cleanups = new Cleanups();
      cleanupsOf.set(child, cleanups);
      child.fn = () => cleanupsOfTest.run(cleanups, () => withCleanups(body, cleanups));
    }
  }
}

/** Both the test's own error and those of its cleanups are said. */
async function withCleanups(body: () => unknown, cleanups: Cleanups): Promise<void> {
  const [outcome] = await Promise.allSettled([(async () => body())()]);
  const [undone] = await Promise.allSettled([cleanups.run()]);
  const errors = [outcome, undone].flatMap((each) => (each.status === 'rejected' ? [each.reason as unknown] : []));
  if (errors.length === 1) throw errors[0];
  if (errors.length > 1) throw new AggregateError(errors, `${String(errors[0]).split('\n')[0]} (and the cleanup of the test failed)`);
}

/** A test that ran into its limit is still in its body: what it has registered is undone all the same. */
async function cleanUpLate(test: Entry): Promise<void> {
  const cleanups = cleanupsOf.get(test);
  if (cleanups === undefined) return;
  cleanups.close();
  const limit = Promise.withResolvers<never>();
  const timer = setTimeout(() => limit.reject(new Error('the cleanup of the test does not end')), PATIENCE);
  try {
    await Promise.race([cleanups.run(), limit.promise]);
  } catch (error) {
    test.errors.push(errorText(error));
  } finally {
    clearTimeout(timer);
  }
}

function nameOf(test: Entry): TestName {
  const names: string[] = [test.name];
  for (let block: Block | undefined = test.parent; block?.parent !== undefined; block = block.parent) names.unshift(block.name);
  return names;
}

/** jest-circus keeps an error alone, with a stack of where the test was defined, or as a message. */
function textOf(error: unknown): string {
  const first: unknown = Array.isArray(error) ? error[0] : error;
  return first !== null && typeof first === 'object' && !(first instanceof Error) && 'message' in first ? String(first.message) : errorText(first);
}
