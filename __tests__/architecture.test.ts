import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';

const SRC = path.join(import.meta.dirname, '../src');

/** From the top down; a file or folder of src that is in none of them has to be put into one. */
const FLOORS: readonly (readonly string[])[] = [
  ['main', 'cli'],
  ['actions'],
  ['build-feature', 'build', 'publish-feature', 'publish', 'test-feature', 'test', 'plan-features', 'plan', 'diff', 'portable'],
  ['host'],
  ['feature', 'report', 'base', 'archive', 'delta', 'sbom'],
  ['nix', 'oci', 'engine', 'git'],
  ['host/host', 'command', 'environment', 'errors', 'make-folders', 'inert', 'json', 'lines', 'platform', 'process', 'process-output', 'read-up-to', 'redact-urls', 'request', 'suggest', 'temporary', 'version'],
];

interface Import {
  /** Relative to src, without extension. */
  readonly from: string;
  /** The same for a file of ours, else as it is written. */
  readonly what: string;
  readonly ours: boolean;
}

/** Without comments. */
function codeOf(file: string): string {
  return readFileSync(path.join(SRC, file), 'utf8').replaceAll(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');
}

function occurrences(file: string, what: RegExp): number {
  return [...codeOf(file).matchAll(what)].length;
}

/** Static, dynamic and type imports, and what is exported again. */
function importsOf(file: string): Import[] {
  const specifiers = [...codeOf(file).matchAll(/(?:^|[\s;}*])(?:from|import)\s*\(?\s*'([^']+)'/gm)].map(([, specifier = '']) => specifier);
  const from = file.replace(/\.ts$/, '');
  return specifiers.map((specifier) => {
    const ours = specifier.startsWith('.');
    const what = ours ? path.join(path.dirname(file), specifier).replace(/\.ts$/, '') : specifier;
    return { from, what, ours };
  });
}

/** The room that a module is in: the most exact entry of the table. */
function roomOf(module: string): string | undefined {
  const rooms = FLOORS.flat();
  return rooms.includes(module) ? module : rooms.find((room) => room === module.split('/')[0]);
}

function floorOf(module: string): number {
  const room = roomOf(module);
  return room === undefined ? -1 : FLOORS.findIndex((floor) => floor.includes(room));
}

const FILES = globSync('**/*.ts', { cwd: SRC }).sort();
const IMPORTS = FILES.flatMap(importsOf);

function written(imports: readonly Import[]): string[] {
  return imports.map(({ from, what }) => `${from} imports ${what}`);
}

test('every file of src is in a room of the house', () => {
  assert.deepEqual(FILES.filter((file) => floorOf(file.replace(/\.ts$/, '')) < 0), []);
});

test('imports are read, static and dynamic, of types and of values', () => {
  assert.ok(IMPORTS.some(({ from, what }) => from === 'main' && what === 'build-feature'), 'dynamic');
  assert.ok(IMPORTS.some(({ from, what }) => from === 'nix/container-site' && what === 'engine/engine'), 'of types');
  assert.ok(IMPORTS.some(({ from, what, ours }) => from === 'host/github' && what === '@actions/core' && !ours), 'of packages');
});

test('no file imports from a floor above its own', () => {
  const upward = IMPORTS.filter(({ from, what, ours }) => ours && floorOf(what) < floorOf(from));
  assert.deepEqual(written(upward), []);
});

test('nix and engine know nothing of registries, and oci knows nothing of Nix', () => {
  const pairs = [['nix', 'oci'], ['engine', 'oci'], ['oci', 'nix'], ['oci', 'engine']];
  const crossing = IMPORTS.filter(({ from, what }) => pairs.some(([a, b]) => roomOf(from) === a && roomOf(what) === b));
  assert.deepEqual(written(crossing), []);
});

test('delta, report and sbom do no input and output', () => {
  const pure = IMPORTS.filter(({ from }) => ['delta', 'report', 'sbom'].includes(roomOf(from) ?? ''));
  const io = /^node:(?:fs|child_process|http|https|http2|net|tls|dns|dgram|worker_threads|process|os)(?:\/|$)/;
  assert.deepEqual(written(pure.filter(({ what, ours }) => io.test(what) || (ours && ['process', 'oci/registry', 'oci/transport'].includes(what)))), []);
});

test('only the room of the hosts knows the packages of GitHub Actions', () => {
  const foreign = IMPORTS.filter(({ from, what }) => what.startsWith('@actions/') && roomOf(from) !== 'host');
  assert.deepEqual(written(foreign), []);
});

test('programs are started in one place, which chooses their environment', () => {
  const starting = IMPORTS.filter(({ what }) => /^(?:node:)?(?:child_process|cluster)$/.test(what));
  assert.deepEqual(written(starting), ['process imports node:child_process']);
  const loaders = FILES.filter((file) => /\b(?:createRequire|getBuiltinModule|process\.binding|execve|spawnSync|execSync|execFileSync)\b/.test(codeOf(file)));
  assert.deepEqual(loaders, []);
  assert.deepEqual(occurrences('process.ts', /\bspawn\(/g), 1);
  assert.match(codeOf('process.ts'), /\benv: \{ \.\.\.environmentFor\(/);
});

test('git is started in one place, which lets a repository start nothing', () => {
  assert.deepEqual(FILES.filter((file) => /\['git'/.test(codeOf(file))), ['git/inert-git.ts']);
});

test('nothing hands this process’s whole environment on', () => {
  assert.deepEqual(FILES.filter((file) => /\.\.\.\s*process\.env\b/.test(codeOf(file))), []);
});
