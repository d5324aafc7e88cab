import { SetupError } from '../errors.ts';

const OLDEST = 24;

/** @param version `process.versions.node` @throws SetupError */
export function requireNode(version: string): void {
  if (Number.parseInt(version, 10) >= OLDEST) return;
  throw new SetupError(`nix-feature needs Node.js ${OLDEST} or newer, and this is ${version}.`, {
    hint: 'The npm package “node” brings one: npx --package node@24 node …',
  });
}
