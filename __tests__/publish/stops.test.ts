import assert from 'node:assert/strict';
import { test } from '@jest/globals';
import { CancelledError, Failure, IntegrityError, reasonOf, RegistryError } from '../../src/kit/errors.ts';
import { digestOf } from '../../src/oci/format/digest.ts';
import { bytesContent } from '../../src/oci/push/blob-content.ts';
import { RegistryWriter } from '../../src/oci/push/registry-writer.ts';
import { failureBehind } from '../../src/report/text/explain.ts';
import { afterTest } from '../jest/after-test.ts';
import { quickClock } from '../oci/serve.ts';
import { uploadServer, type Step } from '../oci/upload-server.ts';
import { only, publishSmall, refuse, releaseServer, REPOSITORY } from './registry.ts';

test('whoever is told to stop by a failure says that failure, and not that it was stopped', () => {
  const failure = new IntegrityError('the layer is damaged');
  const stop = new AbortController();
  stop.abort(failure);
  assert.equal(reasonOf(stop.signal), failure);
  for (const reason of [undefined, new Error('x'), 'x']) {
    const other = new AbortController();
    other.abort(reason);
    assert.ok(reasonOf(other.signal) instanceof CancelledError);
  }
});

test('a run that nobody stopped fails by what failed, however much was stopped because of it', () => {
  const failure = new Failure('no space');
  const stopped = new CancelledError('stopped', { cause: new DOMException('aborted', 'AbortError') });
  assert.equal(failureBehind(new CancelledError('stopped', { cause: failure })), failure);
  assert.equal(failureBehind(new CancelledError('stopped', { cause: new CancelledError('stopped', { cause: failure }) })), failure);
  assert.equal(failureBehind(failure), failure);
  const unknown = failureBehind(stopped);
  assert.ok(unknown instanceof Failure && !(unknown instanceof CancelledError));
});

// Each step of a release, refused at its first, second and third time.
for (const step of ['open', 'commit', 'put manifest', 'manifest', 'tags', 'blob'] as const satisfies readonly Step[]) {
  test(`a release whose ${step} is refused is published, or fails by that refusal`, async () => {
    for (const nth of [1, 2, 3]) {
      const server = await releaseServer(only(step, ({ count, repository }) => count === nth && repository === REPOSITORY, refuse(403)));
      await publishSmall(server, '1.2.0', { collection: false }).catch((error: unknown) => {
        assert.ok(error instanceof RegistryError && error.status === 403, `${step} ${nth}: ${String(error)}`);
      });
    }
  });
}

test('a blob whose other push failed by its own fault fails by that, and one that was stopped is sent anew', async () => {
  const bytes = Buffer.from('a blob');
  const blob = { mediaType: 'x', digest: digestOf(bytes), size: bytes.length };
  const stop = new AbortController();
  const failure = new IntegrityError('another layer is damaged');
  const server = await uploadServer({
    // Both wait for this one.
    commit: ({ count, proceed }) => {
      if (count === 1) stop.abort(failure);
      else proceed();
    },
  });
  const writer = new RegistryWriter({ registry: server.host, repository: 'org/tools' }, { env: {}, clock: quickClock() });
  afterTest(() => writer.close());
  const first = writer.pushBlob(blob, bytesContent(bytes), { signal: stop.signal });
  const second = writer.pushBlob(blob, bytesContent(bytes));
  await assert.rejects(first, failure);
  assert.equal((await second).outcome, 'uploaded');
});
