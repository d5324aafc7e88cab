import type { Compression } from '../request/build.ts';
import { BlockThreads, type StreamWork } from './block-threads.ts';
import { compressBlock, StreamDigester } from './block-work.ts';
import { Matcher } from '../leaks/matcher.ts';
import type { LeakSearch } from '../leaks/search.ts';
import { CODECS, type BlockCodec } from './codec.ts';
import { SharedBlock } from './shared-block.ts';

/** Blocks besides those at work: one that is filled, one that waits, one that is digested and written. */
const SPARE = 3;

/** The blocks of a run, over all its blobs, and who works on them: bounds how many are in memory. */
export class BlockPool {
  readonly codec: BlockCodec;
  /** What is looked for in all that goes in; undefined: nothing. */
  readonly leaks: LeakSearch | undefined;
  readonly #threads: BlockThreads;
  readonly #most: number;
  /** Used again: fresh memory costs a page fault for every 4 KiB. */
  readonly #free: SharedBlock[] = [];
  #inMemory = 0;
  #roomWanted: (() => void) | undefined;
  /** Bytes that this thread may still compress itself. */
  #small: number;

  /** @param jobs blocks that are compressed at the same time */
  constructor(compression: Compression, jobs: number, leaks?: LeakSearch) {
    this.codec = CODECS[compression];
    this.leaks = leaks;
    this.#threads = new BlockThreads({ compression, leaks }, jobs);
    this.#most = jobs + SPARE;
    this.#small = this.codec.blockSize;
  }

  /**
   * The work on a new stream. To start threads takes longer than to compress a little: one block in all is done by this
   * thread, at once.
   * @param whole bytes of the stream, if they are known to be no more than a block
   */
  stream(whole?: number): StreamWork {
    if (whole === undefined || whole > this.#small) return this.#threads.stream();
    this.#small -= whole;
    return streamHere(this.codec, this.leaks === undefined ? undefined : new Matcher(this.leaks));
  }

  /** A block to fill; its bytes are undefined. It counts until it is given back. */
  take(): SharedBlock {
    this.#inMemory += 1;
    return this.#free.pop() ?? new SharedBlock(this.codec);
  }

  /** The block was written, or given up: nobody reads it any more. */
  giveBack(block: SharedBlock): void {
    this.#free.push(block);
    this.#inMemory -= 1;
    if (!this.#full) this.#roomWanted?.();
  }

  /** Backpressure: undefined while there's room for more, else a promise of room. */
  room(): Promise<void> | undefined {
    if (!this.#full) return undefined;
    return new Promise((resolve) => {
      this.#roomWanted = () => {
        this.#roomWanted = undefined;
        resolve();
      };
    });
  }

  /** Ends the threads; what is still at work fails. */
  close(): Promise<void> {
    return this.#threads.close();
  }

  get #full(): boolean {
    return this.#inMemory >= this.#most;
  }
}

function streamHere(codec: BlockCodec, matcher: Matcher | undefined): StreamWork {
  const digester = new StreamDigester(codec, matcher);
  return {
    compress: async (block, place) => compressBlock(codec, block, place),
    digest: async (block, lengths) => digester.update(block, lengths),
    end: async () => digester.end(),
  };
}
