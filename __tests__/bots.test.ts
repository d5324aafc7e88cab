import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from '@jest/globals';
import { parse } from 'yaml';
import { referenceInFile } from '../src/base/base-file.ts';

/* The configuration of bots that users copy, held against what the bots' documentation says. */
const EXAMPLES = path.join(import.meta.dirname, '../examples');
const BASE_FILE = 'base-image.Dockerfile';
const WORKFLOWS = globSync('workflows/*.yml', { cwd: EXAMPLES }).sort();

function text(file: string): string {
  return readFileSync(path.join(EXAMPLES, file), 'utf8');
}

interface Renovate {
  readonly nix: { readonly enabled: boolean };
  readonly gitIgnoredAuthors: readonly string[];
  readonly customManagers: readonly { readonly managerFilePatterns: readonly string[]; readonly matchStrings: readonly string[]; readonly datasourceTemplate: string }[];
}

const renovate = JSON.parse(text('bots/renovate.json')) as Renovate;

/** What `base-image` is in a workflow, wherever it stands. */
function basesIn(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(basesIn);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, each]) => (name === 'base-image' && typeof each === 'string' ? each.split('\n') : basesIn(each)));
}

test('Renovate finds each base image that stands in a workflow, with its tag and its digest', () => {
  const [manager] = renovate.customManagers;
  assert.ok(manager !== undefined);
  const [, pattern = ''] = /^\/(.*)\/$/.exec(manager.managerFilePatterns[0] ?? '') ?? [];
  assert.ok(['.github/workflows/a.yml', '.github/workflows/b.yaml'].every((file) => new RegExp(pattern).test(file)));
  const found = (content: string): string[] =>
    manager.matchStrings.flatMap((match) => [...content.matchAll(new RegExp(match, 'g'))]).map(({ groups = {} }) => `${groups['depName']}:${groups['currentValue']}${groups['currentDigest'] === undefined ? '' : `@${groups['currentDigest']}`}`);
  let count = 0;
  for (const file of WORKFLOWS) {
    const bases = basesIn(parse(text(file))).filter((base) => /^[a-z0-9]/.test(base) && base !== 'none');
    count += bases.length;
    assert.deepEqual(found(text(file)).toSorted(), bases.toSorted(), file);
  }
  assert.ok(count >= 3, String(count));
  const digest = `sha256:${'a'.repeat(64)}`;
  assert.deepEqual(found(`with:\n  base-image: localhost:5000/a/b:1.2-rc.1@${digest} # why\n`), [`localhost:5000/a/b:1.2-rc.1@${digest}`]);
  assert.deepEqual(found('base-image: ./base-image.Dockerfile\nbase-image: ${{ needs.plan.outputs.base-image }}\nbase-image: none\n'), []);
  assert.equal(manager.datasourceTemplate, 'docker');
});

test('the file with the base image has a name that both bots take for a Dockerfile, and one image', () => {
  // docs.renovatebot.com/modules/manager/dockerfile, "File Matching"; Dependabot takes names that hold one of the words.
  assert.match(BASE_FILE, /(^|\/|\.)([Dd]ocker|[Cc]ontainer)file$/);
  assert.match(referenceInFile(path.join(EXAMPLES, 'bots', BASE_FILE), BASE_FILE), /^ghcr\.io\/org\/bedrock:1\.4\.0@sha256:[0-9a-f]{64}$/);
  const bump = basesIn(parse(text('workflows/bump.yml')));
  assert.deepEqual(bump, [`./${BASE_FILE}`]);
});

test('Dependabot gets what its reference demands of each entry', () => {
  const { version, updates } = parse(text('bots/dependabot.yml')) as { version: number; updates: readonly Record<string, unknown>[] };
  assert.equal(version, 2);
  assert.deepEqual(updates.map((update) => update['package-ecosystem']), ['nix', 'docker', 'github-actions']);
  for (const update of updates) {
    assert.equal([update['directory'], update['directories']].filter((value) => value !== undefined).length, 1);
    assert.ok(['daily', 'weekly', 'monthly'].includes((update['schedule'] as { interval: string }).interval));
  }
});

test('a bot goes on updating a pull request that versions were raised in', () => {
  const bump = text('workflows/bump.yml');
  const [, email = ''] = /user\.email '([^']+)'/.exec(bump) ?? [];
  assert.ok(renovate.gitIgnoredAuthors.includes(email), email);
  assert.match(bump, /--message '\[dependabot skip\]'/);
  assert.equal(renovate.nix.enabled, true);
});
