import assert from 'node:assert/strict';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, it } from '@jest/globals';
import { SetupError } from '../../src/kit/errors.ts';
import { HostSite } from '../../src/nix/run/host-site.ts';
import type { NixSite } from '../../src/nix/run/site.ts';
import { askVersion, nixVersion, parseNixVersion } from '../../src/nix/run/version.ts';
import { afterTest } from '../jest/after-test.ts';

describe('the version of Nix', () => {
  const known: [string, number, number][] = [
    ['nix (Nix) 2.8.0\n', 2, 8],
    ['nix (Nix) 2.34.8', 2, 34],
    ['nix (Nix) 2.19.0pre20230921_abcdef0', 2, 19],
    ['nix (Lix, like Nix) 2.91.1', 2, 91],
    ['nix (Lix, like Nix) 2.93.0-dev-pre20250101', 2, 93],
    ['nix (Determinate Nix 3.8.1) 2.30.1', 2, 30],
    ['warning: something\nnix (Nix) 2.20.1\n', 2, 20],
  ];
  for (const [text, major, minor] of known) {
    it(`is read from "${text.trim()}"`, () => {
      const version = parseNixVersion(text);
      assert.deepEqual([version?.major, version?.minor], [major, minor]);
    });
  }

  it('is not read from something else', () => {
    for (const text of ['', 'nix 2.8', 'bash (GNU) 5.2']) assert.equal(parseNixVersion(text), undefined);
  });

  it('must be 2.8 or newer', async () => {
    const host = await hostWith('echo "nix (Nix) 2.3.16"');
    await assert.rejects(nixVersion(host, 'host'), (error) => {
      assert.ok(error instanceof SetupError);
      assert.match(error.message, /Nix on the host is too old: it is Nix 2\.3\.16, and 2\.8 or newer is needed/);
      return true;
    });
    assert.equal((await nixVersion(await hostWith('echo "nix (Nix) 2.8.0"'), 'host')).text, 'Nix 2.8.0');
  });

  it('is asked for once at each place, and again if there was no answer', async () => {
    const asked: string[] = [];
    const site = await hostWith('[ -e "$0.asked" ] || { : > "$0.asked"; exit 1; }; echo "nix (Nix) 2.8.0"');
    const watching: NixSite = { where: site.where, system: site.system, storeIsHere: true, stream: (argv, options) => site.stream(argv, options), capture: (argv, options) => (asked.push(argv.join(' ')), site.capture(argv, options)) };
    await assert.rejects(askVersion(watching));
    for (let i = 0; i < 2; i++) assert.equal(await askVersion(watching), 'nix (Nix) 2.8.0\n');
    assert.deepEqual(asked, ['nix --version', 'nix --version']);
  });

  it('that says nothing is an error with what it said', async () => {
    await assert.rejects(nixVersion(await hostWith('echo hello'), 'host'), /answered "hello", which has no version/);
  });

  it('of a Nix that is not there is an error that names both ways out', async () => {
    const host = new HostSite({ system: 'x86_64-linux', baseEnv: { PATH: '/nowhere' } });
    await assert.rejects(nixVersion(host, 'host'), (error) => {
      assert.ok(error instanceof SetupError);
      assert.match(error.message, /no "nix" in PATH/);
      assert.match(error.hint ?? '', /nix-version: 2\.31\.2.*build-in: container/);
      return true;
    });
  });
});

/** A host whose only program is a "nix" that runs this line of shell. */
async function hostWith(script: string): Promise<HostSite> {
  const folder = await mkdtemp(path.join(tmpdir(), 'nix-version-'));
  afterTest(() => rm(folder, { recursive: true }));
  await writeFile(path.join(folder, 'nix'), `#!/bin/sh\n${script}\n`);
  await chmod(path.join(folder, 'nix'), 0o755);
  return new HostSite({ system: 'x86_64-linux', baseEnv: { PATH: folder } });
}
