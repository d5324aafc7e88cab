import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { mkdir, mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, it } from '@jest/globals';
import { findEngine } from '../../src/engine/find-engine.ts';
import { startContainer } from '../../src/engine/start-container.ts';
import { CancelledError, Failure } from '../../src/kit/errors.ts';
import { buildOutputs } from '../../src/nix/flake/build.ts';
import { ContainerSite } from '../../src/nix/run/container-site.ts';
import { evaluate, type Evaluation } from '../../src/nix/flake/evaluate.ts';
import type { ResolvedFlake } from '../../src/nix/flake/flake.ts';
import { HostSite } from '../../src/nix/run/host-site.ts';
import { narHashOf } from '../../src/nix/nar/nar-hash.ts';
import { nixConfig } from '../../src/nix/run/settings.ts';
import type { NixSite } from '../../src/nix/run/site.ts';
import { archOf, systemOf, type System } from '../../src/platform.ts';
import { afterTest } from '../jest/after-test.ts';
import { EVERYTHING } from '../jest/everything.ts';
import { run } from '../rig/command.ts';
import type { BedrockAge } from '../rig/bedrock.ts';
import { machineArch, writeFlake } from '../rig/flakes.ts';
import { bedrockImage, type Engine } from '../rig/images.ts';
import { NIX_ENV } from '../rig/nix-env.ts';
import { theRig } from '../rig/rig.ts';

const rig = await theRig();
const SYSTEM = systemOf(machineArch());
const OTHER: System = systemOf(archOf(SYSTEM) === 'amd64' ? 'arm64' : 'amd64');
const scratch = await mkdtemp(path.join(tmpdir(), 'nix-evaluate-'));
afterAll(() => rm(scratch, { recursive: true }));

// Names of their own, so that nothing of it was built before.
const RUN = randomBytes(4).toString('hex');

const FLAKE = `{
  nixConfig.sandbox = "relaxed";
  outputs = { self }: let
    mk = name: outputs: derivation {
      inherit outputs; name = "${RUN}-\${name}"; system = "${SYSTEM}"; builder = "/bin/sh";
      args = [ "-c" (builtins.concatStringsSep ";" (map (o: "echo \${name} > \\$\${o}") outputs)) ];
    };
    multi = mk "multi" [ "out" "bin" "man" "dev" ];
    generated = derivation { name = "${RUN}-generated"; system = "${SYSTEM}"; builder = "/bin/sh"; args = [ "-c" "echo '\\"from-a-build\\"' > $out" ]; };
  in {
    packages.${SYSTEM} = rec {
      default = builtins.trace "a flake has its say" (mk "tool" [ "out" ]);
      inherit multi;
      listed = multi // { meta.outputsToInstall = [ "man" "bin" ]; };
      listed-none = multi // { meta.outputsToInstall = [ ]; };
      listed-wrong = multi // { meta.outputsToInstall = [ "nope" ]; };
      picked = multi // { man = multi.man // { outputSpecified = true; }; };
      unpicked = multi.bin // { outputSpecified = false; meta.outputsToInstall = [ "man" ]; };
      without-out = mk "without-out" [ "dev" "bin" ];
      by-hand = { type = "derivation"; name = "by-hand"; inherit (multi) drvPath outPath; };
      elsewhere = multi // { out = default; };
      time = mk "time-\${self.lastModifiedDate}" [ "out" ];
      source = mk "source-\${builtins.substring 11 8 (builtins.unsafeDiscardStringContext self.outPath)}" [ "out" ];
      imported = mk (import generated) [ "out" ];
      "with.dot" = multi;
      path-string = "\${multi.man}";
      source-string = "\${./.}";
      source-path = ./.;
      file-path = ./flake.nix;
      text = builtins.toFile "text" "text";
      no-path = "/etc/passwd";
      number = 1;
      list = [ multi ];
      function = { x ? 1 }: multi;
      thrown = throw "on purpose";
      aborted = abort "on purpose";
      endless = let f = n: f (n + 1) + 1; in f 0;
      impure = mk "impure-\${builtins.currentSystem}" [ "out" ];
      blind = mk "blind-\${builtins.getEnv "HOME"}" [ "out" ];
    };
    legacyPackages.${SYSTEM}.set.tool = mk "legacy" [ "out" ];
    checks.${SYSTEM}.tool = mk "check" [ "out" ];
    packages.${OTHER} = rec {
      default = derivation { name = "${RUN}-other"; system = "${OTHER}"; outputs = [ "out" "man" ]; builder = "/bin/sh"; args = [ "-c" "echo > $out; echo > $man" ]; };
    };
    legacyPackages.${OTHER}.set.tool = self.packages.${OTHER}.default // { meta.outputsToInstall = [ "man" ]; };
  };
}
`;

