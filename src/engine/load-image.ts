import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { isDeepStrictEqual } from 'node:util';
import { pack, type Pack } from 'tar-stream';
import { BaseError, CommandError } from '../kit/errors.ts';
import type { Engine, LocalImage } from './engine.ts';

/** One image of an OCI layout folder; an OCI manifest has this shape. Sizes in bytes. */
export interface LayoutImage {
  readonly folder: string;
  readonly config: LayoutBlob;
  readonly layers: readonly LayoutBlob[];
}

interface LayoutBlob {
  readonly digest: string;
  readonly size: number;
}

/**
 * Brings an image of a layout folder into the engine, unless it is there. Its local name says which one it is, so that
 * a second run finds it; it stays there as a pulled image would. Anybody can give that name to another image, so that
 * what is found is compared.
 * @throws BaseError if the engine can't read it
 */
export async function loadImage(engine: Engine, image: LayoutImage): Promise<LocalImage> {
  const name = `localhost/nix-feature-base:${image.config.digest.replace('sha256:', '')}`;
  const config = await readConfig(image);
  const there = await engine.inspectImage(name);
  if (there !== undefined && (isById(there, image) || isByContent(there, config))) return there;
  try {
    await engine.run(['load'], { input: dockerArchive(image, name) });
  } catch (error) {
    if (!(error instanceof CommandError)) throw error;
    throw new BaseError(`${engine.name} can't load the image of the layout ${image.folder}. ${error.message}`, { cause: error });
  }
  const loaded = await engine.inspectImage(name);
  if (loaded === undefined) throw new BaseError(`The image of ${image.folder} was loaded, but ${engine.name} can't find it.`);
  if (isById(loaded, image) || isDeepStrictEqual(loaded.layers, config.layers)) return loaded;
  throw new BaseError(`The image of ${image.folder} was loaded, but ${engine.name} has another image under the name ${name}.`, {
    hint: 'Another run may load images into the same engine. Remove that image, and try again.',
  });
}

/** Engines name an image by its configuration, if not by a manifest that they have written themselves (containerd's store). */
function isById({ id }: LocalImage, { config }: LayoutImage): boolean {
  return id.replace(/^sha256:/, '') === config.digest.replace(/^sha256:/, '');
}

/** All of an image that matters here: its files, and how its containers start. */
function isByContent({ layers, env, user, labels, architecture, os }: LocalImage, config: Config): boolean {
  return isDeepStrictEqual({ layers, env, user, labels, architecture, os }, config);
}

type Config = Pick<LocalImage, 'layers' | 'env' | 'user' | 'labels' | 'architecture' | 'os'>;

/** OCI image specification, config.md. */
interface RawConfig {
  readonly architecture: string;
  readonly os: string;
  readonly rootfs: { readonly diff_ids: readonly string[] };
  readonly config?: { readonly Env?: readonly string[]; readonly User?: string; readonly Labels?: Readonly<Record<string, string>> };
}

async function readConfig({ folder, config }: LayoutImage): Promise<Config> {
  const text = await readFile(path.join(folder, blobPath(config)), 'utf8');
  try {
    const { architecture, os, rootfs, config: started = {} } = JSON.parse(text) as RawConfig;
    return { layers: rootfs.diff_ids, env: started.Env ?? [], user: started.User ?? '', labels: started.Labels ?? {}, architecture, os };
  } catch (cause) {
    throw new BaseError(`The configuration of the image in ${folder} can't be read.`, { cause });
  }
}

/**
 * The archive of `docker save`: a `manifest.json` that names configuration and layers. Every engine of any age reads
 * it, and finds out by itself how a layer is compressed; an OCI archive only newer ones do.
 * (Docker image specification 1.2, "Combined image JSON + filesystem changeset format".)
 */
function dockerArchive({ folder, config, layers }: LayoutImage, name: string): AsyncIterable<Uint8Array> {
  const archive = pack();
  const write = async (): Promise<void> => {
    // A layer may occur twice in an image, but a file only once in the archive.
    const blobs = new Map([config, ...layers].map((blob) => [blob.digest, blob]));
    for (const blob of blobs.values()) await addFile(archive, path.join(folder, blobPath(blob)), blobPath(blob), blob.size);
    const manifest = [{ Config: blobPath(config), RepoTags: [name], Layers: layers.map(blobPath) }];
    archive.entry({ name: 'manifest.json', mtime: new Date(0) }, JSON.stringify(manifest));
    archive.finalize();
  };
  write().catch((error: unknown) => archive.destroy(error as Error));
  return archive as AsyncIterable<Uint8Array>;
}

async function addFile(archive: Pack, file: string, name: string, size: number): Promise<void> {
  await pipeline(createReadStream(file), archive.entry({ name, size, mtime: new Date(0) }));
}

function blobPath({ digest }: LayoutBlob): string {
  return `blobs/${digest.replace(':', '/')}`;
}
