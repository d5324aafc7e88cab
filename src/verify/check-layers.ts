import type { Job } from '../kit/host.ts';
import { Limiter } from '../kit/parallel.ts';
import type { Check } from '../report/runs/verify.ts';
import { inStage } from '../kit/stages.ts';
import type { Digest } from '../oci/format/digest.ts';
import type { ImageSource } from '../oci/format/image-source.ts';
import { formatBytes, formatCount, formatNumberOf } from '../kit/format.ts';
import { checkLayer, type LayerResult, type WantedLayer } from './layer/check-layer.ts';
import { Problems } from './result/checks.ts';
import type { ComparedFacts } from './platform-facts.ts';

/** Layers that are read at once: enough to keep two cores and a line busy. */
const PARALLEL = 4;

/**
 * Reads all layers of some platforms, each once and several at once.
 * @param folder for work, with room for four layers as they are unpacked
 * @throws CancelledError
 */
export async function checkLayers(source: ImageSource, platforms: readonly ComparedFacts[], folder: string, job: Job): Promise<readonly Check[]> {
  const limiter = new Limiter(PARALLEL);
  const wanted = platforms.flatMap(({ arch, layers, complement = [] }) => [...layers, ...complement].map((layer) => ({ arch, layer })));
  const total = wanted.reduce((sum, { layer }) => sum + layer.size, 0);
  return inStage(job, 'Read the layers', { unit: 'bytes', total }, async (progress) => {
    let done = 0;
    // The largest first: one of them begun last would keep one core busy while the others wait.
    const ordered = wanted.toSorted((a, b) => b.layer.size - a.layer.size);
    const read = await Promise.all(
      ordered.map(({ arch, layer }) =>
        limiter.run(async () => {
          job.signal.throwIfAborted();
          const result = await checkLayer(source, layer, { folder, signal: job.signal });
          progress.update((done += layer.size));
          return { arch, digest: layer.digest, result };
        }),
      ),
    );
    const checks = platforms.flatMap((platform) => checksOf(platform, new Map(read.filter(({ arch }) => arch === platform.arch).map(({ digest, result }) => [digest, result]))));
    return [checks, `${formatNumberOf(wanted.length, 'layer')}, ${formatBytes(total)}`];
  });
}

function checksOf({ arch, layers, complement = [] }: ComparedFacts, results: ReadonlyMap<Digest, LayerResult>): readonly Check[] {
  const all = [...layers, ...complement];
  const paths = all.reduce((sum, layer) => sum + layer.paths.length, 0);
  const gather = (name: Check['name'], of: (result: LayerResult) => Problems, passed: string): Check => gathered(all, results, of).toCheck(name, passed, arch);
  return [
    gather('layers', ({ bytes }) => bytes, `${formatNumberOf(all.length, 'layer')}, ${formatBytes(all.reduce((sum, { size }) => sum + size, 0))}: digests and sizes`),
    gather('diff-ids', ({ diffId }) => diffId, 'Each layer unpacks to its diff id'),
    gather('members', ({ members }) => members, `Whole store paths of the list (${formatCount(paths)}), and nothing else`),
    gather('nar-hashes', ({ nars }) => nars, `Recomputed for ${formatNumberOf(paths, 'store path')}`),
  ];
}

function gathered(layers: readonly WantedLayer[], results: ReadonlyMap<Digest, LayerResult>, of: (result: LayerResult) => Problems): Problems {
  const problems = new Problems();
  for (const { digest } of layers) {
    const result = results.get(digest);
    if (result !== undefined) problems.add(of(result));
  }
  return problems;
}
