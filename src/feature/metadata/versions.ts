import type { Arch } from '../../platform.ts';
import { ARCHES } from '../../platform.ts';

/** A semantic version without build metadata (https://semver.org). */
export interface Version {
  readonly text: string;
  /** major, minor, patch */
  readonly numbers: readonly [number, number, number];
  /** Empty for a release. */
  readonly prerelease: readonly string[];
}

const NUMBER = '(0|[1-9][0-9]*)';
const VERSION = new RegExp(String.raw`^${NUMBER}\.${NUMBER}\.${NUMBER}(?:-([0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*))?$`);

/** @returns undefined if the text is no version */
export function parseVersion(text: string): Version | undefined {
  const [, major, minor, patch, prerelease] = VERSION.exec(text) ?? [];
  if (major === undefined) return undefined;
  return { text, numbers: [Number(major), Number(minor), Number(patch)], prerelease: prerelease?.split('.') ?? [] };
}

export function isPrerelease(version: Version): boolean {
  return version.prerelease.length > 0;
}

/** Compares versions (semver.org, item 11). */
export function compareVersions(a: Version, b: Version): number {
  for (const [index, number] of a.numbers.entries()) {
    const difference = number - (b.numbers[index] ?? 0);
    if (difference !== 0) return difference;
  }
  if (isPrerelease(a) !== isPrerelease(b)) return isPrerelease(a) ? -1 : 1;
  for (let index = 0; index < Math.max(a.prerelease.length, b.prerelease.length); index += 1) {
    const difference = compareIdentifiers(a.prerelease[index], b.prerelease[index]);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** Numbers come before words; what ends sooner comes first. */
function compareIdentifiers(a: string | undefined, b: string | undefined): number {
  if (a === undefined || b === undefined) return a === b ? 0 : a === undefined ? -1 : 1;
  const [left, right] = [a, b].map((text) => (/^[0-9]+$/.test(text) ? Number(text) : undefined));
  if (left !== undefined && right !== undefined) return left - right;
  if (left !== undefined || right !== undefined) return left === undefined ? 1 : -1;
  return a < b ? -1 : a > b ? 1 : 0;
}

/** A tag that moves from release to release, and the releases that it may name. */
export interface MovingTag {
  readonly tag: string;
  readonly covers: (version: Version) => boolean;
}

const LATEST = 'latest';

/** Returns `1.2`, `1` and `latest` for 1.2.3; a pre-release moves none. */
export function movingTags(version: Version): readonly MovingTag[] {
  if (isPrerelease(version)) return [];
  const [major, minor] = version.numbers;
  return [
    { tag: `${major}.${minor}`, covers: ({ numbers }) => numbers[0] === major && numbers[1] === minor },
    { tag: String(major), covers: ({ numbers }) => numbers[0] === major },
    { tag: LATEST, covers: () => true },
  ];
}

/** Returns the highest release among a repository's tags that the moving tag covers. Other tags than versions don't count. */
export function highestRelease(tags: readonly string[], { covers }: MovingTag): Version | undefined {
  return tags
    .flatMap((tag) => parseVersion(tag) ?? [])
    .filter((version) => !isPrerelease(version) && covers(version))
    .reduce<Version | undefined>((best, version) => (best === undefined || compareVersions(version, best) > 0 ? version : best), undefined);
}

/**
 * Returns the tag of one platform's delta: `1.2.0_amd64`, `latest-arm64`. No parser takes the first for a version: with a dash it
 * would be a pre-release, and newer than the pre-release whose platform it is.
 */
export function archTag(tag: string, arch: Arch): string {
  return `${tag}${tag === LATEST ? '-' : '_'}${arch}`;
}

/**
 * Returns a platform's tag as earlier versions of this program wrote it, or as this one does: the other of both.
 * @param name maybe with what stands before the tag
 * @returns undefined if it does not end in the tag of a platform
 */
export function otherArchTag(name: string): string | undefined {
  const [, version, sign, arch] = /^((?:.*:)?\d[^:/@]*)([-_])(amd64|arm64)$/s.exec(name) ?? [];
  return version === undefined ? undefined : `${version}${sign === '-' ? '_' : '-'}${arch}`;
}

/** Returns all tags of the highest release, as they are written one after the other. */
export function tagsOfHighest(version: Version, arches: readonly Arch[]): readonly string[] {
  const moving = movingTags(version).map(({ tag }) => tag);
  return [version.text, ...arches.map((arch) => archTag(version.text, arch)), ...moving.filter((tag) => tag !== LATEST), ...arches.map((arch) => archTag(LATEST, arch)), LATEST];
}

/** Tells whether this version looks like a platform's tag, as earlier versions of this program wrote them. */
export function looksLikeArchTag(version: string): boolean {
  return ARCHES.some((arch) => version.endsWith(`-${arch}`));
}
