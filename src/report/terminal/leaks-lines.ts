import { formatNumberOf, printable } from '../../kit/format.ts';
import { placeOfFinding } from '../../leaks/finding.ts';
import type { LeaksReport } from '../facts/leaks-facts.ts';
import { allowedText, MOST_LEAKS, scannedText } from '../text/leaks-text.ts';
import type { Palette } from '../text/palette.ts';

/** Returns the lines of a terminal; nothing if there is nothing to tell. */
export function terminalLeaksSection(leaks: LeaksReport | undefined, palette: Palette): string {
  if (leaks === undefined || (leaks.found.length === 0 && leaks.allowed.length === 0)) return '';
  const title = leaks.found.length === 0 ? palette.bold('Leaks') : palette.yellow(formatNumberOf(leaks.found.length, 'leak'));
  const lines = leaks.found.slice(0, MOST_LEAKS).map((each) => `${each.rule}: ${placeOfFinding(each)}`);
  return [title, ...[...lines, ...[allowedText(leaks)].filter(Boolean), scannedText(leaks)].map((line) => `  ${printable(line)}`)].join('\n');
}
