import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from '@jest/globals';

const ROOT = path.join(import.meta.dirname, '..');
const SRC = path.join(ROOT, 'src');

/** The floors, from the top down. A file or folder of src that is on none of them must be put on one. */
const FLOORS: readonly (readonly string[])[] = [
  ['main', 'cli'],
  ['actions'],
  ['app'],
  ['build', 'publish', 'plan', 'test', 'diff', 'portable', 'verify', 'serve', 'shell', 'image', 'wsl'],
  ['place', 'release', 'layout'],
  ['host'],
  ['feature', 'report', 'base', 'archive', 'delta', 'explorer', 'leaks', 'policy', 'provenance', 'sbom'],
  ['nix', 'oci', 'engine', 'git'],
  ['programs'],
  ['kit', 'json', 'identity', 'platform', 'request', 'version'],
];

/** The most files that one folder may hold, without those of the folders in it. */
const WIDEST = 15;

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

/** The room that a module is in: the folder below src, or a file of src itself. */
function roomOf(module: string): string {
  return module.split('/')[0] ?? '';
}

function floorOf(module: string): number {
  return FLOORS.findIndex((floor) => floor.includes(roomOf(module)));
}

/** The pairs of folders that import each other, of all those that `folderOf` tells apart. */
function bothWays(folderOf: (module: string) => string): string[] {
  const ways = new Set(IMPORTS.filter(({ ours }) => ours).map(({ from, what }) => `${folderOf(from)} ${folderOf(what)}`));
  return [...ways].filter((way) => {
    const [from = '', what = ''] = way.split(' ');
    return from < what && ways.has(`${what} ${from}`);
  });
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
  assert.ok(IMPORTS.some(({ from, what }) => from === 'main' && what === 'app/build'), 'dynamic');
  assert.ok(IMPORTS.some(({ from, what }) => from === 'nix/run/container-site' && what === 'engine/engine'), 'of types');
  assert.ok(IMPORTS.some(({ from, what, ours }) => from === 'host/github/github' && what === '@actions/core' && !ours), 'of packages');
});

test('no file imports from a floor above its own', () => {
  const upward = IMPORTS.filter(({ from, what, ours }) => ours && floorOf(what) < floorOf(from));
  assert.deepEqual(written(upward), []);
});

test('no two rooms import each other, and no two folders within a room', () => {
  assert.deepEqual(bothWays(roomOf), []);
  // A file of src itself is a room of its own.
  assert.deepEqual(bothWays((module) => (module.includes('/') ? path.dirname(module) : module)), []);
});

test('no folder is too wide to be read at a glance', () => {
  const widths = new Map<string, number>();
  for (const file of FILES) widths.set(path.dirname(file), (widths.get(path.dirname(file)) ?? 0) + 1);
  assert.deepEqual([...widths].filter(([, width]) => width > WIDEST), []);
});

test('nix and engine know nothing of registries, and oci knows nothing of Nix', () => {
  const pairs = [['nix', 'oci'], ['engine', 'oci'], ['oci', 'nix'], ['oci', 'engine']];
  const crossing = IMPORTS.filter(({ from, what }) => pairs.some(([a, b]) => roomOf(from) === a && roomOf(what) === b));
  assert.deepEqual(written(crossing), []);
});

test('delta, explorer, report and sbom do no input and output', () => {
  const pure = IMPORTS.filter(({ from }) => ['delta', 'explorer', 'report', 'sbom'].includes(roomOf(from)));
  const io = /^node:(?:fs|child_process|http|https|http2|net|tls|dns|dgram|worker_threads|process|os)(?:\/|$)/;
  assert.deepEqual(written(pure.filter(({ what, ours }) => io.test(what) || (ours && ['programs/process', 'oci/pull/registry', 'oci/http/transport'].includes(what)))), []);
});

test('the whole host goes to the use-cases and into a few objects; all else takes a log, a job, or what it uses', () => {
  const below = FILES.filter((file) => !['main.ts', 'cli', 'actions', 'app', 'host'].includes(roomOf(file)));
  const whole = below.filter((file) => /:\s*Host\b/.test(codeOf(file)));
  assert.deepEqual(whole, ['build/platform-builder.ts', 'build/subject.ts', 'kit/host.ts', 'place/place.ts', 'plan/planning.ts', 'test/fresh-container.ts']);
});

test('only the room of the hosts knows the packages of GitHub Actions', () => {
  const foreign = IMPORTS.filter(({ from, what }) => what.startsWith('@actions/') && roomOf(from) !== 'host' && !(from === 'programs/ask' && what === '@actions/exec'));
  assert.deepEqual(written(foreign), []);
});

