import { isObject } from '../../json/field.ts';
import { JsonError, parseJson } from '../../json/parse-json.ts';
import { withoutSequences } from '../../kit/safe-text.ts';

/** Makes Nix say on standard error what it does, one JSON object a line. Every version since 2.4 knows it; numbers are those of its logging.hh. */
export const JSON_LOG = ['--log-format', 'internal-json'] as const;

const PREFIX = '@nix ';
const INFO = 3;
const FILE_TRANSFER = 101;
const BUILDS = 104;
const BUILD = 105;
const BUILD_WAITING = 111;
const LOG_LINE = 101;
const PROGRESS = 105;
const SET_EXPECTED = 106;

/** What a line may have, and how much of what was said is kept for errors; bytes. */
const LIMITS = { bytes: 1024 * 1024, depth: 8, values: 10_000 };
const KEPT = 64 * 1024;
/** Activities that are followed at once: Nix has a few hundred at most. */
const MOST_ACTIVITIES = 10_000;

/** How far a build is. */
export interface NixProgress {
  /** Derivations that are built, and that are known to be needed. */
  readonly built: number;
  readonly toBuild: number;
  /** Bytes that were fetched, and that are known to be needed. */
  readonly fetched: number;
  readonly toFetch: number;
  /** The name of what is being built; undefined if nothing is. */
  readonly building: string | undefined;
}

interface Activity {
  readonly type: number;
  /** Of a build. */
  readonly name: string;
  done: number;
  /** Of which types how much is expected in it. */
  readonly expected: Map<number, number>;
}

/** Reads what Nix says in JSON: gives the lines that it would say to a person, and knows how far it is. Whatever else comes is a line of text. */
export class NixLog {
  readonly #activities = new Map<number, Activity>();
  /** Of activities that have ended. */
  #fetchedBefore = 0;
  #built = 0;
  #toBuild = 0;
  #said = '';

  /** Takes a line. @returns the lines that a person should see */
  take(line: string): readonly string[] {
    const lines = this.#read(line).flatMap((text) => text.split(/\r\n|\n|\r/));
    for (const each of lines) this.#said = `${this.#said}${each}\n`;
    if (this.#said.length > 2 * KEPT) this.#said = this.#said.slice(-KEPT);
    return lines;
  }

  /** The end of what was said to a person. */
  get said(): string {
    return this.#said.slice(-KEPT);
  }

  get progress(): NixProgress {
    let [fetched, toFetch, building]: [number, number, string | undefined] = [this.#fetchedBefore, 0, undefined];
    for (const { type, name, done, expected } of this.#activities.values()) {
      if (type === FILE_TRANSFER) fetched += done;
      if (type === BUILD) building = name;
      toFetch += expected.get(FILE_TRANSFER) ?? 0;
    }
    return { built: this.#built, toBuild: this.#toBuild, fetched, toFetch: Math.max(toFetch, fetched), building };
  }

  #read(line: string): readonly string[] {
    if (!line.startsWith(PREFIX)) return [line];
    let event: unknown;
    try {
      event = parseJson(line.slice(PREFIX.length), LIMITS);
    } catch (error) {
      if (error instanceof JsonError) return [line];
      throw error;
    }
    if (!isObject(event)) return [line];
    const { action, id, level, type, text, msg, fields } = event;
    if (action === 'msg') return typeof msg === 'string' && isSaid(level) ? [withoutSequences(msg)] : [];
    if (!isCount(id)) return [];
    if (action === 'start') return this.#start(id, isCount(type) ? type : 0, Array.isArray(fields) ? fields : [], typeof text === 'string' && isSaid(level) ? withoutSequences(text) : '');
    if (action === 'stop') this.#stop(id);
    return action === 'result' && isCount(type) && Array.isArray(fields) ? this.#result(id, type, fields) : [];
  }

  #start(id: number, type: number, [derivation]: readonly unknown[], text: string): readonly string[] {
    const name = type === BUILD && typeof derivation === 'string' ? nameOf(derivation) : '';
    if (this.#activities.size < MOST_ACTIVITIES) this.#activities.set(id, { type, name, done: 0, expected: new Map() });
    return text === '' || type === BUILD_WAITING ? [] : [`${text}...`];
  }

  #stop(id: number): void {
    const activity = this.#activities.get(id);
    if (activity?.type === FILE_TRANSFER) this.#fetchedBefore += activity.done;
    this.#activities.delete(id);
  }

  #result(id: number, type: number, [first, second]: readonly unknown[]): readonly string[] {
    const activity = this.#activities.get(id);
    if (activity === undefined) return [];
    if (type === LOG_LINE) return typeof first === 'string' ? [`${activity.name === '' ? '' : `${activity.name}> `}${withoutSequences(first)}`] : [];
    if (!isCount(first) || !isCount(second)) return [];
    if (type === SET_EXPECTED) activity.expected.set(first, second);
    if (type !== PROGRESS) return [];
    activity.done = first;
    if (activity.type === BUILDS) [this.#built, this.#toBuild] = [first, Math.max(first, second)];
    return [];
  }
}

/** By default Nix says what has the level of information, or is more important. */
function isSaid(level: unknown): boolean {
  return isCount(level) && level <= INFO;
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}

/** `hello-1.0` of `/nix/store/<hash>-hello-1.0.drv`. */
function nameOf(derivation: string): string {
  return derivation.replace(/^.*\//, '').slice(33).replace(/\.drv$/, '');
}
