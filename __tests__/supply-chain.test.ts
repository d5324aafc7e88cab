import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from '@jest/globals';

const ROOT = path.join(import.meta.dirname, '..');

/** Licences of what we ship: each lets anybody use, change and pass on the bundle, and asks for its notice at most. */
const ALLOWED = new Set(['MIT', 'ISC', '0BSD', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', 'BlueOak-1.0.0', 'CC0-1.0', 'Unlicense', '(MIT AND Zlib)', '(MIT OR CC0-1.0)', 'MIT/X11', '(Apache-2.0 AND BSD-3-Clause)']);

/**
 * Packages that name no licence in their package.json, and why they may ship all the same. `buffers` comes with @actions/artifact; its author gave all
 * of his packages of that time MIT/X11.
 */
const UNNAMED = new Set(['buffers']);

interface LockedPackage {
  readonly version?: string;
  readonly resolved?: string;
  readonly optional?: true;
  readonly integrity?: string;
  readonly link?: true;
  readonly license?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
}

const lock = JSON.parse(readFileSync(path.join(ROOT, 'package-lock.json'), 'utf8')) as { readonly lockfileVersion: number; readonly packages: Readonly<Record<string, LockedPackage>> };
const packages = Object.entries(lock.packages).filter(([name]) => name !== '');
const ours = closureOf(importedBySources());
const shipped = packages.filter(([place]) => ours.has(place));

/** The packages that our sources import. Whoever installs ours needs none of them, since they are in the bundles. */
function importedBySources(): readonly string[] {
  const names = globSync('src/**/*.ts', { cwd: ROOT }).flatMap((file) => {
    const text = readFileSync(path.join(ROOT, file), 'utf8');
    return [...text.matchAll(/(?:from|import\() ?'((?:@[a-z0-9-]+\/)?[a-z][a-z0-9-]*)(?:\/[^']*)?'/g)].map(([, name = '']) => name);
  });
  return [...new Set(names)].filter((name) => lock.packages[`node_modules/${name}`] !== undefined);
}

/** Places in node_modules: these packages, and all that they depend on, as Node.js finds them. */
function closureOf(names: readonly string[]): ReadonlySet<string> {
  const found = new Set<string>();
  const open = names.map((name) => ({ name, from: '' }));
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const place = placeOf(next.name, next.from);
    if (place === undefined || found.has(place)) continue;
    found.add(place);
    const { dependencies, optionalDependencies, peerDependencies } = lock.packages[place] ?? {};
    for (const name of Object.keys({ ...dependencies, ...optionalDependencies, ...peerDependencies })) open.push({ name, from: place });
  }
  return found;
}

/** @param from the place of the package that asks; empty for ours */
function placeOf(name: string, from: string): string | undefined {
  for (let folder = from; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/')))) {
    const place = `${folder === '' ? '' : `${folder}/`}node_modules/${name}`;
    if (lock.packages[place] !== undefined) return place;
    if (folder === '') return undefined;
  }
}

/** What ncc put into the bundles, with the licence that each package names. */
function bundled(): readonly { readonly name: string; readonly licence: string }[] {
  return globSync('dist/*/licenses.txt', { cwd: ROOT }).flatMap((file) => {
    const lines = readFileSync(path.join(ROOT, file), 'utf8').split('\n');
    return lines.flatMap((name, at) => {
      const isFirst = at === 0 || (lines[at - 1] === '' && /^(?:@[a-z0-9-]+\/)?[a-z0-9][a-z0-9._-]*$/.test(name) && packages.some(([place]) => place.endsWith(`node_modules/${name}`)));
      return isFirst ? [{ name, licence: lines[at + 1] ?? '' }] : [];
    });
  });
}

describe('what we ship', () => {
  const found = bundled();

  it('has licences that let us ship it', () => {
    assert.ok(found.length > 20, 'the bundles name their packages');
    assert.deepEqual(found.filter(({ name, licence }) => !ALLOWED.has(licence) && !UNNAMED.has(name)), []);
    assert.deepEqual(shipped.filter(([, { license }]) => !ALLOWED.has(license ?? '')).map(([name, { license }]) => `${name}: ${license}`), ['node_modules/buffers: undefined']);
  });

  it('has no package that is for development alone', () => {
    // The bundler adds some lines of its own, which load the modules.
    const names = new Set(['@vercel/ncc', ...shipped.map(([place]) => place.replace(/^.*node_modules\//, ''))]);
    assert.deepEqual(found.filter(({ name }) => !names.has(name)), []);
  });
});

describe('what we depend on', () => {
  it('is locked: exact versions, and the hash of every package', () => {
    const manifest = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8')) as Readonly<Record<'dependencies' | 'devDependencies' | 'overrides', Readonly<Record<string, string>>>>;
    for (const [name, version] of Object.entries({ ...manifest.dependencies, ...manifest.devDependencies, ...manifest.overrides })) assert.match(version, /^\d+\.\d+\.\d+(?:-[0-9A-Za-z.]+)?$/, name);
    assert.equal(lock.lockfileVersion, 3);
    assert.deepEqual(packages.filter(([, { integrity, optional }]) => optional !== true && !/^sha512-[A-Za-z0-9+/]{86}==$/.test(integrity ?? '')).map(([name]) => name), []);
  });

  it('comes from the registry that npm is told, and from no repository, address or folder', () => {
    assert.deepEqual(packages.filter(([, { resolved, link }]) => resolved !== undefined || link === true).map(([name]) => name), []);
  });

  it('is installed from the lock file alone, wherever we say how', () => {
    const files = globSync(['.github/workflows/*.yml', 'scripts/**/*', 'Makefile', 'CONTRIBUTING.md'], { cwd: ROOT, withFileTypes: true }).filter((entry) => entry.isFile());
    const others = files.flatMap((entry) => {
      const text = readFileSync(path.join(entry.parentPath, entry.name), 'utf8');
      return [...text.matchAll(/\bnpm (?:install|i|add|update)(?: (?!--save-exact).*|$)/gm)].map(([line]) => `${entry.name}: ${line}`);
    });
    assert.deepEqual(others, []);
  });
});
