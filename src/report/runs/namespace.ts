import { formatNumberOf, formatBytes, formatList } from '../../kit/format.ts';
import { onOneLine, alignColumns } from '../text/terminal-text.ts';

interface Listed {
  readonly namespace: string;
  readonly features: readonly { readonly id: string; readonly version: string | null; readonly versions: readonly string[] }[];
}

/** Versions that are named; the others are counted. */
const NAMED = 5;

/** Renders the Features of a namespace, one a line. */
export function renderTerminalList({ namespace, features }: Listed): string {
  const rows = features.map(({ id, version, versions }) => {
    const more = versions.length > NAMED ? `, ${formatNumberOf(versions.length - NAMED, 'more', 'more')}` : '';
    return [onOneLine(id), onOneLine(version ?? ''), onOneLine(versions.slice(0, NAMED).join(', ')) + more];
  });
  return `${namespace}: ${formatNumberOf(features.length, 'Feature')}\n${alignColumns(rows.length === 0 ? [] : [['Feature', 'newest', 'versions'], ...rows], []).map((line) => `  ${line}\n`).join('')}`;
}

interface Pruned {
  readonly namespace: string;
  readonly applied: boolean;
  readonly features: readonly {
    readonly id: string;
    readonly kept: readonly { readonly version: string; readonly why: 'recent' | 'tag' | 'attached' | 'foreign'; readonly by: readonly string[] }[];
    readonly removed: readonly { readonly version: string }[];
    readonly freed: number;
  }[];
  readonly freed: number;
}

/** Renders what prune removed, or would remove, and why the rest stays. */
export function renderTerminalPrune({ namespace, applied, features, freed }: Pruned): string {
  const verb = applied ? 'removed' : 'to remove';
  const lines = features.flatMap(({ id, kept, removed, freed: bytes }) => {
    const recent = kept.filter(({ why }) => why === 'recent').map(({ version }) => version);
    return [
      `${namespace}/${id}: ${formatNumberOf(removed.length, 'version')} ${verb}${removed.length === 0 ? '' : `, ${formatBytes(bytes)}`}; ${kept.length} kept`,
      ...(removed.length === 0 ? [] : [`  ${verb}: ${removed.map(({ version }) => version).join(', ')}`]),
      ...(recent.length === 0 ? [] : [`  kept: ${recent.join(', ')}`]),
      ...kept.filter(({ why }) => why !== 'recent').map(({ version, why, by }) => `  kept: ${version}, ${reason(why, by)}`),
    ];
  });
  const total = features.reduce((sum, { removed }) => sum + removed.length, 0);
  return `${[...lines, verdict(total, freed, applied)].join('\n')}\n`;
}

function reason(why: 'recent' | 'tag' | 'attached' | 'foreign', by: readonly string[]): string {
  const names = formatList(by.map((each) => onOneLine(each)));
  if (why === 'tag') return `because the ${by.length === 1 ? 'tag' : 'tags'} ${names} ${by.length === 1 ? 'names' : 'name'} it`;
  return why === 'attached' ? `because something else is attached to it: ${names}` : 'because another tool published it';
}

function verdict(total: number, freed: number, applied: boolean): string {
  if (total === 0) return 'There is nothing to remove.';
  const what = `${formatNumberOf(total, 'version')}, ${formatBytes(freed)} that nothing else in their repositories needs`;
  return applied ? `Removed ${what}. The registry frees the space when it collects garbage.` : `Would remove ${what}. Nothing was deleted; --apply deletes.`;
}
