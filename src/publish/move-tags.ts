import { archTag, highestRelease, movingTags, parseVersion } from '../feature/versions.ts';
import type { Host } from '../host/host.ts';
import type { RegistryWriter } from '../oci/registry-writer.ts';
import type { Release } from './release.ts';

/** How often tags are looked at again because somebody else published meanwhile. */
const ROUNDS = 5;

export interface ReleaseTags {
  /** All tags that name the release or one of its platforms now. */
  readonly tags: readonly string[];
  /** Whether anything was written. */
  readonly written: boolean;
  /** Is it what `latest` names? */
  readonly isLatest: boolean;
}

/**
 * Gives a release its tags: those that are its own, and each moving one for which it is the highest version. The
 * version's own tag comes after those of its platforms, and with it the release is published.
 *
 * Versions that are published at the same time may both think that they are the highest. So the list of tags is read
 * again afterwards, until each moving tag names the highest version that is there.
 * @throws TagMovedError where the version's own tag names something else; RegistryError, CancelledError
 */
export async function tagRelease(writer: RegistryWriter, release: Release, host: Host): Promise<ReleaseTags> {
  const tagger = new Tagger(writer, release, host);
  for (const [arch, digest] of release.platforms) await tagger.name(archTag(release.version, arch), digest);
  await tagger.nameVersion();
  const version = parseVersion(release.version);
  if (version === undefined) throw new Error(`${release.version} is no version`);

  let isLatest = false;
  for (let round = 0; round < ROUNDS; round += 1) {
    const present = await writer.reader.tags();
    let moved = false;
    for (const moving of movingTags(version)) {
      const highest = highestRelease([...present, version.text], moving)?.text ?? version.text;
      if (moving.tag === 'latest') isLatest = highest === version.text;
      if (highest === version.text) moved = (await tagger.move(moving.tag)) || moved;
      else moved = (await tagger.yieldTo(highest, moving.tag)) || moved;
    }
    if (!moved) break;
  }
  return { tags: [...tagger.tags], written: tagger.written, isLatest };
}

class Tagger {
  readonly tags = new Set<string>();
  written = false;
  readonly #writer: RegistryWriter;
  readonly #release: Release;
  readonly #host: Host;

  constructor(writer: RegistryWriter, release: Release, host: Host) {
    this.#writer = writer;
    this.#release = release;
    this.#host = host;
  }

  /** The version's own tag, which never moves. */
  async nameVersion(): Promise<void> {
    const { version, bytes, mediaType, digest } = this.#release;
    const present = await this.#writer.reader.head(version);
    const expect = present?.digest === digest ? digest : 'none';
    const { sent } = await this.#writer.pushManifest(bytes, mediaType, version, { expect, signal: this.#host.signal });
    this.#note(version, sent);
  }

  /** @returns whether something was written */
  async move(tag: string): Promise<boolean> {
    const { bytes, mediaType, platforms } = this.#release;
    const { sent } = await this.#writer.pushManifest(bytes, mediaType, tag, { signal: this.#host.signal });
    this.#note(tag, sent);
    if (tag !== 'latest') return sent;
    let moved = sent;
    for (const [arch, digest] of platforms) moved = (await this.name(archTag(tag, arch), digest)) || moved;
    return moved;
  }

  /** Lets a manifest of the repository have a tag. @returns whether something was written */
  async name(tag: string, digest: string): Promise<boolean> {
    const { descriptor, bytes } = await this.#writer.reader.resolve(digest);
    const { sent } = await this.#writer.pushManifest(bytes, descriptor.mediaType, tag, { signal: this.#host.signal });
    this.#note(tag, sent);
    return sent;
  }

  /** Where we moved a tag that a higher version, published meanwhile, should have: it gets it. */
  async yieldTo(version: string, tag: string): Promise<boolean> {
    if (!this.tags.has(tag)) return false;
    this.#host.debug(`${version} was published meanwhile: ${tag} goes to it.`);
    const names = [[tag, version], ...(tag === 'latest' ? [...this.#release.platforms.keys()].map((arch) => [archTag(tag, arch), archTag(version, arch)]) : [])] as const;
    for (const [to = '', from = ''] of names) {
      this.tags.delete(to);
      const target = await this.#writer.reader.head(from);
      if (target === undefined) continue;
      const { descriptor, bytes } = await this.#writer.reader.resolve(target.digest);
      await this.#writer.pushManifest(bytes, descriptor.mediaType, to, { signal: this.#host.signal });
    }
    return true;
  }

  #note(tag: string, sent: boolean): void {
    this.tags.add(tag);
    this.written ||= sent;
  }
}
