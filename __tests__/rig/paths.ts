import path from 'node:path';

/** The project's folder. */
export const PROJECT = path.resolve(import.meta.dirname, '../..');

/** Everything that the rig makes; kept from run to run, removed by `make clean`. */
export const RIG = path.join(PROJECT, '.rig');

/** Debian packages unpacked side by side by scripts/setup.sh. */
export const TOOLS = path.join(RIG, 'tools');

/** PATH with the privately unpacked tools behind what the machine has; `first` goes before everything. */
export function searchPath(...first: readonly string[]): string {
  return [
    ...first,
    process.env['PATH'] ?? '',
    '/usr/sbin',
    '/sbin',
    path.join(TOOLS, 'usr/bin'),
    path.join(TOOLS, 'usr/sbin'),
  ].join(':');
}
