/** How numbers are written for people, everywhere the same: decimal units, a dot, no locale. */

const UNITS = ['kB', 'MB', 'GB', 'TB', 'PB'] as const;

/** Returns `950 B`, `1.23 MB`, `12.3 MB`, `123 MB`: three digits, decimal units. */
export function formatBytes(bytes: number): string {
  if (bytes < 1000) return `${Math.round(bytes)} B`;
  let value = bytes;
  let unit = -1;
  // 999.5 would be written as 1000, which is one of the next unit.
  while (value >= 999.5 && unit < UNITS.length - 1) {
    value /= 1000;
    unit += 1;
  }
  return `${threeDigits(value)} ${UNITS[unit] ?? 'B'}`;
}

/** Bytes that came or went: `+1.23 MB`, `−950 B`, `±0 B` */
export function formatChange(bytes: number): string {
  return `${bytes > 0 ? '+' : bytes < 0 ? '−' : '±'}${formatBytes(Math.abs(bytes))}`;
}

const COUNT = new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 });

/** Returns `1,234,567` */
export function formatCount(count: number): string {
  return COUNT.format(count);
}

/** Returns what somebody else wrote, fit for one line of a terminal. */
export function printable(text: string): string {
  return text.replaceAll(/\p{Cc}+/gu, ' ');
}

/** Returns `1 path`, `2 paths` */
export function formatNumberOf(count: number, singular: string, plural = `${singular}s`): string {
  return `${formatCount(count)} ${count === 1 ? singular : plural}`;
}

/** Returns a share from 0 to 1. Never rounds something to nothing, nor nearly all to all. */
export function formatShare(share: number): string {
  if (share <= 0) return '0%';
  if (share >= 1) return '100%';
  if (share < 0.01) return '<1%';
  if (share > 0.99) return '>99%';
  return `${Math.round(share * 100)}%`;
}

/** Milliseconds as `0.4 s`, `12 s`, `2 min 5 s`, `1 h 2 min`. */
export function formatDuration(ms: number): string {
  if (ms < 9950) return `${(ms / 1000).toFixed(1)} s`;
  const seconds = Math.round(ms / 1000);
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return withRest(`${minutes} min`, seconds % 60, 's');
  return withRest(`${Math.floor(minutes / 60)} h`, minutes % 60, 'min');
}

/** Returns `a`, `a and b`, `a, b and c` */
export function formatList(items: readonly string[], conjunction: 'and' | 'or' = 'and'): string {
  if (items.length <= 1) return items.join('');
  return `${items.slice(0, -1).join(', ')} ${conjunction} ${items.at(-1)}`;
}

function withRest(whole: string, rest: number, unit: string): string {
  return rest === 0 ? whole : `${whole} ${rest} ${unit}`;
}

function threeDigits(value: number): string {
  // 9.996 has to become 10.0 and not 10.00, so look at the rounded value.
  if (Number(value.toFixed(2)) < 10) return value.toFixed(2);
  if (Number(value.toFixed(1)) < 100) return value.toFixed(1);
  return value.toFixed(0);
}

const BYTES = new Map([
  ['', 1],
  ['b', 1],
  ['kb', 1e3],
  ['mb', 1e6],
  ['gb', 1e9],
  ['tb', 1e12],
  ['kib', 2 ** 10],
  ['mib', 2 ** 20],
  ['gib', 2 ** 30],
  ['tib', 2 ** 40],
]);

/** Returns the bytes of `1000`, `500kB`, `1.5 GiB`; undefined for what is no size. */
export function parseSize(text: string): number | undefined {
  const [, number = '', unit = ''] = /^(\d{1,15}(?:\.\d{1,9})?)\s*([a-zA-Z]*)$/.exec(text) ?? [];
  const factor = number === '' ? undefined : BYTES.get(unit.toLowerCase());
  return factor === undefined ? undefined : Math.round(Number(number) * factor);
}
