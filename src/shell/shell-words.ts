/** Returns a text as one word of sh, whatever is in it. */
export function quoted(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}

/** Lists of folders that are joined to what is outside, as `nix develop` does (nix/develop.cc). */
const JOINED: ReadonlySet<string> = new Set(['XDG_DATA_DIRS']);

/** Lines of sh that export variables. */
export function envExports(variables: Readonly<Record<string, string>>): readonly string[] {
  return Object.entries(variables).map(([name, value]) => `export ${name}=${quoted(value)}${JOINED.has(name) ? joined(name) : ''}`);
}

/** Returns the line that puts folders first in PATH; none without folders. */
export function pathExport(folders: readonly string[]): readonly string[] {
  return folders.length === 0 ? [] : [`export PATH=${quoted(folders.join(':'))}${joined('PATH')}`];
}

function joined(name: string): string {
  return `"\${${name}:+:$${name}}"`;
}
