import { printable } from '../../kit/format.ts';
import { compareText } from '../store/store-path.ts';
import type { NarEntry, NarListing } from './nar-listing.ts';

/** The first place at which two builds of a path differ. */
export interface BuildDifference {
  /** Each char is one byte; `''` is the path itself. */
  readonly place: string;
  /** The end of a sentence that begins with the place. */
  readonly how: string;
  /** The contents of a file differ, and nothing else of it: they are worth a look. */
  readonly inContents: boolean;
}

/** @returns undefined if both hold the same */
export function firstDifference(before: NarListing, after: NarListing): BuildDifference | undefined {
  const places = [...new Set([...before.keys(), ...after.keys()])].toSorted(compareText);
  // Contents say more than what follows from them, such as a folder that lacks an entry.
  for (const place of places) {
    const [a, b] = [before.get(place), after.get(place)];
    if (a === undefined || b === undefined) return { place, how: `is there in the ${a === undefined ? 'second' : 'first'} build only`, inContents: false };
    const how = entriesDiffer(a, b);
    if (how !== undefined) return { place, how, inContents: how === CONTENTS };
  }
  return undefined;
}

const CONTENTS = 'has other contents';

function entriesDiffer(a: NarEntry, b: NarEntry): string | undefined {
  if (a.type !== b.type) return `is a ${a.type} in the first build, and a ${b.type} in the second`;
  if (a.type === 'symlink' && b.type === 'symlink') return a.target === b.target ? undefined : `leads to ${printable(a.target)}, then to ${printable(b.target)}`;
  if (a.type !== 'file' || b.type !== 'file') return undefined;
  if (a.executable !== b.executable) return `is executable in the ${a.executable ? 'first' : 'second'} build only`;
  return a.sha256 === b.sha256 ? undefined : CONTENTS;
}

/** What is shown around the first byte that differs. */
const BEFORE = 24;
const SHOWN = 56;

/** Says where the contents of two files begin to differ, and what seems to be there. */
export function describeContents(before: Buffer, after: Buffer): string {
  const at = firstByte(before, after);
  if (at === undefined) return before.length === after.length ? 'differs after the part that is compared' : `has ${before.length} bytes, then ${after.length}`;
  const [a, b] = [windowOf(before, at), windowOf(after, at)];
  const clue = clueOf(before, after, at);
  const shown = isText(a) && isText(b) ? `"${quoted(lineOf(before, at))}", then "${quoted(lineOf(after, at))}"` : `${hex(before, at)}, then ${hex(after, at)} (hexadecimal)`;
  return `differs from byte ${at} on: ${shown}${clue === undefined ? '' : `. This looks like ${clue}`}`;
}

function firstByte(a: Buffer, b: Buffer): number | undefined {
  const common = Math.min(a.length, b.length);
  for (let at = 0; at < common; at++) if (a[at] !== b[at]) return at;
  return a.length === b.length ? undefined : common;
}

function windowOf(bytes: Buffer, at: number): Buffer {
  return bytes.subarray(Math.max(0, at - BEFORE), at + SHOWN - BEFORE);
}

function isText(bytes: Buffer): boolean {
  return bytes.every((byte) => (byte >= 0x20 && byte < 0x7f) || byte === 0x09 || byte === 0x0a || byte === 0x0d);
}

/** The line around a byte, as far as it is shown. */
function lineOf(bytes: Buffer, at: number): string {
  const window = windowOf(bytes, at).toString('latin1');
  const split = Math.min(at, BEFORE);
  return `${window.slice(0, split).split('\n').at(-1) ?? ''}${window.slice(split).split('\n')[0] ?? ''}`;
}

function quoted(text: string): string {
  return printable(text).trim();
}

function hex(bytes: Buffer, at: number): string {
  const part = bytes.subarray(at, at + 8).toString('hex');
  return part === '' ? 'the end' : (part.match(/../g) ?? []).join(' ');
}

/** Kinds of text that builders leave in what they build. */
const CLUES: readonly (readonly [clue: string, pattern: RegExp])[] = [
  ['a date', /\b\d{4}-\d{2}-\d{2}|\b\d{1,2}:\d{2}:\d{2}\b|\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]* +\d{1,4}\b/],
  ['a time in seconds', /(?<!\d)1[0-9]{9}(?!\d)/],
  ['a folder of the build', /\/(?:build|tmp|var\/tmp|home|private)\/[^\s"']*/],
  ['a store path', /\/nix\/store\/[0-9a-z]{32}-/],
];

function clueOf(before: Buffer, after: Buffer, at: number): string | undefined {
  if (before.length > 8 && before.readUInt16BE(0) === 0x1f8b && at >= 4 && at < 8) return 'the time in the header of a gzip file';
  const texts = [before, after].map((bytes) => bytes.subarray(Math.max(0, at - 64), at + 64).toString('latin1'));
  const found = CLUES.find(([, pattern]) => texts.every((text) => pattern.test(text)));
  return found?.[0];
}
