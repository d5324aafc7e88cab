import { CancelledError, Failure, IntegrityError, RegistryError } from '../../kit/errors.ts';
import { withoutTrailing } from '../../kit/text.ts';
import type { Arch } from '../../platform.ts';
import type { Check, CheckName, Outcome } from '../../report/runs/verify.ts';

/** Problems that one row lists. */
const SHOWN = 10;

/** What is wrong with one thing, gathered while it is looked at. A thousand problems take no more memory than ten. */
export class Problems {
  readonly #failed: string[] = [];
  readonly #unchecked: string[] = [];
  #failures = 0;
  #gaps = 0;

  /** @param what a sentence without its full stop */
  fail(what: string): void {
    this.#failures += 1;
    if (this.#failures <= SHOWN) this.#failed.push(what);
  }

  /** Takes note of what could not be checked, and why. @param why a sentence without its full stop */
  skip(why: string): void {
    this.#gaps += 1;
    if (this.#gaps <= SHOWN) this.#unchecked.push(why);
  }

  get outcome(): Outcome {
    return this.#failures > 0 ? 'failed' : this.#gaps > 0 ? 'unchecked' : 'passed';
  }

  /** Adds those of another. */
  add(other: Problems): void {
    for (const what of other.#failed) this.fail(what);
    for (const why of other.#unchecked) this.skip(why);
    this.#failures += other.#failures - other.#failed.length;
    this.#gaps += other.#gaps - other.#unchecked.length;
  }

  /** @param passed what is said if there is nothing wrong */
  toCheck(name: CheckName, passed: string, arch?: Arch): Check {
    const { outcome } = this;
    const [texts, count] = outcome === 'failed' ? [this.#failed, this.#failures] : [this.#unchecked, this.#gaps];
    const [first = passed, ...others] = texts;
    return {
      name,
      ...(arch !== undefined && { arch }),
      outcome,
      says: first,
      problems: others,
      more: Math.max(0, count - texts.length),
    };
  }
}

/** Returns what could not be looked at since something before it is wrong. */
export function unchecked(name: CheckName, why: string, arch?: Arch): Check {
  const problems = new Problems();
  problems.skip(why);
  return problems.toCheck(name, '', arch);
}

/** Answers of a registry that say that there is no such thing. */
const GONE = new Set([404, 410]);

/**
 * Records why something could not be read. Wrong bytes and missing parts are failures of the Feature; any other error only means that it could
 * not be checked.
 * @throws CancelledError, and what is a bug in nix-feature
 */
export function noteFault(problems: Problems, error: unknown): void {
  if (!(error instanceof Failure) || error instanceof CancelledError) throw error;
  const what = withoutTrailing(error.message, '.');
  if (error instanceof IntegrityError || isGone(error)) problems.fail(what);
  else problems.skip(what);
}

/** Tells whether a registry or a layout says that there is no such thing. */
export function isGone(error: unknown): boolean {
  if (error instanceof RegistryError) return GONE.has(error.status ?? 0);
  return error instanceof IntegrityError && (error.cause as NodeJS.ErrnoException | undefined)?.code === 'ENOENT';
}
