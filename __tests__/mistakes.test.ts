import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, test } from '@jest/globals';
import { requireNode } from '../src/actions/inputs/surroundings.ts';
import { findEngine } from '../src/engine/find-engine.ts';
import { namedVersion } from '../src/feature/version/levels.ts';
import { Failure } from '../src/kit/errors.ts';
import { parseReference } from '../src/oci/format/reference.ts';
import { explainRefusal } from '../src/oci/auth/refusal.ts';
import { TransportError } from '../src/oci/http/transport-error.ts';
import { Registry } from '../src/oci/pull/registry.ts';
import { tagsThere } from '../src/oci/pull/tags-there.ts';
import { findFeatures } from '../src/plan/find-features.ts';
import { versionTaken } from '../src/release/release.ts';
import { driftSection } from '../src/report/parts/drift.ts';
import { explain } from '../src/report/text/explain.ts';
import { failingLine, traced } from '../src/test/failing-line.ts';
import { runHere } from './cli/run-here.ts';
import { uploadServer } from './oci/upload-server.ts';
import { pathOf } from './report/sample.ts';

const folder = mkdtempSync(join(tmpdir(), 'mistakes-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

function write(name: string, text: string, mode = 0o644): string {
  const file = join(folder, name);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text, { mode });
  return file;
}

function writeFeature(place: string, more: Readonly<Record<string, string>> = {}): void {
  const files = { 'devcontainer-feature.json': '{ "id": "my-tools", "version": "1.0.0", "name": "Tools" }', 'flake.nix': '{ outputs = _: { packages.x86_64-linux.default = 1; }; }\n', ...more };
  for (const [name, text] of Object.entries(files)) write(`${place}/${name}`, text, name.endsWith('.sh') ? 0o755 : 0o644);
}

async function commandLine(...argv: string[]): Promise<string> {
  const { status, stderr } = await runHere(folder, argv, { PATH: process.env['PATH'] ?? '', HOME: folder });
  return `${status} ${stderr}`;
}

/** What an action shows of an error. */
function shown(error: unknown): string {
  assert.ok(error instanceof Failure, String(error));
  const { message, hint = '' } = explain(error);
  return `${message} ${hint}`;
}

async function thrown(body: () => unknown): Promise<string> {
  try {
    await body();
  } catch (error) {
    return shown(error);
  }
  return assert.fail('nothing was thrown');
}

function refused(registry: string, login?: string): string {
  const error = new TransportError(`GET https://${registry}/v2/org/bedrock/manifests/1 answered with 401.`, { method: 'GET', url: `https://${registry}/v2/`, status: 401, temporary: false });
  return shown(explainRefusal(error, registry, login === undefined ? undefined : { kind: 'password', username: 'me', password: 'wrong', origin: login }));
}

async function tags(of: string): Promise<string> {
  const server = await uploadServer({}, { apart: true });
  for (const tag of ['1', '1.3.0', '1.4.0', '1.4.1']) server.manifests.set(`org/bedrock/${tag}`, Buffer.from('{}'));
  const registry = new Registry(parseReference(`${server.host}/${of}`), {});
  try {
    return await tagsThere(registry);
  } finally {
    registry.close();
  }
}

function linesOf([program = '', ...args]: readonly string[]): readonly string[] {
  return spawnSync(program, args, { cwd: join(folder, 'failing'), encoding: 'utf8' }).stdout.split('\n').slice(0, -1);
}

function lineThatFails(): string {
  const script = '#!/bin/bash\nset -e\njq --no-such-option\ntrue\n';
  write('failing/test.sh', script, 0o755);
  const command = traced(Buffer.from(script), './test.sh') ?? [];
  return `test.sh:${failingLine(linesOf(command), './test.sh', linesOf(['/bin/sh', '-c', 'exec ./test.sh 2>&1']))}`;
}

/**
 * What people do wrong when they begin, and what an answer must have. What needs a registry, an engine or a whole workflow is shown end to end as well: the
 * logins in push-registries, the base in base-registry, test.sh in contract-test, the version in pull-request, drift in drift.
 */
const MISTAKES: readonly { readonly mistake: string; readonly said: () => string | Promise<string>; readonly right: readonly RegExp[]; readonly never?: RegExp }[] = [
  { mistake: 'no login for a private package', said: () => refused('ghcr.io'), right: [/No login was sent, because none was found for ghcr\.io/, /permissions: packages: write/, /docker\/login-action/] },
  { mistake: 'a wrong password', said: () => refused('ghcr.io', '~/.docker/config.json'), right: [/The login from ~\/\.docker\/config\.json was refused/], never: /No login was sent|permissions:/ },
  { mistake: 'a base image with a tag that does not exist', said: () => tags('org/bedrock:1.4'), right: [/^Did you mean 1\.4\.\d\? /, /org\/bedrock has the tags 1, 1\.3\.0, 1\.4\.0, 1\.4\.1\./] },
  { mistake: 'a base image in a repository that does not exist', said: () => tags('org/bedrok:1'), right: [/Nothing was found in \S+\/org\/bedrok\. Check its name/] },
  {
    mistake: 'container-engine: docker, where only podman is',
    said: () => {
      write('bin/podman', '#!/bin/sh\necho 5.0.0\n', 0o755);
      return thrown(() => findEngine('docker', { env: { PATH: join(folder, 'bin'), HOME: folder } }));
    },
    right: [/Docker is not installed/, /Podman is installed and works: leave "container-engine" out/],
    never: /Install Docker/,
  },
  {
    mistake: 'a folder that is written a little differently',
    said: () => {
      writeFeature('repo/features/my-tools');
      return commandLine('validate', 'repo/features/my-tool');
    },
    right: [/^2 error: feature: "repo\/features\/my-tool" names the folder .*which does not exist/, /Did you mean repo\/features\/my-tools\?/],
  },
  { mistake: 'a test.sh that fails', said: lineThatFails, right: [/^test\.sh:3$/] },
  { mistake: 'a version that was not raised', said: () => Object.values(versionTaken('my-tools', '1.0.0', { why: 'its files differ (test.sh)', next: namedVersion('1.0.0', 'patch'), folder: 'features/my-tools' })).join(' '), right: [/my-tools 1\.0\.0 is already published with different content: its files differ \(test\.sh\)/, /raise "version" to 1\.0\.1 /, /This command writes it: nix-feature bump patch features\/my-tools$/] },
  {
    mistake: 'a nixpkgs of another revision than the base has',
    said: () => driftSection({ paths: [{ path: pathOf('glibc-2.40'), base: pathOf('glibc-2.40-other'), bytes: 31_000_000 }], nixpkgs: 'github:NixOS/nixpkgs/0123456789abcdef', follows: false }, ''),
    right: [/31\.0 MB/, /glibc-2\.40/, /github:NixOS\/nixpkgs\/0123456789abcdef/, /follow-base: true/],
  },
  {
    mistake: 'an install.sh from before, which never calls the runtime',
    said: () => {
      writeFeature('kept', { 'install.sh': '#!/bin/bash\nset -e\napt-get install -y jq\n' });
      return commandLine('validate', 'kept');
    },
    right: [/^2 /, /error: \S+kept\/install\.sh:1: install\.sh never calls the installer, so nothing is installed\./, /'\. "\$\(dirname "\$0"\)\/nix-feature\/install\.sh"' and 'nix_feature_install \|\| exit 1'/],
  },
  { mistake: 'an action that Node.js 20 runs', said: () => thrown(() => requireNode('20.20.2', 'action')), right: [/needs Node\.js 24 or newer, and this is 20\.20\.2/, /Runners have it from version 2\.327\.1 on/], never: /bug|npx/ },
  {
    mistake: 'plan, where the Features are in .devcontainer/features',
    said: async () => {
      writeFeature('hidden/.devcontainer/features/my-tools');
      return (await findFeatures(join(folder, 'hidden'), [])).join();
    },
    right: [/hidden\/\.devcontainer\/features\/my-tools$/],
  },
];

for (const { mistake, said, right, never } of MISTAKES) {
  test(`what helps is said of ${mistake}`, async () => {
    const text = await said();
    for (const wanted of right) assert.match(text, wanted);
    if (never !== undefined) assert.doesNotMatch(text, never);
    // An action has no command line, and whoever reads a log has no checkout of our docs.
    assert.doesNotMatch(text, /(?<!\/)docs\/[a-z]+\//);
  });
}
