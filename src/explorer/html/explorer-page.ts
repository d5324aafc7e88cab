import { createHash } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import type { ExplorerData } from '../model/explorer-data.ts';
import { PAGE_SCRIPT, PAGE_STYLE } from './page-parts.ts';

/**
 * Writes a Feature's explorer: one page, which asks nobody for anything. Its policy allows this very script and this very style, and nothing else:
 * no request, no frame, no form. Names of packages are in the data alone.
 */
export function explorerPage(data: ExplorerData): string {
  const { id, version } = data.feature;
  const title = `${id} ${version}`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src '${hashOf(PAGE_SCRIPT)}'; style-src '${hashOf(PAGE_STYLE)}'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${escaped(title)}: explorer</title>
<style>${PAGE_STYLE}</style>
</head>
<body>
<header><h1>${escaped(title)}</h1></header>
<main id="main"><p id="wait" role="status">Reading the store paths…</p></main>
<noscript><p>This page shows its data with a script of its own, and scripts are switched off here.</p></noscript>
<script type="application/json" id="data">${encodeData(data)}</script>
<script>${PAGE_SCRIPT}</script>
</body>
</html>
`;
}

/** As a policy names what it allows (CSP 3, 2.3.1). */
function hashOf(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

/**
 * Writes the data as JSON that stands in a page. Most of it is hashes and numbers: deflated, and in the letters of base64, it takes about half of the
 * bytes, and no text of anybody's is left that a browser could take for markup.
 */
export function encodeData(data: ExplorerData): string {
  const deflated = deflateSync(JSON.stringify(data), { level: 9 }).toString('base64');
  return JSON.stringify({ encoding: 'deflate+base64', data: deflated }).replaceAll('<', String.raw`\u003c`);
}
