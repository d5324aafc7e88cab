import type { DatabaseSync } from 'node:sqlite';
import { BaseError } from '../../kit/errors.ts';

export const DATABASE_HINT = 'Look at it in a container of the base: nix-store --verify.';
/** Of Nix's own databases since 2.0. */
const TABLES = [
  ['ValidPaths', ['id', 'path', 'hash', 'registrationTime', 'deriver', 'narSize']],
  ['Refs', ['referrer', 'reference']],
] as const;

/**
 * All that a schema may have, as Nix writes it. Whatever else SQLite knows (views, virtual tables, checks, defaults, columns and indexes
 * that compute, what runs when a row is added) makes a database do more than hold rows.
 */
const PLAIN: Readonly<Record<string, RegExp>> = {
  table: /^create table \w+ ?\([\w ,()]*\)$/,
  index: /^create (?:unique )?index \w+ on \w+ ?\([\w ,]*\)$/,
  trigger: /^create trigger \w+ (?:before|after) delete on \w+ begin /,
};
const COMPUTES = /\b(?:check|default|generated|as|collate)\b/;

/**
 * Checks that a database of Nix holds rows, and does nothing else. It looks at nothing but the schema: not even a check of the
 * database for damage may come before, as that would compute what the schema says.
 * @throws BaseError
 */
export function checkDatabaseSchema(database: DatabaseSync): void {
  // This name is SQLite's own; a table of a database may have that of any other.
  const schema = database.prepare("SELECT type, name, coalesce(sql, '') AS sql FROM main.sqlite_master").all() as { type: string; name: string; sql: string }[];
  for (const { type, name, sql } of schema) {
    const text = plainText(sql);
    // SQLite makes an index of its own for what is unique; it has no text.
    const isPlain = (type === 'index' && text === '') || (PLAIN[type]?.test(text) === true && (type === 'trigger' || !COMPUTES.test(text)));
    if (!isPlain) refuse(`it has the ${type} ${JSON.stringify(name.slice(0, 100))}, which does more than hold rows`);
  }
  for (const [table, wanted] of TABLES) {
    const columns = database.prepare('SELECT name FROM pragma_table_info(?)').all(table) as { name: string }[];
    const missing = wanted.find((name) => !columns.some((column) => column.name === name));
    if (missing !== undefined) refuse(`its table ${table} has no column ${missing}`);
  }
}

function refuse(why: string): never {
  throw new BaseError(`its Nix database is not one that Nix made: ${why}`, { hint: DATABASE_HINT });
}

/**
 * A statement in small letters, without comments and quotes, with one blank where there are several. A text that has a quote around
 * anything but a plain name keeps it, and no pattern has one: so what looks like a comment was one.
 */
function plainText(sql: string): string {
  const bare = sql.toLowerCase().replaceAll(/--[^\n]*|\/\*[\s\S]*?(?:\*\/|$)/g, ' ').replaceAll(/"(\w+)"/g, '$1');
  return bare.replaceAll(/\s+/g, ' ').replaceAll(/ ?([(),]) ?/g, '$1').trim();
}
