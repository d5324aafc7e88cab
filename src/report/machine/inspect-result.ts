import { figuresOf, type Extent } from '../facts/facts.ts';
import type { InspectReport } from '../facts/inspect-facts.ts';

/** Returns what `nix-feature inspect --json` prints (schemas/inspect.schema.json). */
export function inspectResult({ name, platforms, digest, created, origin, delivery, tags, referrers }: InspectReport) {
  const [first] = platforms;
  return {
    schemaVersion: 1,
    ref: name,
    feature: first === undefined ? null : { id: first.document.feature.id, version: first.document.feature.version },
    digest: digest ?? null,
    created: created === undefined ? null : new Date(created * 1000).toISOString(),
    source: origin.source ?? null,
    revision: origin.revision ?? null,
    delivery: delivery ?? null,
    tags: tags ?? null,
    referrers: referrers?.map(({ artifactType, digest: of }) => ({ artifactType, digest: of })) ?? null,
    platforms: platforms.map(({ arch, document }) => {
      const { closure, delta, base, layers, compressed, complement } = figuresOf(document);
      return {
        arch,
        storePath: document.storePath,
        flake: document.source.flake,
        bases: document.bases.map((each) => ({ name: each.name, digest: each.digest ?? null, storePaths: each.storePaths })),
        closure: extentResult(closure),
        shipped: extentResult(delta),
        base: extentResult(base),
        layers,
        compressedBytes: compressed,
        complement: { layers: complement.layers, compressedBytes: complement.compressed },
      };
    }),
  };
}

function extentResult({ paths, bytes }: Extent) {
  return { paths, bytes };
}
