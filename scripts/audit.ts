/**
 * Asks the package registry which of the packages that we ship have known vulnerabilities (`npm audit`). Ends with 1 if one is high or
 * critical. If nobody answers, there is nothing to say, and that is no failure.
 */
import { spawn } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';

interface Advisory {
  readonly name: string;
  readonly severity: string;
  readonly via: readonly (string | { readonly title?: string; readonly url?: string })[];
}

const GRAVE = new Set(['high', 'critical']);

/** The packages in the bundles: each has a line of its own among the licences. */
function bundled(): ReadonlySet<string> {
  const dist = join(import.meta.dirname, '../dist');
  return new Set(globSync('*/licenses.txt', { cwd: dist }).flatMap((file) => readFileSync(join(dist, file), 'utf8').split('\n')));
}

async function audit(): Promise<number> {
  const child = spawn('npm', ['audit', '--json'], { stdio: ['ignore', 'pipe', 'inherit'] });
  const all = advisoriesOf(await text(child.stdout));
  if (all === undefined) {
    process.stderr.write('The package registry gave no answer about vulnerabilities: nothing was checked.\n');
    return 0;
  }
  const names = bundled();
  const advisories = all.filter(({ name }) => names.has(name));
  for (const { name, severity, via } of advisories) {
    const titles = via.map((each) => (typeof each === 'string' ? each : `${each.title ?? ''} ${each.url ?? ''}`.trim()));
    process.stdout.write(`${severity}: ${name}: ${titles.join('; ')}\n`);
  }
  const grave = advisories.filter(({ severity }) => GRAVE.has(severity));
  process.stdout.write(`${advisories.length} packages with known vulnerabilities, ${grave.length} of them high or critical.\n`);
  return grave.length > 0 ? 1 : 0;
}

/** @returns undefined if the answer is none */
function advisoriesOf(json: string): readonly Advisory[] | undefined {
  try {
    const { vulnerabilities } = JSON.parse(json) as { readonly vulnerabilities?: Readonly<Record<string, Advisory>> };
    return vulnerabilities === undefined ? undefined : Object.values(vulnerabilities);
  } catch {
    return undefined;
  }
}

process.exitCode = await audit();
