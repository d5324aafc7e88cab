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