const KNOWN = [
  'default', 'multi', 'multi^man', 'multi^dev,bin', 'multi^*', 'multi.man', 'multi.man^*', 'listed', 'listed.man', 'listed^out', 'listed^*',
  'listed-none', 'picked.man', 'without-out^*', 'without-out^bin', 'time', 'source', 'imported', '"with.dot"', 'blind',
  `packages.${SYSTEM}.default`, 'set.tool', `legacyPackages.${SYSTEM}.set.tool`, `checks.${SYSTEM}.tool`, `packages.${OTHER}.default.man`,
];
/** Whether they can be built, and to what, depends on Nix's version. */
const ODD = ['listed-wrong', 'unpicked', 'without-out', 'by-hand', 'elsewhere', 'path-string', 'source-string', 'source-path', 'file-path', 'text', 'multi.outPath'];
const FAULTY = [
  'number', 'list', 'function', 'function.x', 'no-path', 'multi.drvPath', 'thrown', 'aborted', 'endless', 'impure',
  'nope', 'multi.nope', 'multi^nope', 'set', `packages.${OTHER}.nope`,
];
const OTHERS = ['default', 'default^man', 'default^*', 'set.tool', `packages.${OTHER}.default`];

const tools = await writeFlake(path.join(scratch, 'tools'), FLAKE);
await writeFile(path.join(tools, 'ä file'), 'x');
// Nix tells flakes the newest time in the folder.
await utimes(path.join(tools, 'flake.nix'), 1_500_000_000, 1_500_000_000);

function flakeOf(folder: string, attribute = 'default', system: System = SYSTEM): ResolvedFlake {
  return { reference: `path:${folder}`, attribute, system, written: `./${path.basename(folder)}#${attribute}`, mounts: [folder], seen: folder, folder };
}

/** What a build comes to, as an evaluation would tell it; numbers in it are of stores that differ. */
async function built(site: NixSite, flake: ResolvedFlake): Promise<Evaluation> {
  try {
    const { outputs, storePath } = await buildOutputs(site, flake, {});
    return { kind: 'outputs', outputs, storePath };
  } catch (error) {
    assert.ok(error instanceof Failure, String(error));
    return { kind: 'failed', error };
  }
}

const shown = (evaluation: Evaluation): unknown =>
  evaluation.kind === 'failed' ? [evaluation.error.message, evaluation.error.hint, evaluation.error.location?.line] : evaluation;

/** A site that keeps account of the commands that ran there. */
function counted(site: NixSite): { readonly site: NixSite; readonly commands: string[] } {
  const commands: string[] = [];
  const capture: NixSite['capture'] = (argv, options) => {
    commands.push(argv.slice(0, 2).join(' '));
    return site.capture(argv, options);
  };
  const { where, system, storeIsHere } = site;
  return { site: { where, system, storeIsHere, capture, stream: (...given) => site.stream(...given) }, commands };
}

function hostSite(signal?: AbortSignal): HostSite {
  return new HostSite({ system: SYSTEM, signal, baseEnv: NIX_ENV, env: { NIX_CONFIG: `${NIX_ENV['NIX_CONFIG']}\naccept-flake-config = false` } });
}

async function containerSite(by: Engine, age: BedrockAge, { more = '', undo = afterAll }: { more?: string; undo?: (remove: () => Promise<void>) => void } = {}): Promise<ContainerSite> {
  const engine = await findEngine(by.program, { env: { ...process.env, ...by.env } });
  const imageName = await bedrockImage(by, { arch: machineArch(), age, paths: [], database: false });
  const image = await engine.inspectImage(imageName);
  assert.ok(image);
  const container = `nix-evaluate-test-${randomBytes(6).toString('hex')}`;
  undo(() => engine.remove(container));
  await startContainer(engine, image, { name: container, imageName, mounts: [scratch], containerOptions: [] });
  const settings = { substituters: [], trustedPublicKeys: [], builders: [], config: `substituters =\nextra-platforms = ${OTHER}\n${more}`, sandbox: 'auto' } as const;
  const config = nixConfig(settings, { place: 'container', privileged: false, emulated: undefined, inherited: '' });
  return new ContainerSite(engine, { container, imageName, system: SYSTEM, env: { NIX_CONFIG: config } });
}

interface Place {
  readonly name: string;
  readonly open: () => Promise<NixSite>;
  /** All flakes are evaluated; every so many-th, from this one on, is built as well. `make test-all` builds all. */
  readonly every: number;
  readonly from: number;
}

/** What the host does not build, the newest Nix does. */
const PLACES: readonly Place[] = [
  { name: "the host's Nix", open: () => Promise.resolve(hostSite()), every: 2, from: 0 },
  { name: 'the current Nix in a container', open: () => containerSite(rig.docker, 'current'), every: 5, from: 2 },
  { name: 'the newest Nix in a container', open: () => containerSite(rig.podman, 'newest'), every: 2, from: 1 },
];

