/**
 *   node scripts/bundle.ts ENTRY FOLDER [ENTRY FOLDER...]
 *
 * Bundles entries, each with its packages into a folder, as ncc's own command line does. Only here it can be told what stands in for a package.
 * One after the other, since a process that has bundled one is faster with the next.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';

/** The part of ncc's interface that is used here (its readme, "Programmatically From Node.js"). */
type Ncc = (
  entry: string,
  options: Readonly<Record<string, unknown>>,
) => Promise<{ readonly code: string; readonly assets: Readonly<Record<string, { readonly source: string | Buffer; readonly permissions?: number }>> }>;

/**
 * `debug` takes this package if it is there, and our tests bring it along: whether it is bundled must not depend on them. What stands in for it says
 * nothing about colours, and is part of Node.js, so that nothing is looked for in folders of others.
 */
const STAND_INS = { 'supports-color': 'node:util' };

const ncc = createRequire(import.meta.url)('@vercel/ncc') as Ncc;

async function bundle(entry: string, folder: string): Promise<void> {
  // No cache: it would make a build depend on the ones before it.
  const { code, assets } = await ncc(entry, { cache: false, minify: true, license: 'licenses.txt', quiet: true, externals: STAND_INS });
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'index.js'), code, { mode: 0o755 });
  for (const [name, { source }] of Object.entries(assets)) await writeFile(join(folder, name), source, { mode: 0o644 });
}

const words = process.argv.slice(2);
while (words.length > 0) await bundle(words.shift() ?? '', words.shift() ?? '');
