import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, it } from '@jest/globals';
import { findEngine } from '../../src/engine/find-engine.ts';
import { startContainer } from '../../src/engine/start-container.ts';
import { BuildError, CancelledError, Failure } from '../../src/kit/errors.ts';
import { NixBuilder, type BuilderOptions } from '../../src/nix/builder/nix-builder.ts';
import type { ResolvedFlake } from '../../src/nix/flake/flake.ts';
import { ContainerSite } from '../../src/nix/run/container-site.ts';
import { HostSite } from '../../src/nix/run/host-site.ts';
import { nixConfig } from '../../src/nix/run/settings.ts';
import type { NixSite } from '../../src/nix/run/site.ts';
import { systemOf } from '../../src/platform.ts';
import { afterTest } from '../jest/after-test.ts';
import { machineArch, writeFlake } from '../rig/flakes.ts';
import { bedrockImage } from '../rig/images.ts';
import { NIX_ENV } from '../rig/nix-env.ts';
import { theRig } from '../rig/rig.ts';

const rig = await theRig();
const ARCH = machineArch();
const SYSTEM = systemOf(ARCH);

/** The host's store keeps what an earlier run has built: what this one builds is its own. */
const RUN = randomUUID();

const FLAKE = `{
  outputs = { self }: let
    # coreutils close their output before they end, which old Nix takes for the end of a builder: so none is the last.
    mk = name: script: derivation { inherit name; system = "${SYSTEM}"; builder = "/bin/bash"; PATH = "/usr/bin:/bin"; RUN = "${RUN}"; args = [ "-c" script ]; };
    compiler = mk "builder-compiler" "mkdir -p $out/bin; echo it compiles > $out/bin/cc";
    dep = mk "builder-dep" "echo dep > $out";
    tool = mk "builder-tool" "echo building: \${compiler}; mkdir -p $out/bin; printf '#!/bin/sh\\\\necho made with $(cat \${dep}) \\"$@\\"; echo said aside >&2; exit \\\${CODE:-0}\\\\n' > $out/bin/tool; echo \${dep} > $out/dep; chmod +x $out/bin/tool; exit 0";
  in {
    packages.${SYSTEM} = {
      inherit tool;
      fails = mk "builder-fails" "echo a line; echo oops; exit 3";
      slow = mk "builder-slow" "echo started; sleep 90";
    };
    devShells.${SYSTEM} = {
      default = derivation {
        name = "builder-shell"; system = "${SYSTEM}"; builder = "/bin/bash"; outputs = [ "out" ];
        PATH = "\${tool}/bin:/usr/bin:/bin"; GREETING = "hello 'world'"; LINES_OF_IT = "one\\ntwo"; TOOL_HOME = tool;
        nativeBuildInputs = [ compiler ]; shellHook = "export FROM_HOOK=1";
      };
      broken = derivation { name = "broken-shell"; system = "${SYSTEM}"; builder = "/bin/bash"; outputs = [ "out" ]; needs = self.packages.${SYSTEM}.fails; };
    };
    lib = { numbers = [ 1 2 3 ]; wrong = throw "not this one"; };
  };
}
`;

/** Sites with the Nix of the host (2.8), and those of a Bedrock and of the newest one. */
const SITES = ['host', 'current', 'newest'] as const;

