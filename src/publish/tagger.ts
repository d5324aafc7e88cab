import { setTimeout as sleep } from 'node:timers/promises';
import { archTag, compareVersions, highestRelease, type MovingTag, type Version } from '../feature/metadata/versions.ts';
import { CancelledError, Failure, RegistryError } from '../kit/errors.ts';
import { formatList } from '../kit/format.ts';
import type { Job } from '../kit/host.ts';
import type { Digest } from '../oci/format/digest.ts';
import type { RawManifest } from '../oci/format/parse-manifest.ts';
import { cancelled } from '../oci/http/transport-error.ts';
import { TagMovedError } from '../oci/push/push-manifest.ts';
import type { RegistryWriter } from '../oci/push/registry-writer.ts';
import type { Release } from '../release/release.ts';
import type { Publisher } from '../release/target.ts';
import { versionNamed, type NamedVersion } from '../release/version-named.ts';

const LATEST = 'latest';
/** Milliseconds that a registry may take to show what we wrote. */
const SLOW = { first: 200, most: 2000, together: 8000 };
/** Answers of registries that let no tag move. */
const IMMUTABLE = new Set([400, 403, 405, 409, 412]);

/** Writes the tags of one release, and notes what came of each. */
export class Tagger {
  readonly tags = new Set<string>();
  /** How many tags were written. */
  writes = 0;
  /** Somebody else wrote a tag at the same time. */
  overtaken = false;
  readonly #writer: RegistryWriter;
  readonly #release: Release;
  readonly #version: Version;
  readonly #job: Job;
  readonly #manifests: Map<Digest, Promise<RawManifest>>;
  readonly #refused = new Map<string, Failure>();
  /** What a tag named before we wrote it. */
  readonly #replaced = new Map<string, Digest | 'none'>();

  constructor({ namespace, writer }: Publisher, release: Release, version: Version) {
    this.#writer = writer;
    this.#release = release;
    this.#version = version;
    this.#job = namespace.job;
    this.#manifests = new Map((release.manifests ?? []).map((manifest) => [manifest.digest, Promise.resolve(manifest)]));
    this.tags.add(release.version);
  }

  /** @throws TagMovedError if the version's own tag, which never moves, names something else; RegistryError */
  async checkVersion(): Promise<void> {
    const { version, bytes, mediaType } = this.#release;
    await this.#writer.pushManifest(bytes, mediaType, version, { expect: 'none', signal: this.#job.signal });
  }

