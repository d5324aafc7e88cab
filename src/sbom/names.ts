import { hexOf, digestOf } from '../oci/format/digest.ts';
import type { Component } from './component.ts';

/** The program as both formats name it; its version is left out, as the same build gives the same bytes. */
export const TOOL = 'nix-feature';

/** Names of properties in CycloneDX, and of external references in SPDX. */
export const STORE_PATH = 'nix:store-path';
export const NAR_HASH = 'nix:nar-hash';
export const NAR_SIZE = 'nix:nar-size';
export const MAINTAINER = 'nix:maintainer';
export const PLACE = 'nix-feature:place';
export const LAYER = 'nix-feature:layer';
export const BASE = 'nix-feature:base';
export const SYSTEM = 'nix-feature:system';
export const FLAKE = 'nix-feature:flake';

/** Returns a UUID that depends on a text and on nothing else (RFC 9562, 5.8). */
export function uuidOf(text: string): string {
  const hex = hexOf(digestOf(text));
  const variant = '89ab'.charAt(Number.parseInt(hex.charAt(16), 16) & 3);
  return [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, `${variant}${hex.slice(17, 20)}`, hex.slice(20, 32)].join('-');
}

/** Adds a member to the text of an object that has some. */
export function withMember(text: string, name: string, value: string): string {
  return `${text.slice(0, -1)},${JSON.stringify(name)}:${JSON.stringify(value)}}`;
}

/** Seconds since the epoch, as both formats write times. */
export function timeOf(seconds: number): string {
  return new Date(seconds * 1000).toISOString().replace(/\.\d+Z$/, 'Z');
}

/** Returns a hash of a NAR (`sha256-<base64>`) in hexadecimal digits. */
export function hexOfSri(sri: string): string {
  return Buffer.from(sri.slice('sha256-'.length), 'base64').toString('hex');
}

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
