import type { NextVersion } from '../feature/version/levels.ts';
import type { Arch } from '../platform.ts';
import { proposeVersion, type Compared } from '../release/next/propose.ts';
import type { Facts } from './facts.ts';

/**
 * The version that a Feature should get whose present one is published with other content.
 * @param arches those that are asked for
 * @param tags of its repository, as far as they are known
 */
export function nextOf({ version, standing: { same, latest }, last, evaluations }: Facts, arches: readonly Arch[], tags: readonly string[] = []): NextVersion | undefined {
  const taken = [version, ...tags, ...(latest?.version === undefined ? [] : [latest.version])];
  const outputs = [...(last?.platforms ?? [])].flatMap(([arch, before]): Compared['outputs'] => {
    const now = evaluations.get(arch);
    return now?.kind === 'outputs' && now.storePath !== before.storePath ? [{ before, now: { storePath: now.storePath, parts: now.parts } }] : [];
  });
  const before = same?.key === undefined ? arches : [...same.platforms.keys()];
  return proposeVersion(version, { metadata: last?.metadata ?? [], platforms: { before, now: arches }, outputs }, taken);
}
