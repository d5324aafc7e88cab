import { createScanner, getNodeValue, parseTree, printParseErrorCode } from 'jsonc-parser';
import type { Node, ParseError } from 'jsonc-parser';
import { JSON_DEPTH } from '../../json/parse-json.ts';
import { InputError } from '../../kit/errors.ts';
import type { SourceLocation } from '../../kit/errors.ts';
import { compactJson } from './written-json.ts';

/** JSON with comments, with the places of what is in it. */
export interface JsoncDocument {
  readonly value: Readonly<Record<string, unknown>>;
  /** The same as JSON text, without comments: names in the author's order, numbers digit for digit. */
  readonly json: string;
  /** Where the value is that these names lead to; where its nearest parent begins if there is no such value. */
  locationOf(...names: readonly string[]): SourceLocation;
  /** Names that an object has more than once, at any depth, where they come again. */
  readonly duplicates: readonly { readonly name: string; readonly location: SourceLocation }[];
}

const MESSAGES: Readonly<Record<string, string>> = {
  InvalidSymbol: 'an unknown word',
  InvalidNumberFormat: 'an invalid number',
  PropertyNameExpected: "a property's name was expected",
  ValueExpected: 'a value was expected',
  ColonExpected: 'a colon was expected',
  CommaExpected: 'a comma was expected',
  CloseBraceExpected: 'a closing brace was expected',
  CloseBracketExpected: 'a closing bracket was expected',
  EndOfFileExpected: 'something follows the end',
  UnexpectedEndOfComment: 'a comment is not closed',
  UnexpectedEndOfString: 'a string is not closed',
};

/**
 * Parses an object in JSON with comments and trailing commas.
 * @param input the input that the file belongs to, for errors
 * @throws InputError with the place of the first fault
 */
export function readJsonc(input: string, file: string, text: string): JsoncDocument {
  const starts = lineStarts(text);
  const at = (offset: number): SourceLocation => ({ file, ...positionOf(starts, offset) });
  const deep = tooDeepAt(text);
  if (deep !== undefined) throw new InputError(input, `${file} is nested more than ${JSON_DEPTH} levels deep.`, { location: at(deep) });
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { allowTrailingComma: true });
  const [error] = errors;
  if (error !== undefined || root === undefined) {
    const code = error === undefined ? '' : printParseErrorCode(error.error);
    const location = at(error?.offset ?? 0);
    throw new InputError(input, `${file}:${location.line}:${location.column} is not JSON: ${MESSAGES[code] ?? (code || 'it is empty')}.`, {
      location,
    });
  }
  if (root.type !== 'object') {
    throw new InputError(input, `${file} holds no object: it must begin with a brace.`, { location: at(root.offset) });
  }
  return {
    value: getNodeValue(root) as Record<string, unknown>,
    json: compactJson(text, root),
    locationOf: (...names) => at(valueAt(root, names).offset),
    duplicates: duplicatesIn(root).map((key) => ({ name: String(key.value), location: at(key.offset) })),
  };
}

/** The kinds of the scanner's tokens (OpenBraceToken and so on): Node can't import its enum. */
const [OPEN_BRACE, CLOSE_BRACE, OPEN_BRACKET, CLOSE_BRACKET, END] = [1, 2, 3, 4, 17];

/** Where the bracket is that is one too many for a recursion's stack. The scanner has none. */
function tooDeepAt(text: string): number | undefined {
  const scanner = createScanner(text, true);
  let open = 0;
  for (let kind: number = scanner.scan(); kind !== END; kind = scanner.scan()) {
    if (kind === CLOSE_BRACE || kind === CLOSE_BRACKET) open--;
    else if (kind === OPEN_BRACE || kind === OPEN_BRACKET) open++;
    if (open > JSON_DEPTH) return scanner.getTokenOffset();
  }
  return undefined;
}

/** As far as the names lead; those of a list are its indices. */
function valueAt(root: Node, names: readonly string[]): Node {
  let node = root;
  for (const name of names) {
    const next = node.type === 'array' ? node.children?.[Number(name)] : propertyOf(node, name)?.children?.[1];
    if (next === undefined) break;
    node = next;
  }
  return node;
}

function propertyOf(object: Node, name: string): Node | undefined {
  return object.children?.findLast((property) => property.children?.[0]?.value === name);
}

/** The name nodes of properties that an object had already. */
function duplicatesIn(node: Node): readonly Node[] {
  const seen = new Set<unknown>();
  const found: Node[] = [];
  for (const child of node.children ?? []) {
    const key = child.type === 'property' ? child.children?.[0] : undefined;
    if (key !== undefined && seen.has(key.value)) found.push(key);
    seen.add(key?.value);
    found.push(...duplicatesIn(child));
  }
  return found;
}

/** Once for a text: there may be as many places as there are words in it. */
function lineStarts(text: string): readonly number[] {
  return [0, ...[...text.matchAll(/\r\n|\n|\r/g)].map((end) => end.index + end[0].length)];
}

function positionOf(starts: readonly number[], offset: number): { line: number; column: number } {
  let [low, high] = [0, starts.length];
  // The last line that begins at the offset or before.
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle;
  }
  return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
}
