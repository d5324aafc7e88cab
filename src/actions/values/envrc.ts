import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { InputError } from '../../kit/errors.ts';
import type { FlakeSource } from '../../request/sources.ts';
import { parseFlake } from './flake-reference.ts';

/** What direnv runs when somebody enters a folder; here it is read, and never run. */
const ENVRC_FILE = '.envrc';

/** No `.envrc` that is understood is longer. */
const MAX_BYTES = 64 * 1024;

/**
 * `use flake` and maybe a reference: the one form that direnv and nix-feature read in the same way. Options, and anything that a shell would
 * expand or split, are not accepted.
 */
const USE_FLAKE = /^\s*use[ \t]+flake(?:[ \t]+("?)([A-Za-z0-9_./#:?=%+@-]+)\1)?[ \t]*(?:[ \t]#.*)?$/;

/** What an `.envrc` says. */
export interface Envrc {
  /** As it is written; empty: the flake of the folder, or of the nearest one above it. */
  readonly reference: string;
  readonly line: number;
  /** Other lines that are code. */
  readonly ignored: readonly number[];
}

/** Reads an `.envrc`. @returns undefined if no line, or more than one, names a flake in the one form that is understood */
export function parseEnvrc(text: string): Envrc | undefined {
  const code = text.split(/\r?\n/).flatMap((line, index) => (/^\s*(?:#.*)?$/.test(line) ? [] : [{ line, number: index + 1 }]));
  const uses = code.flatMap(({ line, number }) => {
    const found = USE_FLAKE.exec(line);
    return found === null ? [] : [{ reference: found[2] ?? '', number }];
  });
  const [use, other] = uses;
  if (use === undefined || other !== undefined) return undefined;
  return { reference: use.reference, line: use.number, ignored: code.flatMap(({ number }) => (number === use.number ? [] : [number])) };
}

/**
 * Returns the development shell that a folder's `.envrc` names, if the folder has no flake of its own.
 * @param folder absolute
 * @throws InputError if the flake that it names can't be meant
 */
export function envrcShell(folder: string): Extract<FlakeSource, { kind: 'shell' }> | undefined {
  const file = join(folder, ENVRC_FILE);
  const found = statSync(file, { throwIfNoEntry: false });
  if (existsSync(join(folder, 'flake.nix')) || found?.isFile() !== true || found.size > MAX_BYTES) return undefined;
  const envrc = parseEnvrc(readFileSync(file, 'utf8'));
  if (envrc === undefined) return undefined;
  const of = sourceOf(envrc, folder, file);
  if (of === undefined || !isShellName(of.attribute)) return undefined;
  return { kind: 'shell', of, hook: false, said: { file, ignored: envrc.ignored } };
}

/** Tells whether a text is the name of one shell in `devShells.<system>`. */
export function isShellName(text: string): boolean {
  return /^[A-Za-z_][A-Za-z0-9_'-]*$/.test(text);
}

/** Nix looks for the flake of a folder in the folders above it, too, up to the repository. */
function sourceOf({ reference, line }: Envrc, folder: string, file: string): Extract<FlakeSource, { kind: 'shell' }>['of'] | undefined {
  try {
    const source = parseFlake(reference === '' ? '.' : reference, { feature: folder, here: folder });
    if (source.kind === 'folder') {
      const nearest = withFlake(source.folder);
      return nearest === undefined ? undefined : { ...source, folder: nearest };
    }
    return source.kind === 'reference' ? source : undefined;
  } catch (cause) {
    if (!(cause instanceof InputError)) throw cause;
    throw new InputError('flake', `${ENVRC_FILE}: ${cause.message.replace(/^flake: /, '')}`, { cause, hint: 'Correct the reference there, or name the flake with "flake".', location: { file, line } });
  }
}

function withFlake(folder: string): string | undefined {
  if (existsSync(join(folder, 'flake.nix'))) return folder;
  const above = dirname(folder);
  return above === folder || existsSync(join(folder, '.git')) ? undefined : withFlake(above);
}
