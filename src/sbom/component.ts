import type { DeltaDocument } from '../delta/document/delta-document.ts';
import type { PackageMeta, PackageMetas } from '../nix/meta/package-meta.ts';
import { parsePackageName } from '../nix/store/package-name.ts';
import { nameOf, type StorePath } from '../nix/store/store-path.ts';
import type { Digest } from '../oci/format/digest.ts';

/** All that an SBOM is made of: what one platform ships and relies upon, and what the flake says of it. */
export interface SbomFacts {
  readonly document: DeltaDocument;
  readonly metas: PackageMetas;
  /** Seconds since the epoch; undefined: no time is named. */
  readonly created: number | undefined;
}

/** One store path of a closure. */
export interface Component {
  readonly path: StorePath;
  readonly name: string;
  /** Empty if the path names none. */
  readonly version: string;
  readonly meta: PackageMeta;
  readonly place: Place;
  /** The layer that ships it; of the complement if the base has it too. */
  readonly layer: Digest | undefined;
  /** `sha256-<base64>` */
  readonly narHash: string;
  /** Bytes. */
  readonly narSize: number;
  /** Sorted, without the path itself. */
  readonly dependencies: readonly StorePath[];
}

const PLACES = ['shipped', 'relied-upon'] as const;
type Place = (typeof PLACES)[number];

const UNKNOWN: PackageMeta = { licences: [], maintainers: [] };

/** Returns the store paths of a closure in the order of their paths. */
export function componentsOf({ document, metas }: Pick<SbomFacts, 'document' | 'metas'>): readonly Component[] {
  const layers = new Map([...(document.complement ?? []), ...document.layers].flatMap(({ paths, digest }) => paths.map((path) => [path, digest] as const)));
  return document.closure.map(({ path, narHash, narSize, references, in: place }) => {
    const meta = metas.get(path) ?? UNKNOWN;
    return {
      path,
      ...nameAndVersion(path, meta),
      meta,
      place: place === 'delta' ? 'shipped' : 'relied-upon',
      layer: layers.get(path),
      narHash,
      narSize,
      dependencies: references.filter((reference) => reference !== path),
    };
  });
}

/** What the flake calls a package, else what the name of its store path says. */
function nameAndVersion(path: StorePath, { name, version }: PackageMeta): { readonly name: string; readonly version: string } {
  return name === undefined || version === undefined ? parsePackageName(nameOf(path)) : { name, version };
}

/** Returns what a Feature's platform installs: its outputs, each once, the one for PATH first. */
export function rootsOf({ storePath, outputs }: DeltaDocument): readonly StorePath[] {
  return [...new Set([storePath, ...Object.values(outputs)])];
}
