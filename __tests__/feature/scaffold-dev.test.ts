import assert from 'node:assert/strict';
import path from 'node:path';
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, test } from '@jest/globals';
import { checkFeature } from '../../src/feature/contract/check-feature.ts';
import { hasVersion, scaffoldDev } from '../../src/feature/scaffold/scaffold-dev.ts';
import { scaffold } from '../../src/feature/scaffold/scaffold.ts';
import { runToEnd } from '../install/sandbox.ts';
import { PUBLIC_STYLE, type PublicFeature } from './public-style.ts';

const scratch = mkdtempSync(join(tmpdir(), 'scaffold-dev-'));
afterAll(() => {
  rmSync(scratch, { recursive: true });
});
// The functions, as far as they say what they were asked for.
const SAYING = ['packages', 'release', 'link'].map((name) => `nix_feature_${name}() { printf '${name}'; for word do printf ' [%s]' "$word"; done; echo; }`).join('\n');

/** What a new Feature's install-dev.sh asks the runtime for. */
async function asked(...packages: readonly string[]): Promise<readonly string[]> {
  writeFileSync(join(scratch, 'runtime.sh'), SAYING);
  writeFileSync(join(scratch, 'install-dev.sh'), scaffoldDev(packages) ?? 'exit 9');
  const ran = await runToEnd(['/bin/sh', join(scratch, 'install-dev.sh')], { PATH: '', NIX_FEATURE_RUNTIME: join(scratch, 'runtime.sh') });
  assert.equal(ran.code, 0, ran.said);
  return ran.stdout.trim().split('\n');
}

test('packages of the system are installed in one go, by the names that each package manager has', async () => {
  assert.deepEqual(await asked('jq', 'ripgrep'), ['packages [jq] [ripgrep]']);
  assert.deepEqual(await asked('jq', 'fd', 'sqlite'), [
    'packages [jq] [fd] [sqlite] [--apt] [jq fd-find sqlite3] [--dnf] [jq fd-find sqlite] [--zypper] [jq fd sqlite3]',
    'link [fdfind] [fd]',
  ]);
});

test('programs of releases come with checksums, of the version that is asked for if there is one of them alone', async () => {
  assert.deepEqual(await asked('gh'), ['release [cli/cli] [--asset] [gh_{version}_linux_{arch}.tar.gz] [--sums] [gh_{version}_checksums.txt] [--bin] [gh]']);
  assert.deepEqual(await asked('git', 'uv'), [
    'packages [git]',
    'release [astral-sh/uv] [--version] [latest] [--asset] [uv-{machine}-unknown-linux-musl.tar.gz] [--sums] [{asset}.sha256] [--bin] [uv] [--bin] [uvx]',
  ]);
  assert.deepEqual([hasVersion(['gh']), hasVersion(['git', 'gh']), hasVersion(['git']), hasVersion([])], [true, false, false, false]);
});

/** The files of a new Feature. */
function made(...packages: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(scaffold({ id: 'tools', packages, baseImage: 'r.example/base:1', place: 'tools', direnv: false }).map(({ name, text }) => [name, text]));
}

test('a new Feature has an install-dev.sh if all its packages are known, and an option for the version if that means something', () => {
  assert.equal(made('jq', 'something-else')['install-dev.sh'], undefined);
  assert.match(made('jq')['install-dev.sh'] ?? '', /^#!\/bin\/sh\n[^]*set -eu\n/);
  assert.doesNotMatch(made('jq')['devcontainer-feature.json'] ?? '', /"version": \{/);
  const { 'devcontainer-feature.json': metadata = '', 'README.md': readme = '' } = made('gh');
  assert.deepEqual(Object.keys((JSON.parse(metadata) as { options: object }).options), ['mode', 'version']);
  assert.match(readme, /whichever fits\. \|\n\| `version` \| `latest` \|/);
});

test('a new Feature comes after the Feature nix, which installs nothing where a store is already, and after common-utils', () => {
  const { installsAfter } = JSON.parse(made('jq')['devcontainer-feature.json'] ?? '') as { installsAfter: readonly string[] };
  assert.deepEqual(installsAfter, ['ghcr.io/devcontainers/features/nix', 'ghcr.io/devcontainers/features/common-utils']);
});

const CLI = path.join(import.meta.dirname, '../../node_modules/@devcontainers/cli/devcontainer.js');
const swept = await mkdtemp(path.join(tmpdir(), 'sweep-'));
afterAll(() => rm(swept, { recursive: true, force: true }));

async function write(root: string, { id, files }: PublicFeature): Promise<void> {
  for (const [name, text] of Object.entries(files)) {
    const file = path.join(root, id, name);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, text);
    if (name.endsWith('.sh')) await chmod(file, 0o755);
  }
}

const source = path.join(swept, 'src');
for (const feature of PUBLIC_STYLE) await write(source, feature);

test('the official packer takes every Feature of the sweep', async () => {
  const output = path.join(swept, 'output');
  await promisify(execFile)(process.execPath, [CLI, 'features', 'package', source, '--output-folder', output], { env: { ...process.env, NODE_OPTIONS: '' } });
  const { features } = JSON.parse(await readFile(path.join(output, 'devcontainer-collection.json'), 'utf8')) as { features: { id: string }[] };
  assert.deepEqual(features.map(({ id }) => id).toSorted(), PUBLIC_STYLE.map(({ id }) => id).toSorted());
});

for (const { id } of PUBLIC_STYLE) {
  test(`a Feature in the style of public ones has no error: ${id}`, async () => {
    const findings = await checkFeature(path.join(source, id), { flake: 'here' });
    assert.deepEqual(findings.filter(({ severity }) => severity === 'error'), []);
  });
}
