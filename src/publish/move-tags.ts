import { setTimeout as sleep } from 'node:timers/promises';
import { movingTags, parseVersion, tagsOfHighest, type MovingTag } from '../feature/metadata/versions.ts';
import { cancelled } from '../oci/http/transport-error.ts';
import type { Release } from '../release/release.ts';
import type { Publisher } from '../release/target.ts';
import { Tagger } from './tagger.ts';

/** How often tags are looked at again because somebody else published meanwhile. */
const ROUNDS = 8;
/** Milliseconds between two looks, at most: whoever else is at it should not stay in step with us. */
const PAUSE = 400;
const LATEST = 'latest';

/**
 * Gives a release that has its version's tag its other tags: those of its platforms, and each moving one for which it is
 * the highest version, several at a time. `latest` comes last of all: where it names a release, nothing of that release
 * is missing but what the registry refused.
 *
 * Others may publish at the same time, and think that theirs is the highest version. So everything is looked at again,
 * until there is nothing left to write. A tag that the registry refuses is a warning: the release is published by now.
 * @param rest goes on meanwhile and must be done before `latest` moves
 * @returns all tags that name the release or one of its platforms now
 * @throws TagMovedError if the version's own tag names something else; CancelledError; what `rest` does
 */
export async function tagRelease(publisher: Publisher, release: Release, rest: Promise<unknown>): Promise<readonly string[]> {
  const { target, job } = publisher.namespace;
  const version = parseVersion(release.version);
  if (version === undefined) throw new Error(`${release.version} is not a version`);
  const tagger = new Tagger(publisher, release, version);
  const tags = target.movingTags ? movingTags(version) : [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const before = tagger.writes;
    await writeTags(tagger, tags, { rest, isFirst: round === 0 });
    if (tagger.writes === before) break;
    if (tagger.overtaken) await pause(job.signal);
    tagger.overtaken = false;
  }
  tagger.warn();
  return tagsOfHighest(version, [...release.platforms.keys()]).filter((tag) => tagger.tags.has(tag));
}

/** Looks at each tag once, and writes those that should name the release: `latest` only after all others. */
async function writeTags(tagger: Tagger, tags: readonly MovingTag[], { rest, isFirst }: { readonly rest: Promise<unknown>; readonly isFirst: boolean }): Promise<void> {
  const present = tags.length === 0 ? [] : await tagger.versions();
  const settle = (chosen: readonly MovingTag[]): Promise<unknown> => allOf(chosen.map((tag) => tagger.settle(tag, present)));
  await settle(tags.filter(({ tag }) => tag !== LATEST));
  await rest;
  // Of two who wrote the version's tag at once, the later one has it: the other writes no tag that nobody looks at again.
  await tagger.checkVersion();
  if (isFirst) await allOf(tagger.namePlatforms());
  await settle(tags.filter(({ tag }) => tag === LATEST));
}

async function pause(signal: AbortSignal): Promise<void> {
  await sleep(Math.random() * PAUSE, undefined, { signal }).catch(() => Promise.reject(cancelled(signal)));
}

/** Waits for each, whatever comes of the others: nothing is written any more once this has failed. */
async function allOf<T>(tasks: readonly Promise<T>[]): Promise<T[]> {
  await Promise.allSettled(tasks);
  return Promise.all(tasks);
}
