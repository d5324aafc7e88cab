import { join, resolve } from 'node:path';
import type { InputReader } from '../actions/inputs/inputs.ts';
import { readFeatureFolder as requireFeature, readInclude } from '../actions/requests/read-request.ts';
import { readFlake } from '../actions/values/read-flake.ts';
import { booleanOf, textOf } from '../actions/values/values.ts';
import { checkFeature, flakePlace } from '../feature/contract/check-feature.ts';
import { checkLock } from '../feature/contract/contract.ts';
import { readContractFolder } from '../feature/contract/feature-folder.ts';
import { findingOf, findingsOf, textOfFinding, withStrictness, type Finding } from '../feature/contract/finding.ts';
import { readShippedFiles } from '../feature/files/shipped-files.ts';
import { adviceOnOrder } from '../feature/metadata/feature-reference.ts';
import { METADATA_FILE, readMetadataFile } from '../feature/metadata/metadata.ts';
import type { TerminalHost } from '../host/terminal/terminal.ts';
import { InputError } from '../kit/errors.ts';
import { formatNumberOf } from '../kit/format.ts';
import { jsonText } from '../kit/text.ts';
import { readScenarios, SCENARIOS_FILE } from '../test/scenarios.ts';

/**
 * Runs `nix-feature validate`: holds a folder against the contract, and builds nothing.
 * @param here where relative folders start from
 * @returns whether there is no error
 */
export async function validate(read: InputReader, here: string, host: TerminalHost, json: boolean): Promise<boolean> {
  const folder = resolve(here, textOf(read, 'feature'));
  const strict = booleanOf(read, 'strict');
  const findings = withStrictness(await findingsIn(folder, read, here), strict);
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  if (json) host.result(jsonText({ schemaVersion: 1, folder, findings: findings.map(plain) }));
  else {
    show(findings, host);
    const metadata = await readMetadataFile(join(folder, METADATA_FILE)).catch(() => undefined); // what can't be read has its finding already
    const advice = metadata === undefined ? undefined : adviceOnOrder(metadata);
    if (advice !== undefined) host.notice(advice, metadata?.locationOf());
    host.result(`${folder}: ${verdict(errors, findings.length - errors)}\n`);
  }
  return errors === 0;
}

async function findingsIn(folder: string, read: InputReader, here: string): Promise<readonly Finding[]> {
  try {
    requireFeature(read, here);
  } catch (error) {
    const finding = findingOf(error);
    return [error instanceof InputError && error.inTerminal !== undefined ? { ...finding, hint: error.inTerminal } : finding];
  }
  const elsewhere = isElsewhere(read, folder, here);
  const include = readInclude(read, folder);
  const found = [...(await checkFeature(folder, { flake: elsewhere ? 'elsewhere' : 'here', include })), ...(await scenarioFindings(folder, include))];
  const feature = await readContractFolder(folder).catch(() => undefined); // what can't be read has its finding already
  if (elsewhere) return [...findingsOf(() => readFlake(read, folder, here)), ...found];
  return feature === undefined ? found : [...found, ...checkLock(feature)];
}

/** Tells whether another flake is built than the one in the Feature's folder. What can't be read gets its finding later. */
function isElsewhere(read: InputReader, folder: string, here: string): boolean {
  try {
    return flakePlace(readFlake(read, folder, here), folder) === 'elsewhere';
  } catch (error) {
    if (error instanceof InputError) return true;
    throw error;
  }
}

/** What a test would find out only after the build. */
async function scenarioFindings(folder: string, include: readonly string[]): Promise<readonly Finding[]> {
  // Files that can't ship have their findings already.
  const files = await readShippedFiles(folder, { include }).catch(() => []);
  const { value } = await readMetadataFile(join(folder, METADATA_FILE)).catch(() => ({ value: { id: undefined } }));
  const { id } = value;
  const findings = typeof id === 'string' ? findingsOf(() => readScenarios(id, files)) : [];
  return findings.map(({ location, ...finding }) => ({ ...finding, location: { ...location, file: join(folder, SCENARIOS_FILE) } }));
}

function show(findings: readonly Finding[], host: TerminalHost): void {
  for (const finding of findings) {
    if (finding.severity === 'error') host.fault(textOfFinding(finding), finding.location);
    else host.warning(textOfFinding(finding), finding.location);
  }
}

function verdict(errors: number, warnings: number): string {
  if (errors + warnings === 0) return 'everything is correct';
  return [errors === 0 ? [] : formatNumberOf(errors, 'error'), warnings === 0 ? [] : formatNumberOf(warnings, 'warning')].flat().join(', ');
}

function plain({ severity, message, hint = null, location }: { readonly hint?: string | null } & Omit<Finding, 'hint'>) {
  return { severity, message, hint, file: location?.file ?? null, line: location?.line ?? null, column: location?.column ?? null };
}
