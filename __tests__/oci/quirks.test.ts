import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from '@jest/globals';
import { HOST_QUIRKS, quirksOf } from '../../src/oci/quirks/hosts.ts';
import { SYMPTOM_QUIRKS } from '../../src/oci/quirks/symptoms.ts';

test('a registry is known by its host, and nothing is known of one that only looks like it', () => {
  assert.equal(quirksOf('ghcr.io').packageTypes, true);
  assert.equal(quirksOf('containers.github.example').bareDenialRetries, 2);
  assert.equal(quirksOf('docker.io').api, 'https://registry-1.docker.io/');
  for (const host of ['ghcr.io.example', 'my-ghcr.io', 'containers', 'docker.io.example', 'xazurecr.io', 'registry.example']) assert.deepEqual(quirksOf(host), {}, host);
});

test('what the client knows of registries is in the documentation, with its source', () => {
  const page = readFileSync(join(import.meta.dirname, '../../docs/contributing/reliability.md'), 'utf8');
  for (const { registry, differs, source } of HOST_QUIRKS) assert.ok(page.includes(`| ${registry} | ${differs} | ${source} |`), registry);
  for (const { symptom, differs, source } of SYMPTOM_QUIRKS) assert.ok(page.includes(`| ${symptom} | ${differs} | ${source} |`), symptom);
});
