import { isObject } from '../../json/field.ts';
import { parsedJson } from '../../json/parse-json.ts';
import { BaseError, IntegrityError } from '../../kit/errors.ts';
import type { Arch } from '../../platform.ts';
import { blobBytes } from './blob-bytes.ts';
import { isDigest, type Digest } from './digest.ts';
import { MANIFEST_LIMIT, type ImageSource } from './image-source.ts';
import type { Descriptor, ImageManifest } from './manifest.ts';
import { DOCKER_CONFIG, DOCKER_INDEX, IMAGE_CONFIG, IMAGE_INDEX } from './media-types.ts';
import { parseManifest, type RawManifest } from './parse-manifest.ts';

/** OCI image specification, config.md; what of it matters to us. */
export interface ImageConfig {
  readonly architecture: string;
  readonly os: string;
  readonly variant: string | undefined;
  /** Digests of the layers' tars, in the order of the manifest's layers. */
  readonly diffIds: readonly Digest[];
  /** `NAME=value` */
  readonly env: readonly string[];
  /** Empty for root. */
  readonly user: string;
  readonly labels: Readonly<Record<string, string>>;
}

export interface PlatformImage {
  readonly manifest: ImageManifest;
  readonly manifestDigest: Digest;
  readonly config: ImageConfig;
}

interface OciPlatform {
  readonly architecture: string;
  readonly os: string;
  readonly variant?: string | undefined;
}

// An index of indexes is allowed, and seldom seen; one that goes on for ever is an attack.
const MAX_DEPTH = 4;
const MAX_TRIED = 64;

/**
 * Finds the image for linux/<arch> behind what the source's reference names.
 * @throws BaseError if there is none; it lists the platforms that are there
 */
export async function selectPlatform(source: ImageSource, arch: Arch): Promise<PlatformImage> {
  const search = new Search(source, arch);
  const found = await search.within(await source.root(), 0);
  if (found !== undefined) return found;
  const there = [...search.seen].sort();
  throw new BaseError(
    `${source.name} has no image for linux/${arch}: ` +
      (there.length === 0 ? 'it names no platform.' : `it is available for ${there.join(', ')}.`),
    { hint: 'Choose another base image, or other "arches".' },
  );
}

/**
 * Returns the digests of the images for linux/<arch> behind what the source's reference names, told by that manifest or index
 * alone: one request, whatever the number of platforms.
 * @returns without the platforms that only a further look would tell
 */
export async function imageDigests(source: ImageSource, arches: readonly Arch[]): Promise<ReadonlyMap<Arch, Digest>> {
  const root = await source.root();
  const parsed = parseManifest(root, source.name);
  return new Map(
    arches.flatMap((arch) => {
      const digest = parsed.kind === 'manifest' ? root.digest : new Search(source, arch).bestOf(parsed.index.manifests)?.digest;
      return digest === undefined ? [] : [[arch, digest] as const];
    }),
  );
}

class Search {
  readonly seen = new Set<string>();
  readonly #source: ImageSource;
  readonly #arch: Arch;
  #tried = 0;

  constructor(source: ImageSource, arch: Arch) {
    this.#source = source;
    this.#arch = arch;
  }

