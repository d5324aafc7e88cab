import type { StorePath } from '../../nix/store/store-path.ts';
import type { ClosureEntry, DeltaDocument, LayerEntry } from './delta-document.ts';

/**
 * Checks what the parts of a delta document say of each other: the closure is sorted and whole, each path that is shipped is in
 * one layer, and what is in no delta is in none.
 * @param refuse throws; it is given the end of a sentence
 */
export function checkPlaces(document: DeltaDocument, refuse: (why: string) => never): void {
  const { closure, layers, complement = [], storePath, outputs } = document;
  const places = new Map(closure.map((entry) => [entry.path, entry.in]));
  checkClosure(closure, places, refuse);
  for (const path of [storePath, ...Object.values(outputs)]) {
    if (!places.has(path)) refuse(`the output ${path} is not in its closure`);
  }
  const all = [...layers, ...complement];
  if (new Set(all.map(({ digest }) => digest)).size !== all.length) refuse('two of its layers have the same digest');
  const shipped = checkLayers(layers, 'delta', places, refuse);
  checkLayers(complement, 'base', places, refuse);
  const homeless = closure.find((entry) => entry.in === 'delta' && !shipped.has(entry.path));
  if (homeless !== undefined) refuse(`${homeless.path} is shipped but in none of its layers`);
}

function checkClosure(closure: readonly ClosureEntry[], places: ReadonlyMap<StorePath, unknown>, refuse: (why: string) => never): void {
  let last = '';
  let size = 0;
  for (const { path, references, narSize } of closure) {
    if (path <= last) refuse(`its closure is not sorted: ${path} comes after ${last}`);
    last = path;
    size += narSize;
    const stranger = references.find((reference) => !places.has(reference));
    if (stranger !== undefined) refuse(`${path} refers to ${stranger}, which is not in the closure`);
    if (references.some((reference, index) => index > 0 && reference <= (references[index - 1] ?? ''))) refuse(`the references of ${path} are not sorted`);
  }
  if (!Number.isSafeInteger(size)) refuse('the sizes of its closure add up to more than 2^53 bytes');
}

/** @returns the paths that the layers hold */
function checkLayers(
  layers: readonly LayerEntry[],
  place: ClosureEntry['in'],
  places: ReadonlyMap<StorePath, ClosureEntry['in']>,
  refuse: (why: string) => never,
): ReadonlySet<StorePath> {
  const what = place === 'delta' ? 'a layer' : 'the complement';
  const seen = new Set<StorePath>();
  for (const { paths, size, frames = [] } of layers) {
    const odd = frames.find((frame) => !isFrame(frame, paths.length, size));
    if (odd !== undefined) refuse(`${what} has the frame [${odd.join(', ')}], which is not in it`);
    if (paths.length === 0) refuse(`${what} holds no store path`);
    for (const path of paths) {
      if (!places.has(path)) refuse(`${what} holds ${path}, which is not in the closure`);
      if (places.get(path) !== place) refuse(`${what} holds ${path}, which is ${place === 'delta' ? 'of the base' : 'not of the base'}`);
      if (seen.has(path)) refuse(`${path} is in more than one layer`);
      seen.add(path);
    }
  }
  return seen;
}

/** @param paths how many the layer has @param size bytes of the layer */
function isFrame(frame: readonly number[], paths: number, size: number): boolean {
  const [path = paths, offset = size, length = 0] = frame;
  return frame.length === 3 && path < paths && length > 0 && offset + length <= size;
}
