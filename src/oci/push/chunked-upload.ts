import type { Descriptor } from '../format/manifest.ts';
import { asTemporary, TransportError } from '../http/transport-error.ts';
import type { Connection } from '../pull/connection.ts';
import { CHUNK_TAKEN } from '../quirks/symptoms.ts';
import { checkContent, partBody, type BlobContent } from './blob-content.ts';
import type { UploadLimits } from './upload-limits.ts';
import type { UploadMeter } from './upload-meter.ts';
import { UploadSession } from './upload-session.ts';

/** What the pushing of one blob works with. */
export interface BlobWork {
  readonly connection: Connection;
  readonly limits: UploadLimits;
  readonly descriptor: Descriptor;
  readonly content: BlobContent;
  readonly meter: UploadMeter;
  readonly signal: AbortSignal | undefined;
  /** The registry is asked for it first, although the repository seems to be empty. */
  readonly ask?: boolean;
  /** It is sent whatever the registry says that it has: it was missed. */
  readonly again?: boolean;
}

/** One blob sent in chunks, which continues after a fault at the byte that the registry names. */
export class ChunkedUpload {
  readonly #work: BlobWork;
  #session: UploadSession | undefined;
  #offset = 0;
  #begun = false;

  /** @param session one that was opened already */
  constructor(work: BlobWork, session: UploadSession | undefined) {
    this.#work = work;
    this.#session = session;
  }

  /** Bytes that the registry has taken in the present session. */
  get offset(): number {
    return this.#offset;
  }

  /**
   * Sends what the registry lacks. After a temporary error it may be called again.
   * @returns the session, to be committed; it is not this one's any more
   */
  async send(): Promise<UploadSession> {
    const { connection, descriptor, content, signal } = this.#work;
    if (this.#begun) await this.#resume();
    // Chunks can't be checked on their way, as they may go twice.
    else await checkContent(descriptor, content);
    this.#begun = true;
    const session = (this.#session ??= await UploadSession.open(connection, signal));
    while (this.#offset < descriptor.size) await this.#sendChunk(session);
    this.#session = undefined;
    return session;
  }

  /** Ends the session, if there is one. */
  async drop(): Promise<void> {
    const session = this.#session;
    this.#session = undefined;
    this.#offset = 0;
    await session?.cancel();
  }

  // Where the last attempt broke off the registry may have part of a chunk.
  async #resume(): Promise<void> {
    const offset = await this.#session?.offset();
    if (offset !== undefined && offset <= this.#work.descriptor.size) this.#offset = offset;
    else await this.drop();
  }

  async #sendChunk(session: UploadSession): Promise<void> {
    const { connection, descriptor, content, limits, meter } = this.#work;
    const start = this.#offset;
    const end = Math.min(start + limits.chunk(session.leastChunk), descriptor.size);
    const response = await session.patch(start, partBody(descriptor, content, [start, end], meter));
    if (CHUNK_TAKEN.statuses.includes(response.status)) {
      await response.discard();
      this.#offset = end;
      return;
    }
    const error = await connection.failure(response);
    if (response.status === 413 && limits.refusedChunk(end - start, session.leastChunk)) return;
    if (response.status === 416) return this.#correct(session, end, error);
    throw response.status === 404 || response.status === 400 ? await this.#lost(error) : error;
  }

  // The 416's own Range is stale or missing often enough, so the session is asked. An offset that doesn't move on means
  // that it is the chunk's size that is not liked (GHCR), or that the session is beyond help.
  async #correct(session: UploadSession, end: number, error: Error): Promise<void> {
    const offset = await session.offset();
    if (offset !== undefined && offset > this.#offset && offset <= this.#work.descriptor.size) {
      this.#offset = offset;
      return;
    }
    if (offset === this.#offset) this.#work.limits.refusedChunk(end - offset, session.leastChunk);
    throw await this.#lost(error);
  }

  /** The next attempt begins with another session. */
  async #lost(error: Error): Promise<Error> {
    await this.drop();
    return error instanceof TransportError ? asTemporary(error) : error;
  }
}
