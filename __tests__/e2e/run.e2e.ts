import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { test } from '@jest/globals';
import { systemOf } from '../../src/platform.ts';
import { attempt } from '../rig/command.ts';
import { machineArch, writeFlake } from '../rig/flakes.ts';
import { bedrockImage } from '../rig/images.ts';
import { CLI } from '../rig/programs.ts';
import { theRig } from '../rig/rig.ts';
import { runAction, runPost, startAction, type Step } from '../rig/runner.ts';
import { containersLeft, LABEL, MACHINE, scratchFolder } from './nix-feature.ts';

/* The run action as the runner runs it, and the commands of the terminal: in containers of both engines, and on the host. */
const rig = await theRig();
const scratch = await scratchFolder();
const SYSTEM = systemOf(machineArch());
const bedrock = { arch: machineArch(), paths: [], database: false } as const;
const IMAGES = { docker: await bedrockImage(rig.docker, bedrock), podman: await bedrockImage(rig.podman, bedrock) };

const FLAKE = `{
  outputs = { self }: let
    tool = derivation {
      name = "run-tool"; system = "${SYSTEM}"; builder = "/bin/bash"; PATH = "/usr/bin:/bin";
      args = [ "-c" "mkdir -p $out/bin; printf '#!/bin/sh\\\\necho the tool says $1\\\\n' > $out/bin/run-tool; chmod +x $out/bin/run-tool; exit 0" ];
    };
  in {
    packages.${SYSTEM}.tool = tool;
    lib.version = "1.2";
    devShells.${SYSTEM}.default = derivation {
      name = "run-shell"; system = "${SYSTEM}"; builder = "/bin/bash"; outputs = [ "out" ];
      PATH = "\${tool}/bin"; GREETING = "hello"; shellHook = "echo the hook runs";
    };
  };
}
`;
const workspace = await writeFlake(path.join(scratch, 'workspace'), FLAKE);

const SCRIPT = `run-tool "$GREETING $MINE"
echo "said=$(pwd)" >> "$GITHUB_OUTPUT"
echo "FOR_LATER=yes" >> "$GITHUB_ENV"
echo "/opt/added" >> "$GITHUB_PATH"
echo "## written inside" >> "$GITHUB_STEP_SUMMARY"
echo "::notice::from inside"
echo "on the machine: $(test -e ${process.execPath} && echo yes)"
touch made-inside
exit 7
`;

function step(inputs: Readonly<Record<string, string>>): Step {
  return { action: 'run', workspace, env: MACHINE, inputs: { run: SCRIPT, env: 'MINE=a b\nSECRET=not-to-be-shown', 'nix-config': 'substituters =', ...inputs } };
}

const PLACES = {
  docker: { 'base-image': `daemon:${IMAGES.docker}`, 'container-engine': 'docker', 'container-options': LABEL },
  podman: { 'base-image': `daemon:${IMAGES.podman}`, 'container-engine': 'podman', 'container-options': LABEL },
  host: { 'base-image': 'none' },
} as const;

for (const [where, place] of Object.entries(PLACES)) {
  test(`a step has the shell's tools and variables, answers as any step does, and ends with the exit code of its command (${where})`, async () => {
    const asked = step(place);
    const result = await runAction(asked);
    assert.equal(result.code, 7, result.log);
    assert.match(result.stdout, /^the tool says hello a b$/m);
    assert.doesNotMatch(result.stdout, /the hook runs/);
    assert.equal(/^on the machine: yes$/m.test(result.stdout), where === 'host');
    assert.equal(result.outputs['said'], workspace);
    assert.equal(result.outputs['exit-code'], '7');
    assert.equal(result.exported['FOR_LATER'], 'yes');
    assert.match(result.summary, /## written inside/);
    assert.ok(result.annotations.some(({ level, message }) => level === 'notice' && message === 'from inside'));
    assert.match(result.annotations.find(({ level }) => level === 'error')?.message ?? '', /^The command ended with exit code 7, (?:in a container of|on the host)/);
    assert.equal(await readFile(path.join(workspace, 'made-inside'), 'utf8'), '');
    assert.doesNotMatch(`${result.log}${result.summary}`, /not-to-be-shown/);
    assert.equal((await runPost(asked, result)).code, 0);
    for (const engine of [rig.docker, rig.podman]) assert.deepEqual(await containersLeft(engine), []);
  });
}

test('a step gets packages in place of a shell, in another folder, read by another program, and runs the hook if it is asked to', async () => {
  const packages = await runAction(step({ ...PLACES.docker, packages: './#tool', 'working-directory': '.', env: '', shell: 'sh {0}', run: 'run-tool "$(ls -d made-inside) ${GREETING-none}"' }));
  assert.equal(packages.code, 0, packages.log);
  assert.match(packages.stdout, /^the tool says made-inside none$/m);
  const hooked = await runAction(step({ 'shell-hook': 'true', summary: 'true', run: 'run-tool again' }));
  assert.equal(hooked.code, 0, hooked.log);
  assert.match(hooked.stdout, /^the hook runs\nthe tool says again$/m);
  assert.match(hooked.summary, /^## The command ended with exit code 0 after .*, on the host/m);
  const limited = await runAction(step({ flake: '.#nope' }));
  assert.equal(limited.code, 1);
  assert.match(limited.annotations.find(({ level }) => level === 'error')?.message ?? '', /has no shell "nope" for .*\nFor \S+ it has: default\./);
});

for (const where of ['docker', 'host'] as const) {
  test(`a step that is cancelled hands the signal on, and its command can clean up (${where})`, async () => {
    const file = path.join(workspace, `cleaned-${where}`);
    const running = await startAction(step({ ...PLACES[where], run: `trap 'echo cleaned > ${file}; exit 3' INT\necho ready\nwhile :; do sleep 0.2; done` }));
    await running.saw('\nready\n');
    running.signal('SIGINT');
    const result = await running.done;
    assert.notEqual(result.code, 0);
    assert.match(result.log, /Stopped by SIGINT/);
    assert.equal(await readFile(file, 'utf8'), 'cleaned\n');
    assert.deepEqual(await containersLeft(rig.docker), []);
  });
}

test('a terminal gets a shell with a terminal of its own, in a container and on the host, and its exit code', async () => {
  const cli = `${process.execPath} ${CLI}`;
  const input = path.join(scratch, 'typed');
  await writeFile(input, 'run-tool "$GREETING"; test -t 0 && echo "tty: yes"; exit 4\n');
  for (const flags of [`--base-image daemon:${IMAGES.docker} --container-options=${LABEL} --nix-config 'substituters ='`, '']) {
    const typed = await attempt(['sh', '-c', `script -qec "$1" /dev/null < ${input}`, 'sh', `${cli} shell ${flags}`], { env: { ...MACHINE, TERM: 'dumb' }, cwd: workspace });
    assert.equal(typed.code, 4, typed.stdout + typed.stderr);
    assert.match(typed.stdout, /^the tool says hello\r?$/m);
    assert.match(typed.stdout, /^tty: yes\r?$/m);
  }
  const evaluated = await attempt(['sh', '-c', `${cli} eval --quiet .#lib.version; ${cli} run --quiet -- run-tool "a b"`], { env: MACHINE, cwd: workspace });
  assert.equal(evaluated.stdout, '"1.2"\nthe tool says a b\n', evaluated.stderr);
});
