import type { ExplorerData } from '../model/explorer-data.ts';
import { PlatformModel } from '../model/platform-model.ts';

/** Returns what explorer.html shows, for machines: each path by its name, all sizes in bytes (schemas/explore.schema.json). */
export function exploreResult({ schemaVersion, feature, delivery, platforms }: ExplorerData) {
  return { schemaVersion, feature: { id: feature.id, version: feature.version }, delivery, platforms: platforms.map((platform) => platformResult(new PlatformModel(platform))) };
}

function platformResult(model: PlatformModel) {
  const { arch, bases, roots, layers, licences, since } = model.data;
  const [all, shipped, resent] = [model.sizes('all'), model.sizes('shipped'), model.resentBytes()];
  return {
    arch,
    bases,
    roots: roots.map((root) => model.storePath(root)),
    layers: layers.map(({ digest, size, known, paths }) => ({ digest, size, known, paths: paths.length })),
    since: since === undefined ? null : { version: since.version, shippedBefore: since.shippedBefore, shippedAfter: since.shippedAfter, packages: since.packages, packagesLeftOut: since.leftOut },
    paths: [...model.data.names.keys()].map((path) => ({
      path: model.storePath(path),
      ...model.packages[path],
      shipped: model.isShipped(path),
      new: since === undefined ? null : model.fresh.has(path),
      layer: layers[model.layerOf[path] ?? -1]?.digest ?? null,
      licences: licences === undefined ? null : model.licencesOf(path),
      bytes: { own: all.own[path] ?? 0, closure: all.closure[path] ?? 0, retained: all.retained[path] ?? 0, shippedClosure: shipped.closure[path] ?? 0, shippedRetained: shipped.retained[path] ?? 0, sentAgain: resent[path] ?? 0 },
    })),
  };
}
