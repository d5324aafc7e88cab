/** The part of `process` that is needed. */
export interface EndingProcess {
  on(event: 'beforeExit', listener: () => void): unknown;
  off(event: 'beforeExit', listener: () => void): unknown;
  exit(code: number): unknown;
}

/** `EX_SOFTWARE` of sysexits.h. */
const BUG_EXIT_CODE = 70;

/**
 * A promise that nothing will ever settle leaves a process with nothing to do, and Node ends it with 13 and the source line
 * that waits: in a bundle, all of it. Here it is a bug with a message.
 * @param complain says so; gets an error as if it had been thrown
 * @returns to be called when the work has ended
 */
export function watchEnd(process: EndingProcess, complain: (bug: Error) => void): () => void {
  const listener = (): void => {
    complain(new Error('the work stopped in the middle, with nothing left to wait for'));
    process.exit(BUG_EXIT_CODE);
  };
  process.on('beforeExit', listener);
  return () => {
    process.off('beforeExit', listener);
  };
}
