import { SetupError } from '../kit/errors.ts';

const OLDEST = 24;

const HINTS = {
  action: 'Runners have it from version 2.327.1 on: update the runner, and don\'t force another Node.js on actions.',
  terminal: 'The npm package "node" brings one: npx --package node@24 node …',
} as const;

/** @param version `process.versions.node` @throws SetupError */
export function requireNode(version: string, where: keyof typeof HINTS): void {
  if (Number.parseInt(version, 10) >= OLDEST) return;
  throw new SetupError(`nix-feature needs Node.js ${OLDEST} or newer, and this is ${version}.`, { hint: HINTS[where] });
}
