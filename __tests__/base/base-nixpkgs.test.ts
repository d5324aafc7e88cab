import assert from 'node:assert/strict';
import { test } from '@jest/globals';
import { nixpkgsOfLabels, nixpkgsOfRegistry } from '../../src/base/base-nixpkgs.ts';

const REV = '0123456789abcdef0123456789abcdef01234567';
const HASH = 'sha256-AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=';
const QUERY = `narHash=${encodeURIComponent(HASH)}`;

function registry(to: object, id = 'nixpkgs'): string {
  return JSON.stringify({ version: 2, flakes: [{ from: { type: 'indirect', id }, to }] });
}

test('a label names the nixpkgs of an image by a revision, or by a reference that never moves', () => {
  const cases: readonly (readonly [label: string, reference: string | undefined])[] = [
    [REV, `github:NixOS/nixpkgs/${REV}`],
    [` ${REV}\n`, `github:NixOS/nixpkgs/${REV}`],
    [`github:org/fork/${REV}`, `github:org/fork/${REV}`],
    [`github:org/fork/${REV}?${QUERY}`, `github:org/fork/${REV}?${QUERY}`],
    [`https://host/nixpkgs.tar.gz?${QUERY}`, `https://host/nixpkgs.tar.gz?${QUERY}`],
    [`git+https://host/nixpkgs?rev=${REV}`, `git+https://host/nixpkgs?rev=${REV}`],
    ['github:NixOS/nixpkgs/nixos-25.11', undefined],
    ['https://host/nixpkgs.tar.gz', undefined],
    [`path:/etc?${QUERY}`, undefined],
    [`git+file:///etc?rev=${REV}`, undefined],
    [`--option=x ${REV}`, undefined],
    [`https://host/x" y?${QUERY}`, undefined],
    [REV.slice(1), undefined],
    ['', undefined],
  ];
  for (const [label, reference] of cases) assert.equal(nixpkgsOfLabels({ 'dev.nix-feature.nixpkgs': label }), reference, label);
  assert.equal(nixpkgsOfLabels({ 'org.nixos.nixpkgs.revision': REV }), `github:NixOS/nixpkgs/${REV}`);
  assert.equal(nixpkgsOfLabels({ other: REV }), undefined);
});

test("Nix's registry in an image names its nixpkgs if the entry never moves", () => {
  const store = '/nix/store/00000000000000000000000000000000-source';
  const cases: readonly (readonly [text: string, reference: string | undefined])[] = [
    [registry({ type: 'github', owner: 'NixOS', repo: 'nixpkgs', rev: REV, narHash: HASH, lastModified: 1 }), `github:NixOS/nixpkgs/${REV}?${QUERY}`],
    [registry({ type: 'path', path: store, narHash: HASH }), `path:${store}?${QUERY}`],
    [registry({ type: 'path', path: store }), `path:${store}`],
    [registry({ type: 'tarball', url: 'https://host/x.tar.gz', narHash: HASH }), `https://host/x.tar.gz?${QUERY}`],
    [registry({ type: 'tarball', url: 'https://host/x.tar.gz' }), undefined],
    [registry({ type: 'github', owner: 'NixOS', repo: 'nixpkgs', ref: 'nixos-25.11' }), undefined],
    [registry({ type: 'path', path: '/home/me/nixpkgs' }), undefined],
    [registry({ type: 'github', owner: '-x', repo: '../..', rev: REV }), undefined],
    [registry({ type: 'github', owner: 'NixOS', repo: 'nixpkgs', rev: REV }, 'other'), undefined],
    ['{"flakes":[null,{"from":1,"to":2}]}', undefined],
    ['{', undefined],
    ['[]', undefined],
  ];
  for (const [text, reference] of cases) assert.equal(nixpkgsOfRegistry(text), reference, text);
});
