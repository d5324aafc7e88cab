import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { SetupError } from '../kit/errors.ts';
import type { BlockLengths, BlockPlace, StreamDigests } from './block-work.ts';
import type { BlockAnswer, BlockRequest, ThreadWork } from './block-worker.ts';
import type { SharedBlock } from './shared-block.ts';

// Node runs src as it is; in dist each entry has a folder of its own.
const PROGRAM = join(import.meta.dirname, import.meta.filename.endsWith('.ts') ? 'block-worker.ts' : '../worker/index.js');

/** Compresses the blocks of one stream, in this thread or in others. A block must not be touched between the request and the answer. */
export interface StreamWork {
  /** Any number at once. @returns how many bytes of `packed` the block became */
  compress(block: SharedBlock, place: BlockPlace): Promise<number>;
  /** For each block in order, once it is compressed. */
  digest(block: SharedBlock, lengths: BlockLengths): Promise<void>;
  /** After the last block. */
  end(): Promise<StreamDigests>;
}

/**
 * Threads that compress, as many as there is work for at once and never more than `jobs`, and one more that digests.
 * None is started before it is needed. To be closed, else the process does not end.
 */
export class BlockThreads {
  readonly #work: ThreadWork;
  readonly #jobs: number;
  readonly #compressing: Thread[] = [];
  #digesting: Thread | undefined;
  #streams = 0;

  constructor(work: ThreadWork, jobs: number) {
    this.#work = work;
    this.#jobs = jobs;
  }

  /** The work on a new stream. */
  stream(): StreamWork {
    this.#streams += 1;
    const stream = this.#streams;
    const digesting = (this.#digesting ??= new Thread(this.#work));
    return {
      compress: async ({ memory }, place) => (await this.#leastBusy().ask({ want: 'compress', memory, place })) as number,
      digest: async ({ memory }, lengths) => void (await digesting.ask({ want: 'digest', stream, memory, lengths })),
      end: async () => (await digesting.ask({ want: 'digests', stream })) as StreamDigests,
    };
  }

  /** Ends all threads; what is still being worked on fails. */
  async close(): Promise<void> {
    const digesting = this.#digesting === undefined ? [] : [this.#digesting];
    await Promise.all([...this.#compressing, ...digesting].map((thread) => thread.close()));
  }

  #leastBusy(): Thread {
    const [least] = this.#compressing.toSorted((a, b) => a.busy - b.busy);
    if (least !== undefined && (least.busy === 0 || this.#compressing.length === this.#jobs)) return least;
    const thread = new Thread(this.#work);
    this.#compressing.push(thread);
    return thread;
  }
}

interface BlockOrder {
  readonly resolve: (answer: BlockAnswer) => void;
  readonly reject: (error: unknown) => void;
}

/** One thread, which answers in the order in which it was asked. */
class Thread {
  readonly #worker: Worker;
  readonly #asked: BlockOrder[] = [];
  #fault: unknown;

  constructor(work: ThreadWork) {
    this.#worker = new Worker(PROGRAM, { workerData: work, name: 'blocks' });
    this.#worker.on('message', (answer: BlockAnswer) => this.#asked.shift()?.resolve(answer));
    this.#worker.on('error', (error) => this.#fail(faultOf(error)));
    this.#worker.on('exit', () => this.#fail(new SetupError('A compression worker exited early.')));
  }

  /** Questions that are not answered yet. */
  get busy(): number {
    return this.#asked.length;
  }

  async ask(request: BlockRequest): Promise<BlockAnswer> {
    if (this.#fault !== undefined) throw this.#fault;
    return new Promise((resolve, reject) => {
      this.#asked.push({ resolve, reject });
      // oxlint-disable-next-line require-post-message-target-origin -- of windows, not of threads
      this.#worker.postMessage(request);
    });
  }

  async close(): Promise<void> {
    await this.#worker.terminate();
  }

  #fail(error: unknown): void {
    this.#fault ??= error;
    for (const { reject } of this.#asked.splice(0)) reject(this.#fault);
  }
}

/** What Node says of a thread that it could not start or keep is about the machine; all else that is thrown there is a bug. */
function faultOf(error: unknown): unknown {
  if (!(error instanceof Error) || !(error as NodeJS.ErrnoException).code?.startsWith('ERR_WORKER_')) return error;
  return new SetupError(`A compression worker failed: ${error.message}.`, {
    hint: 'Use a machine with more memory, or lower "jobs".',
    cause: error,
  });
}
