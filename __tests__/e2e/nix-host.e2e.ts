import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, it } from '@jest/globals';
import { BuildError, CancelledError, SetupError } from '../../src/kit/errors.ts';
import type { Job } from '../../src/kit/host.ts';
import type { BuildResult } from '../../src/nix/builder/build-result.ts';
import { NixBuilder } from '../../src/nix/builder/nix-builder.ts';
import { lockedSource } from '../../src/nix/flake/flake-metadata.ts';
import { resolveFlake } from '../../src/nix/flake/flake.ts';
import { HostSite } from '../../src/nix/run/host-site.ts';
import { nixVersion } from '../../src/nix/run/version.ts';
import { archOf, systemOf, type System } from '../../src/platform.ts';
import { afterTest } from '../jest/after-test.ts';
import { machineArch, writeFlake } from '../rig/flakes.ts';
import { NIX_ENV } from '../rig/nix-env.ts';

const SYSTEM = systemOf(machineArch());
const OTHER: System = systemOf(archOf(SYSTEM) === 'amd64' ? 'arm64' : 'amd64');

// Old ones say less and know fewer notations, so what is tested here holds for all.
const FLAKE = `{
  outputs = { self }: let
    mk = name: script: derivation { inherit name; system = "${SYSTEM}"; builder = "/bin/sh"; args = [ "-c" script ]; };
    dep = mk "host-dep" "echo dep > $out";
    all = {
      default = mk "host-tool" "echo a line of the log; echo \${dep} > $out";
      multi = derivation {
        name = "host-multi"; system = "${SYSTEM}"; outputs = [ "out" "bin" "man" ];
        builder = "/bin/sh"; args = [ "-c" "echo \${dep} > $out; echo $out > $bin; echo man > $man" ];
      };
      fails = mk "host-fails" "for i in 1 2 3; do echo line $i; done; echo oops >&2; exit 3";
      needs-it = mk "host-needs-it" "echo \${all.fails} > $out";
      full = mk "host-full" "echo 'write error: No space left on device' >&2; exit 1";
      slow = mk "host-slow" "echo started; sleep 100 & wait";
      rainbow = derivation { name = "host-rainbow"; system = "${SYSTEM}"; builder = "/bin/sh"; requiredSystemFeatures = [ "rainbow" ]; };
      hash = derivation {
        name = "host-hash"; system = "${SYSTEM}"; builder = "/bin/sh"; args = [ "-c" "echo > $out" ];
        outputHashAlgo = "sha256"; outputHashMode = "flat"; outputHash = "sha256-LPJNul+wow4m6DsqxbninhsWHlwfp0JecwQzYpOLmCQ=";
      };
    };
  in {
    packages.${SYSTEM} = all;
    packages.${OTHER}.default = derivation { name = "host-other"; system = "${OTHER}"; builder = "/bin/sh"; args = [ "-c" "echo > $out" ]; };
  };
}
`;

