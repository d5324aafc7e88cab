import { resolve } from 'node:path';
import { Failure, FILE_REASONS, InputError, SetupError } from '../kit/errors.ts';
import { temporaryPlace } from '../kit/temporary.ts';

/** An input as it was given, by its name. */
type Given = readonly [name: string, value: string];

/**
 * Explains errors of the file system, in this one place: a refusal is no bug, and has to do with the input that names the path, or with
 * the machine.
 * @param here where relative paths start from
 * @returns an InputError or a SetupError for such an error; any other as it is
 */
export function explainedFileError(error: unknown, given: Iterable<Given>, here: string | undefined): unknown {
  if (error instanceof Failure || !(error instanceof Error)) return error;
  const { code = '', syscall = '', path, dest } = error as NodeJS.ErrnoException & { readonly dest?: string };
  if (code === 'ENOENT' && syscall === 'uv_cwd') {
    return new SetupError('The current folder no longer exists.', { cause: error, hint: 'Change to a folder that exists: this one was removed or recreated.' });
  }
  const reason = code === 'ENOENT' && /^mkd(?:ir|temp)$/.test(syscall) ? "a folder can't be created there" : FILE_REASONS[code];
  if (reason === undefined) return error;
  const places = [path, dest].filter((place) => typeof place === 'string');
  const what = `${places[0] ?? 'A file'} can't be used (${syscall}): ${reason} (${code}).`;
  const input = here === undefined ? undefined : [...given].find(([, value]) => places.some((place) => names(value, place, here)))?.[0];
  const isTemporary = places.some((place) => place.startsWith(`${temporaryPlace()}/`));
  const hint = isTemporary ? { hint: 'Set RUNNER_TEMP or TMPDIR to a folder that exists and is writable.' } : {};
  return input === undefined ? new SetupError(what, { cause: error, ...hint }) : new InputError(input, `${input}: ${what}`, { cause: error });
}

/** Tells whether a value, a line of it, or the part after its scheme names this place or a folder above it. */
function names(value: string, place: string, here: string): boolean {
  const lines = value.split(/[\n,]/).map((line) => line.trim()).filter((line) => line !== '');
  const texts = lines.flatMap((line) => {
    const bare = line.replace(/^[a-z+]+:(?:\/\/(?=\/))?/, '');
    return [line, bare, bare.replace(/[#?].*/s, ''), bare.replace(/:[^:/]*$/, '')];
  });
  return texts.some((text) => {
    const folder = resolve(here, text);
    return text !== '' && (place === folder || place.startsWith(`${folder}/`));
  });
}
