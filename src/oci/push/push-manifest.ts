import { Failure, IntegrityError, RegistryError } from '../../kit/errors.ts';
import { digestOf, isDigest, type Digest } from '../format/digest.ts';
import type { Descriptor } from '../format/manifest.ts';
import type { HttpResponse } from '../http/http-response.ts';
import { printableUrl } from '../http/registry-host.ts';
import { TransportError } from '../http/transport-error.ts';
import type { Connection } from '../pull/connection.ts';
import { headManifest, readTagged } from '../pull/read-manifest.ts';
import { MANIFEST_TAKEN } from '../quirks/symptoms.ts';
import { bytesContent } from './blob-content.ts';

export interface ManifestBytes {
  readonly bytes: Uint8Array;
  readonly mediaType: string;
}

export interface PushManifestOptions {
  /** For a tag: what it must name now; `none`: nothing. Without it, what it names when the push begins. */
  readonly expect?: Digest | 'none';
  /** The caller has looked just now, and will look again: no look before, and none after an answer that names the digest. */
  readonly watched?: true;
  /** The registry is asked to refuse (412) if the tag no longer names what was read (RFC 9110, 13.1). Few heed it. Not with `watched`. */
  readonly conditional?: true;
  readonly signal?: AbortSignal;
}

export interface PushedManifest {
  readonly descriptor: Descriptor;
  /** False if the registry had it under this name already. */
  readonly sent: boolean;
  /** Milliseconds from the registry's answer until it showed the manifest under this name; 0 if it was not asked. */
  readonly lag: number;
  /** What the manifest is about, if the registry noted it (OCI-Subject): it has the referrers API then. */
  readonly subject: Digest | undefined;
}

/** A tag names something other than expected: somebody else moves it too. */
export class TagMovedError extends RegistryError {
  readonly tag: string;
  /** Undefined if it names nothing. */
  readonly actual: Digest | undefined;

  constructor(facts: { method: string; url: string; tag: string; actual: Digest | undefined }, message: string) {
    super(message, facts, { hint: 'Another run publishes under this tag as well. Run again, one at a time.' });
    this.tag = facts.tag;
    this.actual = facts.actual;
  }
}

/** Precondition Failed. */
const CHANGED = 412;
/** Milliseconds. Some registries show a write only after a while, to some of those who ask. */
const SLOW = { first: 100, most: 2000, together: 10_000 };

/**
 * Pushes a manifest under its digest or a tag, and reads it back; under its digest only if the answer does not name it.
 *
 * The protocol has no conditional writes: between our look at a tag and our PUT somebody else may move it, and their
 * write is lost. What can be done is done: the tag is looked at before each PUT, and read after it, so that of two
 * writers who overlap at least one learns of it. Tags are looked at by GET: a HEAD may say 404 of what is there.
 * @throws TagMovedError if the tag names neither what is expected nor this manifest; TransportError, RegistryError,
 *   IntegrityError, CancelledError
 */
export async function pushManifest(
  connection: Connection,
  { bytes, mediaType }: ManifestBytes,
  tagOrDigest: string,
  options: PushManifestOptions = {},
): Promise<PushedManifest> {
  const descriptor: Descriptor = { mediaType, digest: digestOf(bytes), size: bytes.length };
  if (isDigest(tagOrDigest) && tagOrDigest !== descriptor.digest) {
    throw new Failure(`A manifest with the digest ${descriptor.digest} can't be pushed as ${tagOrDigest}.`);
  }
  const push = new ManifestPush(connection, { descriptor, bytes }, tagOrDigest, options);
  const attempts = connection.retry.begin(options.signal);
  for (;;) {
    try {
      return await push.attempt();
    } catch (error) {
      await attempts.failed(error);
    }
  }
}

class ManifestPush {
  readonly #connection: Connection;
  readonly #descriptor: Descriptor;
  readonly #bytes: Uint8Array;
  readonly #name: string;
  readonly #signal: AbortSignal | undefined;
  readonly #watched: boolean;
  readonly #conditional: boolean;
  #etag: string | undefined;
  #expected: Digest | 'none' | undefined;
  #sent = false;
  #lag = 0;
  #subject: Digest | undefined;

  constructor(connection: Connection, { descriptor, bytes }: { readonly descriptor: Descriptor; readonly bytes: Uint8Array }, name: string, options: PushManifestOptions) {
    this.#connection = connection;
    this.#descriptor = descriptor;
    this.#bytes = bytes;
    this.#name = name;
    this.#signal = options.signal;
    this.#watched = options.watched === true;
    this.#conditional = options.conditional === true;
    this.#expected = options.expect;
  }