  /** Tags of the repository, as it lists them. A list that can't be read counts as empty, because each tag is looked at anyway. */
  async versions(): Promise<readonly string[]> {
    try {
      return await this.#writer.reader.tags();
    } catch (error) {
      if (!this.#mayFail(error)) throw error;
      this.#job.debug(`The list of tags could not be read, so tags are compared with what they name now: ${error.message}`);
      return [];
    }
  }

  /** The tags of the release's platforms. */
  namePlatforms(tag = this.#release.version): Promise<void>[] {
    return [...this.#release.platforms].map(([arch, digest]) => {
      const name = archTag(tag, arch);
      return this.#nice(name, async () => {
        const { mediaType, bytes } = await this.#manifest(digest);
        // The version is ours since this run, so nobody else has named its platforms.
        await this.#push(bytes, mediaType, name, this.#release.isNew === true ? { watched: true } : {});
        this.tags.add(name);
      });
    });
  }

  /**
   * Gives a moving tag to the release if that is the highest version that it may name. What it names now decides, and
   * which higher versions there are; a list of tags alone moves nothing down.
   * @param present tags of the repository, as it lists them
   */
  settle(moving: MovingTag, present: readonly string[]): Promise<void> {
    return this.#nice(moving.tag, async () => {
      const now = await this.#look(moving.tag);
      if (now?.version !== undefined && moving.covers(now.version) && compareVersions(now.version, this.#version) > 0) {
        return this.#yieldTo(now.version.text, moving.tag);
      }
      const listed = highestRelease(present, moving);
      if (listed !== undefined && compareVersions(listed, this.#version) > 0 && (await this.#exists(listed.text))) {
        return this.#yieldTo(listed.text, moving.tag);
      }
      if (moving.tag === LATEST) await this.#nameLatestPlatforms(now?.digest);
      if (now?.digest !== this.#release.digest) await this.#move(moving.tag, now?.digest ?? 'none');
      this.tags.add(moving.tag);
    });
  }

  /** Says which tags were refused, and why. */
  warn(): void {
    const [first] = this.#refused.values();
    if (first === undefined) return;
    const tags = [...this.#refused.keys()];
    const hint = first instanceof RegistryError && IMMUTABLE.has(first.status ?? 0) ? ' If this registry does not let tags move, use "moving-tags: false".' : '';
    this.#job.warning(
      `${this.#writer.repository}:${this.#release.version} is published, but not every tag could be written (${formatList(tags)}): ${first.message}${hint}`,
    );
  }

  /** What a tag names now. If that is what we replaced, the registry may be slow to show our own write. */
  async #look(tag: string): Promise<NamedVersion | undefined> {
    for (let waited = 0, delay = SLOW.first; ; waited += delay, delay = Math.min(2 * delay, SLOW.most)) {
      const now = await versionNamed(this.#writer.reader, tag);
      if (this.#replaced.get(tag) !== (now?.digest ?? 'none') || waited >= SLOW.together) return now;
      const { signal } = this.#job;
      await sleep(delay, undefined, { signal }).catch(() => Promise.reject(cancelled(signal)));
    }
  }

  async #move(tag: string, from: Digest | 'none'): Promise<void> {
    const { bytes, mediaType } = this.#release;
    await this.#push(bytes, mediaType, tag, { expect: from, watched: true });
    this.#replaced.set(tag, from);
  }

  /** Before `latest` itself; and once if it names the release already. */
  async #nameLatestPlatforms(now: Digest | undefined): Promise<void> {
    const named = [...this.#release.platforms.keys()].every((arch) => this.tags.has(archTag(LATEST, arch)));
    if (now !== this.#release.digest || !named) await Promise.all(this.namePlatforms(LATEST));
  }

  /** What we wrote, or wrote of it, and a higher version should have: it gets it. */
  async #yieldTo(version: string, tag: string): Promise<void> {
    const { digest, platforms } = this.#release;
    const arches = tag === LATEST ? [...platforms].map(([arch, own]) => ({ moved: archTag(tag, arch), source: archTag(version, arch), own })) : [];
    const ours = [{ moved: tag, source: version, own: digest }, ...arches].filter(({ moved }) => this.tags.has(moved));
    if (ours.length > 0) this.#job.debug(`${version} was published in the meantime, so ${tag} moves to it.`);
    for (const { moved, source, own } of ours) {
      this.tags.delete(moved);
      const target = await this.#writer.reader.head(source);
      if (target === undefined) continue;
      const { mediaType, bytes } = await this.#manifest(target.digest);
      await this.#push(bytes, mediaType, moved, { expect: own });
    }
  }

  async #exists(version: string): Promise<boolean> {
    return (await versionNamed(this.#writer.reader, version)) !== undefined;
  }

  /** Read once, however many tags it gets. */
  #manifest(digest: Digest): Promise<RawManifest> {
    const known = this.#manifests.get(digest) ?? this.#writer.reader.manifest(digest);
    this.#manifests.set(digest, known);
    return known;
  }

  /** Being overtaken is no failure: the tag is looked at once more. */
  async #push(bytes: Buffer, mediaType: string, tag: string, options: { readonly expect?: Digest | 'none'; readonly watched?: true }): Promise<void> {
    try {
      const { sent } = await this.#writer.pushManifest(bytes, mediaType, tag, { ...options, signal: this.#job.signal });
      if (sent) this.writes += 1;
    } catch (error) {
      if (!(error instanceof TagMovedError)) throw error;
      this.#job.debug(`Another run moved ${tag} at the same time; checking again.`);
      this.overtaken = true;
      this.writes += 1;
    }
  }

  /** A tag without which a release is one all the same. */
  async #nice(tag: string, task: () => Promise<void>): Promise<void> {
    if (this.#refused.has(tag)) return;
    try {
      await task();
    } catch (error) {
      if (!this.#mayFail(error)) throw error;
      this.#refused.set(tag, error);
      this.tags.delete(tag);
    }
  }

  #mayFail(error: unknown): error is Failure {
    return error instanceof Failure && !(error instanceof CancelledError) && !this.#job.signal.aborted;
  }
}
