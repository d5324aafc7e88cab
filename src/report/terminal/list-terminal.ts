import { formatNumberOf, printable } from '../../kit/format.ts';
import { inert } from '../../kit/inert.ts';
import { alignColumns } from '../text/columns.ts';

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
    return [shown(id), shown(version ?? ''), shown(versions.slice(0, NAMED).join(', ')) + more];
  });
  return `${namespace}: ${formatNumberOf(features.length, 'Feature')}\n${alignColumns(rows.length === 0 ? [] : [['Feature', 'newest', 'versions'], ...rows], []).map((line) => `  ${line}\n`).join('')}`;
}

/** On one line, whatever it holds. */
function shown(text: string): string {
  return inert(printable(text));
}
