import assert from 'node:assert/strict';
import { test } from '@jest/globals';
import { UploadLimits } from '../../src/oci/push/upload-limits.ts';

const MIB = 1024 * 1024;

test('a registry that nothing is known of gets one PUT of any size, and small chunks once it refused', () => {
  const limits = new UploadLimits('registry.example');
  assert.equal(limits.fitsOnePut(10_000 * MIB), true);
  assert.equal(limits.refusedOnePut(100 * MIB), true);
  assert.deepEqual([limits.fitsOnePut(100 * MIB), limits.fitsOnePut(99 * MIB)], [false, true]);
  assert.equal(limits.chunk(0), 4 * MIB);
});

test('chunks are no larger than GHCR takes, and no smaller than ECR wants', () => {
  assert.equal(new UploadLimits('ghcr.io').chunk(0), 4 * MIB);
  for (const host of ['123456789012.dkr.ecr.eu-central-1.amazonaws.com', '1.dkr.ecr.cn-north-1.amazonaws.com.cn', 'public.ecr.aws']) {
    assert.ok(new UploadLimits(host).chunk(0) >= 5 * MIB, host);
  }
});

test('Azure gets chunks from the beginning for what its front would refuse', () => {
  const limits = new UploadLimits('org.azurecr.io');
  assert.deepEqual([limits.fitsOnePut(20_000_000), limits.fitsOnePut(19_999_999)], [false, true]);
});

test('Google gets no chunks, whatever it refuses', () => {
  for (const host of ['europe-docker.pkg.dev', 'gcr.io', 'eu.gcr.io']) assert.equal(new UploadLimits(host).refusedOnePut(100), false, host);
  assert.equal(new UploadLimits('my-own-gcr.io.example').refusedOnePut(100), true);
});

test('chunks that are refused are halved, down to what the registry wants at least', () => {
  const limits = new UploadLimits('registry.example', { chunk: 8 * MIB });
  assert.equal(limits.refusedChunk(8 * MIB, 3 * MIB), true);
  assert.equal(limits.chunk(3 * MIB), 4 * MIB);
  assert.equal(limits.refusedChunk(4 * MIB, 3 * MIB), false);
  assert.equal(limits.refusedChunk(1500, 0), false);
});
