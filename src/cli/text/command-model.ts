/** The command line as a table: what help, the man page and completion are made of. */

export interface FlagModel {
  /** Without dashes. */
  readonly name: string;
  /** What stands for the value: `<image>`; undefined if it takes none. */
  readonly value: string | undefined;
  /** What it may be, if that is known. */
  readonly values: readonly string[];
  /** What a shell offers if the values are not known. */
  readonly completes: 'folder' | 'file' | 'nothing';
  /** Plain text, one paragraph. */
  readonly description: string;
}

export interface CommandModel {
  readonly name: string;
  readonly group: string;
  /** A few words. */
  readonly summary: string;
  /** Paragraphs, lists and examples, as `reflow` reads them. */
  readonly text: string;
  readonly flags: readonly FlagModel[];
  /** The words that it takes, if they are known: shells. */
  readonly words: readonly string[];
}

/** Returns the first sentence, for where there is one line. */
export function firstSentence(text: string): string {
  return /^.*?[.:](?=\s|$)/s.exec(text)?.[0].replace(/[.:]$/, '') ?? text;
}
