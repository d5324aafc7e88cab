import assert from 'node:assert/strict';
import { test } from '@jest/globals';
import * as fc from 'fast-check';
import { InputError } from '../../src/kit/errors.ts';
import { devenvFlake, floatingInputs } from '../../src/nix/flake/devenv-flake.ts';
import { DEVENV_LIMIT, NO_CONFIG, parseDevenvYaml } from '../../src/nix/flake/devenv-yaml.ts';
import { pinnedInputs } from '../../src/nix/flake/flake-text.ts';

const REVISION = '0a'.repeat(20);
const NONE = new Map();

/** Code without what is in its quotes. */
function bare(text: string): string {
  return text.replaceAll(/"(?:[^"\\]|\\.)*"/g, '""');
}

function configOf(yaml: string) {
  return parseDevenvYaml(yaml, '/x/devenv.yaml');
}

test('a devenv.yaml is read as far as a flake can say it, and the rest is named', () => {
  const config = configOf(`
inputs:
  nixpkgs: { url: github:cachix/devenv-nixpkgs/rolling, overlays: [default] }
  base:
    url: github:o/base
    flake: false
    inputs: { nixpkgs: { follows: nixpkgs } }
  other: { follows: base/other }
allowUnfree: true
nixpkgs: { allow_broken: true, permitted_insecure_packages: [openssl-1.1.1w] }
imports: []
impure: false
clean: { enabled: true }
`);
  assert.deepEqual(config, {
    inputs: [
      { name: 'nixpkgs', url: 'github:cachix/devenv-nixpkgs/rolling', flake: true, inputs: [], overlays: ['default'] },
      { name: 'base', url: 'github:o/base', flake: false, inputs: [{ name: 'nixpkgs', follows: 'nixpkgs', flake: true, inputs: [], overlays: [] }], overlays: [] },
      { name: 'other', follows: 'base/other', flake: true, inputs: [], overlays: [] },
    ],
    allowUnfree: true,
    allowBroken: true,
    insecurePackages: ['openssl-1.1.1w'],
    ignored: ['clean'],
  });
  const text = devenvFlake({ config, locked: NONE });
  for (const line of [
    '  inputs."devenv".url = "github:cachix/devenv";',
    '  inputs."base".flake = false;',
    '  inputs."base".inputs."nixpkgs".follows = "nixpkgs";',
    '  inputs."other".follows = "base/other";',
    '        config = { allowUnfree = true; allowBroken = true; permittedInsecurePackages = [ "openssl-1.1.1w" ]; };',
    '        overlays = [ inputs."nixpkgs".overlays."default" ];',
  ]) assert.ok(text.includes(`${line}\n`), `${line} is not in\n${text}`);
});

test('an empty devenv.yaml, and none, mean the inputs that devenv has then', () => {
  for (const yaml of ['', 'inputs: {}\n', 'inputs:\n  nixpkgs: {}\n']) {
    const text = devenvFlake({ config: configOf(yaml), locked: NONE });
    assert.match(text, /inputs\."nixpkgs"\.url = "github:cachix\/devenv-nixpkgs\/rolling";\n/);
    assert.match(text, /inputs\."devenv"\.url = "github:cachix\/devenv";\n/);
  }
  assert.equal(devenvFlake({ config: configOf('{}'), locked: NONE }), devenvFlake({ config: NO_CONFIG, locked: NONE }));
});

test('addresses with a query, and the user that ssh needs, hold no login', () => {
  for (const url of ['git+ssh://git@example.org/a?ref=main', 'git+https://example.org/a?ref=main&dir=b']) assert.equal(configOf(JSON.stringify({ inputs: { a: { url } } })).inputs[0]?.url, url);
});

