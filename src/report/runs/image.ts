import { formatBytes, formatDuration, formatNumberOf } from '../../kit/format.ts';
import { inert } from '../../kit/safe-text.ts';
import type { Digest } from '../../oci/format/digest.ts';
import type { Arch } from '../../platform.ts';
import type { BuildRequest } from '../../request/build.ts';
import { givenSection } from '../build/summary.ts';
import { code, escapeText, joinSections, table } from '../text/markdown.ts';
import { onOneLine, type Palette } from '../text/terminal-text.ts';

/** A layer of an image; bytes as they are stored. */
export interface ImageLayer {
  /** Whose it is: the base's, a Feature's, or the one that says what is installed. */
  readonly of: 'base' | 'feature' | 'own';
  readonly digest: Digest;
  readonly size: number;
}

/** All that must be told of an image that was made of a base and Features. */
export interface ImageReport {
  /** As the user wrote it. */
  readonly base: string;
  /** Of the image: an index if there are several platforms. */
  readonly digest: Digest;
  /** What it is called: `ghcr.io/org/dev:1` */
  readonly tags: readonly string[];
  /** The folder of its layout; undefined if none was written. */
  readonly output: string | undefined;
  /** In the order of their installation. */
  readonly features: readonly { readonly id: string; readonly version: string; readonly reference: string; readonly digest: Digest }[];
  readonly platforms: readonly { readonly arch: Arch; readonly digest: Digest; readonly base: Digest; readonly layers: readonly ImageLayer[] }[];
  /** Bytes. */
  readonly sent: { readonly uploaded: number; readonly mounted: number };
  readonly given: BuildRequest['given'];
  /** ms */
  readonly duration: number;
}

/** Bytes of the layers of one kind. */
function sizeOfLayers(layers: readonly ImageLayer[], of: ImageLayer['of']): number {
  return layers.filter((layer) => layer.of === of).reduce((sum, { size }) => sum + size, 0);
}

/** Every output of the image action; image/action.yml and docs/reference/inputs.md are made from this. */
export const IMAGE_OUTPUTS = [
  { name: 'digest', description: '`sha256:…` of the image; of its index if it is for several platforms.' },
  { name: 'image', description: 'The first tag with the digest: `ghcr.io/org/dev:1@sha256:…`. Empty if it was not pushed.' },
  { name: 'path', description: 'The folder of its layout; empty if none was written.' },
  { name: 'json', description: 'The result as one JSON object (`schemas/image.schema.json`).' },
] as const;

/** What the image action sets. */
export function imageOutputsOf(report: ImageReport): Readonly<Record<(typeof IMAGE_OUTPUTS)[number]['name'], string>> {
  const { digest, tags: [tag], output = '' } = report;
  return { digest, image: tag === undefined ? '' : `${tag}@${digest}`, path: output, json: JSON.stringify(imageResultOf(report)) };
}

/** What `nix-feature image --json` prints. */
export function imageResultOf({ base, digest, tags, output, features, platforms, sent }: ImageReport) {
  return { schemaVersion: 1, base, digest, tags, path: output ?? null, features, platforms, uploadedBytes: sent.uploaded, mountedBytes: sent.mounted };
}

/** The whole result in one line of plain text. */
export function imageHeadline({ base, features, platforms }: ImageReport): string {
  return `An image of ${base} with ${formatNumberOf(features.length, 'Feature')}, for ${platforms.map(({ arch }) => arch).join(' and ')}`;
}

/** The job summary of an image, in GitHub's Markdown. Its first line says it all. */
export function renderImageSummary(report: ImageReport): string {
  const { digest, tags, output, features, platforms, sent } = report;
  return joinSections([
    `## ${escapeText(inert(imageHeadline(report)))}`,
    code(digest),
    tags.length === 0 ? '' : `Pushed as ${tags.map(code).join(', ')}: ${formatBytes(sent.uploaded)} sent, ${formatBytes(sent.mounted)} taken from other repositories of the registry.`,
    output === undefined ? '' : `Written as a layout to ${code(output)}.`,
    table(['Feature', 'Version', 'As', 'Digest'], features.map(({ id, version, reference, digest: manifest }) => [escapeText(id), escapeText(version), code(inert(reference)), code(manifest)])),
    table(
      ['Platform', 'Base', 'Features', 'What is installed', 'Digest'],
      platforms.map(({ arch, layers, digest: manifest }) => [arch, ...(['base', 'feature', 'own'] as const).map((of) => formatBytes(sizeOfLayers(layers, of))), code(manifest)]),
    ),
    `Nothing was built, and nothing was run. It took ${formatDuration(report.duration)}.`,
    givenSection(report.given),
  ]);
}

/** What became of an image as a person reads it in a terminal. */
export function renderTerminalImage(report: ImageReport, palette: Palette): string {
  const { digest, tags, output, features, platforms, sent } = report;
  const lines = [
    palette.bold(onOneLine(imageHeadline(report))),
    '',
    ...features.map(({ id, version, reference }) => `  ${onOneLine(`${id} ${version}`)}  ${palette.dim(onOneLine(reference))}`),
    '',
    ...platforms.map(({ arch, layers }) => `  ${arch}: base ${formatBytes(sizeOfLayers(layers, 'base'))}, Features ${formatBytes(sizeOfLayers(layers, 'feature'))}, what is installed ${formatBytes(sizeOfLayers(layers, 'own'))}`),
    '',
    digest,
    ...tags.map(onOneLine),
    ...(output === undefined ? [] : [onOneLine(output)]),
    `${tags.length === 0 ? '' : `${formatBytes(sent.uploaded)} sent, ${formatBytes(sent.mounted)} mounted. `}Took ${formatDuration(report.duration)}.`,
  ];
  return `${lines.join('\n')}\n`;
}
