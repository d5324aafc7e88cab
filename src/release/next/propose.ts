import type { DeltaDocument } from '../../delta/document/delta-document.ts';
import { nextVersion, type NextVersion, type Reason } from '../../feature/version/levels.ts';
import { metadataReasons } from '../../feature/version/metadata-reasons.ts';
import { compareVersions, parseVersion } from '../../feature/metadata/versions.ts';
import type { StorePath } from '../../nix/store/store-path.ts';
import type { Arch } from '../../platform.ts';
import type { PublishedFeature } from '../published.ts';
import { keyMetadata } from '../release-key.ts';
import { publishedMetadata } from '../same-release.ts';
import { distinct, offeredBy, packageReasons, platformReasons } from './package-reasons.ts';

/** A Feature's output for one platform, and the names of its parts. */
export interface Parts {
  readonly storePath: StorePath;
  /** Undefined if they are not known. */
  readonly parts: readonly string[] | undefined;
}

/** What is compared, as far as it is known. */
export interface Compared {
  readonly metadata: readonly Reason[];
  readonly platforms: { readonly before: readonly Arch[]; readonly now: readonly Arch[] };
  /** For each platform that both have. */
  readonly outputs: readonly { readonly before: Parts; readonly now: Parts }[];
}

/** Returns what changed in the metadata, as they are published. @param documents of the release */
export function metadataSince(published: PublishedFeature, feature: { readonly id: string; readonly json: string }, documents: readonly DeltaDocument[]): readonly Reason[] {
  if (published.metadata === undefined || documents.length === 0) return [];
  return metadataReasons(keyMetadata(published.metadata), keyMetadata(publishedMetadata({ id: feature.id, metadata: feature.json, documents })));
}

/**
 * Returns the version that what is there now should get (docs/keep/updates.md, "The next version").
 * @param taken versions that are known to be published
 * @returns undefined if the present version is none
 */
export function proposeVersion(version: string, { metadata, platforms, outputs }: Compared, taken: Iterable<string>): NextVersion | undefined {
  const packages = outputs.flatMap(({ before, now }) => {
    const [then, after] = [offeredBy(before.storePath, now.parts === undefined ? undefined : before.parts), offeredBy(now.storePath, now.parts)];
    return then === undefined || after === undefined ? [] : packageReasons(then, after);
  });
  const reasons = distinct([...packages, ...metadata, ...platformReasons(platforms.before, platforms.now)]);
  const known = new Set(taken);
  const next = nextVersion(newestOfMajor(version, known), reasons, known);
  return next === undefined ? undefined : { ...next, from: version };
}

/** Of what is published the newest that this version could be raised from: 1.3.0 if 1.0.0 was changed after it. */
function newestOfMajor(version: string, taken: ReadonlySet<string>): string {
  const own = parseVersion(version);
  if (own === undefined || own.prerelease.length > 0) return version;
  const others = [...taken].flatMap((text) => parseVersion(text) ?? []).filter(({ numbers, prerelease }) => prerelease.length === 0 && numbers[0] === own.numbers[0]);
  return others.reduce((best, each) => (compareVersions(each, best) > 0 ? each : best), own).text;
}
