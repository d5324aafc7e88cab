import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from '@jest/globals';
import { HERE, read, refusal } from './inputs-of.ts';

const tools = join(HERE, 'tools');
const folder = (path: string, attribute: string) => ({ kind: 'folder', folder: path, attribute });

test('flake references of every kind', () => {
  const cases: Record<string, unknown> = {
    '#tools': folder(tools, 'tools'),
    '#': folder(tools, 'default'),
    '#^man': folder(tools, 'default^man'),
    './tools#a.b^out,man': folder(tools, 'a.b^out,man'),
    '.': folder(HERE, 'default'),
    [`${tools}#x`]: folder(tools, 'x'),
    [`path:${tools}#x`]: folder(tools, 'x'),
    'path:./tools': folder(tools, 'default'),
    'path:./with%20flake': folder(join(HERE, 'with flake'), 'default'),
    'path:./with flake': folder(join(HERE, 'with flake'), 'default'),
    './with flake#x': folder(join(HERE, 'with flake'), 'x'),
    './with flake?dir=a b#x': { kind: 'reference', reference: `path:${HERE}/with%20flake?dir=a%20b`, attribute: 'x', mount: join(HERE, 'with flake') },
    'git+file:./with flake?dir=a b': { kind: 'reference', reference: `git+file://${HERE}/with%20flake?dir=a%20b`, attribute: 'default', mount: join(HERE, 'with flake') },
    '.?dir=tools#x': { kind: 'reference', reference: `path:${HERE}?dir=tools`, attribute: 'x', mount: HERE },
    [`git+file://${HERE}?ref=main#x`]: { kind: 'reference', reference: `git+file://${HERE}?ref=main`, attribute: 'x', mount: HERE },
    'git+file:.?dir=tools': { kind: 'reference', reference: `git+file://${HERE}?dir=tools`, attribute: 'default', mount: HERE },
    'github:org/repo/main#x': { kind: 'reference', reference: 'github:org/repo/main', attribute: 'x' },
    'git+https://host/repo?rev=abc': { kind: 'reference', reference: 'git+https://host/repo?rev=abc', attribute: 'default' },
    'https://host/x.tar.gz#x': { kind: 'reference', reference: 'https://host/x.tar.gz', attribute: 'x' },
    'flake:nixpkgs#jq': { kind: 'reference', reference: 'flake:nixpkgs', attribute: 'jq' },
    'other/nixos-24.11#jq': { kind: 'reference', reference: 'flake:other/nixos-24.11', attribute: 'jq' },
  };
  for (const [text, expected] of Object.entries(cases)) {
    assert.deepEqual(read({ flake: text }).flake, expected, text);
  }
});

test("flake references that can't be used", () => {
  const cases: Record<string, RegExp> = {
    './nowhere#x': /names the folder .*\/nowhere, which does not exist/,
    'path:/nowhere/at/all': /does not exist/,
    'git+file:///nowhere': /does not exist/,
    'git+file://host/x': /names a host/,
    'githbu:org/repo': /begins with githbu:, which Nix does not know\. Did you mean github\?/,
    'nixpkgs#jq': /may be a folder or a name in Nix's flake registry\. \| Write \.\/nixpkgs for the folder, flake:nixpkgs/,
    '~/flake': /is not a flake reference/,
    './tools #x': /names the folder .*\/tools , which does not exist/,
    './to\tols': /contains a space/,
    'github:org/my repo': /contains a space\. \| Write a space as %20/,
    'path:./a%zz': /has a % without two hexadecimal digits/,
    'gti+https://user:pw@host/repo': /"gti\+https:\/\/\*\*\*@host\/repo" begins with/,
  };
  for (const [text, expected] of Object.entries(cases)) assert.match(refusal({ flake: text }), expected, text);
});

test('base images of every kind', () => {
  const bases = read({
    'base-image': 'ghcr.io/org/bedrock:latest\n\n oci:layout \noci:layout:v1.2\ndaemon:localhost/bedrock:1\ndebian',
  }).bases;
  assert.deepEqual(bases, [
    { kind: 'registry', text: 'ghcr.io/org/bedrock:latest' },
    { kind: 'layout', text: 'oci:layout', folder: join(HERE, 'layout'), ref: undefined },
    { kind: 'layout', text: 'oci:layout:v1.2', folder: join(HERE, 'layout'), ref: 'v1.2' },
    { kind: 'daemon', text: 'daemon:localhost/bedrock:1', image: 'localhost/bedrock:1' },
    { kind: 'registry', text: 'debian' },
  ]);
});

