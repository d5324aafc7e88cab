import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { run } from './command.ts';
import { RIG } from './paths.ts';

const GITLEAKS = path.join(RIG, 'gitleaks/usr/bin/gitleaks');

/** A machine whose mirror has no sid has no gitleaks. */
export const hasGitleaks = existsSync(GITLEAKS);

/** Lets gitleaks search a folder with its own rules, and with all that it decodes. @returns the files in which it finds something, as seen from the folder */
export async function gitleaks(folder: string, report: string): Promise<ReadonlySet<string>> {
  const flags = ['--no-banner', '--exit-code=0', '--redact', '--max-decode-depth=5', '--report-format=json', `--report-path=${report}`];
  await run([GITLEAKS, 'dir', folder, ...flags], { env: { HOME: folder, PATH: process.env['PATH'] ?? '' } });
  const found = JSON.parse(await readFile(report, 'utf8')) as readonly { readonly File: string }[];
  return new Set(found.map(({ File }) => path.relative(folder, File)));
}
