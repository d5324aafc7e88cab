/** What is set before; undefined if it is not. */
export type Environment = (name: string) => string | undefined;

/** What an engine makes of the value of an ENV instruction. */
export type EnvWord = { readonly kind: 'value'; readonly value: string } | { readonly kind: 'fault'; readonly why: string };

/**
 * Expands a value of `containerEnv` as engines do: the dev container tools write `ENV name="value"`, with `"` and `\` escaped,
 * and `$name` stands for what is set before (Dockerfile reference, "Environment replacement"; BuildKit, shell/lex.go).
 */
export function expandEnv(value: string, environment: Environment): EnvWord {
  if (/[\n\0]/.test(value)) return { kind: 'fault', why: 'has a line break, which ends the instruction' };
  try {
    return { kind: 'value', value: new Lexer(`${value.replaceAll(/["\\]/g, String.raw`\$&`)}"`, environment).quoted('"') };
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    return { kind: 'fault', why: error.message };
  }
}

/** Returns the names that stand in a value, as they are written: `PATH`, `localEnv:HOME`. */
export function namesIn(value: string): readonly string[] {
  return [...value.matchAll(/\$\{([^}]*)\}|\$([A-Za-z_][A-Za-z0-9_]*)/g)].map(([, braced, bare]) => braced ?? bare ?? '');
}

class Unreadable extends Error {}

const UNCLOSED = 'has a "${" that is not closed';
const UNCLOSED_QUOTE = 'has a quote in "${…}" that is not closed';
/** Bytes of a variable: Linux starts no program with a longer one. */
const MOST_VALUE = 128 * 1024;
/** `${A:-${B:-…}}` */
const MOST_NESTED = 100;
const SPECIAL = /[@*#?$!0-]/;
const LETTER = /[\p{L}\p{Nd}_]/u;

class Lexer {
  readonly #text: string;
  readonly #environment: Environment;
  #at = 0;
  #nested = 0;

  constructor(text: string, environment: Environment) {
    this.#text = text;
    this.#environment = environment;
  }

  /** The rest of what a quote began. */
  quoted(end: '"'): string {
    return this.#until(end, (next) => (next === '\\' && /["$\\]/.test(this.#peek(1)) ? this.#taken(2).slice(1) : undefined));
  }

  #until(end: string, special: (next: string) => string | undefined): string {
    let value = '';
    for (;;) {
      const next = this.#peek();
      if (next === '') throw new Unreadable(end === '}' ? UNCLOSED : UNCLOSED_QUOTE);
      if (next === end) break;
      value += next === '$' ? this.#dollar() : (special(next) ?? this.#taken(1));
      if (value.length > MOST_VALUE) throw new Unreadable(`becomes longer than the ${MOST_VALUE} bytes that a variable may have`);
    }
    this.#taken(1);
    return value;
  }

  /** What stands after a modifier has quotes of its own. */
  #word(): string {
    this.#nested += 1;
    if (this.#nested > MOST_NESTED) throw new Unreadable(`has more than ${MOST_NESTED} "\${…}" in one another`);
    const word = this.#until('}', (next) => {
      if (next === '\\') return this.#taken(2).slice(1);
      if (next === '"') return this.#taken(1) && this.quoted('"');
      return next === "'" ? this.#literal() : undefined;
    });
    this.#nested -= 1;
    return word;
  }

  #literal(): string {
    const end = this.#text.indexOf("'", this.#at + 1);
    if (end < 0) throw new Unreadable(UNCLOSED_QUOTE);
    return this.#taken(end + 1 - this.#at).slice(1, -1);
  }

  #dollar(): string {
    this.#taken(1);
    if (this.#peek() !== '{') {
      const name = this.#name();
      return name === '' ? '$' : (this.#environment(name) ?? '');
    }
    this.#taken(1);
    const name = this.#name();
    if (name === '') throw new Unreadable('has a "${" without a name behind it');
    if (this.#peek() === '}') return this.#taken(1) && (this.#environment(name) ?? '');
    return this.#modified(name);
  }

  #modified(name: string): string {
    const start = this.#at;
    const emptyIsUnset = this.#peek() === ':';
    if (emptyIsUnset) this.#taken(1);
    const modifier = this.#peek();
    if (this.#at >= this.#text.length - 1) throw new Unreadable(UNCLOSED);
    if (!/[-+?]/.test(modifier)) throw new Unreadable(`has "\${${name}${this.#text.slice(start, start + 2)}…}", which is not a modifier that engines know`);
    this.#taken(1);
    const word = this.#word();
    const set = this.#environment(name);
    const isSet = set !== undefined && !(emptyIsUnset && set === '');
    if (modifier === '+') return isSet ? word : '';
    if (isSet) return set;
    if (modifier === '?') throw new Unreadable(`demands "${name}", which is not set`);
    return word;
  }

  #name(): string {
    const digits = /^\d+/.exec(this.#text.slice(this.#at))?.[0];
    if (digits !== undefined) return this.#taken(digits.length);
    if (SPECIAL.test(this.#peek())) return this.#taken(1);
    let length = 0;
    while (LETTER.test(this.#peek(length))) length += 1;
    return this.#taken(length);
  }

  #peek(ahead = 0): string {
    return this.#text.charAt(this.#at + ahead);
  }

  #taken(count: number): string {
    this.#at += count;
    return this.#text.slice(this.#at - count, this.#at);
  }
}
