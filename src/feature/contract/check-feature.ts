import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { InputError } from '../../kit/errors.ts';
import type { FlakeSource } from '../../request/sources.ts';
import { readShippedFiles, type ShippedFile, type ShippingOptions } from '../files/shipped-files.ts';
import { checkContract, type ContractOptions } from './contract.ts';
import { readContractFolder } from './feature-folder.ts';
import { findingOf, sortFindings, type Finding } from './finding.ts';
import { checkRuntimeCall } from './script-checks.ts';

/**
 * Checks a Feature's folder against the contract.
 * @param folder absolute
 * @returns errors first; empty if all is well
 */
export async function checkFeature(folder: string, options: ContractOptions & ShippingOptions): Promise<readonly Finding[]> {
  try {
    const feature = await readContractFolder(folder);
    return sortFindings([...checkContract(feature, options), ...(await checkShipped(folder, options))]);
  } catch (error) {
    return [findingOf(error)];
  }
}

/** Tells whether the Feature's own flake is built. @param folder absolute */
export function flakePlace(source: FlakeSource, folder: string): ContractOptions['flake'] {
  const flake = source.kind === 'shell' ? source.of : source;
  return flake.kind === 'folder' && flake.folder === folder ? 'here' : 'elsewhere';
}

/**
 * Tells whether a folder is a Feature of scripts only, as collections have them: it has an install.sh, no flake.nix, and does not mention the
 * installer.
 * @param folder absolute
 */
export async function isOnlyScripts(folder: string): Promise<boolean> {
  const names = new Set(await readdir(folder));
  if (names.has('flake.nix') || !names.has('install.sh')) return false;
  try {
    return (await readShippedFiles(folder)).every(({ bytes }) => !/nix-feature\/install\.sh|nix_feature_install/.test(bytes.toString('latin1')));
  } catch (error) {
    if (error instanceof InputError) return false;
    throw error;
  }
}

/** New files that one message lists. */
const SHOWN = 5;

async function checkShipped(folder: string, options: ShippingOptions): Promise<readonly Finding[]> {
  try {
    const files = await readShippedFiles(folder, options);
    return [...newFiles(folder, files), ...lfsPointers(folder, files), ...runtimeCall(folder, files)];
  } catch (error) {
    return [findingOf(error)];
  }
}

function runtimeCall(folder: string, files: readonly ShippedFile[]): readonly Finding[] {
  if (!files.some(({ name }) => name === 'install.sh')) return [];
  return checkRuntimeCall(join(folder, 'install.sh'), new Map(files.map(({ name, bytes }) => [name, bytes.toString('latin1')])));
}

/** What may be there by mistake. */
function newFiles(folder: string, files: readonly ShippedFile[]): readonly Finding[] {
  const added = files.filter(({ isNew }) => isNew === true);
  if (added.length === 0) return [];
  return [
    {
      severity: 'warning',
      message: `Git does not track ${namesOf(added)} in ${folder}, and the Feature ships ${added.length === 1 ? 'it' : 'them'}.`,
      hint: 'Commit what belongs to the Feature, and name the rest in .gitignore.',
    },
  ];
}

/** https://github.com/git-lfs/git-lfs/blob/main/docs/spec.md: a pointer begins with this line. */
const LFS_POINTER = Buffer.from('version https://git-lfs.github.com/spec/v1\n');

/** A checkout without Git LFS has pointers in place of files. */
function lfsPointers(folder: string, files: readonly ShippedFile[]): readonly Finding[] {
  const pointers = files.filter(({ bytes }) => bytes.subarray(0, LFS_POINTER.length).equals(LFS_POINTER));
  const [first] = pointers;
  if (first === undefined) return [];
  return [
    {
      severity: 'warning',
      message: `${folder} has Git LFS pointers instead of files: ${namesOf(pointers)}.`,
      hint: 'Set lfs: true for actions/checkout, or run "git lfs pull".',
      location: { file: join(folder, first.name) },
    },
  ];
}

function namesOf(files: readonly ShippedFile[]): string {
  const names = files.slice(0, SHOWN).map(({ name }) => name).join(', ');
  return files.length > SHOWN ? `${names} and ${files.length - SHOWN} more` : names;
}
