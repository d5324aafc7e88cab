import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, readlink, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, it } from '@jest/globals';
import { Failure, InputError, type SourceLocation } from '../../src/kit/errors.ts';
import { hasFloatingInputs, isPackageName, nixString, packagesFlake, pinnedNixpkgs } from '../../src/nix/flake/flake-text.ts';
import { parseLockedInputs } from '../../src/nix/flake/flake-metadata.ts';
import { flakeArguments, resolveFlake, withNixpkgs, type ResolvedFlake } from '../../src/nix/flake/flake.ts';
import type { Job } from '../../src/kit/host.ts';
import type { FlakeSource } from '../../src/request/sources.ts';
import { afterTest } from '../jest/after-test.ts';

const LOCK = JSON.stringify({
  nodes: {
    nixpkgs: {
      locked: { lastModified: 1700000000, narHash: 'sha256-x', owner: 'NixOS', repo: 'nixpkgs', rev: 'abc', type: 'github' },
      original: { id: 'nixpkgs', type: 'indirect' },
    },
    root: { inputs: { nixpkgs: 'nixpkgs' } },
  },
  root: 'root',
  version: 7,
});

describe('a flake in a folder', () => {
  it('is used as path:, under its own name, and mounted', async () => {
    const folder = await folderWith({ 'flake.nix': '{ outputs = { self }: { }; }' });
    const { flake, said } = await resolve({ kind: 'folder', folder, attribute: 'x^out,man' });
    assert.deepEqual(flake, {
      reference: `path:${folder}`,
      attribute: 'x^out,man',
      system: 'x86_64-linux',
      written: './my-tools#x^out,man',
      mounts: [folder],
      seen: folder,
      folder,
    });
    assert.deepEqual(said, []);
  });

  it('that is reached by a link is used where it is', async () => {
    const folder = await folderWith({ 'flake.nix': '{ }' });
    const link = path.join(path.dirname(folder), 'link');
    await symlink(folder, link);
    const { flake } = await resolve({ kind: 'folder', folder: link, attribute: 'default' });
    assert.deepEqual([flake.reference, flake.mounts, flake.folder], [`path:${folder}`, [folder], link]);
  });

  it('with a name that old Nix can not read is copied, and the copy removed', async () => {
    const folder = await folderWith({ 'flake.nix': '{ }', 'a/b.sh': 'echo' }, 'my tools 100%');
    await using cleanup = new AsyncDisposableStack();
    const { flake } = await resolve({ kind: 'folder', folder, attribute: 'default' }, cleanup);
    const copy = flake.mounts[0] as string;
    assert.match(flake.reference, /^path:[A-Za-z0-9/._-]+$/);
    assert.equal(await readFile(path.join(copy, 'a/b.sh'), 'utf8'), 'echo');
    assert.equal(flake.folder, folder);
    await cleanup.disposeAsync();
    assert.equal(existsSync(copy), false);
  });

  it('with inputs but no lock file gets a warning on its flake.nix', async () => {
    const files = { 'flake.nix': '{ inputs.nixpkgs.url = "nixpkgs"; outputs = _: { }; }' };
    const folder = await folderWith(files);
    const { said } = await resolve({ kind: 'folder', folder, attribute: 'default' });
    assert.equal(said.length, 1);
    assert.match(said[0]?.message ?? '', /has inputs but no flake\.lock/);
    assert.equal(said[0]?.at?.file, path.join(folder, 'flake.nix'));

    const locked = await folderWith({ ...files, 'flake.lock': LOCK });
    assert.deepEqual((await resolve({ kind: 'folder', folder: locked, attribute: 'default' })).said, []);
  });

  it('that is not there is an error of the input, and tells a missing folder from a missing file', async () => {
    const folder = await folderWith({ 'devcontainer-feature.json': '{}' });
    await assert.rejects(resolve({ kind: 'folder', folder, attribute: 'default' }), (error) => {
      assert.ok(error instanceof InputError);
      assert.equal(error.message, `There is no flake.nix in ${folder}.`);
      assert.match(error.hint ?? '', /packages/);
      return true;
    });
    await assert.rejects(resolve({ kind: 'folder', folder: `${folder}/no`, attribute: 'default' }), /The folder \S+\/no does not exist/);
  });
});

