import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, rename, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { PassThrough, type Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { constants, createGzip, createZstdCompress } from 'node:zlib';
import type { Arch } from '../../src/platform.ts';
import { run } from './command.ts';

export type LayerCompression = 'gzip' | 'zstd' | 'none';

/** A layer: a folder, or some members of it, as GNU tar packs them. Whiteouts are files whose names say so. */
export interface LayerSource {
  readonly folder: string;
  /** Relative to the folder; everything (with `./`) without it. For store paths of the host: `/` and `nix/store/…`. */
  readonly members?: readonly string[];
  readonly compression?: LayerCompression;
}

export interface ImageSource {
  readonly arch: Arch;
  /** As a manifest lists them: the lowest first. */
  readonly layers: readonly LayerSource[];
  readonly labels?: Readonly<Record<string, string>>;
}

export interface LayoutOptions {
  /** The reference's name in index.json. */
  readonly tag?: string;
  /** One image: whether it is behind an image index all the same. Several always are. */
  readonly indexed?: boolean;
  /** `docker` writes the media types of Docker's manifest v2 schema 2 (skopeo won't take these from a layout; tests of readers do). */
  readonly types?: 'oci' | 'docker';
}

interface Descriptor {
  readonly mediaType: string;
  readonly digest: string;
  readonly size: number;
  readonly platform?: { readonly architecture: string; readonly os: string };
  readonly annotations?: Readonly<Record<string, string>>;
}

const OCI = 'application/vnd.oci.image';
const DOCKER = 'application/vnd.docker';
const TYPES = {
  oci: {
    index: `${OCI}.index.v1+json`,
    manifest: `${OCI}.manifest.v1+json`,
    config: `${OCI}.config.v1+json`,
    layer: { gzip: `${OCI}.layer.v1.tar+gzip`, zstd: `${OCI}.layer.v1.tar+zstd`, none: `${OCI}.layer.v1.tar` },
  },
  docker: {
    index: `${DOCKER}.distribution.manifest.list.v2+json`,
    manifest: `${DOCKER}.distribution.manifest.v2+json`,
    config: `${DOCKER}.container.image.v1+json`,
    layer: {
      gzip: `${DOCKER}.image.rootfs.diff.tar.gzip`,
      zstd: `${DOCKER}.image.rootfs.diff.tar.zstd`,
      none: `${DOCKER}.image.rootfs.diff.tar`,
    },
  },
};

/** Writes an OCI image layout whose layers are as the test wants them, down to each one's codec. */
export async function writeImageLayout(folder: string, images: readonly ImageSource[], options: LayoutOptions = {}): Promise<string> {
  const { tag = 'latest', indexed = images.length > 1, types = 'oci' } = options;
  await mkdir(path.join(folder, 'blobs/sha256'), { recursive: true });
  const manifests: Descriptor[] = [];
  for (const image of images) manifests.push(await writeImage(folder, image, types));
  const top = indexed
    ? await writeJson(folder, TYPES[types].index, { schemaVersion: 2, mediaType: TYPES[types].index, manifests })
    : manifests[0];
  const named = { ...top, annotations: { 'org.opencontainers.image.ref.name': tag } };
  await writeFile(path.join(folder, 'index.json'), JSON.stringify({ schemaVersion: 2, mediaType: TYPES.oci.index, manifests: [named] }));
  await writeFile(path.join(folder, 'oci-layout'), '{"imageLayoutVersion":"1.0.0"}');
  return folder;
}

/** Fills a folder that, as a layer, removes paths of the layers below, and hides all that is in some folders there. */
export async function writeWhiteouts(folder: string, removed: readonly string[], opaque: readonly string[] = []): Promise<string> {
  const marks = [
    ...removed.map((name) => path.join(path.dirname(name), `.wh.${path.basename(name)}`)),
    ...opaque.map((name) => path.join(name, '.wh..wh..opq')),
  ];
  for (const mark of marks) {
    await mkdir(path.dirname(path.join(folder, mark)), { recursive: true });
    await writeFile(path.join(folder, mark), '');
  }
  return folder;
}

async function writeImage(folder: string, image: ImageSource, types: 'oci' | 'docker'): Promise<Descriptor> {
  const platform = { architecture: image.arch, os: 'linux' };
  const layers: Descriptor[] = [];
  const diffIds: string[] = [];
  for (const source of image.layers) {
    const { diffId, ...blob } = await writeLayer(folder, source);
    layers.push({ mediaType: TYPES[types].layer[source.compression ?? 'gzip'], ...blob });
    diffIds.push(diffId);
  }
  const config = await writeJson(folder, TYPES[types].config, {
    ...platform,
    config: { Env: ['PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin'], Cmd: ['/bin/sh'], ...(image.labels && { Labels: image.labels }) },
    rootfs: { type: 'layers', diff_ids: diffIds },
  });
  const manifest = await writeJson(folder, TYPES[types].manifest, {
    schemaVersion: 2,
    mediaType: TYPES[types].manifest,
    config,
    layers,
  });
  return { ...manifest, platform };
}

async function writeLayer(folder: string, source: LayerSource): Promise<{ digest: string; size: number; diffId: string }> {
  const fixed = ['--sort=name', '--mtime=@1', '--owner=0', '--group=0', '--numeric-owner'];
  const tar = spawn('tar', [...fixed, '-C', source.folder, '-c', ...(source.members ?? ['.'])], { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = new Promise<number | null>((resolve, reject) => {
    tar.on('error', reject);
    tar.on('close', resolve);
  });
  const plain = createHash('sha256');
  const packed = createHash('sha256');
  const temporary = path.join(folder, `blobs/${process.pid}-${Math.random()}`);
  const written = createWriteStream(temporary);
  tar.stdout.on('data', (chunk: Buffer) => plain.update(chunk));
  const compressed = compressor(source.compression ?? 'gzip');
  compressed.on('data', (chunk: Buffer) => packed.update(chunk));
  await pipeline(tar.stdout, compressed, written);
  const code = await ended;
  if (code !== 0) throw new Error(`tar of ${source.folder} ended with ${code}`);
  const hex = packed.digest('hex');
  const { size } = await stat(temporary);
  await rename(temporary, path.join(folder, 'blobs/sha256', hex));
  return { digest: `sha256:${hex}`, size, diffId: `sha256:${plain.digest('hex')}` };
}

function compressor(compression: LayerCompression): Transform {
  if (compression === 'gzip') return createGzip({ level: 1 });
  if (compression === 'zstd') return createZstdCompress({ params: { [constants.ZSTD_c_compressionLevel]: 1 } });
  return new PassThrough();
}

async function writeJson(folder: string, mediaType: string, value: unknown): Promise<Descriptor> {
  const bytes = Buffer.from(JSON.stringify(value));
  const hex = createHash('sha256').update(bytes).digest('hex');
  await writeFile(path.join(folder, 'blobs/sha256', hex), bytes);
  return { mediaType, digest: `sha256:${hex}`, size: bytes.length };
}

/**
 * Copies a layout's image, with all its platforms, to a registry.
 * @param to `localhost:PORT/name:tag`
 */
export async function pushLayout(
  folder: string,
  to: string,
  options: { readonly tag?: string; readonly credentials?: { readonly username: string; readonly password: string } } = {},
): Promise<void> {
  const { tag = 'latest', credentials } = options;
  const login = credentials === undefined ? [] : ['--dest-creds', `${credentials.username}:${credentials.password}`];
  await run(['skopeo', '--insecure-policy', 'copy', '--quiet', '--all', '--dest-tls-verify=false', ...login, `oci:${folder}:${tag}`, `docker://${to}`]);
}
