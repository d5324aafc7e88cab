/** Why a text is not the JSON that was wanted; the end of a sentence: "it is not JSON". Never quotes the text. */
export class JsonError extends Error {}

export interface JsonLimits {
  /** Bytes of UTF-8. */
  readonly bytes: number;
  /** How deep lists and objects may lie in each other. */
  readonly depth?: number;
  /** Values, names included, that there may be. */
  readonly values?: number;
}

/** What everything that we read stays far below; deeper ones end a recursion's stack. */
export const JSON_DEPTH = 64;
/** Each takes up to 40 bytes of memory, however little it takes of the text. */
const JSON_VALUES = 4_000_000;

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COMMA = 0x2c;
const COLON = 0x3a;
const OPEN_LIST = 0x5b;
const OPEN_OBJECT = 0x7b;
const CLOSE_LIST = 0x5d;
const CLOSE_OBJECT = 0x7d;

/**
 * Parses JSON from outside: what would take too much memory or stack is refused before it is built.
 * @throws JsonError
 */
export function parseJson(source: Uint8Array | string, { bytes, depth = JSON_DEPTH, values = JSON_VALUES }: JsonLimits): unknown {
  const buffer = typeof source === 'string' ? Buffer.from(source) : source;
  if (buffer.length > bytes) throw new JsonError(`it has ${buffer.length} bytes; the limit is ${bytes}`);
  measure(buffer, depth, values);
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(buffer)) as unknown;
  } catch {
    // Without its cause: JSON.parse quotes what it can't read, and that may be a secret.
    throw new JsonError('it is not JSON');
  }
}

/** What a program of ours writes about a closure may be large; more than this is never needed. */
const PROGRAM_LIMIT = 512 * 1024 * 1024;

/**
 * Returns the JSON in a text, or refuses it.
 * @param refuse throws; it is given the end of a sentence
 * @param limits unless given, those of what a program wrote
 */
export function parsedJson(source: Uint8Array | string, refuse: (why: string, cause: unknown) => never, limits: JsonLimits = { bytes: PROGRAM_LIMIT, values: 10 * JSON_VALUES }): unknown {
  try {
    return parseJson(source, limits);
  } catch (cause) {
    return refuse(cause instanceof JsonError ? cause.message : String(cause), cause);
  }
}

/** Counts what JSON.parse would build; of what is no JSON, something or other. */
function measure(bytes: Uint8Array, depth: number, values: number): void {
  let open = 0;
  let count = 1;
  let inText = false;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at];
    if (inText) {
      if (byte === BACKSLASH) at++;
      else if (byte === QUOTE) inText = false;
    } else if (byte === QUOTE) {
      inText = true;
    } else if (byte === OPEN_LIST || byte === OPEN_OBJECT) {
      open++;
      count++;
      if (open > depth) throw new JsonError(`it is nested more than ${depth} levels deep`);
    } else if (byte === CLOSE_LIST || byte === CLOSE_OBJECT) {
      open--;
    } else if (byte === COMMA || byte === COLON) {
      count++;
    }
    if (count > values) throw new JsonError(`it holds more than ${values} values`);
  }
}
