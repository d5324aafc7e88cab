import assert from 'node:assert/strict';
import { appendFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, it } from '@jest/globals';
import { scratchFolder } from '../install/feature-folder.ts';
import { bedrockRoot } from '../rig/bedrock.ts';
import { run } from '../rig/command.ts';
import { machineArch } from '../rig/flakes.ts';
import type { System } from './install-system.ts';
import { buildSystem, localFlake as flake, writeLocalFeature } from './local-feature.ts';

const scratch = scratchFolder('install-build');
afterAll(async () => {
  await run(['rm', '-rf', scratch]);
});
let count = 0;
const fresh = (): string => join(scratch, String((count += 1)));
const INSTALL = 'sh /feature/install.sh';

/** Of a list of the store, the paths. */
function entries(text: string): string[] {
  return text.split('\n').filter((line) => /^[a-z0-9]{32}-/.test(line));
}

const lower = await bedrockRoot(machineArch());
const system = (): System => buildSystem(lower, fresh());
const localFeature = (words: string): Promise<string> => writeLocalFeature(fresh(), words);

describe('a local Feature without layers', () => {
  it('is built by the Nix of the system, registered, linked, kept by a collection, and removed without a trace', async () => {
    const here = system();
    const feature = await localFeature('one');
    const before = await here.run('ls /nix/store | sort');
    const first = await here.run(INSTALL, { feature });
    assert.equal(first.code, 0, first.said);
    assert.match(first.stdout, /building local 0\.1\.0 from the flake in its folder, by the Nix of this system/);
    assert.match(first.stdout, /local 0\.1\.0 is installed; "nix-feature-ctl remove local" removes it/);
    const second = await here.run(INSTALL, { feature });
    assert.match(second.stdout, /^nix-feature: local 0\.1\.0 is installed already, built from this flake; nothing to do\n$/, second.said);
    // Before any collection: what came for the build, sources included, is gone by then.
    const left = await here.run('ls /nix/store | grep -c "only-for-the-build\\|-source$\\|[.]drv$"; :');
    assert.equal(left.stdout, '0\n', (await here.run('ls /nix/store')).stdout);
    const checks = [
      '/opt/nix-feature/local/bin/talk',
      "bash -lc 'command -v talk'",
      'NIX_REMOTE=local nix-store --gc > /dev/null 2>&1; talk=$(readlink -f /opt/nix-feature/local); nix-store --verify-path $talk && /opt/nix-feature/local/bin/talk',
      'nix-feature-ctl list; nix-feature-ctl verify local',
      'nix-feature-ctl why /opt/nix-feature/local/bin/talk | tail -n 1',
      'ls /nix/store /nix /root | grep -c "only-for-the-build\\|staging\\|[.]cache\\|-source$"; :',
    ];
    const checked = await here.run(checks.join(' && '));
    assert.equal(checked.code, 0, checked.said);
    assert.match(checked.stdout, /^one\n\/opt\/nix-feature\/local\/bin\/talk\none\nlocal +0\.1\.0 +build\nnix-feature: local 0\.1\.0: all of it is in place, 2 store paths read\n +\/nix\/store\/\S+-tool\n0\n$/, checked.said);
    const removed = await here.run('nix-feature-ctl remove local && ls /nix/store | sort');
    assert.equal(removed.code, 0, removed.said);
    assert.deepEqual(entries(removed.stdout), entries(before.stdout));
    const traces = await here.run('find / -xdev -name "*nix-feature*" -not -path "/proc/*"');
    assert.equal(traces.stdout, '');
  });

  it('is built as the Feature was, whatever attribute of the flake that is', async () => {
    const here = system();
    const feature = await localFeature('one');
    writeFileSync(join(feature, 'flake.nix'), flake('one').replace('.default = ', '.tools = '));
    const failed = await here.run(INSTALL, { feature });
    assert.match(failed.stderr, /building the flake of local failed/);
    appendFileSync(join(feature, 'nix-feature/feature.env'), 'attribute=tools\n');
    const built = await here.run(`${INSTALL} && /opt/nix-feature/local/bin/talk`, { feature });
    assert.equal(built.code, 0, built.said);
    assert.match(built.stdout, /\none\n$/);
  });

  it('is built again when its flake changes, and the old build goes', async () => {
    const here = system();
    const feature = await localFeature('one');
    assert.equal((await here.run(INSTALL, { feature })).code, 0);
    writeFileSync(join(feature, 'flake.nix'), flake('two'));
    const again = await here.run(`${INSTALL}; /opt/nix-feature/local/bin/talk; ls /nix/store | grep -c -- '-lib$\\|-tool$'`, { feature });
    assert.match(again.stdout, /\ntwo\n2\n$/, again.said);
  });

  it('says what is missing if there is no Nix, no flake, or the flake does not build', async () => {
    const feature = await localFeature('one');
    const without = await system().run(INSTALL, { feature, mounts: 'mount -t tmpfs tmpfs "$root/usr/local/sbin"; for p in nix nix-store; do mount --bind /dev/null "$root/usr/bin/$p"; done' });
    assert.equal(without.code, 1, without.said);
    assert.match(without.stderr, /has nothing for this machine .*: it was built for no platform\.\n.*With Nix in the image, mode build/);
    const asked = await system().run(`NIX_FEATURE_NIX=no MODE=build ${INSTALL}`, { feature });
    assert.match(asked.stderr, /mode build needs Nix, and there is none here/);
    appendFileSync(join(feature, 'flake.nix'), '}');
    const broken = await system().run(INSTALL, { feature });
    assert.equal(broken.code, 1);
    assert.match(broken.stderr, /syntax error[^]*building the flake of local failed \(see above\)/);
    rmSync(join(feature, 'flake.nix'));
    const none = await system().run(`MODE=build ${INSTALL}`, { feature });
    assert.match(none.stderr, /mode build needs the flake of local, and there is no flake\.nix/);
  });
});
