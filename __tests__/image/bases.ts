import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync, chmodSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { digestOf } from '../../src/oci/format/digest.ts';
import { IMAGE_CONFIG, IMAGE_MANIFEST, LAYER_TAR } from '../../src/oci/format/media-types.ts';
import { LayoutWriter } from '../../src/oci/layout/layout-writer.ts';
import type { ImageRequest } from '../../src/image/request.ts';

/* Base images of tests: a layer of real files, as a layout. */
export const ROOT = mkdtempSync(path.join(tmpdir(), 'image-test-'));
process.on('exit', () => {
  rmSync(ROOT, { recursive: true, force: true });
});

let count = 0;

export function newFolder(): string {
  const folder = path.join(ROOT, String((count += 1)));
  mkdirSync(folder, { recursive: true });
  return folder;
}

/** Contents by name; `-> target` is a link, a name with a slash at its end a folder with that mode. */
export type Files = Readonly<Record<string, string | Buffer>>;

/** An image of one layer. @param config over an empty one */
export async function baseImage(files: Files, config: Readonly<Record<string, unknown>> = {}, more: Readonly<Record<string, unknown>> = {}): Promise<Extract<ImageRequest['base'], { kind: 'layout' }>> {
  const [tree, folder] = [newFolder(), newFolder()];
  for (const [name, content] of Object.entries(files)) {
    const file = path.join(tree, name);
    mkdirSync(path.dirname(file), { recursive: true });
    if (name.endsWith('/')) mkdirSync(file, { recursive: true });
    else if (typeof content === 'string' && content.startsWith('-> ')) symlinkSync(content.slice(3), file);
    else writeFileSync(file, content);
  }
  for (const [name, mode] of Object.entries(files)) if (name.endsWith('/')) chmodSync(path.join(tree, name), Number.parseInt(String(mode), 8));
  const tar = execFileSync('tar', ['-C', tree, '--sort=name', '--mtime=@1', '--owner=0', '--group=0', '--numeric-owner', '-cf', '-', '.'], { maxBuffer: 64 * 1024 * 1024 });
  const writer = await LayoutWriter.create(folder);
  const layer = await writer.addBytes(tar, LAYER_TAR);
  const image = { architecture: 'amd64', os: 'linux', ...more, config, rootfs: { type: 'layers', diff_ids: [digestOf(tar)] } };
  const descriptor = await writer.addBytes(Buffer.from(JSON.stringify(image)), IMAGE_CONFIG);
  await writer.finish([await writer.addBytes(Buffer.from(JSON.stringify({ schemaVersion: 2, mediaType: IMAGE_MANIFEST, config: descriptor, layers: [layer] })), IMAGE_MANIFEST)]);
  return { kind: 'layout', text: `oci:${folder}`, folder, ref: undefined };
}

/** The tables of a Nix database that matter here. */
export const NIX_TABLES = `
  create table ValidPaths (id integer primary key autoincrement not null, path text unique not null, hash text not null, registrationTime integer not null, deriver text, narSize integer, ultimate integer, sigs text, ca text);
  create table Refs (referrer integer not null, reference integer not null, primary key (referrer, reference), foreign key (referrer) references ValidPaths(id) on delete cascade, foreign key (reference) references ValidPaths(id) on delete restrict);
  create index IndexReferrer on Refs(referrer);
  create trigger DeleteSelfRefs before delete on ValidPaths begin delete from Refs where referrer = old.id and reference = old.id; end;
`;

/** A database that knows these paths. @param more further statements @returns its bytes */
export function nixDatabase(paths: readonly string[], more = ''): { readonly file: string } {
  const file = path.join(newFolder(), 'db.sqlite');
  const database = new DatabaseSync(file);
  database.exec(`PRAGMA journal_mode = WAL; ${NIX_TABLES} ${more}`);
  for (const each of paths) database.prepare('insert into ValidPaths (path, hash, registrationTime, narSize) values (?, ?, 1, 120)').run(each, `sha256:${'0'.repeat(64)}`);
  database.close();
  return { file };
}

/** What a database says of its paths: hash, size and references. */
export function knownPaths(file: string): Readonly<Record<string, readonly [hash: string, size: number, ...references: string[]]>> {
  const database = new DatabaseSync(file, { readOnly: true });
  const rows = database.prepare('select id, path, hash, narSize from ValidPaths order by path').all() as { id: number; path: string; hash: string; narSize: number }[];
  const known = rows.map(({ id, path: name, hash, narSize }) => {
    const references = database.prepare('select path from Refs join ValidPaths on id = reference where referrer = ? order by path').all(id) as { path: string }[];
    return [name, [hash, narSize, ...references.map((row) => row.path)]] as const;
  });
  database.close();
  return Object.fromEntries(known);
}
