import { formatBytes, formatNumberOf, formatCount, printable } from '../../kit/format.ts';
import { type Allowed, type LeakFinding, placeOfFinding } from '../../leaks/finding.ts';
import { type StorePath, nameOf } from '../../nix/store/store-path.ts';
import type { Arch } from '../../platform.ts';
import type { LeakRequest } from '../../request/rules.ts';
import { code, escapeText, joinSections, table } from '../text/markdown.ts';
import type { Palette } from '../text/terminal-text.ts';

export interface FoundLeak extends LeakFinding {
  /** Undefined for the Feature's own files. */
  readonly arch: Arch | undefined;
  /** From what was built to the store path that holds it; empty if that is unknown. */
  readonly via: readonly StorePath[];
}

/** What the leak gate must tell. */
export interface LeaksReport {
  readonly mode: LeakRequest['mode'];
  /** Version of the rules. */
  readonly rules: number;
  readonly found: readonly FoundLeak[];
  readonly allowed: readonly Allowed[];
  /** How many more there were of what was found often. */
  readonly more: number;
  /** Compressed files that could not be searched. */
  readonly closed: number;
  /** Bytes that were looked at. */
  readonly bytes: number;
}

/** Findings that a report lists. */
const MOST_LEAKS = 100;

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
function allowedText({ allowed }: LeaksReport): string {
  return allowed.length === 0 ? '' : `${formatNumberOf(allowed.length, 'finding')} allowed by leaks-allow.`;
}

/** Returns what was searched, and what is not listed. */
function scannedText({ bytes, closed, more, rules }: LeaksReport): string {
  return [
    `${formatBytes(bytes)} were searched by version ${rules} of the rules.`,
    ...(more === 0 ? [] : [`${formatNumberOf(more, 'more hit')} of the same kinds in the same files ${more === 1 ? 'is' : 'are'} not listed.`]),
    ...(closed === 0 ? [] : [`${formatNumberOf(closed, 'compressed file')} could not be searched.`]),
  ].join(' ');
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Returns the findings for machines. */
export function leaksResult({ mode, rules, found, allowed, more, closed, bytes }: LeaksReport) {
  return {
    mode,
    rules,
    bytes,
    more,
    closed,
    found: found.map((each) => ({ ...findingResult(each), arch: each.arch ?? null, via: each.via })),
    allowed: allowed.map(({ finding, entry: { reason, until = null } }) => ({ ...findingResult(finding), reason, until })),
  };
}

function findingResult({ rule, severity, storePath, file, inName, inside, offset, shown }: LeakFinding) {
  return { rule, severity, storePath: storePath ?? null, file, inName, inside, offset, shown };
}

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

/** Returns the lines of a terminal; nothing if there is nothing to tell. */
export function terminalLeaksSection(leaks: LeaksReport | undefined, palette: Palette): string {
  if (leaks === undefined || (leaks.found.length === 0 && leaks.allowed.length === 0)) return '';
  const title = leaks.found.length === 0 ? palette.bold('Leaks') : palette.yellow(formatNumberOf(leaks.found.length, 'leak'));
  const lines = leaks.found.slice(0, MOST_LEAKS).map((each) => `${each.rule}: ${placeOfFinding(each)}`);
  return [title, ...[...lines, ...[allowedText(leaks)].filter(Boolean), scannedText(leaks)].map((line) => `  ${printable(line)}`)].join('\n');
}
