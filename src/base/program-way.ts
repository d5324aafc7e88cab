/**
 * What a layer does on the way to a program: `zstd`, where a shell finds it without a set-up. Files of that name, links to
 * them, and all that is removed. `docs/reference/formats.md` says what `compression: auto` makes of it.
 */
export type WayStep = readonly [path: string, what: WayKind, target?: string];

/** `plain`: a file that can't be run, or a device; `gone`: the layers below lose it; `emptied`: they lose all in it. */
export type WayKind = 'program' | 'plain' | 'link' | 'folder' | 'gone' | 'emptied';

export const WAY_KINDS: readonly string[] = ['program', 'plain', 'link', 'folder', 'gone', 'emptied'] satisfies WayKind[];

const PLACES = ['usr/local/bin', 'usr/bin', 'bin'];
const ABOVE = new Set(['usr', 'usr/local', ...PLACES]);
const MOST_LINKS = 40;

/** Does an entry of this name must be known? A link on the way is named like the program, as a rule. */
export function isOnWay(path: string): boolean {
  return ABOVE.has(path) || path.slice(path.lastIndexOf('/') + 1).startsWith('zstd');
}

/** Is there a `zstd` that would run, once the layers lie on each other, the lowest first? What can't be told is none. */
export function hasProgram(layers: readonly (readonly WayStep[])[]): boolean {
  const files = new Map<string, WayStep>();
  for (const steps of layers) {
    // A layer empties what is below it, never what it brings itself.
    for (const [path, what] of steps) if (what === 'emptied') removeBelow(files, path);
    for (const step of steps) applyStep(files, step);
  }
  return PLACES.some((place) => leadsToProgram(files, `${place}/zstd`));
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

function leadsToProgram(files: ReadonlyMap<string, WayStep>, path: string): boolean {
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
    const [, what, target = ''] = files.get(done.join('/')) ?? [];
    if (what === 'link') {
      links += 1;
      if (links > MOST_LINKS) return false;
      done = target.startsWith('/') ? [] : done.slice(0, -1);
      open.unshift(...target.split('/'));
    } else if (open.length === 0) return what === 'program';
    else if (what !== undefined && what !== 'folder') return false;
  }
  return false;
}
