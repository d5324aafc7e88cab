import { isObject } from '../json/field.ts';
import { JsonError, parseJson } from '../json/parse-json.ts';
import { isStorePath } from '../nix/store/store-path.ts';

/** Labels by which an image says what it was made of: a revision of nixpkgs, or a flake reference that names one. */
const NIXPKGS_LABELS = ['dev.nix-feature.nixpkgs', 'org.nixos.nixpkgs.revision'] as const;

/** Bytes; a registry has a line for each flake. */
const REGISTRY_LIMIT = 1024 * 1024;
const REVISION = /^[0-9a-f]{40}$/;
/** Nothing that moves: a revision, or a hash of the contents. */
const LOCKED = /^(?:(?:github|gitlab|sourcehut):[\w.-]+\/[\w.%-]+\/[0-9a-f]{40}(?:\?[\w.&=%/:+-]*)?|(?:(?:git|hg|tarball)\+)?https?:\/\/[^\s"'\\$?#]+\?(?=[^\s]*(?:rev=[0-9a-f]{40}|narHash=sha256-))[\w.&=%/:+-]+)$/;

/** @returns a flake reference that always names the same nixpkgs; undefined if the text is none */
function pinnedNixpkgsReference(text: string): string | undefined {
  if (REVISION.test(text)) return `github:NixOS/nixpkgs/${text}`;
  return text.length <= 500 && LOCKED.test(text) ? text : undefined;
}

/** Returns what an image's labels say. */
export function nixpkgsOfLabels(labels: Readonly<Record<string, string>>): string | undefined {
  return NIXPKGS_LABELS.map((name) => pinnedNixpkgsReference((labels[name] ?? '').trim())).find((reference) => reference !== undefined);
}

/**
 * Returns what Nix's registry of flakes in an image says (Nix manual, "nix registry"): NixOS and Home Manager write the nixpkgs there that
 * they were built from. An entry that moves, such as a branch, says nothing.
 */
export function nixpkgsOfRegistry(text: string): string | undefined {
  const registry = parsed(text);
  const flakes: unknown = isObject(registry) ? registry['flakes'] : undefined;
  for (const entry of Array.isArray(flakes) ? (flakes as unknown[]) : []) {
    if (!isObject(entry) || !isObject(entry['from']) || !isObject(entry['to'])) continue;
    const { from, to } = entry as { from: Record<string, unknown>; to: Record<string, unknown> };
    if (from['type'] === 'indirect' && from['id'] === 'nixpkgs') return referenceOf(to);
  }
  return undefined;
}

function parsed(text: string): unknown {
  try {
    return parseJson(text, { bytes: REGISTRY_LIMIT });
  } catch (error) {
    if (!(error instanceof JsonError)) throw error;
    return undefined;
  }
}

/** Reads the forms of flake references, as attributes, that name nixpkgs in practice. */
function referenceOf(to: Readonly<Record<string, unknown>>): string | undefined {
  const { type, narHash } = to;
  const hash = typeof narHash === 'string' && /^sha256-[A-Za-z0-9+/]{43}=$/.test(narHash) ? `narHash=${encodeURIComponent(narHash)}` : undefined;
  if (type === 'github' || type === 'gitlab') return forgeReference(type, to, hash);
  if (type === 'tarball') return tarballReference(to, hash);
  return type === 'path' ? storeReference(to, hash) : undefined;
}

function forgeReference(type: string, { owner, repo, rev }: Readonly<Record<string, unknown>>, hash: string | undefined): string | undefined {
  if (typeof owner !== 'string' || typeof repo !== 'string' || typeof rev !== 'string') return undefined;
  return pinnedNixpkgsReference(`${type}:${owner}/${repo}/${rev}${hash === undefined ? '' : `?${hash}`}`);
}

/** Nothing but its hash says which one it is. */
function tarballReference({ url }: Readonly<Record<string, unknown>>, hash: string | undefined): string | undefined {
  if (typeof url !== 'string' || hash === undefined) return undefined;
  return pinnedNixpkgsReference(`${url}${url.includes('?') ? '&' : '?'}${hash}`);
}

/** Of the image's own store: the same wherever the image is. */
function storeReference({ path }: Readonly<Record<string, unknown>>, hash: string | undefined): string | undefined {
  if (typeof path !== 'string' || !isStorePath(path)) return undefined;
  return `path:${path}${hash === undefined ? '' : `?${hash}`}`;
}