for (const which of SITES) describe(`a builder with the Nix of ${which === 'host' ? 'the host' : `a ${which} Bedrock`}`, () => {
  it('builds, tells what a shell has, evaluates and runs', async () => {
    const { builder, flake, log } = await opened(which);
    const built = await builder.build(flake('tool'));
    assert.match(built.storePath, /-builder-tool$/);
    assert.deepEqual(built.outputs, { out: built.storePath });
    assert.deepEqual(built.references.map((reference) => reference.slice(44)), ['builder-dep']);
    assert.ok(built.size > 200);
    assert.ok(log.some((line) => line.startsWith('builder-tool> building: ')), 'the log came while it was built');

    const shell = await builder.devShell(flake('default'));
    assert.deepEqual(shell.path, [`${built.storePath}/bin`, '/usr/bin', '/bin']);
    assert.deepEqual(shell.variables, { GREETING: "hello 'world'", IN_NIX_SHELL: 'impure', LINES_OF_IT: 'one\ntwo', TOOL_HOME: built.storePath });
    assert.equal(shell.hook, 'export FROM_HOOK=1');

    assert.deepEqual(await builder.eval({ kind: 'flake', flake: flake('lib.numbers') }), [1, 2, 3]);
    assert.deepEqual(await builder.eval({ kind: 'expression', text: '{ a = 1 + 1; b = null; }' }), { a: 2, b: null });

    assert.deepEqual(await builder.run([flake('tool')], ['tool', 'a b', '$c']), { exitCode: 0, stdout: 'made with dep a b $c\n', stderr: 'said aside' });
    const failed = await builder.run([flake('tool')], ['sh', '-c', 'CODE=7 exec tool']);
    assert.deepEqual([failed.exitCode, failed.stderr], [7, 'said aside']);
  });

  it('says what failed, and the end of its log', async () => {
    const { builder, flake } = await opened(which);
    for (const attempt of [() => builder.build(flake('fails')), () => builder.devShell(flake('broken'))]) {
      await assert.rejects(attempt, (error) => {
        assert.ok(error instanceof BuildError, String(error));
        assert.match(error.derivation ?? '', /-builder-fails\.drv$/);
        assert.deepEqual(error.log, ['a line', 'oops']);
        return true;
      });
    }
    await assert.rejects(builder.devShell(flake('nope')), { name: 'BuildError', message: /has no shell "nope" for/, hint: /it has: broken, default\./ });
    await assert.rejects(builder.eval({ kind: 'flake', flake: flake('lib.wrong') }), { name: 'BuildError', message: /can't be evaluated: not this one/ });
    await assert.rejects(builder.eval({ kind: 'flake', flake: flake('lib.nope') }), { name: 'BuildError', message: /has no attribute "lib\.nope"/ });
    await assert.rejects(builder.eval({ kind: 'expression', text: 'builtins.getEnv 1' }), { name: 'BuildError', message: /^The expression can't be evaluated: / });
  });

  it('stops when the time is over, and when it is told to', async () => {
    const { builder, flake } = await opened(which, { timeLimit: 2500 });
    await assert.rejects(builder.build(flake('slow')), (error) => error instanceof Failure && /^The build of \S+ took longer than 2\.5 s, and was stopped\.$/.test(error.message));
    const stop = new AbortController();
    const other = await opened(which, { signal: stop.signal, log: (line) => /started/.test(line) && stop.abort(new CancelledError('Stopped.')) });
    await assert.rejects(other.builder.build(other.flake('slow')), CancelledError);
  });
});

async function opened(which: (typeof SITES)[number], options: Partial<BuilderOptions> = {}): Promise<{ builder: NixBuilder; flake: (attribute: string) => ResolvedFlake; log: string[] }> {
  const folder = await mkdtemp(path.join(tmpdir(), 'nix-builder-'));
  afterTest(() => rm(folder, { recursive: true }));
  await writeFlake(folder, FLAKE);
  const log: string[] = [];
  const site = which === 'host' ? new HostSite({ system: SYSTEM, baseEnv: NIX_ENV }) : await containerSite(which, folder);
  const flake = (attribute: string): ResolvedFlake => ({ reference: `path:${folder}`, attribute, system: SYSTEM, written: `./tools#${attribute}`, mounts: [folder], seen: folder, folder });
  return { builder: new NixBuilder(site, { log: (line) => void log.push(line), ...options }), flake, log };
}

async function containerSite(age: 'current' | 'newest', folder: string): Promise<NixSite> {
  const imageName = await bedrockImage(rig.docker, { arch: ARCH, age, paths: [], database: false });
  const engine = await findEngine('docker', { env: { ...process.env, ...rig.docker.env } });
  const image = await engine.inspectImage(imageName);
  if (image === undefined) throw new Error(`there is no ${imageName}`);
  const container = `nix-builder-${path.basename(folder)}`;
  afterTest(() => engine.remove(container));
  await startContainer(engine, image, { name: container, imageName, mounts: [folder], containerOptions: ['--network=host'] });
  const config = nixConfig({ substituters: [], trustedPublicKeys: [], builders: [], config: 'substituters =', sandbox: 'auto' }, { place: 'container', privileged: false, emulated: undefined, inherited: '' });
  return new ContainerSite(engine, { container, imageName, system: SYSTEM, env: { NIX_CONFIG: config } });
}
