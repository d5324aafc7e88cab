import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from '@jest/globals';
import { HERE, read, refusal } from './inputs-of.ts';

mkdirSync(join(HERE, 'developed'));
writeFileSync(join(HERE, 'developed', 'devcontainer-feature.json'), '{ "id": "developed", "version": "1.0.0" }');
writeFileSync(join(HERE, 'developed', 'install-dev.sh'), '#!/bin/sh\n');

test('development mode is tested in the image that is named, if the Feature has something for other systems', () => {
  assert.deepEqual(read({ feature: 'developed', 'test-dev': 'debian:12' }).testDev, { kind: 'registry', text: 'debian:12' });
  assert.deepEqual(read({ complement: 'true', 'test-dev': 'daemon:debian:12' }).testDev, { kind: 'daemon', text: 'daemon:debian:12', image: 'debian:12' });
  for (const none of ['', 'none']) assert.equal(read({ 'test-dev': none }).testDev, undefined);
});

test('an image to test in that is none, or of no use, is refused', () => {
  assert.match(refusal({ 'test-dev': 'debian:12' }), /^test-dev \| test-dev: there is nothing to test.* \| Write an install-dev\.sh, or use "complement: true"\.$/);
  assert.match(refusal({ feature: 'developed', 'test-dev': 'debian:12', test: 'false' }), /^test-dev \| test-dev: names an image.* but test is false/);
  assert.match(refusal({ feature: 'developed', 'test-dev': 'a b' }), /^test-dev \| test-dev: "a b" is not a single image reference/);
});
