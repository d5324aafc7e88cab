import { isAlias, isMap, isNode, isScalar, LineCounter, parseDocument, visit, type Document, type Pair } from 'yaml';

export interface YamlLimits {
  /** Of UTF-8. */
  readonly bytes: number;
}

/** A YAML file from outside, as plain values that know their lines. */
export interface YamlFile {
  readonly value: unknown;
  /**
   * The line of the value that a place names, or of the nearest one around it.
   * @param place as `Field` writes it: `exceptions[2].until`; what follows it does not matter
   */
  readonly lineOf: (place: string) => number | undefined;
}

/** Refuses a file. @param why the end of a sentence */
export type RefuseYaml = (why: string, line?: number) => never;

/**
 * Parses a YAML file of ours: one document of maps, lists and scalars (YAML 1.2, core schema). Aliases, tags and names that are there twice
 * are refused, as they say one thing and mean another.
 * @param refuse throws
 */
export function parseYaml(text: string, { bytes }: YamlLimits, refuse: RefuseYaml): YamlFile {
  const size = Buffer.byteLength(text);
  if (size > bytes) return refuse(`it has ${size} bytes; the limit is ${bytes}`);
  const lines = new LineCounter();
  // The library's own look at names compares each with all others, and its errors each quote the file: both take minutes for a file made for it.
  const document = parseDocument(text, { schema: 'core', strict: true, uniqueKeys: false, prettyErrors: false, stringKeys: true, logLevel: 'error', lineCounter: lines });
  const lineAt = (offset: number | undefined): number | undefined => (offset === undefined ? undefined : lines.linePos(offset).line);
  const [fault] = [...document.errors, ...document.warnings];
  if (fault !== undefined) return refuse(faultText(fault.message), lineAt(fault.pos[0]));
  refuseAmbiguity(document, (why, offset) => refuse(why, lineAt(offset)));
  return { value: document.toJS({ maxAliasCount: 0 }) as unknown, lineOf: (place) => lineAt(offsetOf(document, stepsOf(place))) };
}

function faultText(message: string): string {
  const [first = 'it is not YAML'] = message.split('\n', 1);
  return first.replace(/^[A-Z](?=[a-z])/, (letter) => letter.toLowerCase());
}

function refuseAmbiguity(document: Document, refuse: (why: string, offset: number | undefined) => never): void {
  visit(document, {
    Node: (_key, node) => {
      const offset = node.range?.[0];
      if (isAlias(node)) refuse('it has an alias', offset);
      if (node.anchor !== undefined) refuse('it has an anchor', offset);
      if (node.tag !== undefined) refuse(`it has the tag ${node.tag.slice(0, 50)}`, offset);
      if (isMap(node)) refuseTwins(node.items, refuse);
    },
  });
}

function refuseTwins(items: readonly Pair[], refuse: (why: string, offset: number | undefined) => never): void {
  const names = new Set<unknown>();
  for (const { key } of items) {
    const name = isScalar(key) ? key.value : key;
    if (names.has(name)) refuse('map keys must be unique', isNode(key) ? key.range?.[0] : undefined);
    names.add(name);
  }
}

/** The steps of a place: names and numbers. */
function stepsOf(place: string): readonly (string | number)[] {
  const step = /\.?([A-Za-z_]\w*)|\[(\d{1,9})\]|\[("(?:[^"\\]|\\.)*")\]/y;
  const steps: (string | number)[] = [];
  for (let found = step.exec(place); found !== null; found = step.exec(place)) {
    const [, name, index, quoted] = found;
    steps.push(index !== undefined ? Number(index) : quoted !== undefined ? String(JSON.parse(quoted)) : (name ?? ''));
  }
  return steps;
}

function offsetOf(document: Document, steps: readonly (string | number)[]): number | undefined {
  for (let length = steps.length; length >= 0; length--) {
    const node: unknown = length === 0 ? document.contents : document.getIn(steps.slice(0, length), true);
    if (isNode(node) && node.range !== undefined && node.range !== null) return node.range[0];
  }
  return undefined;
}
