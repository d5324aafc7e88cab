import assert from 'node:assert/strict';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from '@jest/globals';
import * as fc from 'fast-check';
import { Failure } from '../../src/kit/errors.ts';
import { digestOf, hexOf } from '../../src/oci/format/digest.ts';
import { readBuiltLayout } from '../../src/layout/built-layout.ts';
import { mutated, mutatedBytes, runs } from '../fuzz/settings.ts';
import { writeBuiltLayout } from './layouts.ts';
import { publishing } from './publishing.ts';

/** The parts of a layout that may be changed; digests are made to fit again, as whoever changes them would. */
const PARTS = ['feature.json', 'delta document', 'manifest', 'index.json', 'feature.tar'] as const;

interface Valid {
  readonly folder: string;
  readonly facts: Record<string, unknown>;
  readonly document: unknown;
  readonly manifest: Record<string, unknown>;
  readonly manifestName: string;
  readonly index: { readonly manifests: readonly Record<string, unknown>[] };
  readonly tar: Buffer;
}

async function validLayout(): Promise<Valid> {
  const folder = await writeBuiltLayout({ complement: true });
  const [platform] = (await readBuiltLayout(folder)).platforms;
  assert.ok(platform);
  const json = async (name: string): Promise<never> => JSON.parse(await readFile(join(folder, name), 'utf8')) as never;
  const { document, manifest, digest } = platform;
  return { folder, facts: await json('feature.json'), document, manifest: { ...manifest }, manifestName: hexOf(digest), index: await json('index.json'), tar: await readFile(join(folder, 'feature.tar')) };
}

class Rewriter {
  readonly #valid: Valid;
  readonly #folder: string;

  constructor(valid: Valid, folder: string) {
    this.#valid = valid;
    this.#folder = folder;
  }

  async rewrite(part: (typeof PARTS)[number], value: unknown): Promise<void> {
    const { facts, manifest, index } = this.#valid;
    if (part === 'feature.json') await this.#write('feature.json', value);
    else if (part === 'index.json') await this.#write('index.json', value);
    else if (part === 'feature.tar') {
      await writeFile(join(this.#folder, 'feature.tar'), value as Buffer);
      await this.#write('feature.json', { ...facts, files: digestOf(value as Buffer) });
    } else {
      const config = part === 'delta document' ? { ...(manifest['config'] as object), ...(await this.#blob(value)) } : undefined;
      const descriptor = await this.#blob(config === undefined ? value : { ...manifest, config });
      await this.#write('index.json', { ...index, manifests: index.manifests.map((each) => ({ ...each, ...descriptor })) });
    }
  }

  async #blob(value: unknown): Promise<{ digest: string; size: number }> {
    const bytes = Buffer.from(JSON.stringify(value) ?? '');
    const digest = digestOf(bytes);
    await writeFile(join(this.#folder, 'blobs/sha256', hexOf(digest)), bytes);
    return { digest, size: bytes.length };
  }

  #write(name: string, value: unknown): Promise<void> {
    return writeFile(join(this.#folder, name), JSON.stringify(value) ?? '');
  }
}

test('whatever a layout holds, it is published as the Feature that it says it is, or refused with an error of ours', async () => {
  const valid = await validLayout();
  const { publish, server, writes } = await publishing();
  const parts: Readonly<Record<(typeof PARTS)[number], fc.Arbitrary<unknown>>> = {
    'feature.json': mutated(valid.facts),
    'delta document': mutated(valid.document),
    manifest: mutated(valid.manifest),
    'index.json': mutated(valid.index),
    'feature.tar': mutatedBytes(valid.tar),
  };
  const input = fc.constantFrom(...PARTS).chain((part) => parts[part].map((value) => ({ part, value })));
  await fc.assert(
    fc.asyncProperty(input, async ({ part, value }) => {
      const folder = await mkdtemp(join(tmpdir(), 'fuzz-publishing-'));
      try {
        await cp(valid.folder, folder, { recursive: true });
        await new Rewriter(valid, folder).rewrite(part, value);
        server.manifests.clear();
        const before = writes().length;
        await publish([folder]).catch((error: unknown) => {
          assert.ok(error instanceof Failure, error instanceof Error ? error.stack : String(error));
          assert.equal(writes().length, before, `something was sent before this was said: ${error.message}`);
        });
      } finally {
        await rm(folder, { recursive: true, force: true });
      }
    }),
    runs(150),
  );
  assert.deepEqual(server.requests.filter((request) => !/ \/v2\/org\/(?:my-tools\/|tools\/blobs\/uploads\/|manifests\/latest$)/.test(request)), []);
});
