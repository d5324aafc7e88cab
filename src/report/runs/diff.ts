import type { Changes } from '../../delta/compare/changes.ts';
import { printable } from '../../kit/format.ts';
import type { Arch } from '../../platform.ts';
import { changesLines, WHOLE } from '../parts/changes-section.ts';
import { changesResult, changesHeadline } from '../parts/changes.ts';
import type { Palette } from '../text/terminal-text.ts';

/** One of two things that were compared. */
export interface DiffedSide {
  /** As the user wrote it. */
  readonly name: string;
  /** Absent for a base. */
  readonly feature?: { readonly id: string; readonly version: string };
}

/** All that a comparison must tell. */
export interface DiffReport {
  readonly what: 'feature' | 'base';
  /** Only what ships was compared. */
  readonly shippedOnly: boolean;
  readonly before: DiffedSide;
  readonly after: DiffedSide;
  readonly platforms: readonly { readonly arch: Arch; readonly changes: Changes }[];
}

/** Renders what `nix-feature diff` prints. */
export function renderDiff(report: DiffReport, palette: Palette): string {
  const title = printable(subject(report));
  const blocks = report.platforms.map(({ arch, changes }) => {
    const first = palette.bold(`${title} for ${arch}: ${changesHeadline(changes)}`);
    return [first, ...changesLines(changes, WHOLE, palette)].join('\n');
  });
  return `${blocks.join('\n\n')}\n`;
}

/** `my-tools 1.1.0 → 1.2.0` */
function subject({ before, after }: DiffReport): string {
  const [from, to] = [before.feature, after.feature];
  if (from === undefined || to === undefined) return `${before.name} → ${after.name}`;
  if (from.id === to.id && from.version === to.version) return `${from.id} ${from.version} (${before.name} → ${after.name})`;
  return `${from.id} ${from.version} → ${from.id === to.id ? '' : `${to.id} `}${to.version}`;
}

/** Returns what `nix-feature diff --json` prints: bytes, `null` if there is nothing or nothing is known. */
export function diffResult({ what, shippedOnly, before, after, platforms }: DiffReport) {
  return {
    schemaVersion: 1,
    what,
    shippedOnly,
    before: sideResult(before),
    after: sideResult(after),
    platforms: platforms.map(({ arch, changes }) => ({ arch, ...changesResult(changes) })),
  };
}

function sideResult({ name, feature }: DiffedSide) {
  return { name, id: feature?.id ?? null, version: feature?.version ?? null };
}


