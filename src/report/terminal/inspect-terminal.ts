import { formatBytes, formatList, formatNumberOf, formatShare, printable } from '../../kit/format.ts';
import { inert } from '../../kit/inert.ts';
import { figuresOf, type Extent } from '../facts/facts.ts';
import type { InspectReport } from '../facts/inspect-facts.ts';
import type { Palette } from '../text/palette.ts';

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
  return `${[palette.bold(shown(title)), rowsText(whole), ...platforms.map((platform) => `${palette.bold(platform.arch)}\n${rowsText(platformRows(platform))}`)].join('\n\n')}\n`;
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
  return rows.flatMap(([term, said]) => (said === undefined || said === '' ? [] : [`  ${term.padEnd(11)}  ${shown(said)}`])).join('\n');
}

/** On one line, whatever it holds. */
function shown(text: string): string {
  return inert(printable(text));
}
