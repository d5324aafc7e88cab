import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { afterAll, test } from '@jest/globals';
import { EVERYTHING } from '../jest/everything.ts';
import { hasCrane, startCraneRegistry } from '../rig/crane-registry.ts';
import { startFaultProxy } from '../rig/fault-proxy.ts';
import { CLI } from '../rig/programs.ts';
import { theRig } from '../rig/rig.ts';
import { MACHINE, scratchFolder } from './nix-feature.ts';
import { HOST_BUILD, nixFeature, ownNamespace, published, Reader, targetFlags, writeSmallFeature, type AnyRegistry } from './publishing.ts';

/* A publisher that is killed right before any of its writes, and then run again. */
const { registries } = await theRig();
const scratch = await scratchFolder();
const feature = await writeSmallFeature(path.join(scratch, 'killed'), 'killed', '1.2.0');
const layout = path.join(scratch, 'layout');
const AT_ONCE = 4;
assert.equal((await nixFeature(['build', `--feature=${feature}`, ...HOST_BUILD, '--arches=amd64,arm64', `--output=${layout}`])).code, 0);

/** Every how many writes it is killed: the publisher is the same for both. */
type Tried = readonly [name: string, registry: AnyRegistry, stride: number];
const OTHERS: readonly Tried[] = hasCrane ? [['crane registry serve', await started(), EVERYTHING ? 3 : 9]] : [];
const REGISTRIES: readonly Tried[] = [['distribution', registries.none, EVERYTHING ? 1 : 3], ...OTHERS];

async function started(): Promise<AnyRegistry> {
  const registry = await startCraneRegistry();
  afterAll(() => registry.stop());
  return registry;
}

/** Publishes, and kills the process when it is about to make its nth write. @returns how many writes there were */
async function publishUntil(nth: number, registry: AnyRegistry, namespace: string): Promise<number> {
  let writes = 0;
  const proxy = await startFaultProxy(registry.host, ({ verb }) => {
    if (verb !== 'PUT blob' && verb !== 'PUT manifest') return Promise.resolve(false);
    writes += 1;
    if (writes < nth) return Promise.resolve(false);
    child.kill('SIGKILL');
    return new Promise(() => undefined);
  });
  const argv = [CLI, 'publish', layout, `--registry=${proxy.host}`, `--namespace=${namespace}`, '--delivery=layers'];
  const child = spawn(process.execPath, argv, { env: { ...MACHINE, TMPDIR: scratch }, stdio: 'ignore' });
  await once(child, 'close');
  await proxy.stop();
  return writes;
}

/** Each tag and what it names, and the collection. */
async function stateOf(reader: Reader, namespace: string): Promise<Readonly<Record<string, unknown>>> {
  const repository = `${namespace}/killed`;
  const tags: Record<string, unknown> = {};
  for (const tag of await reader.tags(repository)) tags[tag] = (await reader.manifest(repository, tag)).layers.slice(-1)[0]?.digest;
  return { ...tags, collection: (await reader.collection(namespace)).features };
}

for (const [name, registry, stride] of REGISTRIES) {
  test(`killed before ${stride === 1 ? 'any' : `one in ${stride}`} of its writes and run again, a publisher ends with the same registry (${name})`, async () => {
    const reader = new Reader(registry);
    const undisturbed = ownNamespace('kill/never');
    const writes = await publishUntil(Number.POSITIVE_INFINITY, registry, undisturbed);
    assert.ok(writes > 15, String(writes));
    const expected = await stateOf(reader, undisturbed);
    assert.equal(Object.keys(expected).length, 9);

    const points = Array.from({ length: writes }, (_, index) => index + 1).filter((nth) => nth % stride === 0);
    const worker = async (): Promise<void> => {
      for (let nth = points.shift(); nth !== undefined; nth = points.shift()) {
        const namespace = ownNamespace(`kill/at-${nth}`);
        // Blobs are on their way side by side. A write that was tried again when nothing was killed may be one that never comes.
        if ((await publishUntil(nth, registry, namespace)) < nth) {
          assert.ok(nth > writes - 2, `only the last writes may be missing: ${nth} of ${writes}`);
          assert.deepEqual(await stateOf(reader, namespace), expected, `not killed at ${nth}`);
          continue;
        }
        const tags = await reader.tags(`${namespace}/killed`);
        assert.ok(!tags.includes('latest'), `killed at ${nth}: nothing is written after latest: ${tags.join()}`);
        if (tags.length > 0) assert.ok(tags.includes('1.2.0'), `killed at ${nth}: the version's own tag is the first: ${tags.join()}`);
        const { upToDate } = await published(['publish', layout, '--delivery=layers', ...targetFlags(registry, namespace)], registry);
        assert.equal(upToDate, tags.length > 0, `killed at ${nth}`);
        assert.deepEqual(await stateOf(reader, namespace), expected, `killed at ${nth}`);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, worker));
  });
}
