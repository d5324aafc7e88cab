import { imageOf, openBase } from '../place/open-base.ts';
import { readImage, readingFor } from '../base/read-base.ts';
import type { BaseStore } from '../base/base-store.ts';
import type { HostCache } from '../kit/host.ts';
import { inStage } from '../kit/stages.ts';
import type { Registries } from '../oci/pull/registries.ts';
import type { Check } from '../report/runs/verify.ts';
import { Problems, unchecked, noteFault } from './result/checks.ts';
import type { ComparedFacts } from './platform-facts.ts';
import type { VerifyRequest } from './request.ts';

/** Where the stores of bases are read. */
export interface StorePlace {
  readonly registries: Registries;
  readonly cache: HostCache;
}

/**
 * Reads the store of each named base: all of them must have what a platform relies upon, and at least one must lack what it ships.
 * @throws CancelledError
 */
export async function checkBase(bases: VerifyRequest['bases'], facts: ComparedFacts, place: StorePlace): Promise<Check> {
  const problems = new Problems();
  const stores: BaseStore[] = [];
  for (const reference of bases) {
    try {
      stores.push(await readStore(reference, facts, place));
    } catch (error) {
      noteFault(problems, error);
    }
  }
  if (problems.outcome !== 'passed') return unchecked('base', problems.toCheck('base', '').says, facts.arch);
  for (const { name, narSizes, paths } of stores) {
    for (const [path, { narSize }] of facts.required) {
      if (narSizes.get(path) === narSize) continue;
      problems.fail(paths.has(path) ? `${path} is required but incomplete in ${name}` : `${path} is required but not in ${name}`);
    }
  }
  // With several bases, what only some of them have is shipped.
  for (const [path, { narSize }] of facts.shipped) {
    if (stores.every(({ narSizes }) => narSizes.get(path) === narSize)) problems.fail(`${path} is shipped although ${stores.length === 1 ? 'the base has' : 'all bases have'} it`);
  }
  return problems.toCheck('base', `All required paths are there (${facts.required.size}), and no shipped path is (${facts.shipped.size})`, facts.arch);
}

async function readStore(reference: VerifyRequest['bases'][number], { arch }: ComparedFacts, { registries, cache }: StorePlace): Promise<BaseStore> {
  const { job } = registries;
  const opened = await openBase(reference, registries);
  try {
    return await inStage(job, `Read the store of ${reference.text} for ${arch}`, { unit: 'bytes' }, async (progress) => {
      const store = await readImage(opened.source, await imageOf(opened, reference, arch), readingFor({ ...job, cache }, progress));
      return [{ ...store, name: reference.text }];
    });
  } finally {
    opened.close();
  }
}