describe('a flake reference', () => {
  it('is honoured as given', async () => {
    const { flake } = await resolve({ kind: 'reference', reference: 'github:a/b/main?dir=c', attribute: 'x' });
    assert.deepEqual([flake.reference, flake.written, flake.mounts], ['github:a/b/main?dir=c', 'github:a/b/main?dir=c#x', []]);
  });

  it('is written down without secrets and without folders of this machine', async () => {
    const https = await resolve({ kind: 'reference', reference: 'git+https://me:secret@host/a?ref=x', attribute: 'x' });
    assert.equal(https.flake.written, 'git+https://host/a#x');
    const file = await resolve({ kind: 'reference', reference: 'git+file:///home/me/repo?dir=a', attribute: 'x', mount: '/home/me/repo' });
    assert.equal(file.flake.written, 'git+file:./repo?dir=a#x');
    assert.deepEqual(file.flake.mounts, ['/home/me/repo']);
  });

  it('is built with another nixpkgs by an override, and is then not known by its folder alone', async () => {
    const { flake } = await resolve({ kind: 'reference', reference: 'github:a/b/main', attribute: 'x' });
    const following = await withNixpkgs({ ...flake, seen: '/x' }, 'github:NixOS/nixpkgs/1');
    assert.deepEqual(flakeArguments(following), ['--no-write-lock-file', '--override-input', 'nixpkgs', 'github:NixOS/nixpkgs/1']);
    assert.equal(following.seen, undefined);
  });
});

describe('a folder of devenv', () => {
  it('is copied as it is, links too, with a flake beside its devenv.nix', async () => {
    const folder = await folderWith({ 'devenv.nix': '{ }', 'flake.lock': '{ }', 'sub/flake.lock': '{ }', '.devenv/x': '' });
    await symlink('devenv.nix', path.join(folder, 'link.nix'));
    const { flake, said } = await resolve({ kind: 'devenv', folder, attribute: 'default' });
    assert.equal(flake.written, './my-tools#default');
    const [place = ''] = flake.mounts;
    assert.deepEqual((await readdir(place)).sort(), ['devenv.nix', 'flake.nix', 'link.nix', 'sub']);
    assert.deepEqual([await readlink(path.join(place, 'link.nix')), existsSync(path.join(place, 'sub/flake.lock'))], ['devenv.nix', true]);
    assert.deepEqual(said.map(({ message }) => message), ['No devenv.lock pins "nixpkgs" and "devenv", so each build may use different versions of them. Run "devenv update" and commit devenv.lock.']);
  });
});

