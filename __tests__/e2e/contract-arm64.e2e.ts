import assert from 'node:assert/strict';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { test } from '@jest/globals';
import { metadata } from '../feature/feature-folders.ts';
import { machineArch, writeFlake } from '../rig/flakes.ts';
import { bedrockImage } from '../rig/images.ts';
import { theRig } from '../rig/rig.ts';
import { attemptBuild, scratchFolder } from './nix-feature.ts';

/* The other platform, by emulation: one Feature, built on the host and tested in a Bedrock that the machine can't run natively. */
const rig = await theRig();
const scratch = await scratchFolder();
const other = machineArch() === 'amd64' ? 'arm64' : 'amd64';

const FLAKE = `{
  outputs = { self }: let for = system: derivation {
    name = "tools"; inherit system; builder = "/bin/sh"; PATH = "/usr/bin:/bin";
    args = [ "-euc" "mkdir -p $out/bin; printf '#!/bin/sh\\\\nuname -m\\\\n' > $out/bin/nf-machine; chmod +x $out/bin/nf-machine" ];
  }; in { packages.x86_64-linux.default = for "x86_64-linux"; packages.aarch64-linux.default = for "aarch64-linux"; };
}
`;

test(`a Feature for ${other} is tested in an emulated container`, async () => {
  const folder = await writeFlake(path.join(scratch, 'tools'), FLAKE);
  await mkdir(folder, { recursive: true });
  await writeFile(path.join(folder, 'devcontainer-feature.json'), metadata({}));
  await writeFile(path.join(folder, 'test.sh'), `#!/bin/sh\nset -eu\ntest "$(nf-machine)" = ${other === 'arm64' ? 'aarch64' : 'x86_64'}\n`, { mode: 0o755 });
  const image = await bedrockImage(rig.docker, { arch: other, paths: [], database: true });
  const { code, stderr } = await attemptBuild({ feature: folder, arches: other, 'base-image': `daemon:${image}`, 'build-in': 'host', 'container-engine': 'docker', test: 'true' });
  assert.equal(code, 0, stderr);
  assert.equal(stderr.match(/^ {2}✔ /gm)?.length, 10, stderr);
});
