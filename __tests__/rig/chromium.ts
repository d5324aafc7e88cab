import { existsSync } from 'node:fs';
import path from 'node:path';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];

/** The machine's Chromium: what CHROMIUM names, else the first that PATH has. scripts/setup.sh installs it. */
export function chromiumPath(): string {
  const named = process.env['CHROMIUM'];
  if (named !== undefined && named !== '') return named;
  const folders = [...(process.env['PATH'] ?? '').split(path.delimiter), '/usr/bin'];
  const found = NAMES.flatMap((name) => folders.map((folder) => path.join(folder, name))).find((file) => existsSync(file));
  if (found === undefined) throw new Error('There is no Chromium here. Run scripts/setup.sh test, or let CHROMIUM name one.');
  return found;
}

/** Tests run as root, and containers have little shared memory. */
export const CHROMIUM_FLAGS: readonly string[] = ['--no-sandbox', '--disable-dev-shm-usage'];
