/**
 * Writes what is made from tables in code (action.yml, docs/reference/inputs.md, docs/contributing/reliability.md), and the reusable workflows that
 * don't attest.
 * With --check it writes nothing, and fails where one of them is not what it would write.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { actionYml, cacheActionYml, imageActionYml, planActionYml, publishActionYml, runActionYml, setupActionYml, verifyActionYml, wslActionYml } from './docs/action-yml.ts';
import { manText } from '../src/cli/help.ts';
import { inputsMd } from './docs/inputs-md.ts';
import { reliabilityMd } from './docs/reliability-md.ts';
import { unattestedYml } from './docs/unattested-yml.ts';

const ROOT = join(import.meta.dirname, '..');
const FILES = [
  ['action.yml', actionYml],
  ['publish/action.yml', publishActionYml],
  ['plan/action.yml', planActionYml],
  ['verify/action.yml', verifyActionYml],
  ['run/action.yml', runActionYml],
  ['setup/action.yml', setupActionYml],
  ['cache/action.yml', cacheActionYml],
  ['image/action.yml', imageActionYml],
  ['wsl/action.yml', wslActionYml],
  ['docs/reference/inputs.md', inputsMd],
  ['docs/nix-feature.1', manText],
  ['docs/contributing/reliability.md', reliabilityMd],
  ['.github/workflows/publish-feature-unattested.yml', () => unattestedYml('publish-feature')],
  ['.github/workflows/publish-features-unattested.yml', () => unattestedYml('publish-features')],
] as const;

const check = process.argv.slice(2).includes('--check');
for (const [name, render] of FILES) {
  const file = join(ROOT, name);
  const present = await readFile(file, 'utf8').catch(() => undefined);
  if (present === render()) continue;
  if (check) {
    process.stderr.write(`${name} is not what the tables say. Run: node_modules/.bin/node scripts/docs.ts\n`);
    process.exitCode = 1;
  } else {
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, render());
    process.stdout.write(`wrote ${name}\n`);
  }
}
