import { formatBytes } from '../../kit/format.ts';

/** How large a release was, of those platforms that are reported. Bytes. */
export interface ReleaseFigures {
  readonly version: string;
  /** NAR bytes of what it ships. */
  readonly shipped: number;
  /** The same, compressed. */
  readonly compressed: number;
  /** What publishing it had to send at least: its new layers, or all of it if they are embedded. Undefined if the release before is not known. */
  readonly sent: number | undefined;
}

/** Characters of the longest bar. */
const WIDTH = 20;
/** From one eighth of a character on (Unicode, "Block Elements"): every font of a page or a terminal has them. */
const EIGHTHS = ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉'] as const;
const WHOLE = '█';

/** Returns a value beside others as a bar of text. What is there at all can be seen. @param most the longest bar's */
export function bar(value: number, most: number, width = WIDTH): string {
  if (value <= 0 || most <= 0) return '';
  const eighths = Math.max(1, Math.round((Math.min(value, most) / most) * width * 8));
  return `${WHOLE.repeat(Math.floor(eighths / 8))}${EIGHTHS[eighths % 8] ?? ''}`;
}

/** Returns `["1.2.0", "6.10 MB", "2.35 MB", "████", "1.00 MB", "██"]`: version, size, compressed, sent. All bars have one scale. */
export function releaseRows(releases: readonly ReleaseFigures[]): readonly (readonly string[])[] {
  const most = Math.max(0, ...releases.flatMap(({ compressed, sent = 0 }) => [compressed, sent]));
  return releases.map(({ version, shipped, compressed, sent }) => [
    version,
    formatBytes(shipped),
    formatBytes(compressed),
    bar(compressed, most),
    sent === undefined ? '' : formatBytes(sent),
    bar(sent ?? 0, most),
  ]);
}
