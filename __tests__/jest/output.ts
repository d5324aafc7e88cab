import type { ChildProcess } from 'node:child_process';
import type { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { END_OF_OUTPUT } from './messages.ts';

/** More output than this, in bytes, ends a file. */
export const FLOOD = 16 * 1024 * 1024;
/** How much of the output is kept for the log of a file that fails, in characters: its end. */
const KEPT = 16 * 1024;

/** Keeps the end of what a process writes, file by file. */
export class Output {
  readonly #streams: readonly Readable[];
  readonly #closed: Promise<unknown>;
  #text = '';
  #bytes = 0;
  #onFlood: () => void = () => undefined;
  /** How many streams have come to the end of what the file has written, and who waits for it. */
  #ended = 0;
  #allEnded = Promise.withResolvers<void>();

  constructor(child: ChildProcess) {
    this.#streams = [child.stdout, child.stderr].filter((stream) => stream !== null);
    for (const stream of this.#streams) this.#listen(stream);
    this.#closed = Promise.all(this.#streams.map((stream) => new Promise((resolve) => stream.once('close', resolve))));
  }

  #listen(stream: Readable): void {
    let end = '';
    stream.setEncoding('utf8');
    stream.on('data', (text: string) => {
      const before = this.#bytes;
      this.#bytes += text.length;
      if (before <= FLOOD && this.#bytes > FLOOD) this.#onFlood();
      this.#text = (this.#text + text).slice(-KEPT);
      end = (end + text).slice(-END_OF_OUTPUT.length);
      if (end === END_OF_OUTPUT && ++this.#ended === this.#streams.length) this.#allEnded.resolve();
    });
  }

  /** The output of another file begins. */
  begin(onFlood: () => void): void {
    this.#onFlood = onFlood;
    this.#text = '';
    this.#bytes = 0;
    this.#ended = 0;
    this.#allEnded = Promise.withResolvers();
  }

  get text(): string {
    return this.#text.replaceAll(END_OF_OUTPUT, '');
  }

  /** Waits for all that the file has written. */
  ended(): Promise<void> {
    return this.#allEnded.promise;
  }

  /** Waits for the end of the output; a service in a group of its own may hold it open for ever, so one second at most. */
  async closed(): Promise<void> {
    await Promise.race([this.#closed, sleep(1000, undefined, { ref: false })]);
    for (const stream of this.#streams) stream.destroy();
  }
}