  async within(raw: RawManifest, depth: number, named?: OciPlatform): Promise<PlatformImage | undefined> {
    const parsed = parseManifest(raw, this.#source.name);
    if (parsed.kind === 'manifest') return this.#image(raw, parsed.manifest, named);
    if (depth >= MAX_DEPTH) return undefined;
    for (const descriptor of this.#candidates(parsed.index.manifests)) {
      if (++this.#tried > MAX_TRIED) return undefined;
      const found = await this.within(await this.#source.manifest(descriptor.digest), depth + 1, descriptor.platform);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  /** The image that an index itself says is for the platform. */
  bestOf(all: readonly Descriptor[]): Descriptor | undefined {
    const [best] = this.#candidates(all);
    return best?.platform === undefined || isIndex(best) ? undefined : best;
  }

  // Best first: a platform that fits, plain before variants; then what does not say what it is for.
  #candidates(all: readonly Descriptor[]): Descriptor[] {
    const ranked: { descriptor: Descriptor; rank: number }[] = [];
    for (const descriptor of all) {
      if (isAttestation(descriptor)) continue;
      const { platform } = descriptor;
      if (platform === undefined) ranked.push({ descriptor, rank: isIndex(descriptor) ? 2 : 3 });
      else if (this.#fits(platform)) ranked.push({ descriptor, rank: platform.variant === undefined ? 0 : 1 });
      else this.seen.add(formatPlatform(platform));
    }
    return ranked.sort((a, b) => a.rank - b.rank).map(({ descriptor }) => descriptor);
  }

  async #image(
    raw: RawManifest,
    manifest: ImageManifest,
    named: OciPlatform | undefined,
  ): Promise<PlatformImage | undefined> {
    const config = await readConfig(this.#source, manifest);
    // If an index names the platform, that counts: there are images whose config was never adapted.
    if (named === undefined && !this.#fits(config)) {
      this.seen.add(formatPlatform(config));
      return undefined;
    }
    return { manifest, manifestDigest: raw.digest, config };
  }

  #fits({ os, architecture, variant }: OciPlatform): boolean {
    // The first variant of each is what every machine of the architecture runs.
    const baseline = this.#arch === 'arm64' ? 'v8' : 'v1';
    return os === 'linux' && architecture === this.#arch && (variant === undefined || variant === '' || variant === baseline);
  }
}

function isIndex({ mediaType }: Descriptor): boolean {
  return mediaType === IMAGE_INDEX || mediaType === DOCKER_INDEX;
}

// BuildKit lists provenance beside the images, as a platform that nothing runs on.
function isAttestation({ annotations, platform }: Descriptor): boolean {
  return annotations?.['vnd.docker.reference.type'] !== undefined || platform?.os === 'unknown';
}

function formatPlatform({ os, architecture, variant }: OciPlatform): string {
  return `${os}/${architecture}${variant === undefined || variant === '' ? '' : `/${variant}`}`;
}

async function readConfig(source: ImageSource, manifest: ImageManifest): Promise<ImageConfig> {
  const { config: descriptor } = manifest;
  if (descriptor.mediaType !== IMAGE_CONFIG && descriptor.mediaType !== DOCKER_CONFIG) {
    throw new BaseError(`${source.name} is not a container image: its config is of the type ${descriptor.mediaType}.`, {
      hint: 'A base image is an image that containers start from, not a Feature, a chart or another artifact.',
    });
  }
  const bytes = await blobBytes(source, descriptor);
  const refuse = (why: string, cause?: unknown): never => {
    throw new IntegrityError(`The config ${descriptor.digest} of ${source.name} can't be used: ${why}.`, { cause });
  };
  const json = parsedJson(bytes, refuse, { bytes: MANIFEST_LIMIT });
  const { architecture, os, variant, rootfs, config } = objectOr(json);
  const { diff_ids: diffIds } = objectOr(rootfs);
  const { Env: env, User: user, Labels: labels } = objectOr(config);
  if (typeof architecture !== 'string' || typeof os !== 'string') return refuse('it names no architecture and os');
  if (!Array.isArray(diffIds) || !diffIds.every((id): id is Digest => typeof id === 'string' && isDigest(id))) {
    return refuse('its rootfs.diff_ids are not digests');
  }
  if (diffIds.length !== manifest.layers.length) {
    return refuse(`it lists ${diffIds.length} layers, but the manifest lists ${manifest.layers.length}`);
  }
  return {
    architecture,
    os,
    variant: typeof variant === 'string' ? variant : undefined,
    diffIds,
    env: Array.isArray(env) ? env.filter((item): item is string => typeof item === 'string') : [],
    user: typeof user === 'string' ? user : '',
    labels: Object.fromEntries(Object.entries(objectOr(labels)).filter((label): label is [string, string] => typeof label[1] === 'string')),
  };
}

function objectOr(value: unknown): Record<string, unknown> {
  return isObject(value) ? value : {};
}
