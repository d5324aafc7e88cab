import { formatBytes, formatNumberOf } from '../../kit/format.ts';
import type { CacheReport } from '../facts/cache-facts.ts';
import { joinSections, table } from './markdown.ts';

/** Renders the job summary of a binary cache, in GitHub's Markdown. */
export function renderCacheSummary({ built, unpacked, packed, pushed }: CacheReport): string {
  const rows = [
    ['Built by this job', formatNumberOf(built, 'store path')],
    ['Taken from the pack', formatNumberOf(unpacked, 'store path')],
    ['Saved as a pack', packed === undefined ? 'nothing' : `${formatNumberOf(packed.paths, 'store path')}, ${formatBytes(packed.bytes)}`],
    ...(pushed === undefined ? [] : [['Uploaded', formatNumberOf(pushed, 'store path')]]),
  ];
  return joinSections(['## Binary cache of the job', table(['', ''], rows)]);
}
