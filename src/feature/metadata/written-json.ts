import { parseTree, type Node } from 'jsonc-parser';

/**
 * The members of an object in the order in which they were written, each value as JSON text. A JavaScript object would
 * put names such as "1" first, and would round large numbers.
 */
export type Members = ReadonlyMap<string, string>;

/**
 * Reads an object without losing how it was written.
 * @param json with comments and trailing commas, or without
 * @returns empty if the text is no object
 */
export function membersOf(json: string | undefined): Members {
  const root = json === undefined ? undefined : parseTree(json, [], { allowTrailingComma: true });
  return root?.type === 'object' ? membersOfNode(json ?? '', root, 'written') : new Map();
}

/** Returns the items of a list, each as JSON text; undefined if the text is no list. */
export function itemsOf(json: string | undefined): readonly string[] | undefined {
  const root = json === undefined ? undefined : parseTree(json);
  return root?.type === 'array' ? (root.children ?? []).map((item) => compactJson(json ?? '', item)) : undefined;
}

/** Returns the value of a member that is a text; undefined if it is none. */
export function stringOf(json: string | undefined): string | undefined {
  const value: unknown = json === undefined ? undefined : JSON.parse(json);
  return typeof value === 'string' ? value : undefined;
}

/** Returns the object that has these members, without blanks. */
export function objectJson(members: Members): string {
  return `{${[...members].map(([name, value]) => `${JSON.stringify(name)}:${value}`).join(',')}}`;
}

/**
 * Writes a node without blanks and comments: names in their order, numbers digit for digit. Of a name that appears twice
 * the last value counts, in the first one's place, as JSON.parse has it.
 * @param text what the node was parsed from
 */
export function compactJson(text: string, node: Node): string {
  return write(text, node, 'written');
}

/** Returns the same text for the same JSON, in whatever order its names were written. Numbers stay digit for digit. */
export function sortedJson(json: string): string {
  const root = parseTree(json);
  return root === undefined ? json : write(json, root, 'sorted');
}

/** Returns the same, a line for each member and item. @param json without blanks */
export function indentedJson(json: string, indent = ''): string {
  const inner = `${indent}  `;
  const block = (open: string, lines: readonly string[], close: string): string =>
    lines.length === 0 ? `${open}${close}` : `${open}\n${lines.map((line) => `${inner}${line}`).join(',\n')}\n${indent}${close}`;
  if (json.startsWith('{')) return block('{', [...membersOf(json)].map(([name, value]) => `${JSON.stringify(name)}: ${indentedJson(value, inner)}`), '}');
  if (json.startsWith('[')) return block('[', (itemsOf(json) ?? []).map((item) => indentedJson(item, inner)), ']');
  return json;
}

type Order = 'written' | 'sorted';

function write(text: string, node: Node, order: Order): string {
  switch (node.type) {
    case 'object':
      return objectJson(membersOfNode(text, node, order));
    case 'array':
      return `[${(node.children ?? []).map((item) => write(text, item, order)).join(',')}]`;
    case 'number':
      return text.slice(node.offset, node.offset + node.length);
    default:
      return JSON.stringify(node.value);
  }
}

function membersOfNode(text: string, object: Node, order: Order): Members {
  const members = new Map<string, string>();
  for (const { children: [name, value] = [] } of object.children ?? []) {
    if (name !== undefined && value !== undefined) members.set(String(name.value), write(text, value, order));
  }
  return order === 'written' ? members : new Map([...members].toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
