import { AsyncLocalStorage } from 'node:async_hooks';

type Cleanup = () => unknown;

/** What is to be undone when a test ends. */
export class Cleanups {
  readonly #waiting: Cleanup[] = [];
  #over = false;

  add(cleanup: Cleanup): void {
    if (this.#over) throw new Error('afterTest() was called after its test had ended');
    this.#waiting.push(cleanup);
  }

  /** Runs them, the last one first, each after the one before has ended. Goes through all of them. @throws what they threw */
  async run(): Promise<void> {
    const errors: unknown[] = [];
    for (let cleanup = this.#waiting.pop(); cleanup !== undefined; cleanup = this.#waiting.pop()) {
      try {
        await cleanup();
      } catch (error) {
        errors.push(error);
      }
    }
    if (errors.length === 1) throw errors[0];
    if (errors.length > 1) throw new AggregateError(errors, `${errors.length} cleanups of the test failed`);
  }

  /** Takes no more: the test has ended. */
  close(): void {
    this.#over = true;
  }
}

/** Tests run side by side too: each has its own, wherever it is called from. */
export const cleanupsOfTest = new AsyncLocalStorage<Cleanups>();

/**
 * Undoes something when the running test has ended, passed or not. What was registered last is undone first, as with
 * `await using`. @throws outside of a test
 */
export function afterTest(cleanup: Cleanup): void {
  const cleanups = cleanupsOfTest.getStore();
  if (cleanups === undefined) throw new Error('afterTest() was called outside of a test: use afterAll() or afterEach() there');
  cleanups.add(cleanup);
}