test('the name of an image in a layout may have colons, and so may the folder', () => {
  mkdirSync(join(HERE, 'with:colon'), { recursive: true });
  const digest = `sha256:${'a'.repeat(64)}`;
  const cases: Record<string, readonly [folder: string, ref: string | undefined]> = {
    'oci:layout:org/app:1.0': ['layout', 'org/app:1.0'],
    'oci:layout:localhost:5000/app:1.0': ['layout', 'localhost:5000/app:1.0'],
    [`oci:layout:${digest}`]: ['layout', digest],
    'oci:with:colon': ['with:colon', undefined],
    'oci:with:colon:app:1': ['with:colon', 'app:1'],
    [`oci:${join(HERE, 'layout')}:a:b:c`]: ['layout', 'a:b:c'],
  };
  for (const [text, [name, ref]] of Object.entries(cases)) {
    assert.deepEqual(read({ 'base-image': text }).bases, [{ kind: 'layout', text, folder: join(HERE, name), ref }], text);
  }
  assert.match(refusal({ 'base-image': 'oci:nowhere:a:b' }), /names the folder .*\/nowhere, which does not exist/);
});

test('a name that is also an image layout here is taken for neither', () => {
  mkdirSync(join(HERE, 'images/bedrock'), { recursive: true });
  writeFileSync(join(HERE, 'images/bedrock/oci-layout'), '{}');
  assert.match(refusal({ 'base-image': 'images/bedrock' }), /Did you mean oci:images\/bedrock\?/);
});

test("base images that can't be used", () => {
  const cases: Record<string, RegExp> = {
    'oci:nowhere': /names the folder .*\/nowhere, which does not exist/,
    'oci:': /is incomplete/,
    'oci:layout:': /is incomplete/,
    './layout': /"\.\/layout" is a path, not an image reference\. \| Did you mean oci:\.\/layout\?/,
    'a,b': /is not a single image reference\. \| Write one image per line/,
    'docker://ghcr.io/a/b': /begins with docker:\/\/, which is not supported\. \| Write the reference alone/,
    'docker-daemon:a': /Write daemon:<image>/,
    'user:pw@ghcr.io/a': /"\*\*\*@ghcr\.io\/a" is not an image reference: it can't contain a login\./,
    'https://user:pw@ghcr.io/a': /"https:\/\/\*\*\*@ghcr\.io\/a"/,
    'Ghcr.io/Org/x': /"Ghcr\.io\/Org\/x" is not an image reference: .*lower case/,
    'ghcr.io/a/b@sha256:12': /is not sha256: and 64/,
    'a b': /is not a single image reference/,
  };
  for (const [text, expected] of Object.entries(cases)) assert.match(refusal({ 'base-image': text }), expected, text);
});

test('a base may stand in a file that bots read, and is the same as if it were named by itself', () => {
  const digest = `sha256:${'a'.repeat(64)}`;
  const cases: readonly (readonly [text: string, reference: string])[] = [
    [`FROM ghcr.io/org/bedrock:1@${digest}\n`, `ghcr.io/org/bedrock:1@${digest}`],
    ['\ufeff# syntax=docker/dockerfile:1\r\n\r\n  from --platform=linux/amd64 ghcr.io/org/bedrock:1 as base\r\n# end', 'ghcr.io/org/bedrock:1'],
    ['FROM localhost:5000/bedrock', 'localhost:5000/bedrock'],
  ];
  for (const [text, reference] of cases) {
    writeFileSync(join(HERE, 'base.Dockerfile'), text);
    for (const path of ['./base.Dockerfile', './tools/../base.Dockerfile', join(HERE, 'base.Dockerfile')]) {
      assert.deepEqual(read({ 'base-image': path }).bases, read({ 'base-image': reference }).bases);
    }
  }
});

test('a file that names no single image is refused at its line', () => {
  const cases: Record<string, RegExp> = {
    '': /\.\/base\.Dockerfile has no line "FROM <image>"\. \| Expected one line, .*: FROM ghcr\.io/,
    '# FROM x\n': /has no line "FROM <image>"/,
    'ghcr.io/org/bedrock:1': /does not begin with "FROM <image>"/,
    'ARG TAG=1\nFROM x:$TAG': /does not begin with "FROM <image>"/,
    'FROM x:${TAG}': /has a FROM with a variable/,
    'FROM scratch': /has a FROM without an image/,
    'FROM a:1\nFROM b:2': /has another instruction behind its FROM/,
    'FROM a:1\nRUN curl evil': /has another instruction behind its FROM/,
    'FROM a:1 \\\n AS b': /does not begin with "FROM <image>"/,
    'FROM Ghcr.io/Org/x': /"Ghcr\.io\/Org\/x" is not an image reference/,
    'FROM user:pw@ghcr.io/a': /"\*\*\*@ghcr\.io\/a" is not an image reference/,
    'FROM docker://a': /begins with docker:\/\/, which is not supported/,
    [`#${'x'.repeat(70_000)}`]: /has 70001 bytes, more than a file with one line needs/,
  };
  for (const [text, expected] of Object.entries(cases)) {
    writeFileSync(join(HERE, 'base.Dockerfile'), text);
    assert.match(refusal({ 'base-image': './base.Dockerfile' }), expected, text.slice(0, 80));
  }
  assert.match(refusal({ 'base-image': './nowhere.Dockerfile' }), /names .*\/nowhere\.Dockerfile, which does not exist\. \| .*FROM <image>/);
});
