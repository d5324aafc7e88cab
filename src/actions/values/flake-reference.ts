import { existsSync, statSync } from 'node:fs';
import { isAbsolute, resolve } from 'node:path';
import { InputError } from '../../kit/errors.ts';
import { redactUrls } from '../../kit/safe-text.ts';
import { didYouMean } from '../../kit/text.ts';
import type { FlakeSource } from '../../request/sources.ts';

const INPUT = 'flake';
const DEFAULT_ATTRIBUTE = 'default';

// Nix manual, "nix flake", "Types".
const SCHEMES =
  `github gitlab sourcehut flake path git http https
  git+https git+http git+ssh git+file hg+https hg+http hg+ssh hg+file
  tarball+https tarball+http tarball+file file+https file+http file+file`.split(/\s+/);

/** What names a folder of this machine, whose name may have blanks in it. */
const LOCAL = /^(?:\.{0,2}\/|\.{1,2}(?:$|[?#])|#|path:|git\+file:)/;

/**
 * Reads a flake reference. Local ones become absolute, because Nix may run somewhere else than in our folder.
 * @param text not empty: the caller knows what the default is
 * @param places absolute folders: `feature` for a bare `#attribute`, `here` where relative paths start from
 * @throws InputError
 */
export function parseFlake(text: string, places: { readonly feature: string; readonly here: string }): FlakeSource {
  if (/\p{Cc}/u.test(text) || (/\s/.test(text) && !LOCAL.test(text))) {
    throw new InputError(INPUT, `${INPUT}: "${shown(text)}" contains a space.`, { hint: 'Write a space as %20.' });
  }
  const { reference, attribute } = splitAttribute(text);
  if (reference === '') return { kind: 'folder', folder: places.feature, attribute };
  const { path, query } = splitQuery(reference);

  if (/^\.{0,2}\/|^\.{1,2}$/.test(path)) return localFlake(path, query, attribute, places.here);
  const [, scheme, rest = ''] = /^([a-zA-Z][a-zA-Z0-9+.-]*):(.*)$/s.exec(path) ?? [];
  if (scheme === undefined) return indirectFlake(reference, path, attribute, places.here);
  if (scheme === 'path') return localFlake(localPathOf(rest, text), query, attribute, places.here);
  if (!SCHEMES.includes(scheme)) {
    throw new InputError(INPUT, `${INPUT}: "${shown(text)}" begins with ${scheme}:, which Nix does not know.${didYouMean(scheme, SCHEMES)}`);
  }
  if (!scheme.endsWith('+file')) return { kind: 'reference', reference, attribute };
  const mount = existing(resolve(places.here, localPathOf(rest, text)), text);
  return { kind: 'reference', reference: `${scheme}://${encodePath(mount)}${query}`, attribute, mount };
}

/** Returns the folder that a feature is built from when nothing else is said. */
export function defaultFlake(featureFolder: string): FlakeSource {
  return { kind: 'folder', folder: featureFolder, attribute: DEFAULT_ATTRIBUTE };
}

function splitAttribute(text: string): { reference: string; attribute: string } {
  const hash = text.indexOf('#');
  if (hash < 0) return { reference: text, attribute: DEFAULT_ATTRIBUTE };
  const attribute = text.slice(hash + 1);
  // `#^man` means: of the default, this output.
  return {
    reference: text.slice(0, hash),
    attribute: attribute === '' || attribute.startsWith('^') ? `${DEFAULT_ATTRIBUTE}${attribute}` : attribute,
  };
}

function splitQuery(reference: string): { path: string; query: string } {
  const mark = reference.indexOf('?');
  return mark < 0 ? { path: reference, query: '' } : { path: reference.slice(0, mark), query: reference.slice(mark).replaceAll(' ', '%20') };
}

function localFlake(path: string, query: string, attribute: string, here: string): FlakeSource {
  const folder = existing(resolve(here, path), path);
  if (query === '') return { kind: 'folder', folder, attribute };
  return { kind: 'reference', reference: `path:${encodePath(folder)}${query}`, attribute, mount: folder };
}

/** `nixpkgs` and the like: a name in Nix's registry of flakes. */
function indirectFlake(reference: string, path: string, attribute: string, here: string): FlakeSource {
  if (existsSync(resolve(here, path))) {
    throw new InputError(INPUT, `${INPUT}: "${shown(reference)}" may be a folder or a name in Nix's flake registry.`, {
      hint: `Write ./${shown(reference)} for the folder, flake:${shown(reference)} for the registry.`,
    });
  }
  // Nix manual, "nix registry": a name, then maybe a branch, then maybe a revision.
  if (/^[a-zA-Z][a-zA-Z0-9_-]*(?:\/[a-zA-Z0-9_.-]+){0,2}$/.test(path)) {
    return { kind: 'reference', reference: `flake:${reference}`, attribute };
  }
  throw new InputError(INPUT, `${INPUT}: "${shown(reference)}" is not a flake reference.`, {
    hint: 'Write ./folder#attribute, github:owner/repo#attribute, git+https://…, or another that `nix build` accepts.',
  });
}

/** The path in what follows `path:` or `git+file:`, which may have an empty authority (`//`) before it. */
function localPathOf(rest: string, text: string): string {
  const path = rest.startsWith('//') ? rest.slice(2) : rest;
  if (rest.startsWith('//') && !isAbsolute(path)) {
    throw new InputError(INPUT, `${INPUT}: "${shown(text)}" names a host; a local path begins with a third slash.`);
  }
  try {
    return decodeURIComponent(path);
  } catch (cause) {
    throw new InputError(INPUT, `${INPUT}: "${shown(text)}" has a % without two hexadecimal digits behind it.`, { cause, hint: 'Write % as %25.' });
  }
}

function encodePath(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}

function existing(folder: string, text: string): string {
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() === true) return folder;
  throw new InputError(INPUT, `${INPUT}: "${shown(text)}" names the folder ${folder}, which does not exist.`);
}

/** A login and a query may hold tokens. */
function shown(text: string): string {
  return redactUrls(text).replace(/\?[^#]*/, '?…');
}
