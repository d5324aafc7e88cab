const MIB = 1024 * 1024;

/** What some registries do that the specification does not say, whatever their host. */
export interface SymptomQuirk {
  /** What is seen; Markdown. */
  readonly symptom: string;
  readonly differs: string;
  /** Whose it is, or where it is written. */
  readonly source: string;
}

/** Answers that take a chunk. */
export const CHUNK_TAKEN: SymptomQuirk & { readonly statuses: readonly number[] } = {
  symptom: '200, 201 or 204 for a chunk',
  differs: 'Treated as the 202 of the specification.',
  source: 'ECR says 201',
  statuses: [200, 201, 202, 204],
};

/** Answers that take a blob. */
export const BLOB_TAKEN: SymptomQuirk & { readonly statuses: readonly number[] } = {
  symptom: '200 or 204 for the end of an upload',
  differs: 'Treated as the 201 of the specification.',
  source: 'not in the specification; the faults of kind 8 below',
  statuses: [200, 201, 204],
};

/** Answers that take a manifest. */
export const MANIFEST_TAKEN: SymptomQuirk & { readonly statuses: readonly number[] } = {
  symptom: '200, 202 or 204 for a manifest',
  differs: 'Treated as the 201 of the specification.',
  source: 'not in the specification; the faults of kind 8 below',
  statuses: [200, 201, 202, 204],
};

/** Answers to HEAD that only GET can be asked about. */
export const NO_HEAD: SymptomQuirk & { readonly statuses: readonly number[] } = {
  symptom: '405 or 501 for HEAD',
  differs: 'GET is sent instead.',
  source: "servers that don't know HEAD",
  statuses: [405, 501],
};

/** Answers of registries that don't know the referrers API; some redirect to a page for people. */
export const NO_REFERRERS: SymptomQuirk & { readonly statuses: readonly number[] } = {
  symptom: '400, 404, 405, 406, 410 or 501 for a list of referrers, or a page that is not JSON',
  differs: 'Only the list under the fallback tag is used.',
  source: 'registries older than version 1.1 of the distribution specification',
  statuses: [400, 404, 405, 406, 410, 501],
};

/** Statuses of a line or a gateway that has a bad moment. */
export const TEMPORARY: SymptomQuirk & { readonly statuses: readonly number[] } = {
  symptom: '408, 425, 429, 499, 500, 502 to 504, 520 to 527',
  differs: 'The request is tried again.',
  source: 'nginx says 499, Cloudflare 520 to 527, of a registry behind them',
  statuses: [408, 425, 429, 499, 500, 502, 503, 504, 520, 521, 522, 523, 524, 525, 526, 527],
};

/** A 403 that means 429. */
export const RATE_LIMIT: SymptomQuirk & { readonly says: RegExp } = {
  symptom: '403 with Retry-After, or with a message about a rate limit',
  differs: 'Treated as a 429.',
  source: 'GHCR',
  says: /rate limit|TOOMANYREQUESTS/i,
};

/** The answer to a size of pages that a registry does not like. */
export const TAG_PAGES: SymptomQuirk & { readonly size: number; readonly refused: number } = {
  symptom: '400 for a list of tags in pages of 1000',
  differs: 'The request is repeated without a size. If a page is full, the next one is requested, whatever the answer says.',
  source: 'GHCR returns at most 1000, and others return fewer unless asked',
  size: 1000,
  refused: 400,
};

/** How large a chunk may be if nothing is known of the registry. */
export const CHUNKS: SymptomQuirk & { readonly size: number } = {
  symptom: '416 for a chunk, and the offset has not moved',
  differs: 'The chunk was too large: chunks start at 4 MiB and are halved.',
  source: 'GHCR accepts 4 MiB',
  size: 4 * MIB,
};

/** All of them, for docs/contributing/reliability.md. */
export const SYMPTOM_QUIRKS: readonly SymptomQuirk[] = [TEMPORARY, RATE_LIMIT, NO_HEAD, CHUNK_TAKEN, BLOB_TAKEN, MANIFEST_TAKEN, CHUNKS, TAG_PAGES, NO_REFERRERS];
