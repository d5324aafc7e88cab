import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, it } from '@jest/globals';
import { readMetas } from '../../src/nix/meta/read-metas.ts';
import type { ResolvedFlake } from '../../src/nix/flake/flake.ts';
import { HostSite } from '../../src/nix/run/host-site.ts';
import { closureOf } from '../../src/nix/store/path-info.ts';
import { nameOf, parseStorePath } from '../../src/nix/store/store-path.ts';
import { systemOf } from '../../src/platform.ts';
import { dataOfPage } from '../explorer/read-page.ts';
import { buildFlake, machineArch, writeFlake } from '../rig/flakes.ts';
import { NIX_ENV } from '../rig/nix-env.ts';
import { theRig } from '../rig/rig.ts';
import { cycloneDxValidator } from '../sbom/validators.ts';
import { attemptBuild, build, buildHere } from './nix-feature.ts';
import { HOST_BUILD, nixFeature, ownNamespace, published, targetFlags } from './publishing.ts';

buildHere();
const rig = await theRig();
const SYSTEM = systemOf(machineArch());
const scratch = await mkdtemp(path.join(tmpdir(), 'sbom-'));
afterAll(() => rm(scratch, { recursive: true }));

/** An environment of packages whose `meta` has every shape that there is, and some that there is not. */
const FLAKE = `{
  outputs = { self }: let
    mk = name: attrs: text: derivation ({ inherit name; system = "${SYSTEM}"; builder = "/bin/sh"; args = [ "-c" "echo \${text} > $out" ]; } // attrs);
    whole = mk "whole-1.2" { } "x" // {
      pname = "whole"; version = "1.2";
      meta = {
        license = [ { spdxId = "MIT"; fullName = "MIT License"; } { fullName = "A licence of ours"; free = false; } ];
        homepage = [ "https://whole.example/" "https://other.example/" ];
        description = "All that a package can say";
        maintainers = [ { name = "A"; email = "a@whole.example"; github = "a"; } ];
        identifiers.cpe = "cpe:2.3:a:whole:whole:1.2:*:*:*:*:*:*:*";
      };
    };
    text = mk "text-1" { } "t" // { meta.license = "gpl-3.0-only"; };
    throwing = mk "throwing-1" { } "a" // { meta = throw "no meta today"; };
    inner = mk "inner-1" { } "b" // { meta.license = [ (throw "no licence") { spdxId = "Zlib"; } 7 null ]; };
    aborting = mk "aborting-1" { } "c" // { meta = abort "no meta ever"; };
    missing = mk "missing-1" { } "d" // { meta.license = { }.gone; meta.homepage = { x = 1; }; };
    endless = mk "endless-1" { } "e" // { meta.license = let f = n: 1 + f n; in f 1; };
    tool = mk "tool-2" { inherit whole; } "\${whole} \${text}" // { meta.license = { spdxId = "ISC"; }; };
    deep = [ tool text throwing inner aborting missing endless ];
  in {
    packages.${SYSTEM}.default = mk "all-kinds" { inherit deep; } (builtins.concatStringsSep " " (map (p: "\${p}") deep)) // { meta.license = { spdxId = "Apache-2.0"; }; };
  };
}
`;

const folder = await writeFlake(path.join(scratch, 'flake'), FLAKE);

describe('what a flake says of its packages', () => {
  it('is read by evaluation, whatever its meta holds: what breaks even Nix is unknown, and all else is there', async () => {
    const { out } = await buildFlake(folder);
    const site = new HostSite({ system: SYSTEM, baseEnv: NIX_ENV });
    const closure = await closureOf(site, [parseStorePath(out)]);
    const flake: ResolvedFlake = { reference: `path:${folder}`, attribute: 'default', system: SYSTEM, written: './flake#default', mounts: [folder], seen: undefined, folder };
    const metas = await readMetas(site, flake, closure, {});
    const licences = Object.fromEntries([...closure.keys()].map((place) => [nameOf(place), metas.get(place)?.licences ?? []]));
    assert.deepEqual(licences, {
      'all-kinds': [{ id: 'Apache-2.0' }],
      'tool-2': [{ id: 'ISC' }],
      'whole-1.2': [{ id: 'MIT' }, { name: 'A licence of ours' }],
      'text-1': [{ id: 'GPL-3.0-only' }],
      'throwing-1': [],
      'inner-1': [{ id: 'Zlib' }],
      'aborting-1': [],
      'missing-1': [],
      'endless-1': [],
    });
    const { licences: _of, ...whole } = [...metas].find(([place]) => nameOf(place) === 'whole-1.2')?.[1] ?? {};
    assert.deepEqual(whole, {
      name: 'whole',
      version: '1.2',
      description: 'All that a package can say',
      homepage: 'https://whole.example/',
      cpe: 'cpe:2.3:a:whole:whole:1.2:*:*:*:*:*:*:*',
      maintainers: ['A <a@whole.example>'],
    });
  });
});

describe('a build', () => {
  it('leaves a valid SBOM and an explorer with the licences of its flake, the same twice, and heeds a policy', async () => {
    await writeFile(path.join(folder, 'devcontainer-feature.json'), JSON.stringify({ id: 'all-kinds', version: '1.0.0', name: 'all kinds' }));
    const flags = { feature: folder, 'base-image': 'none', 'build-in': 'host', sbom: 'both' };
    const sbomIn = async (output: string): Promise<string> => {
      await build(path.join(scratch, output), flags);
      return readFile(path.join(scratch, output, `sbom-${machineArch()}.cdx.json`), 'utf8');
    };
    const first = await sbomIn('one');
    const validate = cycloneDxValidator();
    assert.ok(validate(JSON.parse(first)), JSON.stringify(validate.errors));
    assert.match(first, /"name":"whole","version":"1\.2","description":"All that a package can say"/);
    assert.equal(await sbomIn('two'), first);
    const [page, other] = await Promise.all(['one', 'two'].map((output) => readFile(path.join(scratch, output, 'explorer.html'), 'utf8')));
    assert.ok(page !== undefined && page === other);
    assert.deepEqual(dataOfPage(page).platforms.map(({ names, licences }) => [names.length, licences?.names.includes('A licence of ours')]), [[9, true]]);
    await mkdir(path.join(scratch, 'policies'), { recursive: true });
    const policy = path.join(scratch, 'policies/policy.yml');
    await writeFile(policy, 'licences:\n  allow: [MIT, ISC, Zlib, Apache-2.0, "GPL-*"]\n  unknown: allow\n');
    const refused = await attemptBuild({ ...flags, output: path.join(scratch, 'three'), policy });
    assert.notEqual(refused.code, 0);
    assert.match(refused.stderr, /whole 1\.2: the licence A licence of ours is not in licences\.allow/);

    // Published before anybody thought of the policy: nothing is built then, and the SBOM that is attached tells the licences.
    const publish = ['build', `--feature=${folder}`, ...HOST_BUILD, '--delivery=layers', '--push', '--json', ...targetFlags(rig.registries.none, ownNamespace('sbom/policy'))];
    await published(publish, rig.registries.none);
    const again = await nixFeature([...publish, `--policy=${policy}`], rig.registries.none);
    assert.equal(again.code, 1, again.stderr);
    assert.match(again.stderr, /nothing to do[^]*whole 1\.2: the licence A licence of ours is not in licences\.allow/);
  });
});
