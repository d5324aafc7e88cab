/** What a thread of {@link BlockThreads} runs: it answers each request, in the order in which they come. */
import { parentPort, workerData } from 'node:worker_threads';
import type { Compression } from '../request/build.ts';
import { Matcher } from '../leaks/matcher.ts';
import type { LeakSearch } from '../leaks/search.ts';
import { compressBlock, StreamDigester, type BlockLengths, type BlockPlace, type StreamDigests } from './block-work.ts';
import { CODECS } from './codec.ts';
import { SharedBlock } from './shared-block.ts';

/** What all threads of a run do. */
export interface ThreadWork {
  readonly compression: Compression;
  /** What is looked for in all that goes in; undefined: nothing. */
  readonly leaks: LeakSearch | undefined;
}

export type BlockRequest =
  /** Answered by the number of bytes in `packed`. */
  | { readonly want: 'compress'; readonly memory: SharedArrayBuffer; readonly place: BlockPlace }
  /** Digests the next block of a stream. Answered by undefined. */
  | { readonly want: 'digest'; readonly stream: number; readonly memory: SharedArrayBuffer; readonly lengths: BlockLengths }
  /** Ends a stream. Answered by its digests. */
  | { readonly want: 'digests'; readonly stream: number };

export type BlockAnswer = number | undefined | StreamDigests;

const { compression, leaks } = workerData as ThreadWork;
const codec = CODECS[compression];
let matcher: Matcher | undefined;
const streams = new Map<number, StreamDigester>();

function answer(request: BlockRequest): BlockAnswer {
  if (request.want === 'compress') return compressBlock(codec, new SharedBlock(codec, request.memory), request.place);
  if (leaks !== undefined) matcher ??= new Matcher(leaks);
  const digester = streams.get(request.stream) ?? new StreamDigester(codec, matcher);
  streams.set(request.stream, digester);
  if (request.want === 'digest') {
    digester.update(new SharedBlock(codec, request.memory), request.lengths);
    return undefined;
  }
  streams.delete(request.stream);
  return digester.end();
}

// oxlint-disable-next-line require-post-message-target-origin -- of windows, not of threads
parentPort?.on('message', (request: BlockRequest) => parentPort?.postMessage(answer(request)));
