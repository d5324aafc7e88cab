import assert from 'node:assert/strict';
import { appendFile, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { test } from '@jest/globals';
import { hexOf, type Digest } from '../../src/oci/format/digest.ts';
import { afterTest } from '../jest/after-test.ts';
import { EVERYTHING } from '../jest/everything.ts';
import { run } from '../rig/command.ts';
import { startFaultProxy } from '../rig/fault-proxy.ts';
import { searchPath } from '../rig/paths.ts';
import type { RegistryAuth } from '../rig/registry.ts';
import { theRig } from '../rig/rig.ts';
import { scratchFolder, startBuild } from './nix-feature.ts';
import { HOST_BUILD, nixFeature, ownNamespace, published, Reader, targetFlags, writeSmallFeature, type Result } from './publishing.ts';

/* One Feature through its releases, in registries of each kind. */
const rig = await theRig();
const scratch = await scratchFolder();
const BOTH = '--arches=amd64,arm64';

for (const auth of ['none', 'htpasswd', 'token'] satisfies RegistryAuth[]) {
  const registry = rig.registries[auth];
  const namespace = ownNamespace(`publish-${auth}`);
  const repository = `${namespace}/tool`;
  const reader = new Reader(registry);
  const release = async (version: string, content?: string): Promise<string[]> => {
    const feature = await writeSmallFeature(path.join(scratch, auth, `${version}-${content ?? ''}`, 'tool'), 'tool', version, content);
    return ['build', `--feature=${feature}`, ...HOST_BUILD, BOTH, '--push', ...targetFlags(registry, namespace)];
  };

  test(`a Feature with both platforms gets all of its tags (auth: ${auth})`, async () => {
    const result = await published(await release('1.0.0'), registry);
    assert.equal(result.upToDate, false);
    assert.ok(result.uploadedBytes > 0);
    assert.deepEqual(result.subject, { name: `${registry.host}/${repository}`, digest: result.digest });
    const tags = ['1', '1.0', '1.0.0', '1.0.0_amd64', '1.0.0_arm64', 'latest', 'latest-amd64', 'latest-arm64'];
    assert.deepEqual(result.tags.toSorted(), tags);
    assert.deepEqual(await reader.tags(repository), tags);
    for (const tag of ['1', '1.0', '1.0.0', 'latest']) assert.equal(await reader.digest(repository, tag), result.digest, tag);
    for (const { arch, digest } of result.platforms) {
      assert.equal(await reader.digest(repository, `1.0.0_${arch}`), digest);
      assert.equal(await reader.digest(repository, `latest-${arch}`), digest);
    }
    const { layers, annotations, config } = await reader.manifest(repository, 'latest');
    assert.equal(config.mediaType, 'application/vnd.devcontainers');
    assert.equal(layers[0]?.mediaType, 'application/vnd.devcontainers.layer.v1+tar');
    assert.deepEqual(layers.slice(1).map(({ digest }) => digest), result.platforms.flatMap((platform) => platform.layers.map(({ digest }) => digest)));
    const metadata = JSON.parse(annotations?.['dev.containers.metadata'] ?? '') as unknown;
    assert.deepEqual((await reader.collection(namespace)).features, [metadata]);
  });

  test(`who can pull it without a login is found out (auth: ${auth})`, async () => {
    const elsewhere = (await release('1.0.0')).map((flag) => (flag.startsWith('--namespace=') ? `${flag}/elsewhere` : flag));
    const { warnings } = await published(elsewhere, registry);
    assert.deepEqual(warnings.filter(({ message }) => message.includes('is private')).length, auth === 'htpasswd' ? 1 : 0);
  });

  // What does not depend on the login.
  if (auth === 'none' || EVERYTHING) {
    test(`the same content again uploads nothing and says so (auth: ${auth})`, async () => {
      const before = await reader.digest(repository, 'latest');
      const result = await published(await release('1.0.0'), registry);
      assert.equal(result.upToDate, true);
      assert.equal(result.uploadedBytes, 0);
      assert.equal(result.digest, before);
    });

    test(`other content under the same version is an error that says to bump it (auth: ${auth})`, async () => {
      const before = await reader.digest(repository, '1.0.0');
      const { code, stderr } = await nixFeature(await release('1.0.0', 'other'), registry);
      assert.equal(code, 1);
      assert.match(stderr, /tool:1\.0\.0 is already published with other content/);
      assert.match(stderr, /Raise "version"/);
      assert.equal(await reader.digest(repository, '1.0.0'), before);
    });

    test(`tags move upwards only (auth: ${auth})`, async () => {
      const next = await published(await release('1.1.0', 'next'), registry);
      for (const tag of ['1', '1.1', '1.1.0', 'latest']) assert.equal(await reader.digest(repository, tag), next.digest, tag);
      assert.deepEqual(next.history.map(({ version }) => version), ['1.0.0', '1.1.0']);
      const patch = await published(await release('1.0.1', 'patch'), registry);
      assert.deepEqual(patch.tags.toSorted(), ['1.0', '1.0.1', '1.0.1_amd64', '1.0.1_arm64']);
      const candidate = await published(await release('2.0.0-rc.1', 'candidate'), registry);
      assert.deepEqual(candidate.tags.toSorted(), ['2.0.0-rc.1', '2.0.0-rc.1_amd64', '2.0.0-rc.1_arm64']);
      for (const tag of ['1', '1.1', 'latest']) assert.equal(await reader.digest(repository, tag), next.digest, tag);
      assert.equal(await reader.digest(repository, '1.0'), patch.digest);
      assert.equal(await reader.digest(repository, 'latest-amd64'), next.platforms[0]?.digest);
      assert.deepEqual((await reader.collection(namespace)).features.map(({ version }) => version), ['1.1.0']);
    });
  }

  // With a login for each request it is the same as without.
  if (auth === 'htpasswd' && !EVERYTHING) continue;
  test(`a matrix of two jobs and one that publishes moves no layer twice, and tags nothing before (auth: ${auth})`, async () => {
    const name = `${namespace}/matrix`;
    const feature = await writeSmallFeature(path.join(scratch, auth, 'matrix'), 'matrix', '1.0.0');
    const target = targetFlags(registry, namespace);
    const layouts = ['amd64', 'arm64'].map((arch) => path.join(scratch, auth, `layout-${arch}`));
    const jobs = ['amd64', 'arm64'].map((arch, index) =>
      published(['build', `--feature=${feature}`, ...HOST_BUILD, `--arches=${arch}`, '--push=layers', '--delivery=layers', `--output=${layouts[index]}`, ...target], registry),
    );
    const built = await Promise.all(jobs);
    assert.ok(built.every(({ uploadedBytes, tags }) => uploadedBytes > 0 && tags.length === 0));
    assert.deepEqual(await reader.tags(name), []);
    // What a job hands on, once its layers are pushed.
    for (const [index, layout] of layouts.entries()) {
      for (const { digest } of built[index]?.platforms[0]?.layers ?? []) await rm(path.join(layout, 'blobs/sha256', hexOf(digest as Digest)));
    }
    const missing = await nixFeature(['publish', layouts[0] ?? '', '--arches=amd64,arm64', ...target], registry);
    assert.equal(missing.code, 1);
    assert.match(missing.stderr, /matrix 1\.0\.0 is not published: arm64 is missing/);
    assert.deepEqual(await reader.tags(name), []);

    const result = await published(['publish', ...layouts, '--arches=amd64,arm64', ...target], registry);
    assert.deepEqual(result.platforms.map(({ uploadedBytes }) => uploadedBytes), [0, 0]);
    assert.equal((await reader.tags(name)).length, 8);
    assert.deepEqual(result.platforms.map(({ digest }) => digest), built.flatMap((each) => each.platforms.map(({ digest }) => digest)));
    const ids = (await reader.collection(namespace)).features.map(({ id }) => id);
    assert.deepEqual(ids, ['tool', 'matrix']);
  });
}

const open = rig.registries.none;

test('layouts of jobs that pushed nothing publish the same Feature as one job with all platforms', async () => {
  const feature = await writeSmallFeature(path.join(scratch, 'alike'), 'alike', '1.0.0');
  const common = [`--feature=${feature}`, ...HOST_BUILD];
  const one = await published(['build', ...common, BOTH, '--push', ...targetFlags(open, ownNamespace('alike/one'))], open);
  const layouts = ['arm64', 'amd64'].map((arch) => path.join(scratch, `alike-${arch}`));
  for (const [index, arch] of ['arm64', 'amd64'].entries()) {
    assert.equal((await nixFeature(['build', ...common, `--arches=${arch}`, `--output=${layouts[index]}`])).code, 0);
  }
  const several = await published(['publish', ...layouts, ...targetFlags(open, ownNamespace('alike/one'))], open);
  assert.equal(several.upToDate, true);
  assert.equal(several.digest, one.digest);
  assert.equal(several.uploadedBytes, 0);
});

test("oras pulls a platform's tarball and env-path by tag, and skopeo moves a Feature whole", async () => {
  const feature = await writeSmallFeature(path.join(scratch, 'tools/oras'), 'oras-tool', '1.0.0');
  const result = await published(['build', `--feature=${feature}`, ...HOST_BUILD, '--push', ...targetFlags(open, ownNamespace('tools/features'))], open);
  const name = `${open.host}/${ownNamespace('tools/features')}/oras-tool`;
  const env = { ...process.env, PATH: searchPath() };
  const pulled = path.join(scratch, 'pulled');
  const arch = result.platforms[0]?.arch ?? 'amd64';
  await run(['oras', 'pull', '--plain-http', '--output', pulled, `${name}:latest-${arch}`], { env });
  assert.deepEqual((await readdir(pulled)).sort(), ['env-path', `oras-tool-${arch}.tar.gz`]);
  assert.match(await readFile(path.join(pulled, 'env-path'), 'utf8'), /^\/nix\/store\/[a-z0-9]{32}-oras-tool\n$/);
  assert.match(await run(['tar', '-tzf', path.join(pulled, `oras-tool-${arch}.tar.gz`)]), /^nix\/store\/[a-z0-9]{32}-oras-tool\/bin\/oras-tool$/m);

  const copy = `${open.host}/${ownNamespace('tools/mirror')}/oras-tool`;
  const skopeo = ['skopeo', '--insecure-policy'];
  await run([...skopeo, 'copy', '--quiet', '--preserve-digests', '--src-tls-verify=false', '--dest-tls-verify=false', `docker://${name}:1`, `docker://${copy}:1.0.0`], { env });
  const reader = new Reader(open);
  assert.equal(await reader.digest(ownNamespace('tools/mirror/oras-tool'), '1.0.0'), result.digest);
  const { annotations } = JSON.parse(await run([...skopeo, 'inspect', '--raw', '--tls-verify=false', `docker://${name}:latest`], { env })) as { annotations: Record<string, string> };
  assert.equal(annotations['org.opencontainers.image.title'], 'oras-tool');
  assert.equal(annotations['org.opencontainers.image.description'], 'The Feature oras-tool');

  // A copy has one tag and no platform manifests; publishing to where it is completes it.
  const completed = await published(['build', `--feature=${feature}`, ...HOST_BUILD, '--push', ...targetFlags(open, ownNamespace('tools/mirror'))], open);
  // The two differ in the name of the repository alone, which is in no key.
  assert.equal(completed.upToDate, true);
  assert.equal(completed.digest, result.digest);
  assert.deepEqual(await reader.tags(ownNamespace('tools/mirror/oras-tool')), ['1', '1.0', '1.0.0', `1.0.0_${arch}`, 'latest', `latest-${arch}`]);
});

test('many Features published at once are all in the collection', async () => {
  const ids = ['a', 'b', 'c'].map((letter) => `many-${letter}`);
  const runs = ids.map(async (id) => {
    const feature = await writeSmallFeature(path.join(scratch, 'many', id), id, '1.0.0');
    return published(['build', `--feature=${feature}`, ...HOST_BUILD, '--push', ...targetFlags(open, ownNamespace('many/features'))], open);
  });
  await Promise.all(runs);
  const collection = await new Reader(open).collection(ownNamespace('many/features'));
  assert.deepEqual(collection.features.map(({ id }) => String(id)).sort(), ids);
});

test('versions published at once leave the moving tags at the highest', async () => {
  const runs = ['1.0.0', '1.1.0', '1.2.0'].map(async (version) => {
    const feature = await writeSmallFeature(path.join(scratch, 'race', version), 'race', version, version);
    return published(['build', `--feature=${feature}`, ...HOST_BUILD, '--push', ...targetFlags(open, ownNamespace('race/features'))], open);
  });
  const digest = (await Promise.all(runs)).at(-1)?.digest;
  const reader = new Reader(open);
  for (const tag of ['1', '1.2', 'latest']) assert.equal(await reader.digest(ownNamespace('race/features/race'), tag), digest, tag);
});

test('of two that publish one version with other content at once, one fails, and no tag is mixed up', async () => {
  const runs = ['one', 'two'].map(async (content) => {
    const feature = await writeSmallFeature(path.join(scratch, 'duel', content, 'duel'), 'duel', '1.0.0', content);
    return nixFeature(['build', `--feature=${feature}`, ...HOST_BUILD, '--push', '--json', ...targetFlags(open, ownNamespace('duel/features'))], open);
  });
  const [winner, loser] = (await Promise.all(runs)).toSorted((a, b) => (a.code ?? 9) - (b.code ?? 9));
  assert.deepEqual([winner?.code, loser?.code], [0, 1], `${winner?.stderr}\n${loser?.stderr}`);
  const { digest, platforms, tags } = JSON.parse(winner?.stdout ?? '') as Result;
  const reader = new Reader(open);
  for (const tag of tags) {
    const expected = /[-_](?:amd64|arm64)$/.test(tag) ? platforms[0]?.digest : digest;
    assert.equal(await reader.digest(ownNamespace('duel/features/duel'), tag), expected, tag);
  }
});

test('layers that were pushed under another name are mounted from there', async () => {
  const registry = rig.registries.token;
  const feature = await writeSmallFeature(path.join(scratch, 'staged'), 'staged', '1.0.0');
  const layout = path.join(scratch, 'staged-layout');
  const built = await published(['build', `--feature=${feature}`, ...HOST_BUILD, '--push=layers', '--delivery=layers', `--output=${layout}`, ...targetFlags(registry, ownNamespace('staging'))], registry);
  for (const { digest } of built.platforms[0]?.layers ?? []) await rm(path.join(layout, 'blobs/sha256', hexOf(digest as Digest)));
  const result = await published(['publish', layout, ...targetFlags(registry, ownNamespace('production'))], registry);
  const { layers } = await new Reader(registry).manifest(ownNamespace('production/staged'), result.digest);
  assert.deepEqual(layers.slice(1).map(({ digest }) => digest), built.platforms[0]?.layers.map(({ digest }) => digest));

  const elsewhere = await nixFeature(['publish', layout, ...targetFlags(open, ownNamespace('production'))], open);
  assert.equal(elsewhere.code, 1);
  assert.match(elsewhere.stderr, /neither in the layout nor in the registry; it was pushed to localhost:\d+\/run-\d+\/staging\/staged/);
});

test('an image that goes by the name of the collection is left as it is', async () => {
  const feature = await writeSmallFeature(path.join(scratch, 'taken'), 'taken', '1.0.0');
  const first = await published(['build', `--feature=${feature}`, ...HOST_BUILD, '--push', ...targetFlags(open, ownNamespace('taken/features'))], open);
  const image = ownNamespace('taken/features/taken');
  await run(['skopeo', '--insecure-policy', 'copy', '--quiet', '--src-tls-verify=false', '--dest-tls-verify=false', `docker://${open.host}/${image}:1`, `docker://${open.host}/${ownNamespace('taken/app')}:latest`]);
  const reader = new Reader(open);
  const before = await reader.digest(ownNamespace('taken/app'), 'latest');
  const { warnings } = await published(['build', `--feature=${feature}`, ...HOST_BUILD, '--push', ...targetFlags(open, ownNamespace('taken/app'))], open);
  assert.equal(await reader.digest(ownNamespace('taken/app'), 'latest'), before);
  assert.ok(warnings.some(({ message }) => /taken\/app:latest is not a collection/.test(message)));
  assert.ok(first.digest);
});

test('a Feature that was renamed is under its old id too, whole, and nothing is sent twice', async () => {
  const feature = await writeSmallFeature(path.join(scratch, 'renamed'), 'renamed', '1.0.0');
  await writeFile(path.join(feature, 'devcontainer-feature.json'), JSON.stringify({ id: 'renamed', version: '1.0.0', name: 'renamed', legacyIds: ['earlier'] }));
  const { warnings } = await published(['build', `--feature=${feature}`, ...HOST_BUILD, '--delivery=layers', '--push', ...targetFlags(open, ownNamespace('renames'))], open);
  assert.deepEqual(warnings.filter(({ message }) => message.includes('earlier')), []);
  const reader = new Reader(open);
  const [old, renamed] = ['earlier', 'renamed'].map((id) => ownNamespace(`renames/${id}`));
  assert.deepEqual(await reader.tags(old ?? ''), await reader.tags(renamed ?? ''));
  assert.equal(await reader.digest(old ?? '', 'latest'), await reader.digest(renamed ?? '', 'latest'));
  const copy = path.join(scratch, 'renamed-copy');
  await run(['oras', 'pull', '--plain-http', '--output', copy, `${open.host}/${old}:1.0.0`], { env: { ...process.env, PATH: searchPath() } });
  assert.match(await readFile(path.join(copy, 'devcontainer-feature-renamed.tgz'), 'latin1'), /"currentId":"renamed"/);
});

test('a run that is stopped in the middle of an upload ends at once, without a tag and without files left behind', async () => {
  // The registry takes everything in, and does not answer.
  const uploading = Promise.withResolvers<void>();
  const proxy = await startFaultProxy(open.host, ({ verb }) => {
    if (verb !== 'PUT blob') return Promise.resolve(false);
    uploading.resolve();
    return new Promise(() => undefined);
  });
  afterTest(() => proxy.stop());
  const feature = await writeSmallFeature(path.join(scratch, 'stopped'), 'stopped', '1.0.0');
  const namespace = ownNamespace('stopped');
  const running = await startBuild({ feature, 'base-image': 'none', 'build-in': 'host', test: 'false', push: 'true', registry: proxy.host, namespace });
  await Promise.race([uploading.promise, running.done.then(({ stderr }) => assert.fail(stderr))]);
  const began = performance.now();
  running.kill('SIGTERM');
  const { code, left, stderr } = await running.done;
  assert.equal(code, 143, stderr);
  assert.ok(performance.now() - began < 8000);
  assert.deepEqual(left, []);
  assert.deepEqual(await new Reader(open).tags(`${namespace}/stopped`), []);
});

test('a registry that takes no push says so, and nothing is left half done', async () => {
  const feature = await writeSmallFeature(path.join(scratch, 'denied'), 'denied', '1.0.0');
  const { code, stderr } = await nixFeature(['build', `--feature=${feature}`, ...HOST_BUILD, '--push', `--registry=${rig.registries.htpasswd.host}`, `--namespace=${ownNamespace('denied/features')}`], open);
  assert.equal(code, 1);
  assert.match(stderr, /docker login/);
  await appendFile(path.join(feature, 'README.md'), 'x');
  const tag = await nixFeature(['build', `--feature=${feature}`, ...HOST_BUILD, '--push', ...targetFlags(open, ownNamespace('denied/features'))], open, { GITHUB_REF_TYPE: 'tag', GITHUB_REF_NAME: 'v1.0.1' });
  assert.equal(tag.code, 2);
  assert.match(tag.stderr, /The git tag v1\.0\.1 says version 1\.0\.1, and devcontainer-feature\.json of denied says 1\.0\.0/);
  assert.deepEqual(await new Reader(open).tags(ownNamespace('denied/features/denied')), []);
});
