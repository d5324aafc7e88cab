import assert from 'node:assert/strict';
import { test } from 'node:test';
import { completeMetadata } from '../../src/feature/complete-metadata.ts';

const ENV = { PATH: ['bin', 'sbin'], variables: { TOOL_HOME: '/x' } };

test('PATH and the option mode are added where the author has declared neither', () => {
  const metadata = completeMetadata({ id: 'tools', version: '1.0.0', options: { version: { type: 'string' } }, containerEnv: { A: 'b' } }, 'tools', ENV);
  assert.deepEqual(metadata['containerEnv'], { TOOL_HOME: '/x', A: 'b', PATH: '/opt/nix-feature/tools/bin:/opt/nix-feature/tools/sbin:${PATH}' });
  assert.deepEqual(Object.keys(metadata['options'] as object), ['version', 'mode']);
  assert.deepEqual(Object.keys(metadata), ['id', 'version', 'options', 'containerEnv']);
});

test('what the author has declared stays', () => {
  const own = { id: 'tools', options: { mode: { type: 'string', default: 'dev' } }, containerEnv: { PATH: '/mine', TOOL_HOME: '/y' } };
  assert.deepEqual(completeMetadata(own, 'tools', ENV), own);
});
