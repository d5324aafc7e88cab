import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { DeltaDocument } from '../../delta/document/delta-document.ts';
import type { Closure } from '../../nix/store/closure.ts';
import type { StorePath } from '../../nix/store/store-path.ts';
import type { System } from '../../platform.ts';
import type { SbomChoice } from '../../request/build.ts';
import { FORMATS, formatsOf } from '../../sbom/formats.ts';

/** What an SBOM of a tarball is made of. */
export interface TarballContents {
  /** Of the configuration. */
  readonly name: string;
  readonly system: System;
  /** What was built: the builder, whose closure has all that it may put into a tarball. */
  readonly builder: StorePath;
  readonly closure: Closure;
  /** Those that the tarball has. */
  readonly present: ReadonlySet<string>;
}

/**
 * Writes the SBOMs of what is in a tarball: not of what the builder needs besides.
 * @param stem of the file names: `nixos-minimal`
 * @returns the files' names
 */
export async function writeSboms(folder: string, stem: string, choice: SbomChoice, contents: TarballContents): Promise<readonly string[]> {
  const document = documentOf(contents);
  const files: string[] = [];
  for (const format of formatsOf(choice)) {
    const { extension, write } = FORMATS[format];
    const file = `${stem}.${extension}`;
    await writeFile(join(folder, file), write({ document, metas: new Map(), created: undefined }));
    files.push(file);
  }
  return files;
}

/** All of it ships; there is no base, and no layer. */
function documentOf({ name, system, builder, closure, present }: TarballContents): DeltaDocument {
  const shipped = [...closure.values()].filter(({ path }) => present.has(path));
  const references = (all: readonly StorePath[]): readonly StorePath[] => all.filter((path) => present.has(path));
  const referred = new Set(shipped.flatMap(({ path, references: all }) => all.filter((each) => each !== path)));
  const root = shipped.find(({ path }) => !referred.has(path));
  return {
    schemaVersion: 1,
    feature: { id: name, version: '1' },
    system,
    storePath: root?.path ?? builder,
    outputs: Object.fromEntries(shipped.filter(({ path }) => !referred.has(path)).map(({ path }, index) => [`out${index}`, path])),
    bases: [],
    closure: shipped.map((info) => ({ ...info, references: references(info.references), in: 'delta' as const })),
    layers: [],
    env: { PATH: [], variables: {} },
    source: { flake: name, locked: null },
  };
}
