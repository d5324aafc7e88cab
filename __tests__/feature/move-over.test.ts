import assert from 'node:assert/strict';
import { test } from '@jest/globals';
import { moveOver } from '../../src/feature/scaffold/move-over.ts';
import type { ScaffoldFile } from '../../src/feature/scaffold/scaffold.ts';

const METADATA = `{
  // set by the workflow
  "id": "tools",
  "version": "0.0.0-dev",
  "name": "Tools",
  "options": {
    "mode": { "type": "string", "enum": ["auto", "nix", "ubuntu"], "default": "auto" },
    "theme": { "type": "string", "default": "dark" },
  },
}
`;

/** A Feature as teams have it that pack by hand. */
const BY_HAND: Readonly<Record<string, string>> = {
  'devcontainer-feature.json': METADATA,
  'flake.nix': '{\n  inputs.infra.url = "path:../../infra";\n  outputs = _: { };\n}\n',
  'build-delta-tarball.sh': '#!/bin/bash\nnix build && tar -c result\n',
  'install.sh': '#!/bin/bash\nset -e\nif [ -d /nix/store ]; then . ./install-nix.sh; else . ./install-ubuntu.sh; fi\nfor tool in jq rg; do ln -sf /opt/tools/bin/$tool ~/.local/bin/$tool; done\ncurl -fsSL https://example.org/helper.sh | bash\n',
  'install-nix.sh': 'oras pull ghcr.io/org/tools-tarball:latest-amd64\n',
  'install-ubuntu.sh': 'apt-get update && apt-get install -y jq\n',
  'test.sh': 'set -e\ntest -f dist/tools.tar.gz || true\njq --version\n',
  'README.md': '# Tools\n',
  'etc/tools.conf': 'x=1\n',
};

function filesOf(texts: Readonly<Record<string, string>>): ScaffoldFile[] {
  return Object.entries(texts).map(([name, text]) => ({ name, text, executable: false }));
}

function moved(texts: Readonly<Record<string, string>> = BY_HAND, id = 'tools'): { files: Record<string, string>; kept: readonly string[]; done: string; open: string } {
  const { files, kept, done, open } = moveOver(id, filesOf(texts));
  return { files: Object.fromEntries(files.map(({ name, text }) => [name, text])), kept, done: done.join('\n'), open: open.join('\n') };
}

test('metadata keeps its comments and order, gets a version of its own, and keeps old modes beside ours', () => {
  const text = moved().files['devcontainer-feature.json'] ?? '';
  assert.match(text, /\/\/ set by the workflow/);
  assert.match(text, /"version": "0\.1\.0"/);
  assert.match(text.replaceAll(/\s+/g, ''), /"enum":\["auto","secure","dev","build","nix","ubuntu"\]/);
  assert.match(text, /"theme"/);
  assert.match(text, /"PATH": "\/opt\/nix-feature\/tools\/bin:\$\{PATH\}"/);
  assert.match(text.replaceAll(/\s+/g, ''), /"userLinks":\{"type":"boolean","default":true/);
});

test('a published version stays, and another id keeps the old one as a legacy id', () => {
  const texts = { ...BY_HAND, 'devcontainer-feature.json': '{ "id": "old", "version": "1.4.0", "name": "x", "legacyIds": ["older"] }' };
  const { files, done } = moved(texts);
  const metadata = JSON.parse(files['devcontainer-feature.json'] ?? '') as Record<string, unknown>;
  assert.equal(metadata['version'], '1.4.0');
  assert.equal(metadata['id'], 'tools');
  assert.deepEqual(metadata['legacyIds'], ['older', 'old']);
  assert.match(done, /"legacyIds" names the old one/);
});

test('old modes are mapped before the installer is called, whatever characters they have', () => {
  const install = moved().files['install.sh'] ?? '';
  assert.match(install, /'nix'\) MODE=secure ;;\n {2}'ubuntu'\) MODE=dev ;;\nesac\n\. "\$\(dirname -- "\$0"\)\/nix-feature\/install\.sh"/);
  const odd = METADATA.replace('"ubuntu"', `"it's"`);
  assert.match(moved({ ...BY_HAND, 'devcontainer-feature.json': odd }).files['install.sh'] ?? '', /'it'\\''s'\) MODE=dev/);
});

test('no install.sh is written where one is made, and one that calls the runtime stays', () => {
  const plain = METADATA.replace(', "nix", "ubuntu"', '');
  assert.equal(moved({ ...BY_HAND, 'devcontainer-feature.json': plain }).files['install.sh'], undefined);
  const ours = '#!/bin/sh\nset -e\n. "$(dirname "$0")/nix-feature/install.sh"\nnix_feature_install || exit 1\necho mine\n';
  assert.equal(moved({ ...BY_HAND, 'install.sh': ours }).files['install.sh'], ours);
});

test('the script for other systems becomes install-dev.sh, with a first line', () => {
  const { files, done } = moved();
  assert.equal(files['install-dev.sh'], `#!/bin/bash\n${BY_HAND['install-ubuntu.sh']}`);
  assert.match(done, /install-ubuntu\.sh is install-dev\.sh now/);
  const two = moved({ ...BY_HAND, 'install-alpine.sh': 'apk add jq\n' });
  assert.equal(two.files['install-dev.sh'], files['install-dev.sh']);
  assert.match(two.open, /call install-alpine\.sh from install-dev\.sh/);
});

test('what builds and unpacks by hand is left out, everything else is kept', () => {
  const { files, kept, done } = moved();
  assert.deepEqual(kept, ['flake.nix', 'README.md', 'etc/tools.conf']);
  assert.ok(!('build-delta-tarball.sh' in files) && !('install-nix.sh' in files));
  assert.match(done, /build-delta-tarball\.sh was left out/);
  assert.match(files['test.sh'] ?? '', /^#!\/bin\/bash\nset -e\n/);
});

test('what only a person can decide is said, with its line', () => {
  const { open } = moved();
  assert.match(open, /install\.sh had a step of its own \(line 5: curl -fsSL https:\/\/example\.org/);
  assert.match(open, /test\.sh:2 looks for an archive/);
  assert.match(open, /flake\.nix:2 refers to files outside of the Feature's folder/);
  assert.match(open, /Set "version" higher than any version that was published/);
  const { 'flake.nix': flake, 'test.sh': script, ...rest } = BY_HAND;
  assert.ok(flake !== undefined && script !== undefined);
  assert.match(moved(rest).open, /There is no test\.sh[^]*There is no flake\.nix/);
});
