import type { ClosureEntry, DeltaDocument } from '../../src/delta/document/delta-document.ts';
import type { BuildReport, PlatformReport } from '../../src/report/build/facts.ts';
import { digestOf } from '../../src/oci/format/digest.ts';
import { parseStorePath } from '../../src/nix/store/store-path.ts';
import type { StorePath } from '../../src/nix/store/store-path.ts';
import type { Arch } from '../../src/platform.ts';
import { systemOf } from '../../src/platform.ts';

/** A store path with a made-up hash that is always the same for one name. */
export function pathOf(name: string): StorePath {
  const hash = [...Buffer.from(digestOf(name)).subarray(7, 39)].map((byte) => '0123456789abcdfghijklmnpqrsvwxyz'[byte % 32]);
  return parseStorePath(`/nix/store/${hash.join('')}-${name}`);
}

export function entry(name: string, size: number, place: 'delta' | 'base', references: readonly string[] = []): ClosureEntry {
  return {
    path: pathOf(name),
    narHash: 'sha256-AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=',
    narSize: size,
    references: references.map(pathOf).toSorted(),
    deriver: null,
    ca: null,
    in: place,
  };
}

/** jq and its libraries: the base has glibc. */
export const CLOSURE = [
  entry('my-tools', 1_000, 'delta', ['jq-1.7', 'ripgrep-14']),
  entry('jq-1.7', 400_000, 'delta', ['glibc-2.38', 'oniguruma-6.9']),
  entry('oniguruma-6.9', 600_000, 'delta', ['glibc-2.38']),
  entry('ripgrep-14', 5_000_000, 'delta', ['glibc-2.38']),
  entry('glibc-2.38', 30_000_000, 'base', ['glibc-2.38', 'libidn2-2.3']),
  entry('libidn2-2.3', 360_000, 'base', []),
];

export function document(closure: readonly ClosureEntry[] = CLOSURE, arch: Arch = 'amd64'): DeltaDocument {
  const added = closure.filter((each) => each.in === 'delta').map((each) => each.path);
  return {
    schemaVersion: 1,
    feature: { id: 'my-tools', version: '1.2.0' },
    system: systemOf(arch),
    storePath: pathOf('my-tools'),
    outputs: { out: pathOf('my-tools') },
    bases: [{ name: 'ghcr.io/org/bedrock:latest', digest: digestOf('bedrock'), storePaths: 612 }],
    closure: closure.toSorted((a, b) => (a.path < b.path ? -1 : 1)),
    layers:
      added.length === 0
        ? []
        : [
            {
              key: digestOf('key'),
              digest: digestOf('layer'),
              diffId: digestOf('tar'),
              size: 2_345_678,
              mediaType: 'application/vnd.oci.image.layer.v1.tar+gzip',
              paths: added,
            },
          ],
    env: { PATH: ['bin'], variables: {} },
    source: { flake: 'path:/repo/my-tools', locked: null },
  };
}

/** Of what the base has, packed too. */
export function withComplement(doc: DeltaDocument = document()): DeltaDocument {
  const paths = doc.closure.filter((each) => each.in === 'base').map((each) => each.path);
  const mediaType = 'application/vnd.oci.image.layer.v1.tar+gzip';
  return { ...doc, complement: [{ key: digestOf('base key'), digest: digestOf('base layer'), diffId: digestOf('base tar'), size: 9_876_543, mediaType, paths }] };
}

export function platform(doc: DeltaDocument = document(), arch: Arch = 'amd64'): PlatformReport {
  return {
    arch,
    document: doc,
    digest: digestOf(`manifest ${arch}`),
    reusedLayers: 0,
    uploadedBytes: 0,
    stages: [
      { title: 'base', duration: 1_200 },
      { title: 'build', duration: 65_000 },
    ],
  };
}

export function report(changes: Partial<BuildReport> = {}): BuildReport {
  return {
    feature: { id: 'my-tools', version: '1.2.0' },
    upToDate: false,
    platforms: [platform()],
    layout: '/repo/layout',
    digest: digestOf('manifest amd64'),
    published: undefined,
    artifact: undefined,
    warnings: [],
    given: [['base-image', 'ghcr.io/org/bedrock:latest']],
    duration: 70_000,
    ...changes,
  };
}
