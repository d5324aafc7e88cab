import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const WORKFLOWS = join(import.meta.dirname, '../../.github/workflows');

/**
 * A reusable workflow without what attests. GitHub checks the permissions of a called workflow's jobs before it looks at
 * any `if`, so that who does not attest needs a workflow that does not ask for more.
 * @param name of the one that attests: `publish-feature`
 */
export function unattestedYml(name: string): string {
  const attesting = readFileSync(join(WORKFLOWS, `${name}.yml`), 'utf8');
  const [, title = ''] = /^name: (.*)$/m.exec(attesting) ?? [];
  return attesting
    .replaceAll(/^ *# <attest>\n[\s\S]*?^ *# <\/attest>\n/gm, '')
    .replace(/^(?:#.*\n)+/, `# ${name}.yml without attestations, and without the permissions that they need. Written by scripts/docs.ts.\n`)
    .replace(`name: ${title}`, `name: ${title}, unattested`);
}
