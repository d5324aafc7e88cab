import type { SourceLocation } from '../../kit/errors.ts';
import type { Host } from '../../kit/host.ts';
import { COLOURS, PLAIN, type Palette, placed } from '../../report/text/terminal-text.ts';
import { cacheFolder, createFolderCache } from './folder-cache.ts';
import { systemClock, type Clock, plainProgress } from '../progress.ts';
import { createMasker, colouredLine, createFilter } from '../shown.ts';
import { LiveProgress } from './live-progress.ts';

/** A stream that may be a terminal. */
export interface TerminalStream {
  write(text: string): unknown;
  readonly isTTY?: boolean;
  readonly columns?: number;
}

export interface TerminalOptions {
  /** For results alone. */
  readonly stdout: TerminalStream;
  /** For all that is said on the way. */
  readonly stderr: TerminalStream;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly signal: AbortSignal;
  /** Says nothing on the way but warnings and errors. */
  readonly quiet?: boolean;
  readonly clock?: Clock;
}

export interface TerminalHost extends Host {
  readonly kind: 'terminal';
  /** Colours for standard output, or none. */
  readonly palette: Palette;
  error(message: string, at?: SourceLocation): void;
  /** Writes a result to standard output. */
  result(text: string): void;
  /** Takes the progress line away for good. */
  close(): void;
}

const PLAIN_INTERVAL_MS = 10_000;

/** Creates the host for a shell: results on standard output, everything else on standard error. */
export function createTerminalHost(options: TerminalOptions): TerminalHost {
  const { stdout, stderr, env, signal, quiet = false, clock = systemClock } = options;
  const masker = createMasker();
  const filter = createFilter(masker);
  const colours = paletteFor(stderr, env);
  const live = new LiveProgress({
    clock,
    write: (text) => stderr.write(text),
    columns: () => columnsOf(stderr, env),
    filter: (text) => colouredLine(text, colours, filter),
  });
  const say = (text: string): void => {
    for (const line of text.split(/\r\n|\n|\r/)) live.line(line);
  };
  const messages = messagesOf(say, colours, { quiet, debugging: ['1', 'true'].includes(env['NIX_FEATURE_DEBUG'] ?? '') });
  const result = (text: string): void => {
    live.clear();
    stdout.write(filter.result(text, paletteFor(stdout, env)));
  };
  return {
    kind: 'terminal',
    signal,
    palette: paletteFor(stdout, env),
    cache: createFolderCache(cacheFolder(env), messages.debug),
    ...messages,
    stage: (title, stage = {}) => {
      if (quiet) return { update: () => undefined, end: () => undefined };
      if (canRedraw(stderr, env)) return live.stage(title, stage);
      return plainProgress(title, stage, { clock, interval: PLAIN_INTERVAL_MS, write: say });
    },
    mask: (secret) => {
      masker.add(secret);
    },
    output: () => undefined,
    summary: async (text) => {
      result(text);
    },
    result,
    close: () => {
      live.close();
    },
    saveState: () => undefined,
    uploadArtifact: async () => undefined,
  };
}

/** What is said on the way. @param say writes lines */
function messagesOf(say: (text: string) => void, colours: Palette, { quiet, debugging }: { readonly quiet: boolean; readonly debugging: boolean }): Pick<TerminalHost, 'debug' | 'info' | 'notice' | 'warning' | 'fault' | 'error' | 'group'> {
  const info = (line: string): void => {
    if (!quiet) say(line);
  };
  const error = (message: string, at?: SourceLocation): void => {
    say(`${colours.red('error:')} ${placed(message, at)}`);
  };
  return {
    debug: (line) => {
      if (debugging) say(colours.dim(line));
    },
    info,
    notice: (message, at) => {
      info(placed(message, at));
    },
    warning: (message, at) => {
      say(`${colours.yellow('warning:')} ${placed(message, at)}`);
    },
    fault: error,
    error,
    group: async (title, body) => {
      info(colours.bold(title));
      return body();
    },
  };
}

/** A log of a CI service keeps every drawing of the line, even if it claims to be a terminal. */
function canRedraw(stream: TerminalStream, env: TerminalOptions['env']): boolean {
  return stream.isTTY === true && env['TERM'] !== 'dumb' && (env['CI'] ?? '') === '';
}

/** https://no-color.org */
function paletteFor(stream: TerminalStream, env: TerminalOptions['env']): Palette {
  return stream.isTTY === true && env['TERM'] !== 'dumb' && (env['NO_COLOR'] ?? '') === '' ? COLOURS : PLAIN;
}

function columnsOf(stream: TerminalStream, env: TerminalOptions['env']): number {
  // A terminal that does not know its size says 0.
  return [stream.columns, Number(env['COLUMNS'])].find((columns) => Number.isInteger(columns) && Number(columns) > 0) ?? 80;
}
