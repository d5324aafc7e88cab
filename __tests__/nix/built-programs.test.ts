import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { test } from '@jest/globals';
import { BuildError } from '../../src/kit/errors.ts';
import type { Host } from '../../src/kit/host.ts';
import { checkPrograms, systemOfDerivation } from '../../src/nix/flake/built-programs.ts';
import type { NixSite } from '../../src/nix/run/site.ts';
import type { StorePath } from '../../src/nix/store/store-path.ts';
import type { System } from '../../src/platform.ts';
import { afterTest } from '../jest/after-test.ts';

/** The beginning of an ELF file, little endian unless told. */
function elf(machine: number, big = false): Buffer {
  const head = Buffer.alloc(64);
  head.write('\x7fELF', 'latin1');
  head[4] = 2;
  head[5] = big ? 2 : 1;
  if (big) head.writeUInt16BE(machine, 18);
  else head.writeUInt16LE(machine, 18);
  return head;
}

type Files = Readonly<Record<string, Buffer | string>>;

const capture: NixSite['capture'] = async (argv) => (await promisify(execFile)(argv[0] ?? '', argv.slice(1))).stdout;

/** Runs the check on real files, by a real shell. @returns the warnings */
async function check(files: Files, system: System, derivation?: string): Promise<string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'built-programs-'));
  afterTest(() => rm(folder, { recursive: true }));
  await mkdir(join(folder, 'out/bin'), { recursive: true });
  for (const [name, content] of Object.entries(files)) {
    if (typeof content === 'string' && content.startsWith('-> ')) await symlink(content.slice(3), join(folder, 'out', name));
    else await writeFile(join(folder, 'out', name), content, { mode: name.endsWith('.txt') ? 0o644 : 0o755 });
  }
  if (derivation !== undefined) await writeFile(join(folder, 'x.drv'), derivation);
  const site: NixSite = { where: 'the test', system, storeIsHere: true, capture, stream: () => assert.fail('not used') };
  const warnings: string[] = [];
  const host = { warning: (message) => warnings.push(message) } as Partial<Host> as Host;
  const result = { outputs: {}, storePath: join(folder, 'out') as StorePath, derivation: derivation === undefined ? undefined : (join(folder, 'x.drv') as StorePath) };
  const flake = { reference: 'path:/x', attribute: 'default', system, written: './x#default', mounts: [], seen: undefined, folder: undefined };
  await checkPrograms(site, result, flake, host);
  return warnings;
}

const drv = (system: string): string => `Derive([("out","/nix/store/x","","")],[("/nix/store/y.drv",["out"])],["/nix/store/z"],"${system}","/bin/\\"sh",["-c","],\\"trap\\",\\"x\\",["],[("name","x")])`;

const right: readonly (readonly [what: string, files: Files, system: System, derivation?: string])[] = [
  ['programs for the platform', { 'bin/a': elf(62), 'bin/b': elf(62) }, 'x86_64-linux', drv('x86_64-linux')],
  ['programs for the platform, cross-compiled on another', { 'bin/a': elf(183) }, 'aarch64-linux', drv('x86_64-linux')],
  ['one for another platform among those that fit', { 'bin/a': elf(183), 'bin/b': elf(62) }, 'x86_64-linux'],
  ['a 32 bit program, which the platform runs', { 'bin/a': elf(3) }, 'x86_64-linux'],
  ['scripts of a derivation for the platform', { 'bin/a': '#!/bin/sh\n' }, 'aarch64-linux', drv('aarch64-linux')],
  ['scripts of a derivation that Nix itself builds', { 'bin/a': '#!/bin/sh\n' }, 'aarch64-linux', drv('builtin')],
  ['scripts of which no derivation is known', { 'bin/a': '#!/bin/sh\n' }, 'aarch64-linux'],
  ['links to programs', { 'bin/a': '-> ../real', real: elf(62) }, 'x86_64-linux'],
];

for (const [what, files, system, derivation] of right) {
  test(`${what} are taken without a word`, async () => {
    assert.deepEqual(await check(files, system, derivation), []);
  });
}

const wrong: readonly (readonly [what: string, files: Files, system: System, derivation: string | undefined, says: RegExp])[] = [
  ['programs for another platform', { 'bin/a': elf(62), 'bin/script': '#!/bin/sh\n' }, 'aarch64-linux', drv('aarch64-linux'), /bin\/a is a program for x86_64\.$/],
  ['links to programs for another platform', { 'bin/a': '-> ../real', real: elf(183) }, 'x86_64-linux', undefined, /bin\/a is a program for aarch64\.$/],
  ['programs for a platform of the other byte order', { 'bin/a': elf(22, true) }, 'x86_64-linux', undefined, /bin\/a is a program for s390x\.$/],
  ['scripts of a derivation for another platform', { 'bin/a': '#!/bin/sh\n' }, 'aarch64-linux', drv('x86_64-linux'), /its derivation is for x86_64-linux\.$/],
  ['data of a derivation for another platform', { data: 'x' }, 'aarch64-linux', drv('riscv64-linux'), /its derivation is for riscv64-linux\.$/],
];

for (const [what, files, system, derivation, says] of wrong) {
  test(`${what} are an error that says what is for what`, async () => {
    await assert.rejects(check(files, system, derivation), (error: unknown) => {
      assert.ok(error instanceof BuildError);
      assert.match(error.message, new RegExp(`^The flake \\./x#default was built for another platform than ${system}: `));
      assert.match(error.message, says);
      return true;
    });
  });
}

test('an output without one program in bin gets a warning', async () => {
  for (const files of [{}, { 'bin/readme.txt': 'x' }, { 'bin/dangling': '-> nowhere' }, { tool: elf(62) }] satisfies Files[]) {
    const [warning = '', ...more] = await check(files, 'x86_64-linux', drv('x86_64-linux'));
    assert.match(warning, /\/out has no program in its "bin"/);
    assert.deepEqual(more, []);
  }
});

test('the system of a derivation is read off its file, whatever texts are in it', () => {
  assert.equal(systemOfDerivation(drv('aarch64-linux')), 'aarch64-linux');
  assert.equal(systemOfDerivation(drv('aarch64-linux').replace('["/nix/store/z"]', '[]')), 'aarch64-linux');
  assert.equal(systemOfDerivation(''), undefined);
});
