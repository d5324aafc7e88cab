import { resolve } from 'node:path';
import { readFeatureFolder as requireFeature, readInclude } from '../actions/read-request.ts';
import { booleanOf, textOf } from '../actions/values.ts';
import { checkFeature } from '../feature/check-feature.ts';
import { checkLock } from '../feature/contract.ts';
import { readFeatureFolder } from '../feature/feature-folder.ts';
import { findingOf, textOfFinding, withStrictness, type Finding } from '../feature/finding.ts';
import { formatNumberOf } from '../report/format.ts';
import type { InputReader } from '../actions/inputs.ts';
import type { TerminalHost } from '../host/terminal.ts';

/**
 * `nix-feature validate`: holds a folder against the contract, and builds nothing.
 * @param here where relative folders start from
 * @returns whether there is no error
 */
export async function validate(read: InputReader, here: string, host: TerminalHost, json: boolean): Promise<boolean> {
  const folder = resolve(here, textOf(read, 'feature'));
  const strict = booleanOf(read, 'strict');
  const findings = withStrictness(await findingsIn(folder, read, here), strict);
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  if (json) host.result(`${JSON.stringify({ schemaVersion: 1, folder, findings: findings.map(plain) }, undefined, 2)}\n`);
  else show(findings, host, `${folder}: ${verdict(errors, findings.length - errors)}\n`);
  return errors === 0;
}

async function findingsIn(folder: string, read: InputReader, here: string): Promise<readonly Finding[]> {
  try {
    requireFeature(read, here);
  } catch (error) {
    return [findingOf(error)];
  }
  const elsewhere = textOf(read, 'flake') !== '' || textOf(read, 'packages') !== '';
  const found = await checkFeature(folder, { flake: elsewhere ? 'elsewhere' : 'here', include: readInclude(read, folder) });
  return elsewhere ? found : [...found, ...(await lockFindings(folder))];
}

/** A folder without metadata has its finding already. */
async function lockFindings(folder: string): Promise<readonly Finding[]> {
  const feature = await readFeatureFolder(folder).catch(() => undefined);
  return feature === undefined ? [] : checkLock(feature);
}

function show(findings: readonly Finding[], host: TerminalHost, result: string): void {
  for (const finding of findings) {
    if (finding.severity === 'error') host.fault(textOfFinding(finding), finding.location);
    else host.warning(textOfFinding(finding), finding.location);
  }
  host.result(result);
}

function verdict(errors: number, warnings: number): string {
  if (errors + warnings === 0) return 'everything is as it should be';
  return [errors === 0 ? [] : formatNumberOf(errors, 'error'), warnings === 0 ? [] : formatNumberOf(warnings, 'warning')].flat().join(', ');
}

function plain({ severity, message, hint = null, location }: { readonly hint?: string | null } & Omit<Finding, 'hint'>) {
  return { severity, message, hint, file: location?.file ?? null, line: location?.line ?? null, column: location?.column ?? null };
}
