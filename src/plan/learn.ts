import { formatNumberOf } from '../kit/format.ts';
import type { Progress } from '../kit/host.ts';
import { inParallel, together } from '../kit/parallel.ts';
import type { Candidate } from './candidate.ts';
import { isComparable } from './decide.ts';
import { evaluateCandidates } from './evaluate-candidates.ts';
import type { Facts, LastRelease } from './facts.ts';
import { lastRelease } from './last-release.ts';
import type { Planning } from './planning.ts';
import { presentBases } from './present-bases.ts';
import { standingOf, type Standing } from './standing.ts';

/** Features that are asked about at once. */
const AT_ONCE = 32;

export interface Learned {
  /** One for each candidate, in their order. */
  readonly facts: readonly Facts[];
  /** How many outputs Nix evaluated. */
  readonly evaluated: number;
}

/**
 * Returns all that must be known of the candidates. Only those whose present version is published for the requested platforms are evaluated:
 * all others must be built anyway.
 * @throws SetupError, BaseError, RegistryError, IntegrityError, CancelledError
 */
export async function learn(candidates: readonly Candidate[], planning: Planning): Promise<Learned> {
  const { request } = planning;
  const standings = await askStandings(candidates, planning);
  const comparable = candidates.filter((_, index) => isComparable({ standing: at(standings, index) }, request));
  const [releases, bases] = await together(
    planning.stop,
    readReleases(candidates, standings, planning),
    presentBases(comparable.length === 0 ? [] : request.bases, planning),
  );
  const byId = new Map(candidates.flatMap(({ metadata: { id } }, index) => entryOf(id, releases[index])));
  const evaluations = await evaluateCandidates(comparable, byId, planning);
  const facts = candidates.map(({ metadata: { id, version } }, index) => ({
    id,
    version,
    standing: at(standings, index),
    last: releases[index],
    evaluations: evaluations.of.get(id) ?? new Map(),
    bases,
  }));
  return { facts, evaluated: evaluations.evaluated };
}

function askStandings(candidates: readonly Candidate[], { stages, readers }: Planning): Promise<readonly Standing[]> {
  return stages.run('Ask what is published', { total: candidates.length }, async (progress) => {
    const standings = await each(candidates, progress, ({ metadata: { id, version } }) => standingOf(readers.of(id), version));
    checkRefusals(standings);
    const published = standings.filter(({ same }) => same !== undefined).length;
    return [standings, `${published} of ${formatNumberOf(candidates.length, 'version')}`];
  });
}

/** If a registry shows nothing at all, the login is what is wrong, or missing. */
function checkRefusals(standings: readonly Standing[]): void {
  const refusals = standings.flatMap(({ refused }) => refused ?? []);
  const [first] = refusals;
  if (first !== undefined && refusals.length === standings.length) throw first;
}

function readReleases(
  candidates: readonly Candidate[],
  standings: readonly Standing[],
  { request, host, stages, readers }: Planning,
): Promise<readonly (LastRelease | undefined)[]> {
  return stages.run('Read what the last releases hold', { total: candidates.length }, async (progress) => {
    const releases = await each(candidates, progress, (candidate, index) =>
      lastRelease(readers.of(candidate.metadata.id), candidate, at(standings, index), { request, host }),
    );
    return [releases, formatNumberOf(releases.filter((release) => release !== undefined).length, 'release')];
  });
}

/** Does the same for each Feature, some at a time, and says how many are done. */
function each<R>(candidates: readonly Candidate[], progress: Progress, work: (candidate: Candidate, index: number) => Promise<R>): Promise<readonly R[]> {
  let done = 0;
  return inParallel(AT_ONCE, [...candidates.entries()], async ([index, candidate]) => {
    const result = await work(candidate, index);
    progress.update((done += 1));
    return result;
  });
}

function entryOf<T>(id: string, value: T | undefined): readonly (readonly [string, T])[] {
  return value === undefined ? [] : [[id, value]];
}

function at<T>(items: readonly T[], index: number): T {
  const item = items[index];
  if (item === undefined) throw new Error(`there is no item ${index}`);
  return item;
}
