import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Job } from '../../kit/host.ts';
import type { Digest } from '../../oci/format/digest.ts';
import { hexOf } from '../../oci/format/digest.ts';
import { SLSA_PROVENANCE } from '../../provenance/format/slsa.ts';
import { statementBytes } from '../../provenance/format/statement.ts';
import { signStatement } from '../../provenance/sign/sign-statement.ts';
import type { WslKeepRequest } from '../request.ts';
import { composeWslSlsa, type BuiltTarball } from './compose-slsa.ts';
import { writeSboms, type TarballContents } from './write-sboms.ts';

/** A tarball that passed, still where it was built. */
export interface PassedTarball {
  readonly file: string;
  /** What it is called from now on, without extension: `nixos-minimal`. */
  readonly stem: string;
  readonly digest: Digest;
  readonly contents: TarballContents;
  readonly built: BuiltTarball;
}

/** The file with checksums, as `sha256sum --check` reads it. The signature is not in it: it proves itself, and differs in each run. */
const SUMS = 'SHA256SUMS';
export const SIGNATURE = '.sigstore.json';

/**
 * Moves a tarball that passed to its folder, and writes what belongs to it: SBOMs, a signed provenance, checksums of the others.
 * @returns the files' names, the tarball first and the checksums last
 * @throws Failure if it can't be signed; CancelledError
 */
export async function keepTarball({ file, stem, digest, contents, built }: PassedTarball, keep: WslKeepRequest, job: Job): Promise<readonly string[]> {
  const name = `${stem}.wsl`;
  await mkdir(keep.output, { recursive: true });
  await rm(join(keep.output, SUMS), { force: true });
  await rename(file, join(keep.output, name));
  const sboms = await writeSboms(keep.output, stem, keep.sbom, contents);
  const signed: string[] = [];
  const { signing } = keep.provenance;
  if (signing !== undefined) {
    const bundle = await signStatement(statementBytes({ name, digest }, SLSA_PROVENANCE, composeWslSlsa(built)), signing, job);
    signed.push(`${name}${SIGNATURE}`);
    await writeFile(join(keep.output, `${name}${SIGNATURE}`), bundle);
  }
  const sums = await Promise.all(sboms.map(async (other) => [createHash('sha256').update(await readFile(join(keep.output, other))).digest('hex'), other] as const));
  await writeFile(join(keep.output, SUMS), [[hexOf(digest), name] as const, ...sums].map(([hex, each]) => `${hex}  ${each}\n`).join(''));
  return [name, ...sboms, ...signed, SUMS];
}
