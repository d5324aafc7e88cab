import { firstUnfit } from '../kit/safe-text.ts';

/** Longest text that a message quotes. */
const QUOTED = 80;
/** Longest text that is taken if nothing else is said. */
const TEXT = 4096;

/** A grammar, and what its texts are called: "a digest (sha256:...)". */
export interface Grammar<T extends string = string> {
  readonly what: string;
  readonly test: (text: string) => text is T;
}

export function grammar<T extends string = string>(what: string, test: (text: string) => boolean): Grammar<T> {
  return { what, test: test as Grammar<T>['test'] };
}

/**
 * A value of a document from outside, and the way to it. What is read from it is what its type says, or `refuse` is
 * called with the end of a sentence: `layers[3].size is -1, and should be ...`. Members that nobody reads may be anything.
 */
export class Field {
  readonly value: unknown;
  readonly #parent: Field | undefined;
  readonly #name: string | number;
  readonly #refuse: (why: string) => never;

  private constructor(value: unknown, parent: Field | undefined, name: string | number, refuse: (why: string) => never) {
    this.value = value;
    this.#parent = parent;
    this.#name = name;
    this.#refuse = refuse;
  }

  /** @param refuse throws what its reader throws */
  static of(value: unknown, refuse: (why: string) => never): Field {
    return new Field(value, undefined, '', refuse);
  }

  /** `layers[3].size`; of the whole document "it". */
  get place(): string {
    return this.#path().replace(/^\./, '') || 'it';
  }

  #path(): string {
    return this.#parent === undefined ? '' : this.#parent.#path() + step(this.#name);
  }

  /** @param why the end of a sentence that begins with the place */
  refuse(why: string): never {
    return this.#refuse(`${this.place} ${why}`);
  }

  /** @param wanted "a number" */
  refuseValue(wanted: string): never {
    return this.refuse(this.value === undefined ? `is missing; it should be ${wanted}` : `is ${quoted(this.value)}, and should be ${wanted}`);
  }

  /** A member of an object; one that is not there has the value undefined. */
  get(name: string): Field {
    const object = this.object();
    return new Field(Object.hasOwn(object, name) ? object[name] : undefined, this, name, this.#refuse);
  }

  object(): Readonly<Record<string, unknown>> {
    const { value } = this;
    if (!isObject(value)) return this.refuseValue('an object');
    return value;
  }

  /** All members of an object. @param most how many there may be */
  members(most: number): readonly (readonly [name: string, member: Field])[] {
    const entries = Object.entries(this.object());
    if (entries.length > most) this.refuse(`has ${entries.length} members, more than ${most}`);
    return entries.map(([name, value]) => [name, new Field(value, this, name, this.#refuse)]);
  }

  /** Each item of a list. @param most how many there may be */
  each(most: number, read: (item: Field) => unknown): void {
    const { value } = this;
    if (!Array.isArray(value)) return this.refuseValue('a list');
    if (value.length > most) this.refuse(`has ${value.length} items, more than ${most}`);
    for (const [index, item] of value.entries()) read(new Field(item as unknown, this, index, this.#refuse));
  }

  optional<T>(read: (field: Field) => T): T | undefined {
    return this.value === undefined ? undefined : read(this);
  }

  /** A text of one line without control characters. @param most how many characters it may have */
  text(most = TEXT): string {
    const { value } = this;
    if (typeof value !== 'string') return this.refuseValue('a text');
    if (value.length > most) this.refuse(`has ${value.length} characters, more than ${most}`);
    const unfit = firstUnfit(value);
    if (unfit !== undefined) this.refuse(`holds ${unfit}, which no text of one line has`);
    return value;
  }

  /** A text of a grammar. */
  as<T extends string>({ what, test }: Grammar<T>): T {
    const { value } = this;
    return typeof value === 'string' && test(value) ? value : this.refuseValue(what);
  }

  /** One of some texts. */
  oneOf<T extends string>(values: readonly T[]): T {
    return values.find((each) => each === this.value) ?? this.refuseValue(values.length === 1 ? `"${values.join('')}"` : `one of ${values.join(', ')}`);
  }

  /** A whole number. */
  count(least = 0, most = Number.MAX_SAFE_INTEGER): number {
    const { value } = this;
    if (typeof value === 'number' && Number.isSafeInteger(value) && value >= least && value <= most) return value;
    return this.refuseValue(`a whole number from ${least} to ${most}`);
  }

  /** @throws what `refuse` throws, unless the value is this one */
  is(value: string | number | boolean | null, why = ''): void {
    if (this.value !== value) this.refuseValue(`${JSON.stringify(value)}${why === '' ? '' : `, ${why}`}`);
  }
}

function step(name: string | number): string {
  if (typeof name === 'number') return `[${name}]`;
  return /^\w{1,64}$/.test(name) ? `.${name}` : `[${quoted(name)}]`;
}

/** A value as a message shows it: on one line, no longer than a line. */
function quoted(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object' && value !== null) return 'an object';
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length > QUOTED ? `${text.slice(0, QUOTED)}...` : text;
}

/** Tells whether this is an object, and not a list. */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
