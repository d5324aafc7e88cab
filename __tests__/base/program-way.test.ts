import assert from 'node:assert/strict';
import { Readable } from 'node:stream';
import { test } from '@jest/globals';
import { indexTar } from '../../src/base/layer-index.ts';
import { hasProgram } from '../../src/base/program-way.ts';
import { storeName } from './layer-tar.ts';
import { file, folder, hardLink, header, layer, removal, symlink } from './tar-blocks.ts';

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
