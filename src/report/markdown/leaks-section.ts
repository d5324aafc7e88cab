import { formatCount } from '../../kit/format.ts';
import { nameOf } from '../../nix/store/store-path.ts';
import type { FoundLeak, LeaksReport } from '../facts/leaks-facts.ts';
import { allowedText, MOST_LEAKS, scannedText } from '../text/leaks-text.ts';
import { code, escapeText, joinSections, table } from './markdown.ts';

/** Returns the section of the job summary; nothing if there is nothing to tell. */
export function leaksSection(leaks: LeaksReport | undefined): string {
  if (leaks === undefined || (leaks.found.length === 0 && leaks.allowed.length === 0)) return '';
  return joinSections([
    `### Leaks`,
    leaks.found.length === 0 ? '' : table(['Rule', 'Store path', 'File', 'Offset', 'Begins', 'Shipped because of'], rows(leaks.found), [3]),
    allowedText(leaks) === '' ? '' : escapeText(allowedText(leaks)),
    escapeText(scannedText(leaks)),
  ]);
}

function rows(found: readonly FoundLeak[]): string[][] {
  const shown = found.slice(0, MOST_LEAKS).map((each) => [
    `${code(each.rule)} (${each.severity})`,
    each.storePath === undefined ? "the Feature's own files" : code(nameOf(each.storePath)),
    code([each.file === '' ? '.' : each.file, ...each.inside].join(' › ')) + (each.inName ? ' (its name or target)' : ''),
    formatCount(each.offset),
    each.shown === '' ? '' : code(each.shown),
    each.via.length > 1 ? code(each.via.map(nameOf).join(' → ')) : '',
  ]);
  return found.length > MOST_LEAKS ? [...shown, [`${formatCount(found.length - MOST_LEAKS)} more`, '', '', '', '', '']] : shown;
}
