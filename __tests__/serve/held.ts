import { Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import { HoldingRoom, TarWriter } from '../../src/archive/tar-writer.ts';
import { tarHeader, tarPadding, TAR_END } from '../../src/archive/tar-header.ts';
import type { DeltaDocument, LayerEntry } from '../../src/delta/document/delta-document.ts';
import { NarParser } from '../../src/nix/nar/nar.ts';
import type { PathInfo } from '../../src/nix/store/closure.ts';
import { digestOf } from '../../src/oci/format/digest.ts';
import type { ImageSource } from '../../src/oci/format/image-source.ts';
import { verifyStream } from '../../src/oci/format/verify-stream.ts';
import { closureOfTrees, narOf, type TestPath } from '../nix/nar-builder.ts';

/** The tar of a layer as a build writes it. */
export function tarOf(paths: readonly TestPath[]): Buffer {
  const parts: Buffer[] = [];
  const writer = new TarWriter({ write: (bytes) => void parts.push(Buffer.from(bytes)) }, new HoldingRoom());
  const closure = closureOfTrees(paths);
  for (const { path, tree } of paths) {
    const info = closure.get(path)!;
    writer.beginPath(info);
    new NarParser(writer).write(narOf(tree));
    writer.endPath();
  }
  writer.end();
  return Buffer.concat(parts);
}

/** A tar with one file of any name. */
export function tarWith(name: string, text: string): Buffer {
  const header = tarHeader({ name, type: 'file', mode: 0o444, size: text.length });
  return Buffer.concat([header, Buffer.from(text), Buffer.alloc(tarPadding(text.length)), TAR_END]);
}

export interface Held {
  readonly document: DeltaDocument;
  readonly source: ImageSource & { readonly asked: string[] };
}

/** A published Feature of one layer. @param tar what the layer unpacks to; what its document says is of `paths` */
export function heldFeature(paths: readonly TestPath[], tar = tarOf(paths), change: Partial<LayerEntry> = {}): Held {
  const blob = gzipSync(tar);
  const closure = [...closureOfTrees(paths).values()].map((info: PathInfo) => ({ ...info, in: 'delta' as const }));
  const layer: LayerEntry = {
    key: digestOf('key'),
    digest: digestOf(blob),
    diffId: digestOf(tar),
    size: blob.length,
    tarSize: tar.length,
    mediaType: 'application/vnd.oci.image.layer.v1.tar+gzip',
    paths: closure.map(({ path }) => path),
    ...change,
  };
  const [first] = closure;
  const document: DeltaDocument = {
    schemaVersion: 1,
    feature: { id: 'tool', version: '1.0.0' },
    system: 'x86_64-linux',
    storePath: first!.path,
    outputs: { out: first!.path },
    bases: [],
    closure,
    layers: [layer],
    env: { PATH: ['bin'], variables: {} },
    source: { flake: 'path:.', locked: null },
  };
  const asked: string[] = [];
  const source: Held['source'] = {
    asked,
    name: 'the test',
    repository: 'the test',
    root: refuse,
    manifest: refuse,
    blob: (descriptor) => {
      asked.push(descriptor.digest);
      return Readable.from([blob]).pipe(verifyStream(descriptor, 'the layer'));
    },
  };
  return { document, source };
}

function refuse(): never {
  throw new Error('not used');
}