  async attempt(): Promise<PushedManifest> {
    // Once it was sent, it may have been taken, and overwritten since.
    if ((this.#watched && !this.#sent) || (await this.#isWanted())) {
      const named = await this.#put();
      if (!named || !(this.#watched || isDigest(this.#name))) await this.#readBack();
    }
    return { descriptor: this.#descriptor, sent: this.#sent, lag: this.#lag, subject: this.#subject };
  }

  /** @throws TagMovedError */
  async #isWanted(): Promise<boolean> {
    const now = isDigest(this.#name) ? await headManifest(this.#connection, this.#name, this.#signal) : await this.#look();
    if (now?.digest === this.#descriptor.digest) return false;
    this.#expected ??= now?.digest ?? 'none';
    if ((now?.digest ?? 'none') !== this.#expected) throw this.#moved('GET', now?.digest);
    return true;
  }

  /** @returns whether the answer says that this is the manifest */
  async #put(): Promise<boolean> {
    const body = { size: this.#bytes.length, open: () => bytesContent(this.#bytes).open(0, this.#bytes.length) };
    this.#sent = true;
    const response = await this.#connection.expect(
      {
        method: 'PUT',
        url: this.#url(),
        headers: { 'content-type': this.#descriptor.mediaType, ...this.#condition() },
        body,
        ...(this.#signal === undefined ? {} : { signal: this.#signal }),
      },
      this.#conditional ? [...MANIFEST_TAKEN.statuses, CHANGED] : MANIFEST_TAKEN.statuses,
    );
    await response.discard();
    if (response.status === CHANGED) throw this.#moved('PUT', (await this.#look())?.digest);
    this.#subject = digestHeader(response, 'oci-subject');
    const digest = digestHeader(response, 'docker-content-digest');
    if (digest !== undefined && digest !== this.#descriptor.digest) {
      throw new IntegrityError(`The manifest ${this.#descriptor.digest} became ${digest} when it was pushed to ${this.#connection.repository}.`, {
        hint: 'The registry, or a proxy in front of it, rewrites manifests: what is published is not what was built.',
      });
    }
    return response.status === 201 && digest !== undefined;
  }

  #condition(): Readonly<Record<string, string>> {
    if (!this.#conditional) return {};
    if (this.#expected === 'none') return { 'if-none-match': '*' };
    // A weak one is never equal (RFC 9110, 13.1.1).
    return this.#etag === undefined || this.#etag.startsWith('W/') ? {} : { 'if-match': this.#etag };
  }

  async #readBack(): Promise<void> {
    for (let delay = SLOW.first; ; delay = Math.min(2 * delay, SLOW.most)) {
      const now = await this.#look();
      if (now?.digest === this.#descriptor.digest) return;
      // What it named before says nothing about others: the registry may be slow to show our own write.
      if ((now?.digest ?? 'none') !== (this.#expected ?? 'none') || this.#lag + delay > SLOW.together) throw this.#notThere(now?.digest);
      this.#lag += delay;
      await this.#connection.retry.sleep(delay, this.#signal);
    }
  }

  async #look(): Promise<{ readonly digest: Digest } | undefined> {
    try {
      const { raw, etag } = await readTagged(this.#connection, this.#name, this.#signal);
      this.#etag = etag;
      return raw;
    } catch (error) {
      if (error instanceof TransportError && error.status === 404) return undefined;
      throw error;
    }
  }

  #notThere(actual: Digest | undefined): Error {
    if (actual !== undefined) return this.#moved('GET', actual);
    const url = printableUrl(this.#url());
    const message = `GET ${url} was answered with 404, although the registry had just accepted the manifest.`;
    return new TransportError(message, { method: 'GET', url, status: 404, temporary: true });
  }

  #moved(method: string, actual: Digest | undefined): TagMovedError {
    const is = actual === undefined ? 'names nothing' : `names ${actual}`;
    const was = this.#expected === 'none' ? 'nothing' : this.#expected;
    return new TagMovedError(
      { method, url: printableUrl(this.#url()), tag: this.#name, actual },
      `The tag ${this.#name} of ${this.#connection.repository} ${is} now, so it was not moved from ${was} to ${this.#descriptor.digest}.`,
    );
  }

  #url(): URL {
    return this.#connection.manifestUrl(this.#name);
  }
}

function digestHeader(response: HttpResponse, name: string): Digest | undefined {
  const text = response.header(name) ?? '';
  return isDigest(text) ? text : undefined;
}