for (const { name, open, every, from } of PLACES) {
  const site = await open();
  const sampled = (flakes: readonly ResolvedFlake[]): [number, ResolvedFlake][] => [...flakes.entries()].filter(([at]) => EVERYTHING || at % every === from);

  describe(`evaluated by ${name}`, () => {
    it('a flake comes to what a build of it comes to, without being built', async () => {
      const flakes = [...KNOWN.map((attribute) => flakeOf(tools, attribute)), ...OTHERS.map((attribute) => flakeOf(tools, attribute, OTHER))];
      const evaluations = await evaluate(site, flakes);
      for (const [at, evaluation] of evaluations.entries()) {
        assert.equal(evaluation.kind, 'outputs', `${flakes[at]?.attribute}: ${JSON.stringify(shown(evaluation))}`);
      }
      const [first] = evaluations;
      assert.ok(first?.kind === 'outputs');
      await assert.rejects(site.capture(['nix-store', '--check-validity', first.storePath]));
      for (const [at, flake] of sampled(flakes)) assert.deepEqual(evaluations[at], await built(site, flake), flake.attribute);
    });

    it('an odd package comes to what a build of it comes to', async () => {
      const flakes = ODD.map((attribute) => flakeOf(tools, attribute));
      const evaluations = await evaluate(site, flakes);
      for (const [at, flake] of sampled(flakes)) {
        const evaluation = evaluations[at];
        assert.ok(evaluation);
        // Not to know is never wrong: a build then tells.
        if (evaluation.kind !== 'unknown') assert.deepEqual(shown(evaluation), shown(await built(site, flake)), flake.attribute);
      }
    });

    it('a fault is told as a build tells it', async () => {
      const flakes = [...FAULTY.map((attribute) => flakeOf(tools, attribute)), flakeOf(tools, 'nope', OTHER)];
      const evaluations = await evaluate(site, flakes);
      for (const [at, { kind }] of evaluations.entries()) assert.notEqual(kind, 'outputs', flakes[at]?.attribute);
      for (const [at, flake] of sampled(flakes)) {
        const evaluation = evaluations[at];
        assert.ok(evaluation);
        if (evaluation.kind !== 'unknown') assert.deepEqual(shown(evaluation), shown(await built(site, flake)), flake.attribute);
      }
    });
  });
}

