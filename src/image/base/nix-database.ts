import { open, rm } from 'node:fs/promises';
import type { DatabaseSync } from 'node:sqlite';
import type { ClosureEntry } from '../../delta/document/delta-document.ts';
import { BaseError, messageOf } from '../../kit/errors.ts';
import { parseNixHash } from '../../nix/store/nix-hash.ts';
import type { StorePath } from '../../nix/store/store-path.ts';
import { checkDatabaseSchema, DATABASE_HINT } from './database-schema.ts';

/** What the database is told: as `nix-store --load-db` would tell it. */
export interface PathRegistration {
  /** Paths of the layers: what the database says of one that it knows is of other bytes, or the same. */
  readonly shipped: readonly ClosureEntry[];
  /** Paths of the base, which it must know already. */
  readonly required: ReadonlySet<StorePath>;
  /** Seconds since the epoch: when they became valid. */
  readonly time: number;
}

/** Where SQLite notes in a database which version of it wrote last (SQLite file format, 1.3): four bytes of no meaning to readers. */
const WRITER = { offset: 96, length: 4 } as const;

/**
 * Tells a Nix database of store paths. The database is foreign: nothing in its schema is run that would do more than hold rows.
 * @param file the database, with what SQLite keeps beside it; it is changed
 * @returns which required paths it does not know; then it is as it was
 * @throws BaseError if it is no database of Nix, or a damaged one; its message is the end of a sentence
 */
export async function registerPaths(file: string, registration: PathRegistration): Promise<readonly StorePath[]> {
  const writer = await bytesAt(file);
  const database = await openDatabase(file);
  let unknown: readonly StorePath[];
  try {
    checkDatabase(database);
    unknown = [...registration.required].filter((path) => idOf(database, path) === undefined);
    if (unknown.length === 0) register(database, registration);
  } catch (error) {
    if (error instanceof BaseError) throw error;
    throw new BaseError(`its Nix database can't be used: ${messageOf(error)}`, { cause: error, hint: DATABASE_HINT });
  } finally {
    database.close();
  }
  // The same bytes whichever Node.js this is.
  await putBytes(file, writer);
  for (const end of ['-wal', '-shm', '-journal']) await rm(`${file}${end}`, { force: true });
  return unknown;
}

/** Node.js warns of this module as experimental; nobody who uses an image of ours can do anything about that. */
async function openDatabase(file: string): Promise<DatabaseSync> {
  const emitWarning = process.emitWarning.bind(process);
  process.emitWarning = () => undefined;
  try {
    const { DatabaseSync: Database } = await import('node:sqlite');
    return new Database(file, { allowExtension: false, enableForeignKeyConstraints: false });
  } catch (error) {
    throw new BaseError(`its Nix database can't be opened: ${messageOf(error)}`, { cause: error, hint: DATABASE_HINT });
  } finally {
    process.emitWarning = emitWarning;
  }
}

/** @throws BaseError if it does more than hold rows, or is damaged */
function checkDatabase(database: DatabaseSync): void {
  database.exec('PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON; PRAGMA recursive_triggers = OFF; PRAGMA cache_size = -65536');
  checkDatabaseSchema(database);
  const [check] = database.prepare('PRAGMA quick_check(1)').all();
  if (Object.values(check ?? {})[0] !== 'ok') throw new BaseError('its Nix database is damaged', { hint: DATABASE_HINT });
}

function idOf(database: DatabaseSync, path: StorePath): number | undefined {
  return (database.prepare('SELECT id FROM ValidPaths WHERE path = ?').get(path) as { id: number } | undefined)?.id;
}

function register(database: DatabaseSync, { shipped, time }: PathRegistration): void {
  database.exec('BEGIN IMMEDIATE');
  const insert = database.prepare('INSERT INTO ValidPaths (path, hash, registrationTime, deriver, narSize) VALUES (?, ?, ?, ?, ?)');
  const update = database.prepare('UPDATE ValidPaths SET hash = ?, narSize = ? WHERE id = ?');
  const refer = database.prepare('INSERT OR REPLACE INTO Refs (referrer, reference) VALUES (?, ?)');
  for (const { path, narHash, narSize, deriver } of shipped) {
    const id = idOf(database, path);
    const hash = hashText(narHash);
    if (id === undefined) insert.run(path, hash, time, deriver, narSize);
    else update.run(hash, narSize, id);
  }
  for (const { path, references } of shipped) {
    for (const reference of references) refer.run(needed(idOf(database, path)), needed(idOf(database, reference)));
  }
  database.exec('COMMIT');
  database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
}

function needed(id: number | undefined): number {
  if (id === undefined) throw new BaseError('its Nix database lost a path while it was told of it');
  return id;
}

/** As Nix's database has it. */
function hashText(narHash: string): string {
  return `sha256:${Buffer.from(parseNixHash(narHash).bytes).toString('hex')}`;
}

async function bytesAt(file: string): Promise<Buffer> {
  const handle = await open(file, 'r');
  try {
    const bytes = Buffer.alloc(WRITER.length);
    await handle.read(bytes, 0, WRITER.length, WRITER.offset);
    return bytes;
  } finally {
    await handle.close();
  }
}

async function putBytes(file: string, bytes: Buffer): Promise<void> {
  const handle = await open(file, 'r+');
  try {
    await handle.write(bytes, 0, WRITER.length, WRITER.offset);
  } finally {
    await handle.close();
  }
}