test('programs are started in one place, which chooses their environment', () => {
  const starting = IMPORTS.filter(({ what }) => /^(?:node:)?(?:child_process|cluster)$/.test(what));
  assert.deepEqual(written(starting), ['programs/process imports node:child_process']);
  const loaders = FILES.filter((file) => /\b(?:createRequire|getBuiltinModule|process\.binding|execve|spawnSync|execSync|execFileSync)\b/.test(codeOf(file)));
  assert.deepEqual(loaders, []);
  assert.deepEqual(occurrences('programs/process.ts', /\bspawn\(/g), 1);
  assert.match(codeOf('programs/process.ts'), /\benv: commandEnvironment\(/);
  // Short questions are asked by @actions/exec, in a file beside it.
  assert.deepEqual(written(IMPORTS.filter(({ what }) => what === '@actions/exec')), ['programs/ask imports @actions/exec']);
  assert.match(codeOf('programs/ask.ts'), /\bconst env = commandEnvironment\(options\);/);
});

test('connections are opened in the rooms that docs/verify/never.md tells of, and nowhere else', () => {
  const opening = IMPORTS.filter(({ what }) => /^(?:node:)?(?:https?|http2|net|tls|dgram|dns|inspector)(?:\/|$)/.test(what) || /^@sigstore\/(?:sign|tuf)|^@actions\/(?:artifact|cache|tool-cache|http-client|github)/.test(what));
  assert.deepEqual([...new Set(opening.map(({ from }) => from.split('/').slice(0, 2).join('/')))].sort(), ['host/github', 'host/tools', 'oci/http', 'provenance/sign', 'serve/loopback-server']);
  assert.deepEqual(FILES.filter((file) => /(?<![.\w])fetch\(|\bnew (?:WebSocket|EventSource)\b/.test(codeOf(file))), []);
});

test('git is started in one place, which lets a repository start nothing', () => {
  assert.deepEqual(FILES.filter((file) => /\['git'/.test(codeOf(file))), ['git/inert-git.ts']);
});

test("nothing hands this process's whole environment on", () => {
  assert.deepEqual(FILES.filter((file) => /\.\.\.\s*process\.env\b/.test(codeOf(file))), []);
});

test('all tests are run by jest', () => {
  const files = globSync('**/*.{ts,json}', { cwd: ROOT, exclude: (name) => ['node_modules', '.rig', 'dist', 'lib'].includes(name) });
  const importing = files.filter((file) => /['"]node:test(?:\/|['"])/.test(readFileSync(path.join(ROOT, file), 'utf8')));
  assert.deepEqual(importing, []);
});

interface Exported {
  readonly file: string;
  readonly kind: string;
  readonly name: string;
}

const EXPORTS: readonly Exported[] = FILES.flatMap((file) =>
  [...codeOf(file).matchAll(/^export (?:async )?(function\*?|class|interface|type|const|let) (\w+)/gm)].map(([, kind = '', name = '']) => ({ file, kind, name })),
);

/** What is imported from each file, by name; `*`: all of it. Tests, scripts and benchmarks count too. */
function importedNames(): ReadonlyMap<string, ReadonlySet<string>> {
  const names = new Map<string, Set<string>>();
  const root = path.join(SRC, '..');
  for (const importing of globSync('{src,__tests__,scripts,bench}/**/*.ts', { cwd: root })) {
    const code = readFileSync(path.join(root, importing), 'utf8');
    for (const [, list = '*', specifier = ''] of code.matchAll(/\b(?:import|export)\b(?:\s+type)?(?:\s*\{([^}]*)\}\s*from|[^'{}]*?\(?)\s*'(\.[^']+)'/g)) {
      const file = path.relative('src', path.join(path.dirname(importing), specifier));
      const known = names.get(file) ?? new Set();
      for (const each of list.split(',')) known.add(each.trim().replace(/^type\s+/, '').replace(/\s+as\s+.*$/, ''));
      names.set(file, known);
    }
  }
  return names;
}

test('no two things that are exported have one name', () => {
  const byName = Map.groupBy(EXPORTS, ({ name }) => name);
  assert.deepEqual([...byName].filter(([, all]) => all.length > 1).map(([name, all]) => `${name}: ${all.map(({ file }) => file).join(' and ')}`), []);
});

test('nothing is exported that nobody imports', () => {
  const names = importedNames();
  // Types may be exported for the functions that have them in their signatures.
  const values = EXPORTS.filter(({ kind }) => !['interface', 'type'].includes(kind));
  const lonely = values.filter(({ file, name }) => !names.get(file)?.has(name) && !names.get(file)?.has('*'));
  assert.deepEqual(lonely.map(({ file, name }) => `${file} exports ${name}`), []);
});

function filesWith(what: RegExp): string[] {
  return FILES.filter((file) => what.test(codeOf(file)));
}

test('what is asked of any value is asked in one place', () => {
  // What was thrown; an object that is no list; a temporary folder, of a run or below one that is.
  assert.deepEqual(filesWith(/instanceof Error \? \w+\.message : String\(/), ['kit/errors.ts']);
  assert.deepEqual(filesWith(/typeof (\w+) [!=]== 'object' (?:&&|\|\|) \1 [!=]== null (?:&&|\|\|) !?Array\.isArray\(\1\)/), ['json/field.ts']);
  assert.deepEqual(filesWith(/\bmkdtemp\(/), ['actions/plan.ts', 'kit/temporary.ts', 'nix/flake/seen-folder.ts']);
});
