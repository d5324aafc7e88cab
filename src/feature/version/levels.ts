import { compareVersions, isPrerelease, parseVersion, type Version } from '../metadata/versions.ts';

/** Which of a version's numbers is raised, the least first (https://semver.org). */
export const LEVELS = ['patch', 'minor', 'major'] as const;
export type Level = (typeof LEVELS)[number];

/** Something that changed since a release, and what it asks of the next version. */
export interface Reason {
  readonly level: Level;
  /** For people: `jq is new`. */
  readonly text: string;
}

/** A version that is free, and why it is this one. */
export interface NextVersion {
  readonly from: string;
  readonly to: string;
  readonly level: Level;
  /** Those of this level; none if nothing but files changed. */
  readonly reasons: readonly string[];
}

/** How many reasons are named. */
const NAMED = 3;

/** The highest of what the reasons ask for. */
function levelOf(reasons: readonly Reason[]): Level {
  return LEVELS.findLast((level) => reasons.some((reason) => reason.level === level)) ?? 'patch';
}

/** The version after this one; after a pre-release, the release that it was for (as `npm version` does). */
function raised(version: Version, level: Level): string {
  const [major, minor, patch] = version.numbers;
  const before = isPrerelease(version);
  if (level === 'major') return before && minor === 0 && patch === 0 ? `${major}.0.0` : `${major + 1}.0.0`;
  if (level === 'minor') return before && patch === 0 ? `${major}.${minor}.0` : `${major}.${minor + 1}.0`;
  return `${major}.${minor}.${before ? patch : patch + 1}`;
}

/** The same if nobody named the level: a pre-release is followed by the next one, and before 1.0.0 the number in the middle is for what breaks. */
function raisedByChanges(version: Version, level: Level): string {
  if (isPrerelease(version)) return nextPrerelease(version);
  if (version.numbers[0] > 0) return raised(version, level);
  return raised(version, level === 'major' ? 'minor' : 'patch');
}

function nextPrerelease({ numbers, prerelease }: Version): string {
  const last = prerelease.at(-1) ?? '';
  const next = /^\d+$/.test(last) ? [...prerelease.slice(0, -1), String(Number(last) + 1)] : [...prerelease, '1'];
  return `${numbers.join('.')}-${next.join('.')}`;
}

/**
 * Returns the next version that is not published, by what changed.
 * @param from as it is written
 * @param taken versions that are published
 */
export function nextVersion(from: string, reasons: readonly Reason[], taken: ReadonlySet<string>): NextVersion | undefined {
  const level = levelOf(reasons);
  const to = following(from, taken, (version) => raisedByChanges(version, level));
  return to === undefined ? undefined : { from, to, level, reasons: reasons.filter((reason) => reason.level === level).map(({ text }) => text) };
}

/** Returns the same by a level that somebody named. */
export function namedVersion(from: string, level: Level): NextVersion | undefined {
  const to = following(from, new Set(), (version) => raised(version, level));
  return to === undefined ? undefined : { from, to, level, reasons: [] };
}

function following(from: string, taken: ReadonlySet<string>, next: (version: Version) => string): string | undefined {
  let version = parseVersion(from);
  while (version !== undefined && (version.text === from || taken.has(version.text))) {
    const after = parseVersion(next(version));
    // A number that is too large to be counted with does not grow.
    version = after !== undefined && compareVersions(after, version) > 0 && countable(after) ? after : undefined;
  }
  return version?.text;
}

function countable({ numbers, prerelease }: Version): boolean {
  return [...numbers, ...prerelease.filter((part) => /^\d+$/.test(part)).map(Number)].every((number) => Number.isSafeInteger(number));
}

/** Returns which level of `nix-feature bump` writes this version; undefined if none does. */
export function levelThatWrites({ from, to }: Pick<NextVersion, 'from' | 'to'>): Level | undefined {
  const version = parseVersion(from);
  return version === undefined ? undefined : LEVELS.find((level) => raised(version, level) === to);
}

/** Returns `minor: jq and git are new` */
export function whyText({ level, reasons }: Pick<NextVersion, 'level' | 'reasons'>): string {
  if (reasons.length === 0) return level;
  const more = reasons.length - NAMED;
  return `${level}: ${reasons.slice(0, NAMED).join(', ')}${more > 0 ? `, and ${more} more` : ''}`;
}
