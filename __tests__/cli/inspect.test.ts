import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { readInspectRequest } from '../../src/actions/requests/read-portable.ts';
import { readListRequest } from '../../src/actions/requests/read-releases.ts';
import { inspectFeature } from '../../src/app/inspect.ts';
import { Failure } from '../../src/kit/errors.ts';
import { listNamespace } from '../../src/publish/list-namespace.ts';
import { type InspectReport, inspectResult, renderTerminalInspection } from '../../src/report/runs/inspect.ts';
import { renderTerminalList } from '../../src/report/runs/namespace.ts';
import { PLAIN } from '../../src/report/text/terminal-text.ts';
import { writeBuiltLayout } from '../publish/layouts.ts';
import { publishing } from '../publish/publishing.ts';
import { NAMESPACE, publishSmall, releaseServer } from '../publish/registry.ts';
import { listeningHost } from '../publish/releases.ts';

const SURROUNDINGS = { folder: '/', env: {}, platform: 'linux', arch: 'x64', cores: 1 };
const isValid = new Ajv2020({ allowUnionTypes: true }).compile(JSON.parse(readFileSync(join(import.meta.dirname, '../../schemas/inspect.schema.json'), 'utf8')) as object);

/** Runs the use-case as the command line does. */
async function inspected(source: string, flags: Readonly<Record<string, string>> = {}): Promise<InspectReport> {
  const report = await inspectFeature(readInspectRequest(source, (name) => flags[name] ?? '', SURROUNDINGS), listeningHost().host);
  assert.ok(isValid(JSON.parse(JSON.stringify(inspectResult(report)))), JSON.stringify(isValid.errors));
  return report;
}

const isList = new Ajv2020({ allowUnionTypes: true }).compile(JSON.parse(readFileSync(join(import.meta.dirname, '../../schemas/list.schema.json'), 'utf8')) as object);

describe('nix-feature list', () => {
  it('lists what the collection of a namespace names, with the versions that are published', async () => {
    const server = await releaseServer();
    for (const version of ['1.9.0', '1.10.0']) await publishSmall(server, version);
    const list = await listNamespace(readListRequest(`${server.host}/${NAMESPACE}`, () => '', SURROUNDINGS), listeningHost().host);
    assert.deepEqual(list.features, [{ id: 'my-tools', version: '1.10.0', versions: ['1.10.0', '1.9.0'] }]);
    assert.ok(isList(JSON.parse(JSON.stringify(list))), JSON.stringify(isList.errors));
    assert.equal(renderTerminalList(list), `${server.host}/${NAMESPACE}: 1 Feature\n  Feature   newest  versions\n  my-tools  1.10.0  1.10.0, 1.9.0\n`);
    await assert.rejects(listNamespace(readListRequest(`${server.host}/other/place`, () => '', SURROUNDINGS), listeningHost().host), /other\/place has no collection, so its Features can't be listed/);
    assert.throws(() => readListRequest('tools', (name) => (name === 'namespace' ? 'org' : name === 'registry' ? server.host : ''), SURROUNDINGS), /is a single word, and a namespace has a slash/);
  });
});

describe('nix-feature inspect', () => {
  it('says of the layout of a build its platforms, sizes, base and source', async () => {
    const report = await inspected(await writeBuiltLayout({ arches: ['amd64', 'arm64'], complement: true, facts: { origin: { source: 'https://github.com/org/tools', revision: '0123' }, created: 0 } }));
    const text = renderTerminalInspection(report, PLAIN);
    assert.match(text, /^my-tools 1\.2\.0 \(amd64 and arm64\)\n/);
    assert.match(text, /\n {2}Created +1970-01-01T00:00:00\.000Z\n {2}Source +https:\/\/github\.com\/org\/tools\n {2}Revision +0123\n {2}Delivery +embed\n/);
    assert.match(text, /\narm64\n(?: .*\n)* {2}Closure +6 paths, 36\.4 MB\n {2}Shipped +4 paths, 6\.00 MB; 19 B compressed, in 1 layer\n {2}In the base +2 paths, 30\.4 MB \(83%\)\n {2}Complement .*\n {2}Base +ghcr\.io\/org\/bedrock:latest \(sha256:/);
    assert.doesNotMatch(text, /Tags|Digest|Attached/);
  });

  it('says of a published Feature which tags name it, and what is attached', async () => {
    const { publish, server } = await publishing();
    await publish([await writeBuiltLayout({ facts: { feature: { id: 'my-tools', version: '1.1.0' } } })]);
    await publish([await writeBuiltLayout({ arches: ['amd64', 'arm64'] })]);
    const name = `${server.host}/org/my-tools`;
    const { digest, tags, referrers, platforms } = await inspected(`${name}:latest`);
    assert.match(digest ?? '', /^sha256:/);
    assert.deepEqual([tags, referrers, platforms.map(({ arch }) => arch)], [['1.2.0', '1.2', '1', 'latest'], [], ['amd64', 'arm64']]);
    assert.deepEqual((await inspected(`${name}:1.1.0`)).tags, ['1.1.0', '1.1']);
    assert.deepEqual((await inspected(name, { arches: 'arm64' })).platforms.map(({ arch }) => arch), ['arm64']);
    await assert.rejects(inspected(`${name}:1.1.0`, { arches: 'arm64' }), (error: unknown) => error instanceof Failure && error.message.endsWith('has no platform arm64; it has amd64.'));
  });

  it('prints text from outside on one line, and inert', async () => {
    const report = await inspected(await writeBuiltLayout());
    const text = renderTerminalInspection({ ...report, origin: { source: 'https://x\n\u001B[31mred', revision: '\u202Eabc' } }, PLAIN);
    assert.ok(!text.includes('\u001B') && !text.includes('\u202E'), text);
    assert.match(text, /\n {2}Source +https:\/\/x /);
  });
});
