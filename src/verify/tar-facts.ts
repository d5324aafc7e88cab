import { IntegrityError } from '../kit/errors.ts';
import { isStorePath, type StorePath } from '../nix/store/store-path.ts';
import type { NarFacts } from '../nix/nar/nar-hasher.ts';
import { isDigest, type Digest } from '../oci/format/digest.ts';
import { LAYER_GZIP, LAYER_ZSTD } from '../oci/format/media-types.ts';
import { ARCHES, systemOf, type Arch } from '../platform.ts';
import type { WantedLayer } from './layer/check-layer.ts';
import type { ComparedFacts } from './platform-facts.ts';
import type { FeatureTar } from './read-tar.ts';

type Files = FeatureTar['ours'];

/** Returns the platforms in the lists of a Feature's tar, which the installer uses (docs/reference/formats.md, "The install bundle"). */
export function tarPlatforms({ ours }: FeatureTar): readonly Arch[] {
  return ARCHES.filter((arch) => ours.has(`${systemOf(arch)}/manifest`));
}

/**
 * Reads those of one platform. Later versions may add to the end of a line, and may add files.
 * @throws IntegrityError
 */
export function factsOfTar({ ours }: FeatureTar, arch: Arch): ComparedFacts {
  const system = systemOf(arch);
  const read = (name: string): Lines => new Lines(ours, `${system}/${name}`);
  const [shipped, required] = [read('paths'), read('requires')];
  const nars = new Map([...narsOf(required), ...narsOf(shipped)]);
  const complement = ours.has(`${system}/complement-manifest`) ? layersOf(read('complement-manifest'), read('complement-paths'), nars) : undefined;
  const layers = layersOf(read('manifest'), shipped, nars);
  return { arch, system, storePath: storePathOf(read('env-path')), layers, complement, shipped: narsOf(shipped), required: narsOf(required) };
}

/** A file of lines, each of words. */
class Lines {
  readonly #name: string;
  readonly #lines: readonly (readonly string[])[];

  constructor(files: Files, name: string) {
    const text = files.get(name)?.toString('utf8');
    this.#name = name;
    if (text === undefined) throw new IntegrityError(`The Feature's tar has no nix-feature/${name}.`);
    if (text !== '' && !text.endsWith('\n')) throw new IntegrityError(`nix-feature/${name} in the Feature's tar is cut short.`);
    this.#lines = text === '' ? [] : text.slice(0, -1).split('\n').map((line) => line.split(' '));
  }

  /** @param read returns undefined for an invalid line */
  map<T>(read: (words: readonly string[]) => T | undefined): readonly T[] {
    return this.#lines.map((words, index) => {
      const value = read(words);
      if (value === undefined) throw new IntegrityError(`nix-feature/${this.#name} in the Feature's tar has an invalid line ${index + 1}.`);
      return value;
    });
  }
}

function storePathOf(lines: Lines): StorePath {
  const [path, ...others] = lines.map(([text = '']) => (isStorePath(text) ? text : undefined));
  if (path === undefined || others.length > 0) throw new IntegrityError("nix-feature/*/env-path in the Feature's tar is not one store path.");
  return path;
}

/** `<path> sha256:<hex> <NAR size>` */
function narsOf(lines: Lines): ReadonlyMap<StorePath, NarFacts> {
  return new Map(
    lines.map(([path = '', hash = '', size = '']) => {
      const narSize = countOf(size);
      if (!isStorePath(path) || !isDigest(hash) || narSize === undefined) return undefined;
      return [path, { narHash: `sha256-${Buffer.from(hash.slice('sha256:'.length), 'hex').toString('base64')}`, narSize }] as const;
    }),
  );
}

/** `<digest> <size> <diff id> <media type> <file name> <bytes that it unpacks to, at most>`; which paths are in it, each path says. */
function layersOf(manifest: Lines, paths: Lines, nars: ReadonlyMap<StorePath, NarFacts>): readonly WantedLayer[] {
  const homes = new Map<Digest, StorePath[]>();
  for (const [path, digest] of paths.map(homeOf)) {
    const home = homes.get(digest) ?? [];
    home.push(path);
    homes.set(digest, home);
  }
  return manifest.map(([digest = '', size = '', diffId = '', mediaType = '', , most = '']) => {
    const [bytes, mostBytes] = [countOf(size), countOf(most)];
    if (!isDigest(digest) || !isDigest(diffId) || bytes === undefined || mostBytes === undefined) return undefined;
    if (mediaType !== LAYER_GZIP && mediaType !== LAYER_ZSTD) return undefined;
    return { digest, size: bytes, mediaType, diffId, tarSize: undefined, mostBytes, paths: homes.get(digest) ?? [], nars };
  });
}

function homeOf([path = '', , , digest = '']: readonly string[]): readonly [StorePath, Digest] | undefined {
  return isStorePath(path) && isDigest(digest) ? [path, digest] : undefined;
}

function countOf(text: string): number | undefined {
  return /^\d{1,15}$/.test(text) ? Number(text) : undefined;
}
