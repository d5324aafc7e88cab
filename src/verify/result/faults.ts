import { CancelledError, Failure, IntegrityError, RegistryError } from '../../kit/errors.ts';
import { withoutTrailing } from '../../kit/lines.ts';
import type { Problems } from './checks.ts';

/** Answers of a registry that say that there is no such thing. */
const GONE = new Set([404, 410]);

/**
 * Takes note of why something could not be read. Bytes that are not what they should be, and what its place says is not
 * there, are failures of what is verified; all else only keeps it from being checked.
 * @throws CancelledError, and what is a bug in nix-feature
 */
export function noteFault(problems: Problems, error: unknown): void {
  if (!(error instanceof Failure) || error instanceof CancelledError) throw error;
  const what = withoutTrailing(error.message, '.');
  if (error instanceof IntegrityError || isGone(error)) problems.fail(what);
  else problems.skip(what);
}

/** Does a registry, or a layout, say that there is no such thing? */
export function isGone(error: unknown): boolean {
  if (error instanceof RegistryError) return GONE.has(error.status ?? 0);
  return error instanceof IntegrityError && (error.cause as NodeJS.ErrnoException | undefined)?.code === 'ENOENT';
}