describe("the host's Nix", () => {
  it('is found, and builds a flake whose log goes to the host', async () => {
    const site = hostSite();
    const version = await nixVersion(site, 'host');
    assert.ok(version.minor >= 8);
    const { result, log } = await buildOf(FLAKE, 'default');
    assert.match(result.storePath, /-host-tool$/);
    assert.deepEqual(result.outputs, { out: result.storePath });
    assert.deepEqual([...result.closure.values()].map((info) => info.path.replace(/.*-host-/, '')).sort(), ['dep', 'tool']);
    assert.deepEqual(log.filter((line) => line.startsWith('host-tool> ')), log.length > 0 ? ['host-tool> a line of the log'] : []);
  });

  it('builds the outputs that the attribute names', async () => {
    const names = async (attribute: string): Promise<string[]> => Object.keys((await buildOf(FLAKE, attribute)).result.outputs);
    assert.deepEqual(await names('multi^*'), ['bin', 'man', 'out']);
    assert.deepEqual(await names('multi^man,bin'), ['bin', 'man']);
    assert.match((await buildOf(FLAKE, 'multi^*')).result.storePath, /-host-multi-bin$/);
  });

  it('builds the same from a folder with any name', async () => {
    const plain = await buildOf(FLAKE, 'default');
    const odd = await buildOf(FLAKE, 'default', { name: 'ä folder, 100% odd #1?' });
    assert.deepEqual(odd.result, plain.result);
  });

  it('tells which attributes there are where one is missing', async () => {
    const error = await failureOf('nope');
    assert.match(error.message, /^The flake \.\/my-tools has no package "nope" for /);
    assert.match(error.hint ?? '', /it offers: default, fails, full, hash, multi,/);
    assert.match(error.location?.file ?? '', /\/my-tools\/flake\.nix$/);
  });

  it('tells the derivation that failed, and the end of its log', async () => {
    for (const attribute of ['fails', 'needs-it']) {
      const error = await failureOf(attribute);
      assert.equal(error.message, 'The build of host-fails on the host failed with exit code 3.');
      assert.match(error.derivation ?? '', /-host-fails\.drv$/);
      assert.deepEqual(error.log, ['line 1', 'line 2', 'line 3', 'oops']);
    }
    assert.match((await failureOf('full')).hint ?? '', /disk is full/);
  });

  it('tells other hashes, features that are missing, and where an evaluation failed', async () => {
    assert.match((await failureOf('hash')).message, /^host-hash downloaded unexpected contents.* the flake says sha256-LPJNul/);
    assert.match((await failureOf('rainbow')).message, /host-rainbow needs a builder with the features \{rainbow\}/);
    const broken = await failureOf('default', '{\n  outputs = { self }: {\n    x = 1 + ;\n  };\n}\n');
    assert.match(broken.message, /can't be evaluated: syntax error, unexpected ';'/);
    assert.deepEqual([broken.location?.line, broken.location?.column], [3, 13]);
  });

  it('tells what could not be downloaded', async () => {
    const flake = `{ inputs.x.url = "http://127.0.0.1:9/x.tar.gz"; outputs = _: { }; }`;
    await assert.rejects(buildOf(flake, 'default'), (error: Error) => {
      assert.match(error.message, /^Nix on the host could not download http:\/\/127\.0\.0\.1:9\/x\.tar\.gz: /);
      return true;
    });
  });

  it('says what to set up where it can not build for another platform', async () => {
    const foreign = FLAKE.replace('packages.', 'checks.').replace('default = mk "host-tool"', `default = derivation { name = "f"; system = "riscv64-linux"; builder = "/bin/sh"; }; x = mk "host-x"`).replace('checks.', 'packages.');
    await assert.rejects(buildOf(foreign, 'default'), (error) => {
      assert.ok(error instanceof SetupError);
      assert.match(error.message, /can't build for riscv64-linux: no emulator is set up for it, and no builder was named/);
      return true;
    });
  });

  it("finds the other system's package under that system", async () => {
    const { result } = await buildOf(FLAKE, 'default', { system: OTHER });
    assert.match(result.storePath, /-host-other$/);
  });

  it('lists the inputs without a path of this machine', async () => {
    const dep = await flakeFolder('{ outputs = _: { x = 1; }; }', 'dep');
    const { folder, flake, said } = await resolved(`{ inputs.dep.url = "path:${dep}"; outputs = _: { }; }`, 'default');
    const inputs = JSON.stringify((await lockedSource(hostSite(), flake)).locked);
    assert.match(inputs, /^\{"dep":\{"narHash":"sha256-[^"]+","type":"path"\}\}$/);
    assert.deepEqual(said, [`${folder}/flake.nix`]);
  });

  it('stops at once when the run is cancelled', async () => {
    const abort = new AbortController();
    const started = performance.now();
    const running = buildOf(FLAKE, 'slow', { signal: abort.signal, onLine: () => abort.abort() });
    await assert.rejects(running, CancelledError);
    assert.ok(performance.now() - started < 10_000);
  });
});

interface Variant {
  readonly name?: string;
  readonly system?: System;
  readonly signal?: AbortSignal;
  readonly onLine?: (line: string) => void;
}

function hostSite({ system = SYSTEM, signal }: Variant = {}): HostSite {
  return new HostSite({ system, signal, baseEnv: NIX_ENV });
}

async function flakeFolder(text: string, name: string): Promise<string> {
  const parent = await mkdtemp(path.join(tmpdir(), 'nix-host-'));
  afterTest(() => rm(parent, { recursive: true }));
  const folder = path.join(parent, name);
  await mkdir(folder);
  return writeFlake(folder, text);
}

async function resolved(text: string, attribute: string, { name = 'my-tools', system = SYSTEM }: Variant = {}) {
  const folder = await flakeFolder(text, name);
  const cleanup = new AsyncDisposableStack();
  afterTest(() => cleanup.disposeAsync());
  const said: string[] = [];
  const job = { warning: (_message, at) => void said.push(at?.file ?? '') } as Partial<Job> as Job;
  const flake = await resolveFlake({ kind: 'folder', folder, attribute }, { system, featureId: 'my-tools', job, cleanup });
  return { folder, flake, said };
}

async function buildOf(text: string, attribute: string, variant: Variant = {}): Promise<{ result: BuildResult; log: string[] }> {
  const { flake } = await resolved(text, attribute, variant);
  const log: string[] = [];
  const builder = new NixBuilder(hostSite(variant), {
    log: (line) => {
      log.push(line);
      variant.onLine?.(line);
    },
  });
  return { result: await builder.build(flake), log };
}

async function failureOf(attribute: string, text: string = FLAKE): Promise<BuildError> {
  try {
    await buildOf(text, attribute);
  } catch (error) {
    assert.ok(error instanceof BuildError, String(error));
    return error;
  }
  return assert.fail('it was built');
}
