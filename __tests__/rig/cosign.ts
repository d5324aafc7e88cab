import { existsSync } from 'node:fs';
import path from 'node:path';
import { attempt, type CommandResult } from './command.ts';
import { TOOLS } from './paths.ts';

const COSIGN = path.join(TOOLS, 'usr/bin/cosign');

/** A machine whose mirror has no sid has no cosign. */
export const hasCosign = existsSync(COSIGN);

/** Runs cosign, without its services: nothing but the registry on loopback is asked. */
export function cosign(home: string, argv: readonly string[]): Promise<CommandResult> {
  return attempt([COSIGN, ...argv], { env: { HOME: home, PATH: process.env['PATH'] ?? '', COSIGN_PASSWORD: '', COSIGN_YES: 'true' } });
}
