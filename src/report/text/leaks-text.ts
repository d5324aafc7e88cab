import { placeOfFinding } from '../../leaks/finding.ts';
import { nameOf } from '../../nix/store/store-path.ts';
import { formatBytes, formatNumberOf } from '../../kit/format.ts';
import type { FoundLeak, LeaksReport } from '../facts/leaks-facts.ts';

/** Findings that a report lists. */
export const MOST_LEAKS = 100;

/** Returns one finding as a sentence. */
export function leakText(found: FoundLeak): string {
  const via = found.via.length > 1 ? ` It is shipped because of ${found.via.map(nameOf).join(' → ')}.` : '';
  return `${leakPlaceText(found)}${via} ${found.hint}`;
}

/** Returns what it is, and where. */
export function leakPlaceText(found: FoundLeak): string {
  const shown = found.shown === '' ? '' : ` ("${found.shown}…")`;
  return `${capital(found.what)}${shown} in ${placeOfFinding(found)} [${found.rule}].`;
}

/** Returns how much of it is allowed; empty for nothing. */
export function allowedText({ allowed }: LeaksReport): string {
  return allowed.length === 0 ? '' : `${formatNumberOf(allowed.length, 'finding')} allowed by leaks-allow.`;
}

/** Returns what was searched, and what is not listed. */
export function scannedText({ bytes, closed, more, rules }: LeaksReport): string {
  return [
    `${formatBytes(bytes)} were searched by version ${rules} of the rules.`,
    ...(more === 0 ? [] : [`${formatNumberOf(more, 'more hit')} of the same kinds in the same files ${more === 1 ? 'is' : 'are'} not listed.`]),
    ...(closed === 0 ? [] : [`${formatNumberOf(closed, 'compressed file')} could not be searched.`]),
  ].join(' ');
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
