import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { DeltaDocument } from '../../delta/document/delta-document.ts';
import { readUpTo } from '../../kit/files.ts';
import type { PackageMetas } from '../../nix/meta/package-meta.ts';
import { archOf } from '../../platform.ts';
import type { SbomFacts } from '../../sbom/component.ts';
import { checkedSbom, FORMATS, SBOM_FORMATS, sbomFile, type SbomFormat } from '../../sbom/formats.ts';
import { SBOM_LIMIT } from '../../sbom/read-metas-of.ts';

/** What a layout says of a platform's packages. */
export interface BuiltSbom {
  /** The formats that lie in the layout; one at least. */
  readonly formats: readonly SbomFormat[];
  readonly metas: PackageMetas;
}

/** Writes the SBOM of a platform into a layout, in each of the formats. */
export async function writeLayoutSboms(folder: string, facts: SbomFacts, formats: readonly SbomFormat[]): Promise<void> {
  for (const format of formats) {
    await writeFile(join(folder, sbomFile(archOf(facts.document.system), format)), FORMATS[format].write(facts), { mode: 0o644 });
  }
}

/**
 * Reads the SBOM of a platform from a layout that anybody may have written, and checks each format against the delta document.
 * @returns undefined if there is none
 * @throws IntegrityError if one is not what a build wrote
 */
export async function readLayoutSbom(folder: string, document: DeltaDocument, created: number | undefined): Promise<BuiltSbom | undefined> {
  let metas: PackageMetas | undefined;
  const formats: SbomFormat[] = [];
  for (const format of SBOM_FORMATS) {
    const file = join(folder, sbomFile(archOf(document.system), format));
    const bytes = await readUpTo(file, SBOM_LIMIT).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return undefined;
      throw error;
    });
    if (bytes === undefined) continue;
    const read = checkedSbom(bytes, format, { document, created }, file);
    metas ??= read;
    formats.push(format);
  }
  return metas === undefined ? undefined : { formats, metas };
}
