import { setTimeout as sleep } from 'node:timers/promises';
import { archTag, highestRelease, movingTags, parseVersion, tagsOfHighest, type MovingTag, type Version } from '../feature/versions.ts';
import type { Host } from '../host/host.ts';
import type { Digest } from '../oci/digest.ts';
import type { RawManifest } from '../oci/parse-manifest.ts';
import { TagMovedError } from '../oci/push-manifest.ts';
import type { RegistryWriter } from '../oci/registry-writer.ts';
import { cancelled } from '../oci/transport-error.ts';
import type { Release } from './release.ts';

/** How often tags are looked at again because somebody else published meanwhile. */
const ROUNDS = 8;
/** Milliseconds between two looks, at most: whoever else is at it should not stay in step with us. */
const PAUSE = 400;
const LATEST = 'latest';

/**
 * Writes the version's own tag, with which the release is published: who finds it taken touches no other tag.
 * @throws TagMovedError where it names something else; RegistryError, CancelledError
 */
export async function claimVersion(writer: RegistryWriter, release: Release, host: Host): Promise<void> {
  await new Tagger(writer, release, host).nameVersion();
}

/**
 * Gives a release its tags: those that are its own, and each moving one for which it is the highest version, several at
 * a time. `latest` comes last of all: where it names a release, nothing of that release is missing.
 *
 * Others may publish at the same time, and think that theirs is the highest version. So everything is looked at again,
 * until there is nothing left to write.
 * @param rest what goes on meanwhile and has to be done before `latest` moves
 * @returns all tags that name the release or one of its platforms now
 * @throws TagMovedError where the version's own tag names something else; RegistryError, CancelledError; what `rest` does
 */
export async function tagRelease(writer: RegistryWriter, release: Release, rest: Promise<unknown>, host: Host): Promise<readonly string[]> {
  const version = parseVersion(release.version);
  if (version === undefined) throw new Error(`${release.version} is no version`);
  const moving = movingTags(version);
  const [others, last] = [moving.filter(({ tag }) => tag !== LATEST), moving.filter(({ tag }) => tag === LATEST)];
  const tagger = new Tagger(writer, release, host);
  for (let round = 0; round < ROUNDS; round += 1) {
    const before = tagger.writes;
    await tagger.nameVersion();
    const naming = [...release.platforms].map(([arch, digest]) => tagger.name(archTag(release.version, arch), digest));
    await allOf([...naming, tagger.settle(version, others)]);
    await rest;
    await tagger.settle(version, last);
    if (tagger.writes === before) break;
    if (tagger.overtaken) await sleep(Math.random() * PAUSE, undefined, { signal: host.signal }).catch(() => Promise.reject(cancelled(host.signal)));
    tagger.overtaken = false;
  }
  return tagsOfHighest(version, [...release.platforms.keys()]).filter((tag) => tagger.tags.has(tag));
}

/** Waits for each, whatever comes of the others: nothing is written any more once this has failed. */
async function allOf<T>(tasks: readonly Promise<T>[]): Promise<T[]> {
  await Promise.allSettled(tasks);
  return Promise.all(tasks);
}

class Tagger {
  readonly tags = new Set<string>();
  /** How many tags were written. */
  writes = 0;
  /** Somebody else wrote a tag at the same time. */
  overtaken = false;
  readonly #writer: RegistryWriter;
  readonly #release: Release;
  readonly #host: Host;
  readonly #manifests = new Map<Digest, Promise<RawManifest>>();

  constructor(writer: RegistryWriter, release: Release, host: Host) {
    this.#writer = writer;
    this.#release = release;
    this.#host = host;
  }

  /** The version's own tag, which never moves. */
  async nameVersion(): Promise<void> {
    const { version, bytes, mediaType } = this.#release;
    const { sent } = await this.#writer.pushManifest(bytes, mediaType, version, { expect: 'none', signal: this.#host.signal });
    this.#note(version, sent);
  }

  /** Gives moving tags to the highest version that is there right now, if that is ours or if we had moved them. */
  async settle(version: Version, moving: readonly MovingTag[]): Promise<void> {
    if (moving.length === 0) return;
    const present = await this.#writer.reader.tags();
    const settled = moving.map(({ tag, covers }) => {
      const highest = highestRelease([...present, version.text], { tag, covers })?.text ?? version.text;
      return highest === version.text ? this.#move(tag) : this.#yieldTo(highest, tag);
    });
    await allOf(settled);
  }

  /** Lets a manifest of the repository have a tag. */
  async name(tag: string, digest: Digest): Promise<void> {
    this.#note(tag, await this.#copy(digest, tag));
  }

  async #move(tag: string): Promise<void> {
    const { bytes, mediaType, platforms } = this.#release;
    if (tag === LATEST) await allOf([...platforms].map(([arch, digest]) => this.name(archTag(tag, arch), digest)));
    this.#note(tag, await this.#push(bytes, mediaType, tag));
  }

  /** Where we moved a tag that a higher version, published meanwhile, should have: it gets it. */
  async #yieldTo(version: string, tag: string): Promise<void> {
    if (!this.tags.has(tag)) return;
    this.#host.debug(`${version} was published meanwhile: ${tag} goes to it.`);
    const arches = tag === LATEST ? [...this.#release.platforms.keys()] : [];
    for (const suffix of ['', ...arches.map((arch) => archTag('', arch))]) {
      this.tags.delete(`${tag}${suffix}`);
      const target = await this.#writer.reader.head(`${version}${suffix}`);
      if (target !== undefined && (await this.#copy(target.digest, `${tag}${suffix}`))) this.writes += 1;
    }
  }

  async #copy(digest: Digest, tag: string): Promise<boolean> {
    const { mediaType, bytes } = await this.#manifest(digest);
    return this.#push(bytes, mediaType, tag);
  }

  /** Read once, however many tags it gets. */
  #manifest(digest: Digest): Promise<RawManifest> {
    const known = this.#manifests.get(digest) ?? this.#writer.reader.manifest(digest);
    this.#manifests.set(digest, known);
    return known;
  }

  /** @returns whether it was written; then it is looked at once more, so that being overtaken is no failure */
  async #push(bytes: Buffer, mediaType: string, tag: string): Promise<boolean> {
    try {
      return (await this.#writer.pushManifest(bytes, mediaType, tag, { signal: this.#host.signal })).sent;
    } catch (error) {
      if (!(error instanceof TagMovedError)) throw error;
      this.#host.debug(`Somebody else moved ${tag} at the same time; looking again.`);
      this.overtaken = true;
      return true;
    }
  }

  #note(tag: string, sent: boolean): void {
    this.tags.add(tag);
    if (sent) this.writes += 1;
  }
}
