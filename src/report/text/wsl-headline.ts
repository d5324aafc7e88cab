import { formatBytes, formatNumberOf } from '../../kit/format.ts';
import { countOfFaults, isRefused, type WslFinding, type WslReport } from '../facts/wsl-facts.ts';

/** Returns the whole result in one line of plain text. */
export function wslHeadline(report: WslReport): string {
  const { name, tarball, rows } = report;
  const skipped = rows.filter(({ outcome }) => outcome === 'skipped').length;
  const without = skipped === 0 ? '' : `, although ${formatNumberOf(skipped, 'check')} found something (skip-checks)`;
  if (!isRefused(report)) return `${name} (${formatBytes(tarball.size)}) passed ${formatNumberOf(rows.length, 'check')}${without}`;
  const failed = rows.filter(({ outcome }) => outcome === 'failed').length;
  return `${name} (${formatBytes(tarball.size)}) must not be used: ${formatNumberOf(countOfFaults(report), 'fault')} in ${failed} of ${formatNumberOf(rows.length, 'check')}`;
}

/** Returns one line of plain text without its full stop. */
export function wslFindingText({ file, says }: Pick<WslFinding, 'file' | 'says'>): string {
  return file === '' ? `The tarball ${says}` : `${file} ${says}`;
}
