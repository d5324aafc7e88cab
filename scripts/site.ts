/**
 * Builds the site of docs/ with VitePress: `npm run site` writes lib/site, and an argument names another folder.
 * Fails if a link leads to no page, or its anchor to no heading.
 */
import path from 'node:path';
import { build } from 'vitepress';
import { deadLinks } from './site/dead-links.ts';

const PROJECT = path.join(import.meta.dirname, '..');

const folder = path.resolve(process.argv[2] ?? path.join(PROJECT, 'lib/site'));
await build(path.join(PROJECT, 'docs'), { outDir: folder });
// VitePress looks at pages only, not at anchors.
for (const link of deadLinks(folder, '/nix-feature-action/')) {
  process.stderr.write(`This link leads nowhere: ${link}\n`);
  process.exitCode = 1;
}
