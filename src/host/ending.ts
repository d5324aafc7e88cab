import { setMaxListeners } from 'node:events';
import { constants } from 'node:os';
import { CancelledError } from '../kit/errors.ts';

const SIGNALS = ['SIGINT', 'SIGTERM'] as const;

export interface SignalListener {
  /** Aborted by the first signal, with a CancelledError. */
  readonly signal: AbortSignal;
  /** 130 or 143 once a signal came, as a shell has it. */
  exitCode(): number | undefined;
  /** Lets the signals do again what they did before. */
  stop(): void;
}

/** The part of `process` that is needed. */
export interface SignalSource {
  on(signal: (typeof SIGNALS)[number], listener: (signal: (typeof SIGNALS)[number]) => void): unknown;
  off(signal: (typeof SIGNALS)[number], listener: (signal: (typeof SIGNALS)[number]) => void): unknown;
  exit(code: number): unknown;
}

/**
 * Turns SIGINT and SIGTERM into an abort, so that everything at work cleans up. A second signal ends the process at
 * once: GitHub sends SIGINT, 7.5 s later SIGTERM, and kills 2.5 s after that.
 */
export function listenForSignals(source: SignalSource): SignalListener {
  const controller = new AbortController();
  // As many listeners as there are requests and commands at work.
  setMaxListeners(0, controller.signal);
  let received: NodeJS.Signals | undefined;
  const listener = (signal: (typeof SIGNALS)[number]): void => {
    if (received !== undefined) {
      source.exit(codeOf(signal));
      return;
    }
    received = signal;
    controller.abort(new CancelledError(`Stopped by ${signal}${signal === 'SIGINT' ? ' (Ctrl-C, or the job was cancelled)' : ''}.`, { by: signal }));
  };
  for (const signal of SIGNALS) source.on(signal, listener);
  return {
    signal: controller.signal,
    exitCode: () => (received === undefined ? undefined : codeOf(received)),
    stop: () => {
      for (const signal of SIGNALS) source.off(signal, listener);
    },
  };
}

function codeOf(signal: NodeJS.Signals): number {
  return 128 + constants.signals[signal];
}

/** The part of `process` that is needed. */
export interface EndingProcess {
  on(event: 'beforeExit', listener: () => void): unknown;
  off(event: 'beforeExit', listener: () => void): unknown;
  exit(code: number): unknown;
}

/** `EX_SOFTWARE` of sysexits.h. */
const BUG_EXIT_CODE = 70;

/**
 * Reports work that can never end. A promise that nothing will ever settle leaves a process with nothing to do, and Node ends it with 13 and the source line
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
