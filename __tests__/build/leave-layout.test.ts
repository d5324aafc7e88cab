import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, test } from '@jest/globals';
import { uploadLayout } from '../../src/build/leave-layout.ts';
import type { BuildSubject } from '../../src/build/subject.ts';
import { CancelledError, Failure } from '../../src/kit/errors.ts';
import type { Host, UploadedArtifact } from '../../src/kit/host.ts';
import type { BuildRequest } from '../../src/request/build.ts';
import { writeBuiltLayout } from '../publish/layouts.ts';

const scratch = mkdtempSync(join(tmpdir(), 'nix-feature-upload-'));
afterAll(() => {
  rmSync(scratch, { recursive: true });
});
const layout = await writeBuiltLayout();
let count = 0;

interface Outcome {
  readonly artifact: UploadedArtifact | undefined;
  readonly warnings: readonly string[];
  /** How many blobs the artifact holds. */
  readonly blobs: number;
  readonly days: number | undefined;
}

async function upload(push: BuildRequest['push'], uploadArtifact: BuildRequest['uploadArtifact'], error?: Error): Promise<Outcome> {
  const warnings: string[] = [];
  let blobs = 0;
  let days: number | undefined;
  const host: Partial<Host> = {
    warning: (message) => warnings.push(message),
    uploadArtifact: async (name, folder, retentionDays) => {
      if (error !== undefined) throw error;
      blobs = (await readdir(join(folder, 'blobs/sha256'))).length;
      days = retentionDays;
      return { id: 7, name, size: 1 };
    },
  };
  const request: Partial<BuildRequest> = { push, uploadArtifact, arches: ['amd64'], retentionDays: 5 };
  const subject = { request, metadata: { id: 'my-tools' }, host } as unknown as BuildSubject;
  return { artifact: await uploadLayout(layout, join(scratch, String(++count)), subject), warnings, blobs, days };
}

test('an artifact holds the layers where nobody has pushed them and somebody may publish them, and else the rest', async () => {
  const { blobs: all, days, artifact } = await upload('false', 'all');
  assert.deepEqual([days, artifact?.name], [5, 'feature-my-tools-amd64']);
  for (const [push, kind] of [['false', 'metadata'], ['layers', 'all'], ['true', 'all'], ['true', 'metadata']] as const) {
    assert.equal((await upload(push, kind)).blobs, all - 1, `${push} ${kind}`);
  }
  assert.equal((await upload('true', 'none')).artifact, undefined);
});

test("an artifact that can't be uploaded is a warning where no later job needs it, and else the end", async () => {
  const full = new Failure(`The artifact "x" can't be uploaded: it is full.`, { hint: 'Empty it.' });
  const { artifact, warnings } = await upload('true', 'all', full);
  assert.equal(artifact, undefined);
  assert.deepEqual(warnings, [`The artifact "x" can't be uploaded: it is full. What was published is not affected. Empty it.`]);
  assert.deepEqual((await upload('false', 'metadata', full)).warnings, [`The artifact "x" can't be uploaded: it is full. The build itself succeeded. Empty it.`]);
  for (const [push, kind] of [['layers', 'all'], ['layers', 'metadata'], ['false', 'all']] as const) await assert.rejects(upload(push, kind, full), full);
  for (const other of [new CancelledError('Stopped.'), new TypeError('a bug')]) await assert.rejects(upload('true', 'all', other), other);
});
