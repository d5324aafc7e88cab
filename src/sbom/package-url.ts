import type { Component } from './component.ts';

/**
 * Returns a package URL (purl specification). `pkg:nix` only if the repository that defines the package is known, as a name alone
 * may be anything; else `pkg:generic`.
 */
export function packageUrl({ name, version, meta: { namespace } }: Pick<Component, 'name' | 'version' | 'meta'>): string {
  const place = namespace === undefined ? 'pkg:generic' : `pkg:nix/${namespace.split('/').map(encode).join('/')}`;
  return `${place}/${encode(name)}${version === '' ? '' : `@${encode(version)}`}`;
}

/** @returns the repository that a package URL of ours names */
export function namespaceOfUrl(url: unknown): string | undefined {
  const found = typeof url === 'string' ? /^pkg:nix\/([A-Za-z0-9_.-]+\/[A-Za-z0-9_.-]+)\//.exec(url)?.[1] : undefined;
  return found;
}

function encode(text: string): string {
  return encodeURIComponent(text).replaceAll(/[!'()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
}
