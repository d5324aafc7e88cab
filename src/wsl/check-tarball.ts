import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { Failure, fileReason, messageOf, SetupError } from '../kit/errors.ts';
import { formatBytes } from '../kit/format.ts';
import { Matcher } from '../leaks/matcher.ts';
import type { WslRow, WslTarball } from '../report/runs/wsl.ts';
import { checkAccounts } from './checks/check-accounts.ts';
import { checkDistributionConf, checkWslConf } from './checks/check-conf.ts';
import { checkLeaks } from './checks/check-leaks.ts';
import { checkImageModes, checkNames } from './checks/check-members.ts';
import { checkImagePrograms } from './checks/check-programs.ts';
import { checkText, isInspectedText, isKeptText } from './checks/check-texts.ts';
import type { Image } from './checks/image.ts';
import { Findings } from './read/findings.ts';
import { compressionOf, unpackInto, type TarballCompression } from './read/open-tarball.ts';
import type { FileTree } from './read/file-tree.ts';
import { TarballReader } from './read/tarball-reader.ts';
import type { WslCheckRequest } from './request.ts';

export interface CheckedTarball {
  readonly tarball: WslTarball;
  readonly rows: readonly WslRow[];
  /** Those that the tarball has. */
  readonly storePaths: ReadonlySet<string>;
}

/**
 * Checks a tarball, in one pass over its bytes.
 * @param now milliseconds since the epoch: entries of `leaks-allow` expire
 * @throws Failure if the file can't be read, SetupError if a program is missing, CancelledError
 */
export async function checkTarball(file: string, request: WslCheckRequest, { signal, now }: { readonly signal: AbortSignal; readonly now: number }): Promise<CheckedTarball> {
  const findings = new Findings();
  const matcher = new Matcher({ ...request.leaks.search, packages: [] });
  const texts = new Map<string, string>();
  const reader = new TarballReader(matcher, {
    odd: (path, says) => findings.fault('members', matcher.withoutSecrets(path), says),
    wants: (path) => isKeptText(path) || isInspectedText(path),
    text: ({ path }, text) => {
      if (isKeptText(path)) texts.set(path, text);
      checkText(path, text, findings);
    },
  });
  const compression = await readable(file, () => compressionOf(file));
  if (compression !== 'gzip' && compression !== 'xz') findings.fault('archive', '', compression === 'none' ? 'is not compressed; gzip and xz are' : `is compressed with ${compression}; WSL takes gzip and xz`);
  const { digest, size } = await read(reader, findings, { file, compression, signal });
  checkLeaks(reader.end(), (part) => reader.placeOf(part), { leaks: request.leaks, matcher, today: new Date(now).toISOString().slice(0, 10) }, findings);
  checkSize(size, request.maxSize, findings);
  checkNames({ tree: reader.tree, texts, arch: request.arch, findings });
  if (!findings.isCut) checkImage({ tree: reader.tree, texts, arch: request.arch, findings });
  const tarball = { file: resolve(file), size, unpacked: reader.bytes, digest, compression, members: reader.members };
  return { tarball, rows: findings.rows(request.skipped), storePaths: storePathsOf(reader.tree) };
}

interface Opened {
  readonly file: string;
  readonly compression: TarballCompression;
  readonly signal: AbortSignal;
}

/** Reads as far as it goes. @returns an empty digest if that was not to the end */
async function read(reader: TarballReader, findings: Findings, { file, compression, signal }: Opened): Promise<{ readonly digest: string; readonly size: number }> {
  const cut = (why: string): void => {
    findings.isCut = true;
    findings.fault('archive', '', why);
  };
  if (compression === 'bzip2') {
    cut('can\'t be looked into');
    return { digest: '', size: await sizeOf(file) };
  }
  try {
    const { digest, size, behind } = await unpackInto(reader.reader, file, compression, signal);
    if (behind > 0) findings.fault('archive', '', `has ${formatBytes(behind)} behind the end of what is compressed`);
    if (reader.behind > 0) findings.fault('archive', '', `has ${formatBytes(reader.behind)} behind the end of its tar`);
    if (reader.members === 0) cut('is empty');
    return { digest, size };
  } catch (error) {
    signal.throwIfAborted();
    if (isOfMachine(error)) throw error;
    cut(`can't be read to its end: ${messageOf(error)}`);
    return { digest: '', size: await sizeOf(file) };
  }
}

/** The checks of files that must be there: what was not read can't be missed. */
function checkImage(image: Image): void {
  checkImageModes(image);
  const distribution = checkDistributionConf(image);
  const wsl = checkWslConf(image);
  checkAccounts(image, { distribution, wsl });
  checkImagePrograms(image);
}

function storePathsOf(tree: FileTree): ReadonlySet<string> {
  const paths = new Set<string>();
  for (const { path } of tree.below('/nix/store')) paths.add(path.split('/', 4).join('/'));
  return paths;
}

function checkSize(size: number, most: number | undefined, findings: Findings): void {
  if (most !== undefined && size > most) findings.fault('size', '', `has ${formatBytes(size)} (${size} bytes), and "max-size" is ${formatBytes(most)}`);
}

/** Tells whether something other than the tarball is at fault. */
function isOfMachine(error: unknown): boolean {
  return error instanceof SetupError || (error instanceof Error && 'syscall' in error);
}

async function sizeOf(file: string): Promise<number> {
  return (await stat(file)).size;
}

async function readable<T>(file: string, question: () => Promise<T>): Promise<T> {
  try {
    return await question();
  } catch (cause) {
    throw new Failure(`The tarball ${file} can't be read: ${fileReason(cause)}.`, { cause, hint: 'Name the file that the tarball builder wrote: nixos.wsl.' });
  }
}
