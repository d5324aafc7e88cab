import { join } from 'node:path';
import { checkContract, type ContractOptions } from './contract.ts';
import { readFeatureFolder } from './feature-folder.ts';
import { findingOf, sortFindings, type Finding } from './finding.ts';
import { checkRuntimeCall } from './script-checks.ts';
import { readShippedFiles } from './shipped-files.ts';

/**
 * Checks a Feature's folder against the contract.
 * @param folder absolute
 * @returns errors first; empty where all is well
 */
export async function checkFeature(folder: string, options: ContractOptions): Promise<readonly Finding[]> {
  try {
    const feature = await readFeatureFolder(folder);
    return sortFindings([...checkContract(feature, options), ...(await checkShipped(folder))]);
  } catch (error) {
    return [findingOf(error)];
  }
}

async function checkShipped(folder: string): Promise<readonly Finding[]> {
  try {
    const files = await readShippedFiles(folder);
    if (!files.some(({ name }) => name === 'install.sh')) return [];
    return checkRuntimeCall(join(folder, 'install.sh'), new Map(files.map(({ name, bytes }) => [name, bytes.toString('latin1')])));
  } catch (error) {
    return [findingOf(error)];
  }
}
