import { deflateSync } from 'node:zlib';
import type { ExplorerData } from '../model/explorer-data.ts';

/**
 * Writes the data as JSON that stands in a page. Most of it is hashes and numbers: deflated, and in the letters of base64, it takes about half of the
 * bytes, and no text of anybody's is left that a browser could take for markup.
 */
export function encodeData(data: ExplorerData): string {
  const deflated = deflateSync(JSON.stringify(data), { level: 9 }).toString('base64');
  return JSON.stringify({ encoding: 'deflate+base64', data: deflated }).replaceAll('<', String.raw`\u003c`);
}
