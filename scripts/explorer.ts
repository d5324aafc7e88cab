/**
 *   node_modules/.bin/node scripts/explorer.ts [--check]
 *
 * Writes src/explorer/html/page-parts.ts: the script of explorer.html, bundled from src/explorer/page with d3-hierarchy, and its style. It is
 * committed, so that the sources run as they are. With --check it writes nothing, and fails if the file is not what the page's sources say.
 */
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

const ROOT = join(import.meta.dirname, '..');
const PAGE = join(ROOT, 'src/explorer/page');
const TARGET = join(ROOT, 'src/explorer/html/page-parts.ts');

const run = promisify(execFile);

/** Types are checked on the way: the page has a browser's, and the rest of the sources Node's. */
async function bundled(): Promise<string> {
  await mkdir(join(ROOT, 'lib'), { recursive: true });
  // In the project, so that packages are found.
  const work = await mkdtemp(join(ROOT, 'lib/explorer-'));
  try {
    await run(process.execPath, [join(ROOT, 'node_modules/typescript/bin/tsc'), '--project', PAGE, '--outDir', work], { cwd: ROOT });
    await run(process.execPath, [join(ROOT, 'scripts/bundle.ts'), join(work, 'explorer/page/main.js'), join(work, 'bundle')], { cwd: ROOT });
    return await readFile(join(work, 'bundle/index.js'), 'utf8');
  } catch (error) {
    const { stdout = '', stderr = '' } = error as { readonly stdout?: string; readonly stderr?: string };
    process.stderr.write(`${stdout}${stderr}`);
    throw error;
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

async function rendered(): Promise<string> {
  const licence = (await readFile(join(ROOT, 'node_modules/d3-hierarchy/LICENSE'), 'utf8')).trim();
  const script = `/*! With d3-hierarchy:\n${licence} */\n(() => {${(await bundled()).trim()}})();`;
  const style = (await readFile(join(PAGE, 'style.css'), 'utf8')).trim();
  const unfit = [/<\/script|<!--/i, /\b(?:require|import)\s*\(/].find((pattern) => pattern.test(script));
  if (unfit !== undefined) throw new Error(`The script of the page has ${unfit}, which can't stand in a page.`);
  return `// Written by scripts/explorer.ts from src/explorer/page: change that, and run it again.
export const PAGE_SCRIPT = ${JSON.stringify(script)};
export const PAGE_STYLE = ${JSON.stringify(style)};
`;
}

const text = await rendered();
const present = await readFile(TARGET, 'utf8').catch(() => undefined);
if (present !== text && process.argv.slice(2).includes('--check')) {
  process.stderr.write('src/explorer/html/page-parts.ts is not what src/explorer/page says. Run: node_modules/.bin/node scripts/explorer.ts\n');
  process.exitCode = 1;
} else if (present !== text) {
  await writeFile(TARGET, text);
  process.stdout.write('wrote src/explorer/html/page-parts.ts\n');
}
