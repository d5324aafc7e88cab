/** What a registry asks for with a 401 (RFC 9110, 11.6.1; distribution specification, "Token Authentication"). */
export type Challenge =
  | { readonly scheme: 'basic' }
  | {
      readonly scheme: 'bearer';
      readonly realm: string;
      readonly service: string | undefined;
      readonly scopes: readonly string[];
    };

// A scheme, or name=value with the value quoted or not; what is between them is commas and blanks.
const PART = /([!#$%&'*+\-.^_`|~0-9A-Za-z]+)(?:\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s,"]+)))?/g;

/** Parses the strongest challenge that we can answer, out of a WWW-Authenticate header; undefined if there is none. */
export function parseChallenge(header: string | undefined): Challenge | undefined {
  if (header === undefined) return undefined;
  const found: { scheme: string; parameters: Map<string, string> }[] = [];
  for (const [, name = '', quoted, plain] of header.matchAll(PART)) {
    const value = quoted === undefined ? plain : quoted.replace(/\\(.)/g, '$1');
    if (value === undefined) found.push({ scheme: name.toLowerCase(), parameters: new Map() });
    else found.at(-1)?.parameters.set(name.toLowerCase(), value);
  }
  const bearer = found.find(({ scheme, parameters }) => scheme === 'bearer' && parameters.has('realm'));
  if (bearer !== undefined) {
    return {
      scheme: 'bearer',
      realm: bearer.parameters.get('realm') ?? '',
      service: bearer.parameters.get('service'),
      scopes: splitScopes(bearer.parameters.get('scope')),
    };
  }
  return found.some(({ scheme }) => scheme === 'basic') ? { scheme: 'basic' } : undefined;
}

function splitScopes(text: string | undefined): string[] {
  return (text ?? '').split(' ').filter((scope) => scope !== '');
}

/**
 * Returns the scopes that we want together with those that the registry names, each resource once, its actions joined. A
 * registry names what this one request needs; asking for all that we will do spares a token for each verb.
 */
export function joinScopes(wanted: readonly string[], named: readonly string[]): string[] {
  const actions = new Map<string, Set<string>>();
  for (const scope of [...wanted, ...named]) {
    const colon = scope.lastIndexOf(':');
    const resource = scope.slice(0, colon);
    const set = actions.get(resource) ?? new Set();
    for (const action of scope.slice(colon + 1).split(',')) set.add(action);
    actions.set(resource, set);
  }
  return [...actions].map(([resource, set]) => `${resource}:${[...set].sort().join(',')}`);
}
