import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Arch } from '../../src/platform.ts';
import { bedrockWith, bedrockRoot, type BedrockContent } from './bedrock.ts';
import { attempt, pipe, run, type Env } from './command.ts';
import { writeImageLayout, type LayerCompression } from './image-layout.ts';
import { once } from './once.ts';

/** A container engine as tests call it. */
export interface Engine {
  readonly program: 'docker' | 'podman';
  /** What is to be added to the environment, so that plain `docker` or `podman` works. */
  readonly env: Env;
}

/** Runs the engine's command line. */
export function engine(by: Engine, ...args: readonly string[]): Promise<string> {
  return run([by.program, ...args], { env: { ...process.env, ...by.env } });
}

/**
 * A Bedrock (see `bedrockWith`) as a local image of an engine; imported once.
 * @returns its name, `localhost/bedrock:…`
 */
export async function bedrockImage(by: Engine, content: BedrockContent): Promise<string> {
  const root = await bedrockWith(content);
  const name = `localhost/bedrock:${path.basename(root)}`;
  const env = { ...process.env, ...by.env };
  if ((await attempt([by.program, 'image', 'inspect', name], { env })).code === 0) return name;
  await importRoot(by, root, content.arch, name);
  return name;
}

/** A root file system as a one-layer local image. */
export async function importRoot(by: Engine, root: string, arch: Arch, name: string): Promise<void> {
  const platform = by.program === 'docker' ? ['--platform', `linux/${arch}`] : ['--os', 'linux', '--arch', arch];
  await pipe(['tar', '-C', root, '-c', '.'], [by.program, 'import', ...platform, '-', name], { env: { ...process.env, ...by.env } });
}

/**
 * A Bedrock as an OCI image layout of two layers, the plain system and the store; made once. Not to be changed.
 * @param contents one per platform; with several the layout holds an image index
 * @param compression zstd is read in a fraction of the time of gzip, which most bases have: build-base-layers.e2e.ts has both
 */
export async function bedrockLayout(contents: readonly BedrockContent[], compression: LayerCompression = 'zstd'): Promise<string> {
  const images = await Promise.all(
    contents.map(async (content) => ({ content, plain: await bedrockRoot(content.arch, content.age), full: await bedrockWith(content) })),
  );
  const key = createHash('sha256').update(JSON.stringify([images.map(({ full }) => full), compression])).digest('hex').slice(0, 12);
  return once(`layouts/bedrock-${contents.map(({ arch }) => arch).join('-')}-${key}`, async (folder) => {
    await writeImageLayout(
      folder,
      images.map(({ content, plain, full }) => ({
        arch: content.arch,
        layers: [
          { folder: plain, compression },
          { folder: full, members: ['nix'], compression },
        ],
      })),
    );
  });
}

/** The digest of a layout's only image or index, for references that are pinned. */
export async function layoutDigest(folder: string): Promise<string> {
  const index = JSON.parse(await readFile(path.join(folder, 'index.json'), 'utf8')) as { manifests: { digest: string }[] };
  return index.manifests[0]?.digest ?? '';
}