test('devenv.lock pins inputs, of devenv the whole repository and not the folder of its modules', () => {
  const github = (repo: string, more: object) => ({ locked: { owner: 'cachix', repo, rev: REVISION, type: 'github', ...more } });
  const lock = JSON.stringify({ nodes: { devenv: github('devenv', { dir: 'src/modules' }), nixpkgs: github('devenv-nixpkgs', {}), root: { inputs: { devenv: 'devenv', nixpkgs: 'nixpkgs', hooks: ['git-hooks'] } } }, root: 'root', version: 7 });
  const locked = pinnedInputs(lock, 'devenv.lock', { input: 'feature', hint: '' });
  const folder = { config: configOf('inputs: { devenv: { url: "github:cachix/devenv?dir=src/modules" } }'), locked };
  assert.match(devenvFlake(folder), new RegExp(`inputs\\."devenv" = \\{ "owner" = "cachix"; "repo" = "devenv"; "rev" = "${REVISION}"; "type" = "github"; \\};`));
  assert.match(devenvFlake({ ...folder, locked: NONE }), /inputs\."devenv"\.url = "github:cachix\/devenv";/);
  assert.match(devenvFlake(folder, 'github:o/nixpkgs'), /inputs\."nixpkgs"\.url = "github:o\/nixpkgs";/);
  assert.deepEqual([floatingInputs(folder), floatingInputs({ ...folder, locked: NONE })], [[], ['nixpkgs', 'devenv']]);
  assert.deepEqual(floatingInputs({ config: configOf(`inputs: { nixpkgs: { url: "github:o/r/${REVISION}" }, other: { follows: nixpkgs } }`), locked: NONE }), ['devenv']);
});

test.each([
  ['inputs: [a]', /inputs is a list, and should be an object/],
  ['inputs: { "a b": { url: x } }', /is not a name for an input/],
  ['inputs: { self: { url: x } }', /is not a name for an input/],
  ['inputs: { a: { url: "x y" } }', /inputs\.a\.url is "x y", and should be a flake reference/],
  ['inputs: { a: { url: 1 } }', /and should be a flake reference/],
  ['inputs: { a: { follows: "b//c" } }', /and should be the name of an input/],
  ['inputs: { a: { url: x, follows: b } }', /has both "url" and "follows"/],
  ['inputs: { a: { url: "git+https://me:secret@example.org/a" } }', /^(?!.*secret).*inputs\.a\.url contains a login or a token/],
  ['inputs: { a: { url: "https://secret@example.org/a.tar.gz" } }', /^(?!.*secret).*contains a login/],
  ['inputs: { a: { url: "https://example.org/a.tar.gz?private_token=secret" } }', /^(?!.*secret).*contains a login/],
  ['inputs: { a: { flake: maybe } }', /and should be true or false/],
  ['inputs: { a: { overlays: ["x; y"] } }', /and should be the name of an overlay/],
  ['inputs: { a: { inputs: { b: { inputs: { c: { inputs: { d: {} } } } } } } }', /is more than 3 inputs deep/],
  ['nixpkgs: { per-platform: {} }', /is not supported here/],
  ['nixpkgs: { permitted_insecure_packages: ["$(id)"] }', /and should be the name of a package with its version/],
  ['impure: true', /impure is true, but builds here are pure/],
  ['imports: [./x]', /imports has 1 items, more than 0/],
  ['- a', /it is a list, and should be an object/],
  ['a: &x 1\nb: *x', /it has an a/],
  ['a: !!binary x', /it has the tag/],
  ['a: 1\na: 2', /map keys must be unique/],
  ['a: [', /can't be used/],
  [`a: ${'x'.repeat(DEVENV_LIMIT)}`, /the limit is/],
])('the devenv.yaml %j is refused', (yaml, message) => {
  assert.throws(() => configOf(yaml), (error) => {
    assert.ok(error instanceof InputError);
    assert.match(error.message, message);
    assert.equal(error.location?.file, '/x/devenv.yaml');
    return true;
  });
});

test('no devenv.yaml brings code of its own into the flake', () => {
  const word = fc.string({ unit: fc.constantFrom('"', '\\', '${', '}', ';', '#', "''", 'a', '/', '.', '?', ' ', '\n', ':') });
  fc.assert(
    fc.property(word, (url) => {
      let config;
      try {
        config = configOf(JSON.stringify({ inputs: { a: { url } } }));
      } catch (error) {
        assert.ok(error instanceof InputError, String(error));
        return;
      }
      // Without what is quoted, the text is that of any other devenv.yaml with one input more.
      const plain = devenvFlake({ config: configOf('inputs: { a: { url: x } }'), locked: NONE });
      assert.equal(bare(devenvFlake({ config, locked: NONE })), bare(plain));
    }),
  );
});
