/** What became of a job's binary cache. */
export interface CacheReport {
  /** Store paths that the job built. */
  readonly built: number;
  /** What was saved as a pack; undefined if nothing had to be, or could not be. */
  readonly packed: { readonly paths: number; readonly bytes: number } | undefined;
  /** Store paths that the job took from the last pack. */
  readonly unpacked: number;
  /** Store paths that were uploaded; undefined if nobody asked for it. */
  readonly pushed: number | undefined;
}
