import type { ClosureEntry, DeltaDocument, LayerEntry } from '../../delta/document/delta-document.ts';
import { parseNixHash } from '../../nix/store/nix-hash.ts';
import type { StorePath } from '../../nix/store/store-path.ts';
import { hexOf } from '../../oci/format/digest.ts';

/** A text file of the Feature. `name` is relative to the Feature's folder, with slashes. */
export interface BundleFile {
  readonly name: string;
  readonly text: string;
}

/** Where the Feature is published, and what it does beyond its delta. */
export interface BundleFacts {
  /** Host, maybe with a port. */
  readonly registry: string;
  /** The Feature's own repository: `<namespace>/<id>`. */
  readonly repository: string;
  /** Whether links in the remote user's ~/.local/bin are made unless the option says otherwise. */
  readonly userLinks: boolean;
  /** Options that the runtime reads: all others are the author's, whatever their names are. */
  readonly options: readonly string[];
}

export interface PlatformBundle {
  readonly document: DeltaDocument;
}

/** The version of everything below; the runtime refuses any other. */
const SCHEMA = 1;

export const BUNDLE_FOLDER = 'nix-feature';

/** The install.sh of a Feature whose author has written none. */
export const GENERATED_INSTALL = `#!/bin/sh
# Installs this Feature: what nix-feature/install.sh does, and nothing more.
. "$(dirname -- "$0")/nix-feature/install.sh"
nix_feature_install || exit 1
`;

/**
 * Returns the files of `nix-feature/` that the runtime reads (docs/reference/formats.md, "The install bundle"), sorted by name. The same
 * documents give the same bytes.
 * @param platforms one document for each system, all of the same Feature and version
 */
export function bundleFiles(facts: BundleFacts, platforms: readonly PlatformBundle[]): readonly BundleFile[] {
  const sorted = platforms.toSorted((a, b) => (a.document.system < b.document.system ? -1 : 1));
  const files = [featureEnv(facts, sorted), ...sorted.flatMap(platformFiles)];
  return files.toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

/** Returns the file that a layer has among the embedded ones, and in a local `dist/`. */
export function layerFileName(layer: Pick<LayerEntry, 'digest' | 'mediaType'>): string {
  const end = layer.mediaType.endsWith('zstd') ? '.tar.zst' : layer.mediaType.endsWith('gzip') ? '.tar.gz' : '.tar';
  return `${hexOf(layer.digest).slice(0, 32)}${end}`;
}

function featureEnv(facts: BundleFacts, platforms: readonly PlatformBundle[]): BundleFile {
  const [first] = platforms;
  if (first === undefined) throw new Error('a Feature has at least one platform');
  const bases = new Set(
    platforms.flatMap(({ document }) => document.bases.map(({ name, digest }) => (digest === undefined ? name : `${name} (${digest})`))),
  );
  const lines = [
    `schema=${SCHEMA}`,
    `id=${first.document.feature.id}`,
    `version=${first.document.feature.version}`,
    `registry=${facts.registry}`,
    `repository=${facts.repository}`,
    ...[...bases].map((base) => `base=${base}`),
    `links=${facts.userLinks}`,
    ...facts.options.map((name) => `option=${name}`),
    // Absent for `default`, as in all that was published before.
    ...(first.document.source.attribute === undefined ? [] : [`attribute=${first.document.source.attribute}`]),
  ];
  return { name: `${BUNDLE_FOLDER}/feature.env`, text: linesText(lines.map(oneLine)) };
}

function platformFiles({ document }: PlatformBundle): BundleFile[] {
  const added = document.closure.filter((entry) => entry.in === 'delta');
  const required = document.closure.filter((entry) => entry.in === 'base');
  const file = (name: string, text: string): BundleFile => ({ name: `${BUNDLE_FOLDER}/${document.system}/${name}`, text });
  const files = [
    file('manifest', linesText(document.layers.map((layer) => manifestLine(layer, document.closure)))),
    file('paths', linesText(pathLines(added, document.layers))),
    file('requires', linesText(required.map(hashedPath))),
    file('registration', added.map(registration).join('')),
    file('requires-registration', required.map(registration).join('')),
    file('env-path', `${document.storePath}\n`),
    file('environment', linesText(environmentLines(document))),
  ];
  const { complement } = document;
  if (complement === undefined) return files;
  const covered = new Set(complement.flatMap((layer) => layer.paths));
  return [
    ...files,
    file('complement-manifest', linesText(complement.map((layer) => manifestLine(layer, document.closure)))),
    file('complement-paths', linesText(pathLines(required.filter(({ path }) => covered.has(path)), complement))),
  ];
}

/** `<digest> <size> <diff id> <media type> <file name> <bytes that it unpacks to, at most>` */
function manifestLine(layer: LayerEntry, closure: readonly ClosureEntry[]): string {
  const unpacked = layer.tarSize ?? largestTar(layer, closure);
  return [layer.digest, layer.size, layer.diffId, layer.mediaType, layerFileName(layer), unpacked].join(' ');
}

/**
 * A bound on the bytes of a layer's tar if they were not counted. A node takes 112 bytes of NAR or more; in a tar, a
 * header, an extended header of up to two names of 4 KiB, and the padding of its contents: at most 100 times as much.
 */
function largestTar(layer: LayerEntry, closure: readonly ClosureEntry[]): number {
  const sizes = new Map(closure.map(({ path, narSize }) => [path, narSize]));
  return 10_240 + layer.paths.reduce((sum, path) => sum + 100 * (sizes.get(path) ?? 0), 0);
}

/** `<path> sha256:<hex> <NAR size> <digest of its layer>` */
function pathLines(entries: readonly ClosureEntry[], layers: readonly LayerEntry[]): string[] {
  const homes = new Map<StorePath, LayerEntry>(layers.flatMap((layer) => layer.paths.map((path) => [path, layer] as const)));
  return entries.map((entry) => {
    const layer = homes.get(entry.path);
    if (layer === undefined) throw new Error(`${entry.path} is in no layer`);
    return `${hashedPath(entry)} ${layer.digest}`;
  });
}

function hashedPath({ path, narHash, narSize }: ClosureEntry): string {
  return `${path} sha256:${narHex(narHash)} ${narSize}`;
}

/** One entry as `nix-store --load-db` reads it: path, hash, size, deriver or an empty line, references. */
function registration({ path, narHash, narSize, deriver, references }: ClosureEntry): string {
  return linesText([path, narHex(narHash), String(narSize), deriver ?? '', String(references.length), ...references]);
}

/** `PATH=<folder of the output>` for each, `.=<script of the output>` if there is one, then `NAME=value`. */
function environmentLines({ env }: DeltaDocument): string[] {
  const variables = Object.entries(env.variables).filter(([name]) => name !== 'PATH');
  return [
    ...env.PATH.map((folder) => `PATH=${oneLine(folder)}`),
    // No variable has this name: an installer that does not know it takes no notice.
    ...(env.profile === undefined ? [] : [`.=${oneLine(env.profile)}`]),
    ...variables.toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([name, value]) => oneLine(`${name}=${value}`)),
  ];
}

function narHex(narHash: string): string {
  const { algorithm, bytes } = parseNixHash(narHash);
  if (algorithm !== 'sha256') throw new Error(`${narHash} is not a SHA-256`);
  return Buffer.from(bytes).toString('hex');
}

function oneLine(text: string): string {
  if (/[\r\n\0]/.test(text)) throw new Error(`"${text}" holds a line break, which the runtime can't read`);
  return text;
}

function linesText(lines: readonly string[]): string {
  return lines.map((line) => `${line}\n`).join('');
}
