/*
 * How options reach install.sh: the dev container tools write `NAME="value"` lines into a file, each value as it is, and let
 * /bin/sh source it. So quotes, backslashes, dollar signs and backticks of a value mean something there.
 */

/** Returns the text of the file. @param values by the variable's name */
export function envFile(values: Readonly<Record<string, string>>): string {
  return Object.entries(values)
    .map(([name, value]) => `${name}="${value}"\n`)
    .join('');
}

/** What a shell makes of a value in that file. */
export type EnvFileValue =
  /** It arrives as it is written, except backslashes that escape. */
  | 'literal'
  /** The shell replaces a part of it, or takes quotes away. */
  | 'evaluated'
  /** The file can't be sourced any more, or runs a part of the value as a command. */
  | 'broken';

/** Says what a shell makes of a value, without running it: what `$(…)` or backticks hold is not looked into. */
export function readEnvFileValue(value: string): EnvFileValue {
  let text = value;
  let evaluated = false;
  for (let inQuotes = true; ; ) {
    const [token = ''] = (inQuotes ? IN_QUOTES : BARE).exec(text) ?? [];
    text = text.slice(token.length);
    if (token === '') return text === '' && inQuotes ? (evaluated ? 'evaluated' : 'literal') : 'broken';
    if (token === '"') inQuotes = !inQuotes;
    evaluated ||= !PLAIN.test(token);
  }
}

const EXPANSION = String.raw`\$\{[A-Za-z_][^}]*\}|\$[A-Za-z0-9_@*#?!$-]|\$\([^]*\)|\`[^\`]*\``;
/** Before anything else a dollar sign is itself. */
const DOLLAR = String.raw`\$(?![({A-Za-z0-9_@*#?!$-])`;
/** One piece of what is in double quotes. */
const IN_QUOTES = new RegExp(String.raw`^(?:"|\\[^]|${EXPANSION}|${DOLLAR}|[^"\\$\`])`);
/** One piece of what is not in quotes, where a blank or an operator ends the assignment. */
const BARE = new RegExp(String.raw`^(?:"|'[^']*'|\\[^\n]|${EXPANSION}|${DOLLAR}|[^\s"'\\$\`;&|<>()])`);
const PLAIN = /^(?:[^"\\$`]|\$|\\[^\n])$/;
