import { StringDecoder } from 'node:string_decoder';

/** Longest line that is handed on in one piece; a program that prints no line ends must not fill the memory. */
const LONGEST_LINE = 16 * 1024;

/** Cuts bytes into lines of UTF-8 text. A carriage return ends a line too: progress bars overwrite themselves with it. */
export class LineReader {
  readonly #decoder = new StringDecoder('utf8');
  readonly #onLine: (line: string) => void;
  #rest = '';

  constructor(onLine: (line: string) => void) {
    this.#onLine = onLine;
  }

  push(chunk: Buffer): void {
    const pieces = (this.#rest + this.#decoder.write(chunk)).split(/\r\n|\n|\r(?!$)/);
    this.#rest = pieces.pop() ?? '';
    for (const line of pieces) this.#onLine(line);
    if (this.#rest.length > LONGEST_LINE) {
      this.#onLine(this.#rest);
      this.#rest = '';
    }
  }

  end(): void {
    const last = (this.#rest + this.#decoder.end()).replace(/\r$/, '');
    if (last !== '') this.#onLine(last);
    this.#rest = '';
  }
}

/** Keeps the last bytes of what is pushed. */
export class TailBuffer {
  readonly #limit: number;
  #chunks: Buffer[] = [];
  #size = 0;
  #cut = false;

  constructor(limit: number) {
    this.#limit = limit;
  }

  push(chunk: Buffer): void {
    this.#chunks.push(chunk);
    this.#size += chunk.length;
    if (this.#size > 4 * this.#limit) this.#trim();
  }

  /** The end of what was pushed, beginning with a whole line. */
  text(): string {
    this.#trim();
    const text = Buffer.concat(this.#chunks).toString('utf8');
    return this.#cut ? text.slice(text.indexOf('\n') + 1) : text;
  }

  #trim(): void {
    if (this.#size <= this.#limit) return;
    // A copy, so that the chunks it was cut from can be freed.
    this.#chunks = [Buffer.from(Buffer.concat(this.#chunks).subarray(-this.#limit))];
    this.#size = this.#limit;
    this.#cut = true;
  }
}
