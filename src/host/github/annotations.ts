/** GitHub shows so many annotations of a kind for a step, and drops the rest without a word. */
const SHOWN = 10;

/** Shows one annotation, or writes the same as a line of the log. */
export interface AnnotationSink<A> {
  readonly show: (kind: AnnotationKind, message: string, at: A) => void;
  readonly log: (line: string) => void;
}

export type AnnotationKind = 'error' | 'warning' | 'notice';

/**
 * Keeps annotations within what GitHub shows of a step. The conclusion, why the step failed, comes first of all errors; those that led to it
 * wait for it. What is beyond the limit is in the log, and the last annotation says so.
 */
export class Annotations<A> {
  readonly #sink: AnnotationSink<A>;
  readonly #counts = new Map<AnnotationKind, number>();
  readonly #added = new Set<string>();
  #waiting: { readonly message: string; readonly at: A }[] = [];

  constructor(sink: AnnotationSink<A>) {
    this.#sink = sink;
  }

  /** One of several errors: it waits for the conclusion. */
  fault(message: string, at: A): void {
    this.#waiting.push({ message, at });
  }

  /** Why the step failed. */
  conclude(message: string, at: A): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    this.add('error', message, at);
    for (const each of waiting) this.add('error', each.message, each.at);
  }

  /** The same said again of the same place is a line of the log. */
  add(kind: AnnotationKind, message: string, at: A): void {
    const which = JSON.stringify([kind, message, at]);
    if (this.#added.has(which)) return this.#sink.log(`${kind}: ${message}`);
    this.#added.add(which);
    const count = (this.#counts.get(kind) ?? 0) + 1;
    this.#counts.set(kind, count);
    if (count < SHOWN) this.#sink.show(kind, message, at);
    else this.#sink.log(`${kind}: ${message}`);
  }

  /** To be called in the end: says how many are in the log alone. @param nowhere where that annotation is */
  end(nowhere: A): void {
    for (const { message, at } of this.#waiting) this.add('error', message, at);
    this.#waiting = [];
    for (const [kind, count] of this.#counts) {
      const hidden = count - (SHOWN - 1);
      if (hidden > 0) this.#sink.show(kind, `${hidden === 1 ? 'One more' : `${hidden} more`} of this kind ${hidden === 1 ? 'is' : 'are'} in the log of this step.`, nowhere);
    }
    this.#counts.clear();
  }
}