describe('many flakes', () => {
  it('are evaluated in one process, hundreds of them for two systems (make test-all: a thousand), and each again once it changed', async () => {
    const count = EVERYTHING ? 1000 : 200;
    const parent = path.join(scratch, 'many');
    const folders = await Promise.all(Array.from({ length: count }, (_, n) => writeFlake(path.join(parent, `feature-with-a-name-${n}`), small(`/${n}`))));
    const flakes = folders.flatMap((folder) => [flakeOf(folder), flakeOf(folder, 'default', OTHER)]);
    const { site, commands } = counted(hostSite());
    const before = await evaluate(site, flakes);
    assert.deepEqual(commands, ['nix eval']);
    const paths = before.map((evaluation) => (evaluation.kind === 'outputs' ? evaluation.storePath : assert.fail(evaluation.kind)));
    assert.equal(new Set(paths).size, 2 * count);
    await writeFlake(folders[7] ?? '', small('/changed'));
    const again = await evaluate(site, flakes.slice(0, 100));
    assert.deepEqual([...again.keys()].filter((at) => !isSame(again[at], before[at])), [14, 15]);
  });

  it('do not suffer from broken ones among them', async () => {
    const mixed = path.join(scratch, 'mixed');
    const good = (name: string): Promise<string> => writeFlake(path.join(mixed, name), small('/x', name));
    const broken: readonly [string, string, RegExp][] = [
      ['syntax', '{ outputs = _: { x = 1 + ; }; }', /can't be evaluated: syntax error/],
      ['thrown', '{ outputs = _: throw "a reason"; }', /can't be evaluated: a reason/],
      ['no-flake', '1', /can't be evaluated: .*(must be an attribute set|is an integer)/],
      ['missing', '{ outputs = _: { }; }', /has no package "default"/],
    ];
    const flakes: ResolvedFlake[] = [flakeOf(await good('first')), flakeOf(path.join(mixed, 'not-there'))];
    for (const [name, text] of broken) flakes.push(flakeOf(await writeFlake(path.join(mixed, name), text)), flakeOf(await good(`behind-${name}`)));
    const { site, commands } = counted(hostSite());
    const evaluations = await evaluate(site, flakes);
    const names = evaluations.map((evaluation) => (evaluation.kind === 'outputs' ? evaluation.storePath.slice(53) : evaluation.kind));
    assert.deepEqual(names, ['first', 'failed', ...broken.flatMap(([name]) => ['failed', `behind-${name}`])]);
    for (const [n, [, , message]] of broken.entries()) {
      const evaluation = evaluations[2 + 2 * n];
      assert.ok(evaluation?.kind === 'failed');
      assert.match(evaluation.error.message, message);
    }
    // Together: once, and again behind each of the three that break Nix; alone: those three and the folder that does not exist.
    // And of "missing": what there is; Nix 2.8 is also asked which outputs it has.
    const asked = commands.filter((command) => command === 'nix eval').length - 4 - 4;
    assert.ok(asked === 1 || asked === 2, String(asked));
  });

  it('that must be evaluated alone are: those in git, and those with inputs that nothing pins', async () => {
    const input = await writeFlake(path.join(scratch, 'input'), `{ outputs = _: { name = "${RUN}-input"; }; }`);
    const text = `{ inputs.input.url = "path:${input}"; outputs = { self, input }: { packages.${SYSTEM}.default = derivation { system = "${SYSTEM}"; inherit (input) name; builder = "/bin/sh"; args = [ "-c" "echo > $out" ]; }; }; }`;
    const unlocked = await writeFlake(path.join(scratch, 'unlocked'), text);
    const repository = await writeFlake(path.join(scratch, 'repository'), FLAKE);
    await run(['git', '-C', repository, 'init', '--quiet']);
    await run(['git', '-C', repository, 'add', '.']);
    const flakes = [flakeOf(unlocked), { ...flakeOf(repository, 'multi^man'), reference: `git+file://${repository}` }, flakeOf(tools, 'multi')];
    const site = hostSite();
    const evaluations = await evaluate(site, flakes);
    for (const [n, flake] of flakes.entries()) assert.deepEqual(evaluations[n], await built(site, flake), flake.reference);
    assert.deepEqual(await readdir(unlocked), ['flake.nix'], 'no lock file was written');
  });

  it('may have outputs that only a build tells', async () => {
    const text = `{ outputs = _: { packages.${SYSTEM}.default = derivation {
      name = "${RUN}-addressed"; system = "${SYSTEM}"; builder = "/bin/sh"; args = [ "-c" "echo x > $out" ];
      __contentAddressed = true; outputHashMode = "recursive"; outputHashAlgo = "sha256";
    }; }; }`;
    const flake = flakeOf(await writeFlake(path.join(scratch, 'addressed'), text));
    // In a store of its own: on the host, Nix would wait until nobody else uses the store, to change its database.
    const site = await containerSite(rig.podman, 'newest', { more: 'extra-experimental-features = ca-derivations', undo: afterTest });
    const [evaluation] = await evaluate(site, [flake]);
    assert.equal(evaluation?.kind, 'unknown');
  });

  it('are left alone once the run is cancelled', async () => {
    const abort = new AbortController();
    abort.abort();
    await assert.rejects(evaluate(hostSite(abort.signal), [flakeOf(tools)]), CancelledError);
  });

  it('may be none', async () => {
    const { site, commands } = counted(hostSite());
    assert.deepEqual([await evaluate(site, []), commands], [[], []]);
  });
});

describe('the hash of a folder', () => {
  it('is that of Nix', async () => {
    const folder = path.join(scratch, 'hashed');
    await mkdir(path.join(folder, 'empty'), { recursive: true });
    await mkdir(path.join(folder, '.git'));
    for (const name of ['b', 'B', 'a.b', 'a-b', 'ä', '😀', '.git/HEAD', 'empty.txt']) await writeFile(path.join(folder, name), name === 'empty.txt' ? '' : name);
    await writeFile(path.join(folder, 'large'), Buffer.alloc(1_000_001, 'x'));
    await writeFile(path.join(folder, 'program'), 'x', { mode: 0o755 });
    await writeFile(path.join(folder, 'of-others'), 'x', { mode: 0o655 });
    await run(['ln', '-s', 'nowhere/ä', path.join(folder, 'link')]);
    const theirs = await run(['nix', 'hash', 'path', '--sri', folder], { env: NIX_ENV });
    assert.equal((await narHashOf(folder)).narHash, theirs.trim());
  });
});

/** A flake of one derivation for each system. */
function small(builder: string, name = 'small'): string {
  return `{ outputs = _: let each = system: { default = derivation { inherit system; name = "${RUN}-${name}"; builder = "${builder}"; }; };
    in { packages.${SYSTEM} = each "${SYSTEM}"; packages.${OTHER} = each "${OTHER}"; }; }`;
}

function isSame(one: Evaluation | undefined, other: Evaluation | undefined): boolean {
  return one?.kind === 'outputs' && other?.kind === 'outputs' && one.storePath === other.storePath;
}
