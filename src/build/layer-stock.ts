import type { Delta } from '../delta/delta.ts';
import { planLayers, type LayerPlan } from '../delta/layers/plan-layers.ts';
import { sourceContent } from '../oci/push/blob-content.ts';
import type { Arch } from '../platform.ts';
import type { LayerUploads } from '../publish/layer-uploads.ts';
import type { KnownLayer, KnownLayers } from '../release/known-layers.ts';

/** Of a build that publishes: layers that the registry has, and the way of new ones to it. */
export interface LayerStock {
  /** Awaited when layers are planned; it is read meanwhile. */
  readonly known: Promise<KnownLayers>;
  readonly uploads: LayerUploads;
  /** This very version is published: a layer of it that the registry has lost is packed again as it was. */
  readonly mends: boolean;
}

export interface PlanFor {
  readonly arch: Arch;
  readonly mediaType: string;
  readonly maxLayers: number;
}

/**
 * Plans layers around those that the registry has, after checking that they exist there. Layers of siblings are mounted.
 * @throws RegistryError, CancelledError
 */
export async function planFromStock(paths: Delta['add'], { known, uploads, mends }: LayerStock, { arch, mediaType, maxLayers }: PlanFor): Promise<LayerPlan<KnownLayer>> {
  const stock = await known;
  let usable = stock.for(arch, mediaType);
  for (;;) {
    const plan = planLayers(paths, maxLayers, usable);
    const kept = plan.layers.flatMap((planned) => (planned.kind === 'keep' ? [planned.layer] : []));
    const absent = await stock.absent(kept);
    const own = [...absent].every(({ sibling }) => sibling === undefined);
    if (absent.size === 0 || (mends && own)) {
      for (const layer of kept) {
        const { sibling } = layer;
        if (sibling === undefined || absent.has(layer)) continue;
        uploads.add(arch, layer, { repository: sibling.repository, content: sourceContent(sibling.reader, layer) });
      }
      return packAgain(plan, absent);
    }
    usable = usable.filter((layer) => !absent.has(layer));
  }
}

function packAgain({ layers }: LayerPlan<KnownLayer>, lost: ReadonlySet<KnownLayer>): LayerPlan<KnownLayer> {
  return { layers: layers.map((planned) => (planned.kind === 'keep' && lost.has(planned.layer) ? { kind: 'pack', paths: planned.layer.paths } : planned)) };
}
