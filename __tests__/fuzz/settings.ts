import * as fc from 'fast-check';
import { SEED } from './seed.ts';

/** `npm run fuzz` sets it; in the unit suite each property gets a few inputs. */
const LONG = process.env['NIX_FEATURE_FUZZ_RUNS'];

/** How many inputs a property gets. @param short in the unit suite; one input costs less than a millisecond, or says less */
export function runs(short: number): { readonly numRuns: number; readonly seed: number } {
  return { numRuns: LONG === undefined ? short : Number(LONG), seed: SEED };
}

/** A value that somebody changed: members taken away, added or put elsewhere, values of other kinds, texts with hostile parts. */
export function mutated(value: unknown): fc.Arbitrary<unknown> {
  return fc.array(fc.tuple(fc.nat(), JUNK, fc.constantFrom('replace', 'remove', 'repeat', 'splice')), { minLength: 1, maxLength: 3 }).map((changes) => {
    let copy = structuredClone(value);
    for (const [position, junk, how] of changes) copy = changedAt(copy, position, junk, how);
    return copy;
  });
}

/** What stands in place of a value. No name of one control character: V8 misreads some. */
export const JUNK: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(null, true, false, 0, -1, 1.5, 2 ** 53, 1e308, '', [], {}, [[]], [null], { a: null }),
  fc.constantFrom('../../victim/pkg', '/etc/passwd', 'a/b', '..', 'latest', '1.0.0', 'sha256:x', '__proto__', 'constructor', 'x'.repeat(5000), '\u001b]0;x\u0007', '\n::error::x', '\u202e', '\ud800', '${PATH}', '`id`', "'; id"),
  fc.string({ unit: 'binary' }),
  fc.string(),
  fc.double(),
  fc.integer(),
  fc.jsonValue({ maxDepth: 2, noUnicodeString: true }),
);

/** Texts with what terminals, runners and readers of Markdown obey. */
export const HOSTILE_TEXT: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      fc.constantFrom('::error::x', '::add-mask::y', '##[group]', '\u0085', '\u2028', '\u00a0', '\u3000', '\ufeff', ' ', '\t', '\n', '\r', '\r\n', '\v', '\f'),
      fc.constantFrom('\u001b[31m', '\u001b[', '\u001b]0;t\u0007', '\u001b]8;;u\u001b\\', '\u009b', '\u009d0;t\u009c', '\u0090', '\u001b', '\u0007', '\u0000', '\b', '\u007f', '\u001b[1m', '\u001b[22m'),
      fc.constantFrom('\u202e', '\u2066', '\u200f', '\u061c', '\ud800', '\udc00', '<b>', '`', '|', '[x](y)', '# ', '```', '%0A', '%25', '@me', '"', '}', '\\'),
      fc.string({ maxLength: 8 }),
      fc.string({ unit: 'binary', maxLength: 8 }),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(''));

type Change = 'replace' | 'remove' | 'repeat' | 'splice';

function changedAt(root: unknown, position: number, junk: unknown, how: Change): unknown {
  const places: (readonly [parent: Record<string, unknown>, name: string])[] = [];
  const visit = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    for (const [name, child] of Object.entries(node)) {
      places.push([node as Record<string, unknown>, name]);
      visit(child);
    }
  };
  visit(root);
  const place = places[position % Math.max(1, places.length)];
  if (place === undefined) return junk;
  const [parent, name] = place;
  const value = parent[name];
  if (how === 'replace') parent[name] = junk;
  else if (how === 'remove') delete parent[name];
  else if (how === 'repeat' && Array.isArray(parent)) parent.push(structuredClone(value));
  else if (typeof value === 'string') parent[name] = spliced(value, position, String(junk));
  else parent[name] = junk;
  return root;
}

function spliced(text: string, position: number, junk: string): string {
  const at = position % (text.length + 1);
  return `${text.slice(0, at)}${junk}${text.slice(at + (position % 3))}`;
}

/** Bytes that somebody changed: flipped, cut, repeated, put in. */
export function mutatedBytes(bytes: Buffer): fc.Arbitrary<Buffer> {
  const change = fc.record({ at: fc.nat({ max: Math.max(0, bytes.length - 1) }), length: fc.nat({ max: 64 }), how: fc.constantFrom('flip', 'cut', 'repeat', 'insert', 'number'), junk: fc.uint8Array({ maxLength: 32 }) });
  return fc.array(change, { minLength: 1, maxLength: 4 }).map((changes) => {
    let copy = Buffer.from(bytes);
    for (const { at, length, how, junk } of changes) {
      const [before, inside, after] = [copy.subarray(0, at), copy.subarray(at, at + length), copy.subarray(at + length)];
      if (how === 'flip' && at < copy.length) copy[at] = (copy[at] ?? 0) ^ (1 << (length % 8));
      else if (how === 'cut') copy = Buffer.concat([before, after]);
      else if (how === 'repeat') copy = Buffer.concat([before, inside, inside, after]);
      else if (how === 'insert') copy = Buffer.concat([before, junk, inside, after]);
      else if (how === 'number' && at + 8 <= copy.length) copy.writeBigUInt64LE([0n, 1n, 8n, 255n, 65536n, 2n ** 31n, 2n ** 32n, 2n ** 53n, 2n ** 63n][length % 9] ?? 0n, at);
    }
    return copy;
  });
}

export function prefixes(text: string): fc.Arbitrary<string> {
  return fc.nat({ max: text.length }).map((length) => text.slice(0, length));
}
