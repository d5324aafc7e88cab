import assert from 'node:assert/strict';
import { Readable } from 'node:stream';
import { test } from '@jest/globals';
import { nixpkgsOfLabels, nixpkgsOfRegistry } from '../../src/base/base-nixpkgs.ts';
import { indexTar } from '../../src/base/layer-index.ts';
import { hasProgram, registryText } from '../../src/base/program-way.ts';
import { storeName } from './layer-tar.ts';
import { file, folder, hardLink, header, layer, removal, symlink } from './tar-blocks.ts';

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

const A = `nix/store/${storeName('a', 'zstd')}`;
const program = (name: string): Buffer => file(name, 'x', { mode: 0o755 });
const OPAQUE = '.wh..wh..opq';

async function zstdIn(layers: readonly Buffer[]): Promise<boolean> {
  const read = await Promise.all(layers.map((tar) => indexTar(Readable.from([tar]), 'a layer')));
  return hasProgram(read.map(({ way }) => way));
}

const cases: readonly (readonly [what: string, layers: readonly Buffer[], there: boolean])[] = [
  ['a program', [layer(program('usr/bin/zstd'))], true],
  ['a program in /bin', [layer(program('./bin/zstd'))], true],
  ['a program in /usr/local/bin', [layer(program('/usr/local/bin/zstd'))], true],
  ['a program elsewhere', [layer(program('opt/bin/zstd'))], false],
  ['a program of another name', [layer(program('usr/bin/zstdcat'))], false],
  ["a file that can't be run", [layer(file('usr/bin/zstd', 'x'))], false],
  ['a folder of that name', [layer(folder('usr/bin/zstd'))], false],
  ['a device of that name', [layer(header('usr/bin/zstd', '3', 0, { mode: 0o777 }))], false],
  ['a hard link to a program', [layer(program('opt/x'), hardLink('usr/bin/zstd', 'opt/x', { mode: 0o755 }))], true],
  ['a program that an upper layer takes the mode of', [layer(program('bin/zstd')), layer(file('bin/zstd', 'x', { mode: 0o644 }))], false],
  ['a program that an upper layer removes', [layer(program('usr/bin/zstd')), layer(removal('usr/bin/zstd'))], false],
  ['a program whose folder an upper layer removes', [layer(program('usr/bin/zstd')), layer(removal('usr/bin'))], false],
  ["a program whose folder's folder an upper layer removes", [layer(program('usr/local/bin/zstd')), layer(removal('usr'))], false],
  ['a program whose folder is made anew', [layer(program('usr/bin/zstd')), layer(file(`usr/bin/${OPAQUE}`))], false],
  ["a program whose folder's folder is made anew", [layer(program('usr/bin/zstd')), layer(file(`usr/${OPAQUE}`))], false],
  ['a program below a root that is made anew', [layer(program('usr/bin/zstd')), layer(file(OPAQUE))], false],
  ['a program that comes back', [layer(program('usr/bin/zstd')), layer(removal('usr')), layer(program('usr/bin/zstd'))], true],
  ['a program in a folder that the same layer makes anew', [layer(program('usr/bin/zstd'), file(`usr/bin/${OPAQUE}`))], true],
  ['a program whose folder becomes a file', [layer(program('usr/bin/zstd')), layer(file('usr/bin'))], false],
  ["another program's removal", [layer(program('usr/bin/zstd')), layer(removal('usr/bin/zst'), removal('usr/bi'))], true],
  ['a link to a program', [layer(symlink('usr/bin/zstd', `/${A}/bin/zstd`), program(`${A}/bin/zstd`))], true],
  ['a relative link to a program in a layer below', [layer(program(`${A}/bin/zstd`)), layer(symlink('usr/bin/zstd', `../../${A}/bin/zstd`))], true],
  ['a link to nothing', [layer(symlink('usr/bin/zstd', `/${A}/bin/zstd`))], false],
  ['a link whose target an upper layer removes', [layer(symlink('bin/zstd', `/${A}/bin/zstd`), program(`${A}/bin/zstd`)), layer(removal(A))], false],
  ['a link whose target goes with the store', [layer(symlink('bin/zstd', `/${A}/bin/zstd`), program(`${A}/bin/zstd`)), layer(removal('nix'))], false],
  ['a link to itself', [layer(symlink('usr/bin/zstd', 'zstd'))], false],
  ['a link above the root', [layer(symlink('bin/zstd', '../../../opt/zstd'), program('opt/zstd'))], true],
  ['folders that are links', [layer(symlink('bin', 'usr/bin'), program('usr/bin/zstd'))], true],
  ['a folder that is a link to an environment', [layer(symlink('bin', '/nix/env/bin'), symlink('nix/env/bin/zstd', `/${A}/bin/zstd`), program(`${A}/bin/zstd`))], true],
];

for (const [what, layers, there] of cases) {
  test(`zstd is ${there ? 'there' : 'not there'}: ${what}`, async () => {
    assert.equal(await zstdIn(layers), there);
  });
}

const ENTRY = `nix/store/${storeName('b', 'etc-registry.json')}`;
const ETC = `nix/store/${storeName('c', 'etc')}/etc`;
const registries: readonly (readonly [what: string, layers: readonly Buffer[], text: string | undefined])[] = [
  ['a file', [layer(file('etc/nix/registry.json', '{"a":"b"}'))], '{"a":"b"}'],
  ['a file that an upper layer replaces', [layer(file('./etc/nix/registry.json', 'old')), layer(file('/etc/nix/registry.json', 'new'))], 'new'],
  ['a file that an upper layer removes', [layer(file('etc/nix/registry.json', '{}')), layer(removal('etc/nix'))], undefined],
  ['a file that follows others, and others it', [layer(file('etc/passwd', 'x'.repeat(600)), file('etc/nix/registry.json', '{}'), file('etc/shadow', 'y'))], '{}'],
  ['the links of NixOS', [layer(file(ENTRY, '{"nixos":1}'), symlink(`${ETC}/nix/registry.json`, `/${ENTRY}`)), layer(symlink('etc/static', `/${ETC}`), symlink('etc/nix/registry.json', '/etc/static/nix/registry.json'))], '{"nixos":1}'],
  ['a link to nothing', [layer(symlink('etc/nix/registry.json', '/etc/static/nix/registry.json'))], undefined],
  ['an empty file', [layer(file('etc/nix/registry.json', ''))], undefined],
  ['a file of a size that no registry has', [layer(file('etc/nix/registry.json', 'x'.repeat(70_000)))], undefined],
  ['a file of another folder', [layer(file('opt/etc/nix/registry.json', '{}'))], undefined],
];

for (const [what, layers, text] of registries) {
  test(`Nix's registry of flakes is ${text === undefined ? 'not read' : 'read'} from layers: ${what}`, async () => {
    const read = await Promise.all(layers.map((tar) => indexTar(Readable.from([tar.subarray(0, 700), tar.subarray(700)]), 'a layer')));
    assert.equal(registryText(read.map(({ way }) => way)), text);
  });
}
