/**
 * What a layer does on the way to two files: the program `zstd`, where a shell finds it without a set-up, and Nix's registry of
 * flakes. Files of those names, links to them, and all that is removed. `docs/reference/formats.md` says what `compression: auto`
 * makes of the first.
 */
export type WayStep = readonly [path: string, what: WayKind, more?: string];

/**
 * `plain`: a file that can't be run, or a device; `text`: one whose contents follow; `link`: its target follows; `gone`: the layers
 * below lose it; `emptied`: they lose all in it.
 */
export type WayKind = 'program' | 'plain' | 'text' | 'link' | 'folder' | 'gone' | 'emptied';

export const WAY_KINDS: readonly string[] = ['program', 'plain', 'text', 'link', 'folder', 'gone', 'emptied'] satisfies WayKind[];

const PLACES = ['usr/local/bin', 'usr/bin', 'bin'];
const REGISTRY = 'etc/nix/registry.json';
// NixOS has links in /etc to /etc/static, and that is a link into the store.
const ABOVE = new Set(['usr', 'usr/local', ...PLACES, 'etc', 'etc/nix', 'etc/static']);
const REGISTRIES = /^(?:etc\/(?:static\/)?nix\/registry\.json|nix\/store\/[^/]*registry\.json|nix\/store\/[^/]+\/etc\/nix\/registry\.json)$/;
const MOST_LINKS = 40;

/** Tells whether an entry of this name must be known. A link on the way usually has the name of the file that it leads to. */
export function isOnWay(path: string): boolean {
  return ABOVE.has(path) || path.slice(path.lastIndexOf('/') + 1).startsWith('zstd') || isRegistry(path);
}

/** Tells whether a file of this name may be Nix's registry of flakes, or the target of a link to it. */
export function isRegistry(path: string): boolean {
  return REGISTRIES.test(path);
}

/** Tells whether the layers together, the lowest first, have a `zstd` that would run. False if that can't be told. */
export function hasProgram(layers: readonly (readonly WayStep[])[]): boolean {
  const files = folded(layers);
  return PLACES.some((place) => destinationOf(files, `${place}/zstd`)?.[1] === 'program');
}

/** Returns the text of Nix's registry of flakes, once the layers lie on each other. What can't be told is none. */
export function registryText(layers: readonly (readonly WayStep[])[]): string | undefined {
  const [, what, text] = destinationOf(folded(layers), REGISTRY) ?? [];
  return what === 'text' ? text : undefined;
}

function folded(layers: readonly (readonly WayStep[])[]): ReadonlyMap<string, WayStep> {
  const files = new Map<string, WayStep>();
  for (const steps of layers) {
    // A layer empties what is below it, never what it brings itself.
    for (const [path, what] of steps) if (what === 'emptied') removeBelow(files, path);
    for (const step of steps) applyStep(files, step);
  }
  return files;
}

function applyStep(files: Map<string, WayStep>, step: WayStep): void {
  const [path, what] = step;
  if (what === 'emptied') return;
  if (what !== 'folder') removeBelow(files, path);
  if (what === 'gone') files.delete(path);
  else files.set(path, step);
}

function removeBelow(files: Map<string, WayStep>, folder: string): void {
  const prefix = folder === '' ? '' : `${folder}/`;
  for (const path of files.keys()) if (path.startsWith(prefix)) files.delete(path);
}

/** What is at the end of a path and its links. */
function destinationOf(files: ReadonlyMap<string, WayStep>, path: string): WayStep | undefined {
  let done: string[] = [];
  const open = path.split('/');
  for (let links = 0; open.length > 0; ) {
    const part = open.shift() ?? '';
    if (part === '' || part === '.') continue;
    if (part === '..') {
      done.pop();
      continue;
    }
    done.push(part);
    const step = files.get(done.join('/'));
    const [, what, target = ''] = step ?? [];
    if (what === 'link') {
      links += 1;
      if (links > MOST_LINKS) return undefined;
      done = target.startsWith('/') ? [] : done.slice(0, -1);
      open.unshift(...target.split('/'));
    } else if (open.length === 0) return step;
    else if (what !== undefined && what !== 'folder') return undefined;
  }
  return undefined;
}
