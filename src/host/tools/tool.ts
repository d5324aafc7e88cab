/** A tool that is downloaded: an archive with one folder, whose hash is known. */
export interface Tool {
  /** In the tool cache. */
  readonly name: string;
  /** Three numbers. */
  readonly version: string;
  /** As Node.js calls it. */
  readonly arch: string;
  readonly url: string;
  /** Of the archive; hexadecimal. */
  readonly sha256: string;
  /** The folder in it that is kept. */
  readonly folder: string;
}

/** What the program answers that fetches tools. */
export type ToolAnswer =
  | { readonly folder: string; readonly cached: boolean }
  /** `found`: the hash that the archive has. */
  | { readonly problem: 'download' | 'unpack'; readonly says: string }
  | { readonly problem: 'hash'; readonly found: string };
