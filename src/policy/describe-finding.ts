import { nameOf } from '../nix/store/store-path.ts';
import type { PolicyFinding } from './policy-facts.ts';

/** Returns what a finding says, with the store path and what needs it: sentences with their full stops. */
export function describeFinding({ message, path, why }: PolicyFinding): string {
  const chain = why.length < 2 ? '' : ` It is needed by ${why.slice(0, -1).map(nameOf).join(' → ')}.`;
  return `${message}.${path === undefined ? '' : ` Path: ${path}.`}${chain}`;
}
