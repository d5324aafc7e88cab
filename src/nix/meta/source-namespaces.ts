import { createHash } from 'node:crypto';
import { Failure } from '../../kit/errors.ts';
import { parseNixHash } from '../store/nix-hash.ts';
import { encodeNix32 } from '../store/nix32.ts';
import { STORE_DIR } from '../store/store-path.ts';

/**
 * Finds out which repository a file of Nix code came from, by the store path of the input that holds it.
 * @param locked as the delta document has it
 * @returns store paths of inputs on a forge, and `owner/repository` of each
 */
export function sourceNamespaces(locked: unknown): ReadonlyMap<string, string> {
  if (typeof locked !== 'object' || locked === null) return new Map();
  return new Map(Object.values(locked).flatMap((input) => namespaceOf(input) ?? []).map(({ path, namespace }) => [path, namespace]));
}

function namespaceOf(input: unknown): { readonly path: string; readonly namespace: string } | undefined {
  const { type, owner, repo, narHash } = Object(input) as Readonly<Record<string, unknown>>;
  if ((type !== 'github' && type !== 'gitlab') || typeof owner !== 'string' || typeof repo !== 'string') return undefined;
  const path = sourcePath(narHash);
  return path === undefined ? undefined : { path, namespace: `${owner}/${repo}` };
}

/** The store path of an input (Nix manual, "Store path specification": content-addressed by its NAR, named source). */
function sourcePath(narHash: unknown): string | undefined {
  try {
    const { algorithm, bytes } = parseNixHash(narHash);
    if (algorithm !== 'sha256') return undefined;
    const digest = createHash('sha256').update(`source:sha256:${Buffer.from(bytes).toString('hex')}:${STORE_DIR}:source`).digest();
    const folded = new Uint8Array(20);
    for (const [index, byte] of digest.entries()) folded[index % 20] = (folded[index % 20] ?? 0) ^ byte;
    return `${STORE_DIR}/${encodeNix32(folded)}-source`;
  } catch (error) {
    if (error instanceof Failure) return undefined;
    throw error;
  }
}
