import { IntegrityError } from '../../kit/errors.ts';
import { printableUrl } from '../http/registry-host.ts';
import { asTemporary, TransportError } from '../http/transport-error.ts';
import type { RequestBody } from '../http/transport.ts';
import { blobSize } from '../pull/blob-size.ts';
import { BLOB_TAKEN } from '../quirks/symptoms.ts';
import { wholeBody } from './blob-content.ts';
import { ChunkedUpload, type BlobWork } from './chunked-upload.ts';
import { mountBlob } from './mount-blob.ts';
import { commitTime, UploadSession } from './upload-session.ts';

export interface PushedBlob {
  /** `present`: it was there already. `mounted`: the registry took it from another repository. */
  readonly outcome: 'present' | 'mounted' | 'uploaded';
  /** Bytes of the blob that were sent, including failed attempts. */
  readonly sent: number;
}

// A flaky line that carries this much each time still gets a large blob over in the end, in chunks.
const PROGRESS = 1024 * 1024;
const POLL = 1000;
const MOUNT_ATTEMPTS = 2;
/** Bytes. A blob that is smaller is sent to an empty repository unasked, and believed to be there if the answer names it. */
const SMALL = 1024 * 1024;
// Our bytes were checked: what doesn't fit, like a session that is unknown, is an accident of this one upload.
const ACCIDENT_STATUS = new Set([404, 409, 416]);
const ACCIDENT_CODE = new Set(['DIGEST_INVALID', 'SIZE_INVALID', 'BLOB_UPLOAD_INVALID', 'BLOB_UPLOAD_UNKNOWN']);

/**
 * Uploads one blob. Each attempt begins by asking whether the registry has it: an upload whose answer was lost may have
 * succeeded, and its session is gone then, so that a repeated PUT would get a 404. No session is committed twice. Of a
 * small blob an empty repository is not asked at first.
 */
export class BlobPush {
  readonly #work: BlobWork;
  readonly #mountFrom: string | undefined;
  #mountsLeft = MOUNT_ATTEMPTS;
  #attempts = 0;
  #chunks: ChunkedUpload | undefined;
  /** All bytes went into this session, and no answer came; the registry may be at work on them until that time. */
  #doubt: { readonly session: UploadSession; readonly until: number } | undefined;

  /** @param mountFrom a repository of the same registry that may have the blob: `org/bedrock` */
  constructor(work: BlobWork, mountFrom: string | undefined) {
    this.#work = work;
    this.#mountFrom = mountFrom;
  }

