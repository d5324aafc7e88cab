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
