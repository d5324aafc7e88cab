import type { DeltaDocument } from '../../delta/document/delta-document.ts';
import { formatBytes, formatList, formatNumberOf, formatShare } from '../../kit/format.ts';
import type { Digest } from '../../oci/format/digest.ts';
import type { Arch } from '../../platform.ts';
import { figuresOf, type Extent } from '../build/facts.ts';
import { onOneLine, type Palette } from '../text/terminal-text.ts';

/** What is known of a Feature that was built or published. */
export interface InspectReport {
  /** As it was named. */
  readonly name: string;
  readonly platforms: readonly { readonly arch: Arch; readonly document: DeltaDocument }[];
  /** Of the published manifest; undefined for a layout. */
  readonly digest: Digest | undefined;
  /** Seconds since the epoch. */
  readonly created: number | undefined;
  /** The repository and the commit that it says it was built from. */
  readonly origin: { readonly source?: string | undefined; readonly revision?: string | undefined };
  readonly delivery: 'layers' | 'embed' | undefined;
  /** Tags that name this very manifest, the version first; undefined for a layout. */
  readonly tags: readonly string[] | undefined;
  /** What is attached to it: SBOMs, provenance; undefined for a layout, or if the registry does not say. */
  readonly referrers: readonly { readonly artifactType: string; readonly digest: Digest }[] | undefined;
}

/** Returns what `nix-feature inspect --json` prints (schemas/inspect.schema.json). */
export function inspectResult({ name, platforms, digest, created, origin, delivery, tags, referrers }: InspectReport) {
  const [first] = platforms;
  return {
    schemaVersion: 1,
    ref: name,
    feature: first === undefined ? null : { id: first.document.feature.id, version: first.document.feature.version },
    digest: digest ?? null,
    created: created === undefined ? null : new Date(created * 1000).toISOString(),
    source: origin.source ?? null,
    revision: origin.revision ?? null,
    delivery: delivery ?? null,
    tags: tags ?? null,
    referrers: referrers?.map(({ artifactType, digest: of }) => ({ artifactType, digest: of })) ?? null,
    platforms: platforms.map(({ arch, document }) => {
      const { closure, delta, base, layers, compressed, complement } = figuresOf(document);
      return {
        arch,
        storePath: document.storePath,
        flake: document.source.flake,
        bases: document.bases.map((each) => ({ name: each.name, digest: each.digest ?? null, storePaths: each.storePaths })),
        closure: extentResult(closure),
        shipped: extentResult(delta),
        base: extentResult(base),
        layers,
        compressedBytes: compressed,
        complement: { layers: complement.layers, compressedBytes: complement.compressed },
      };
    }),
  };
}

function extentResult({ paths, bytes }: Extent) {
  return { paths, bytes };
}

type Row = readonly [term: string, said: string | undefined];

/** Renders what is known of a Feature, as a person reads it in a terminal. */
export function renderTerminalInspection(report: InspectReport, palette: Palette): string {
  const { name, platforms, digest, created, origin, delivery, tags, referrers } = report;
  const [first] = platforms;
  const title = first === undefined ? name : `${first.document.feature.id} ${first.document.feature.version} (${formatList(platforms.map(({ arch }) => arch))})`;
  const whole: readonly Row[] = [
    ['Name', name],
    ['Digest', digest],
    ['Tags', tags?.join(', ')],
    ['Created', created === undefined ? undefined : new Date(created * 1000).toISOString()],
    ['Source', origin.source],
    ['Revision', origin.revision],
    ['Delivery', delivery],
    ['Attached', referrers === undefined ? undefined : referrers.length === 0 ? 'nothing' : referrers.map(({ artifactType }) => artifactType).join(', ')],
  ];
  return `${[palette.bold(onOneLine(title)), rowsText(whole), ...platforms.map((platform) => `${palette.bold(platform.arch)}\n${rowsText(platformRows(platform))}`)].join('\n\n')}\n`;
}

function platformRows({ document }: InspectReport['platforms'][number]): readonly Row[] {
  const { closure, delta, base, baseShare, layers, compressed, complement } = figuresOf(document);
  return [
    ['Flake', document.source.flake],
    ['Output', document.storePath],
    ['Closure', extentText(closure)],
    ['Shipped', `${extentText(delta)}; ${formatBytes(compressed)} compressed, in ${formatNumberOf(layers, 'layer')}`],
    ['In the base', `${extentText(base)} (${formatShare(baseShare)})`],
    ['Complement', complement.layers === 0 ? undefined : `${formatBytes(complement.compressed)} compressed, in ${formatNumberOf(complement.layers, 'layer')}`],
    ...document.bases.map(({ name, digest }): Row => ['Base', digest === undefined ? name : `${name} (${digest})`]),
  ];
}

function extentText({ paths, bytes }: Extent): string {
  return `${formatNumberOf(paths, 'path')}, ${formatBytes(bytes)}`;
}

/** What is not known has no row. */
function rowsText(rows: readonly Row[]): string {
  return rows.flatMap(([term, said]) => (said === undefined || said === '' ? [] : [`  ${term.padEnd(11)}  ${onOneLine(said)}`])).join('\n');
}