  /** @throws TransportError, RegistryError, IntegrityError, CancelledError; sessions are ended, as far as the line lets us */
  async run(): Promise<PushedBlob> {
    const { connection, meter, signal } = this.#work;
    const { clock } = connection.retry;
    const attempts = connection.retry.begin(signal);
    for (;;) {
      const before = { time: clock.now(), sent: meter.sent, offset: this.#chunks?.offset ?? 0 };
      try {
        const outcome = await this.#attempt();
        meter.end();
        return { outcome, sent: meter.sent };
      } catch (error) {
        if (meter.sent > before.sent) attempts.worked(clock.now() - before.time);
        if ((this.#chunks?.offset ?? 0) - before.offset >= PROGRESS) attempts.progressed();
        await attempts.failed(error).catch(async (last: unknown) => {
          await this.#chunks?.drop();
          await this.#endDoubt();
          throw last;
        });
      }
    }
  }

  async #attempt(): Promise<PushedBlob['outcome']> {
    this.#attempts += 1;
    const asks = this.#attempts > 1 || !this.#goesUnasked();
    if (asks && (await this.#isThere())) {
      await this.#chunks?.drop();
      return this.#work.meter.complete ? 'uploaded' : 'present';
    }
    await this.#endDoubt();
    const mount = await this.#mount();
    if (mount === 'mounted') {
      await this.#confirm();
      return 'mounted';
    }
    const isNamed = await this.#upload(mount);
    if (!isNamed || this.#work.descriptor.size >= SMALL) await this.#confirm();
    return 'uploaded';
  }

  #goesUnasked(): boolean {
    const { connection, descriptor, again, ask } = this.#work;
    return again === true || (ask !== true && connection.isEmpty && descriptor.size < SMALL);
  }

  // A registry that was given a large blob hashes it first, while a gateway before it may have given up.
  async #isThere(): Promise<boolean> {
    const { connection, descriptor, signal } = this.#work;
    for (;;) {
      const size = await this.#remoteSize(this.#work.ask === true);
      // One of another size is somebody else's broken upload. Ours may mend it; if it doesn't, `confirm` says so.
      if (size === descriptor.size || size === 'unknown') return true;
      const rest = (this.#doubt?.until ?? 0) - connection.retry.clock.now();
      if (rest <= 0) return false;
      await connection.retry.sleep(Math.min(POLL, rest), signal);
    }
  }

  async #endDoubt(): Promise<void> {
    const session = this.#doubt?.session;
    this.#doubt = undefined;
    await session?.cancel();
  }

  /** @returns undefined if the blob is not there */
  #remoteSize(sure: boolean): Promise<number | 'unknown' | undefined> {
    const { connection, descriptor, signal } = this.#work;
    return blobSize(connection, descriptor.digest, { signal, sure });
  }

  /** @returns the session that a registry opens if it does not mount; undefined if it opens none, or was not asked */
  async #mount(): Promise<'mounted' | UploadSession | undefined> {
    if (this.#mountFrom === undefined || this.#mountsLeft === 0 || this.#work.again === true) return undefined;
    this.#mountsLeft -= 1;
    const { connection, descriptor, signal } = this.#work;
    const answer = await mountBlob(connection, descriptor.digest, this.#mountFrom, signal);
    this.#mountsLeft = 0;
    return answer === 'refused' ? undefined : answer;
  }

  /** @returns whether the registry says that it has just this blob */
  async #upload(opened: UploadSession | undefined): Promise<boolean> {
    const { connection, descriptor, content, limits, meter, signal } = this.#work;
    let session = opened;
    if (this.#chunks === undefined && limits.fitsOnePut(descriptor.size)) {
      session ??= await UploadSession.open(connection, signal);
      const taken = await this.#commit(session, wholeBody(descriptor, content, meter));
      if (taken !== 'too large') return taken === 'named';
      session = undefined;
    }
    this.#chunks ??= new ChunkedUpload(this.#work, session);
    await this.#commit(await this.#chunks.send(), undefined);
    // Of chunks a registry may have kept only some, and names what it should have.
    return false;
  }

  /** @returns `named` if the answer has the blob's digest; `too large` if the registry wants it in smaller pieces */
  async #commit(session: UploadSession, body: RequestBody | undefined): Promise<'named' | 'taken' | 'too large'> {
    const { connection, descriptor, meter } = this.#work;
    try {
      return await this.#putInto(session, body);
    } catch (error) {
      const until = connection.retry.clock.now() + commitTime(descriptor.size);
      if (meter.complete && isUnanswered(error)) this.#doubt = { session, until };
      else await session.cancel();
      throw error;
    }
  }

  async #putInto(session: UploadSession, body: RequestBody | undefined): Promise<'named' | 'taken' | 'too large'> {
    const { connection, descriptor, limits } = this.#work;
    const response = await session.commit(descriptor.digest, descriptor.size, body);
    if (BLOB_TAKEN.statuses.includes(response.status)) {
      await response.discard();
      return response.status === 201 && response.header('docker-content-digest') === descriptor.digest ? 'named' : 'taken';
    }
    const error = await connection.failure(response);
    if (response.status !== 413 || body === undefined || !limits.refusedOnePut(descriptor.size)) throw accidental(error);
    await session.cancel();
    return 'too large';
  }

  // Some registries keep less than they were given and say nothing; others need a moment to know what they have.
  async #confirm(): Promise<void> {
    const { connection, descriptor } = this.#work;
    const actual = await this.#remoteSize(true);
    if (actual === undefined) {
      const url = printableUrl(this.#url());
      const message = `HEAD ${url} was answered with 404, although the registry had just accepted the blob.`;
      throw new TransportError(message, { method: 'HEAD', url, status: 404, temporary: true });
    }
    if (actual !== descriptor.size && actual !== 'unknown') {
      throw new IntegrityError(
        `The registry accepted the blob ${descriptor.digest} of ${connection.repository}, but has only ${actual} of its ${descriptor.size} bytes.`,
        { hint: 'The registry, or a proxy in front of it, damages uploads. Nothing that refers to this blob was published.' },
      );
    }
  }

  #url(): URL {
    return this.#work.connection.blobUrl(this.#work.descriptor.digest);
  }
}

/** No answer, or one that a gateway gives for a registry that is still at work. */
function isUnanswered(error: unknown): boolean {
  return error instanceof TransportError && error.temporary && (error.status === undefined || error.status >= 500);
}

function accidental(error: Error): Error {
  if (!(error instanceof TransportError)) return error;
  return ACCIDENT_STATUS.has(error.status ?? 0) || ACCIDENT_CODE.has(error.code ?? '') ? asTemporary(error) : error;
}
