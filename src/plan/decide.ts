import { differenceOf } from '../delta/compare/difference.ts';
import { compareVersions, isPrerelease, parseVersion } from '../feature/metadata/versions.ts';
import type { NextVersion } from '../feature/version/levels.ts';
import { formatList } from '../kit/format.ts';
import type { Evaluation } from '../nix/flake/evaluate.ts';
import type { Arch } from '../platform.ts';
import { askedDifference, type AskedContent } from '../release/content.ts';
import { proposeVersion, type Compared } from '../release/next/propose.ts';
import type { Why } from '../report/runs/plan.ts';
import type { PlanRequest } from '../request/build.ts';
import type { Facts } from './facts.ts';

/** `bases`: it can't be told before the bases are looked into. */
export type Decision =
  | { readonly kind: 'up-to-date'; readonly reason: string }
  | { readonly kind: 'build'; readonly why: Why; readonly reason: string }
  | { readonly kind: 'bases' };

/** Characters. */
const MAX_REASON = 500;

type Asked = AskedContent & Pick<PlanRequest, 'force'>;

/** Decides whether a Feature must be built, and why. The reason is one sentence without its full stop. */
export function decide(facts: Facts, asked: Asked): Decision {
  if (asked.force) return build('forced', 'everything must be built');
  const unpublished = whyUnpublished(facts);
  if (unpublished !== undefined) return build('new', unpublished);
  const whole = wholeDifference(facts, asked);
  if (whole !== undefined) return build('changed', whole);
  const gap = gapOf(facts);
  if (gap !== undefined) return build('unknown', gap);
  const platforms = platformDecision(facts, asked);
  const own = ownDifference(facts, asked);
  if (own === undefined) return platforms;
  // A flake is one of the Feature's files, so both may differ; what a build would come to says more.
  if (platforms.kind !== 'build' || platforms.why === 'unknown') return build('changed', own);
  return platforms.why === 'changed' ? build('changed', `${own}; ${platforms.reason}`) : platforms;
}

/** Tells whether nix-feature published this version for the requested platforms. Only then there is something to compare with. */
export function isComparable({ standing: { same } }: Pick<Facts, 'standing'>, { arches, force }: Asked): boolean {
  return !force && same?.key !== undefined && arches.length === same.platforms.size && arches.every((arch) => same.platforms.has(arch));
}

function whyUnpublished({ version, standing: { same, latest, refused } }: Facts): string | undefined {
  if (same !== undefined) return undefined;
  if (refused !== undefined) return `the registry denies access to it (${refused.status}), so it counts as not published yet`;
  if (latest === undefined) return 'it is not published yet';
  if (latest.version === undefined) return `${version} is not published`;
  return isNewer(latest.version, version)
    ? `${version} is not published; the newest release is ${latest.version} and stays the newest`
    : `${version} is not published; the newest release is ${latest.version}`;
}

function isNewer(a: string, b: string): boolean {
  const [left, right] = [parseVersion(a), parseVersion(b)];
  return left !== undefined && right !== undefined && compareVersions(left, right) > 0;
}

/** What differs from what is published whatever would be built. */
function wholeDifference(facts: Facts, asked: Asked): string | undefined {
  const { version, standing: { same } } = facts;
  if (same?.key === undefined) return `${version} was not published by nix-feature`;
  if (!isComparable(facts, asked)) {
    return `${version} is published for ${listOf([...same.platforms.keys()])}, but ${listOf(asked.arches)} is requested`;
  }
  return undefined;
}

/** What is missing of a release that seems to be there; building and publishing it again completes it. */
function gapOf({ version, last, standing: { same, latest } }: Facts): string | undefined {
  if (last === undefined || last.platforms.size < (same?.platforms.size ?? 0)) return `part of ${version} is missing in the registry or can't be read`;
  const newest = latest?.version ?? '0.0.0-0';
  return isRelease(version) && isNewer(version, newest) ? `the publishing of ${version} was not finished: "latest" is ${latest?.version ?? 'missing'}` : undefined;
}

function isRelease(text: string): boolean {
  const version = parseVersion(text);
  return version !== undefined && !isPrerelease(version);
}

/** What differs of the Feature's own part, and of what is shipped beside the delta. */
function ownDifference({ version, last }: Facts, asked: Asked): string | undefined {
  if (last?.isOwnPart !== true) return `its files, metadata or delivery differ from ${version}`;
  const [difference] = [...last.platforms.values()].flatMap((platform) => askedDifference(platform, asked) ?? []);
  return difference === undefined ? undefined : `${version} has ${difference.has}`;
}

function platformDecision(facts: Facts, { arches }: Asked): Decision {
  const decisions = arches.map((arch) => decisionFor(arch, facts));
  const builds = decisions.filter((decision) => decision.kind === 'build');
  // What is known to differ says more than what can't be told.
  const chosen = (['failed', 'changed', 'unknown'] as const).map((why) => builds.find((decision) => decision.why === why)).find((decision) => decision !== undefined);
  return chosen ?? decisions.find(({ kind }) => kind === 'bases') ?? { kind: 'up-to-date', reason: `${facts.version} is published with this content` };
}

function decisionFor(arch: Arch, { version, last, evaluations, bases }: Facts): Decision {
  const [released, evaluation] = [last?.platforms.get(arch), evaluations.get(arch)];
  if (released === undefined || evaluation === undefined) throw new Error(`nothing is known of ${version} for ${arch}`);
  if (evaluation.kind !== 'outputs') return untold(arch, evaluation);
  const difference = differenceOf(released, { ...evaluation, bases: bases.get(arch) ?? [] });
  if (difference.kind === 'none') return { kind: 'up-to-date', reason: '' };
  return difference.kind === 'bases' ? { kind: 'bases' } : build('changed', difference.what);
}

function untold(arch: Arch, evaluation: Exclude<Evaluation, { kind: 'outputs' }>): Decision {
  if (evaluation.kind === 'unknown') return build('unknown', `its content for ${arch} is known only after a build: ${evaluation.why}`);
  return build('failed', `its flake can't be evaluated for ${arch}: ${evaluation.error.message}`);
}

function build(why: Why, reason: string): Decision {
  // What Nix says goes over many lines, and a reason is a cell of a table and a part of the matrix.
  const line = reason.replaceAll(/\s+/g, ' ');
  return { kind: 'build', why, reason: line.length <= MAX_REASON ? line.replace(/\.$/, '') : `${line.slice(0, MAX_REASON - 1)}…` };
}

function listOf(arches: readonly Arch[]): string {
  return arches.length === 0 ? 'no platform' : formatList(arches.toSorted());
}

/**
 * Returns the version that a Feature should get whose present one is published with other content.
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
