import assert from 'node:assert/strict';
import { describe, it } from '@jest/globals';
import { Failure } from '../../src/kit/errors.ts';
import { policy } from '../policy/policies.ts';
import { writeBuiltLayout } from './layouts.ts';
import { publishing } from './publishing.ts';

describe('a policy of a job that publishes', () => {
  it('refuses what breaches it before anything is sent, and says what needs it', async () => {
    const { publish, writes } = await publishing();
    await assert.rejects(publish([await writeBuiltLayout()], { policy: policy('forbid: [{ package: oniguruma }]') }), (error: unknown) => {
      assert.ok(error instanceof Failure);
      assert.match(error.message, /^policy \(forbid\) for amd64: oniguruma 6\.9: is forbidden\. Path: \/nix\/store\/\S+-oniguruma-6\.9\. It is needed by my-tools → jq-1\.7\.$/);
      assert.match(error.hint ?? '', /^Nothing was published\. /);
      assert.equal(error.location?.file, 'policy.yml');
      return true;
    });
    assert.deepEqual(writes(), []);
  });

  it('lets through what keeps it', async () => {
    const { publish } = await publishing();
    const report = await publish([await writeBuiltLayout()], { policy: policy('forbid: [{ package: openssl }]\nsize: { delta: 1GB }\nlicences: { allow: [MIT] }') });
    assert.equal(report.published?.what, 'feature');
  });

  it('counts several breaches, each of which is shown', async () => {
    const { publish, writes } = await publishing();
    await assert.rejects(publish([await writeBuiltLayout()], { policy: policy('forbid: [{ package: "*" }]') }), /The policy policy\.yml has 6 breaches; each is shown above\./);
    assert.deepEqual(writes(), []);
  });
});