describe('packages of nixpkgs', () => {
  it('become a flake for every system, of a nixpkgs that may yet be chosen', async () => {
    const { flake } = await resolve({ kind: 'packages', packages: ['jq', 'python3Packages.requests'] });
    const text = await readFile(path.join(flake.mounts[0] as string, 'flake.nix'), 'utf8');
    assert.match(text, /inputs\.nixpkgs\.url = "flake:nixpkgs";/);
    assert.match(text, /pkgs\.jq\n\s+pkgs\.python3Packages\.requests\n/);
    assert.equal(flake.written, 'nixpkgs#jq nixpkgs#python3Packages.requests');
    assert.match(text, /\[ "x86_64-linux" "aarch64-linux" \]/);
    assert.equal(flake.generated?.isFloating, true);
    assert.deepEqual(flakeArguments(flake), ['--no-write-lock-file']);

    const following = await withNixpkgs(flake, `github:NixOS/nixpkgs/${'0a'.repeat(20)}`);
    const anew = await readFile(path.join(flake.mounts[0] as string, 'flake.nix'), 'utf8');
    assert.equal(anew, text.replace('flake:nixpkgs', `github:NixOS/nixpkgs/${'0a'.repeat(20)}`));
    assert.deepEqual([following.generated?.text, following.generated?.isFloating], [anew, false]);
    assert.deepEqual(flakeArguments(following), ['--no-write-lock-file']);
  });

  it('are pinned by a flake.lock beside the feature', async () => {
    const featureFolder = await folderWith({ 'flake.lock': LOCK });
    const { flake, said } = await resolve({ kind: 'packages', packages: ['jq'] }, undefined, featureFolder);
    const text = await readFile(path.join(flake.mounts[0] as string, 'flake.nix'), 'utf8');
    assert.match(text, /inputs\.nixpkgs = \{ "lastModified" = 1700000000; "narHash" = "sha256-x"; "owner" = "NixOS"; "repo" = "nixpkgs"; "rev" = "abc"; "type" = "github"; \};/);
    assert.deepEqual(said, []);
  });

  it('have names that can not be anything else', () => {
    for (const name of ['', '.', 'a..b', 'a b', '"', '${x}', 'a;b', '-x', 'a\nb', 'ä']) {
      assert.equal(isPackageName(name), false, name);
    }
    assert.match(packagesFlake('a"${b}\\', ["gtk+3.x'", 'with.rec', '7zz'], undefined), /name = "a\\"\\\$\{b\}\\\\";[^]*pkgs\."gtk\+3"\.x'\n\s+pkgs\."with"\."rec"\n\s+pkgs\."7zz"\n/);
  });

  it('and all other values are quoted so that Nix reads just these again', () => {
    const pieces = ['"', '\\', '$', '{', '}', '${', '$${', "''", '\n', '\r', '\t', '\\n', ';', '#', '/*', 'ä', '😀', 'x = 1;', ' '];
    let state = 20_261_128; // the seed of a small generator
    const next = (below: number): number => {
      state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
      return state % below;
    };
    for (let round = 0; round < 2000; round += 1) {
      const text = Array.from({ length: next(12) }, () => pieces[next(pieces.length)]).join('');
      const code = nixString(text);
      assert.equal(readNixString(code), text, code);
      const flake = packagesFlake(text, [text], { type: text, lastModified: 1, [text]: text });
      assert.ok(flake.includes(`name = ${code};`) && flake.includes(`"type" = ${code};`));
    }
    assert.throws(() => nixString('a\0'), Failure);
  });

  it('are not pinned by values that no lock file has', () => {
    for (const rev of ['["x; y = 1"]', '{"a":1}', 'null', '1.5', '-1', '1e30']) {
      const lock = `{"nodes":{"root":{"inputs":{"nixpkgs":"n"}},"n":{"locked":{"type":"github","rev":${rev}}}},"root":"root"}`;
      assert.throws(() => pinnedNixpkgs(lock, 'f'), /is not a lock file of Nix/, rev);
    }
  });

  it('find no pin in a lock file without nixpkgs, and refuse a broken one', () => {
    assert.equal(pinnedNixpkgs('{"nodes":{"root":{}},"root":"root"}', 'f'), undefined);
    assert.throws(() => pinnedNixpkgs('{', '/x/flake.lock'), InputError);
  });
});

describe('the inputs of a flake', () => {
  const cases: [string, boolean][] = [
    ['{ inputs.nixpkgs.url = "x"; outputs = _: { }; }', true],
    ['{\n  inputs = {\n    a.url = "x";\n  };\n}', true],
    ['{ outputs = { self }: { }; }', false],
    [`{ inputs.nixpkgs.url = "github:NixOS/nixpkgs/${'0a'.repeat(20)}"; }`, false],
    [`{ inputs.a.url = "github:o/r/${'0a'.repeat(20)}"; inputs.b.url = "github:o/r/main"; }`, true],
    [`{ inputs.nixpkgs = { type = "github"; owner = "NixOS"; repo = "nixpkgs"; rev = "${'0a'.repeat(20)}"; }; }`, false],
    [`{ inputs = { a = { type = "git"; url = "https://example.org/a"; rev = "${'0a'.repeat(20)}"; }; b.url = "path:/x?narHash=sha256-x"; }; }`, false],
    [`{ inputs = { a = { type = "github"; owner = "o"; repo = "r"; rev = "${'0a'.repeat(20)}"; }; b.url = "github:o/r"; }; }`, true],
    ['{ inputs.nixpkgs = { type = "github"; owner = "NixOS"; repo = "nixpkgs"; }; }', true],
    ['{ inputs.nixpkgs.flake = false; }', true],
    ['{ inputs = { }; outputs = _: { }; }', false],
    ['{\n  # inputs.nixpkgs.url = "x";\n  outputs = { self }: { };\n}', false],
    ['{ /* inputs = { a = 1; } */ outputs = { self, ... }@inputs: inputs; }', false],
  ];
  for (const [text, expected] of cases) {
    it(`are ${expected ? '' : 'not '}seen to float in ${JSON.stringify(text)}`, () => assert.equal(hasFloatingInputs(text), expected));
  }

  it('are listed with what they are locked to', () => {
    const metadata = JSON.stringify({ locked: { type: 'path', path: '/home/me' }, locks: JSON.parse(LOCK) as unknown });
    const nixpkgs = { lastModified: 1700000000, narHash: 'sha256-x', owner: 'NixOS', repo: 'nixpkgs', rev: 'abc', type: 'github' };
    assert.deepEqual(parseLockedInputs(metadata, true), { nixpkgs });
    const remote = JSON.stringify({ locked: { type: 'github', rev: 'def' }, locks: { nodes: { root: {} }, root: 'root', version: 7 } });
    assert.deepEqual(parseLockedInputs(remote, false), { self: { type: 'github', rev: 'def' } });
  });

  it('that are local are listed by their hash alone, and others without passwords', () => {
    const nodes = {
      a: { locked: { type: 'path', path: '/home/me/a', lastModified: 5, narHash: 'sha256-a' } },
      b: { locked: { type: 'git', url: 'file:///home/me/b', rev: 'r', lastModified: 5, narHash: 'sha256-b' } },
      c: { locked: { type: 'git', url: 'https://me:secret@host/c', rev: 'r' } },
      root: {},
    };
    assert.deepEqual(parseLockedInputs(JSON.stringify({ locks: { nodes, root: 'root' } }), true), {
      a: { type: 'path', narHash: 'sha256-a' },
      b: { type: 'git', rev: 'r', lastModified: 5, narHash: 'sha256-b' },
      c: { type: 'git', rev: 'r', url: 'https://host/c' },
    });
  });
});

interface Said {
  readonly message: string;
  readonly at: SourceLocation | undefined;
}

async function resolve(
  source: FlakeSource,
  stack?: AsyncDisposableStack,
  featureFolder?: string,
): Promise<{ flake: ResolvedFlake; said: Said[] }> {
  const said: Said[] = [];
  const say = (message: string, at?: SourceLocation): void => void said.push({ message, at });
  const job = { warning: say, notice: say, info: say } as Partial<Job> as Job;
  const cleanup = stack ?? new AsyncDisposableStack();
  if (stack === undefined) afterTest(() => cleanup.disposeAsync());
  const options = { system: 'x86_64-linux', featureId: 'my-tools', job, cleanup, ...(featureFolder !== undefined && { featureFolder }) } as const;
  return { flake: await resolveFlake(source, options), said };
}

async function folderWith(files: Readonly<Record<string, string>>, name = 'my-tools'): Promise<string> {
  const parent = await realpath(await mkdtemp(path.join(tmpdir(), 'flake-test-')));
  afterTest(() => rm(parent, { recursive: true }));
  const folder = path.join(parent, name);
  await Promise.all(
    Object.entries(files).map(async ([file, text]) => {
      await mkdir(path.dirname(path.join(folder, file)), { recursive: true });
      await writeFile(path.join(folder, file), text);
    }),
  );
  return folder;
}

/** What Nix makes of a string in double quotes (Nix manual, "String"); it must be one from end to end. */
function readNixString(code: string): string {
  const [, inside = ''] = /^"((?:[^"\\$]|\$(?!\{)|\\[^])*)"$/.exec(code) ?? assert.fail(code);
  return inside.replaceAll(/\\([^])/g, (_, escaped: string) => ({ n: '\n', r: '\r', t: '\t' })[escaped] ?? escaped);
}
