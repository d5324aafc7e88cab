import { randomBytes } from 'node:crypto';

/** Returns a name for a container of ours that no other one has. */
export function newContainerName(): string {
  return `nix-feature-${randomBytes(6).toString('hex')}`;
}

/** Tells whether we give such names. Nobody else's container is removed. */
export function isContainerName(name: string): boolean {
  return /^nix-feature-[0-9a-f]{12}$/.test(name);
}
