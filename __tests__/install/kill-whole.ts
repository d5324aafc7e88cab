import assert from 'node:assert/strict';
import { existsSync, mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { TestPath } from '../nix/nar-builder.ts';
import { putTree, removeTree, snapshot } from './sandbox.ts';

const builds = new Map<TestPath, string>();

function lookOf(path: TestPath): string {
  const known = builds.get(path);
  if (known !== undefined) return known;
  const folder = mkdtempSync(join(tmpdir(), 'whole-'));
  const place = join(folder, path.path);
  mkdirSync(dirname(place), { recursive: true });
  putTree(place, path.tree);
  const look = JSON.stringify(snapshot(place));
  removeTree(folder);
  builds.set(path, look);
  return look;
}

/** Of these paths, each that is in a system's store is one of its builds, and all of it. */
export function assertWhole(root: string, paths: readonly TestPath[], what: string): void {
  for (const { path } of paths) {
    if (!existsSync(join(root, path))) continue;
    const look = JSON.stringify(snapshot(join(root, path)));
    assert.ok(paths.some((build) => build.path === path && lookOf(build) === look), `${what}: half of ${path}: ${look}`);
  }
}
