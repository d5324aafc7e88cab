import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, it } from '@jest/globals';
import { scratchFolder } from '../install/feature-folder.ts';
import { pointsOf, writeStandIns } from '../install/kill.ts';
import type { Ran } from '../install/sandbox.ts';
import { bedrockRoot } from '../rig/bedrock.ts';
import { run } from '../rig/command.ts';
import { machineArch } from '../rig/flakes.ts';
import { buildSystem, writeLocalFeature } from './local-feature.ts';

const scratch = scratchFolder('kill-build');
afterAll(async () => {
  await run(['rm', '-rf', scratch]);
});
const lower = await bedrockRoot(machineArch());
const [one, two] = [await writeLocalFeature(join(scratch, 'one'), 'one'), await writeLocalFeature(join(scratch, 'two'), 'two')];
const standIns = join(scratch, 'stand-ins');
const places = new Map((await buildSystem(lower, join(scratch, 'first')).run('for folder in $(echo "$PATH" | tr : " "); do ls -d "$folder"/*; done')).stdout.trim().split('\n').toReversed().map((place) => [place.slice(place.lastIndexOf('/') + 1), place]));
writeStandIns(standIns, (name) => places.get(name));

/** All that an installation leaves, times aside: the store, Nix's database, and every file and link of ours. */
const STATE = `ls /nix/store | sort; NIX_REMOTE=local nix-store --dump-db | sort
find /opt /var/lib/nix-feature /etc/profile.d /usr/local/bin /nix/var/nix/gcroots -not -path '*/auto/*' -not -name log \\( -type l -printf '%p %l\\n' -o -type f -printf '%p %m ' -exec sha256sum {} \\; -o -printf '%p %m\\n' \\) | sort; ls -A /nix`;
/** Every how many steps one is killed: a build takes its time. */
const STRIDE = 7;

interface Killed {
  readonly feature: string;
  readonly args?: string;
}

/** Installs what was before, kills the step at its points, runs it again, and compares with a run that was left alone. */
async function survives(before: readonly Killed[], step: Killed): Promise<void> {
  const prepared = join(scratch, 'prepared');
  const copy = join(scratch, 'copy');
  const at = async (place: string, { feature, args = '' }: Killed, env = ''): Promise<Ran> => {
    const mounts = `mkdir -p "$root/stand-ins"; mount --bind ${standIns} "$root/stand-ins"`;
    return await buildSystem(lower, place).run(`rm -f /trace; export TRACE_FILE=/trace ${env}; PATH=/stand-ins:$PATH setsid -w sh /feature/nix-feature/install.sh ${args}; code=$?; [ "${env}" != '' ] || cat /trace; rm -f /trace; exit $code`, { feature, mounts });
  };
  await run(['rm', '-rf', prepared]);
  mkdirSync(prepared);
  for (const each of before) assert.equal((await at(prepared, each)).code, 0);
  const reset = async (): Promise<void> => {
    await run(['rm', '-rf', copy]);
    await run(['cp', '-a', prepared, copy]);
  };
  await reset();
  const traced = await at(copy, step);
  assert.equal(traced.code, 0, traced.said);
  const commands = traced.stdout.split('\n').filter((line) => places.has(line.split(' ')[0] ?? ''));
  assert.ok(commands.length > 20, traced.said);
  const undisturbed = (await buildSystem(lower, copy).run(STATE)).stdout;
  const points = pointsOf(commands).filter((_, i) => i % STRIDE === 0);
  let killed = 0;
  for (const { command, when } of points) {
    await reset();
    const ran = await at(copy, step, `KILL_${when.toUpperCase()}=${command}`);
    if (ran.code === 137) killed += 1;
    const again = await at(copy, step);
    const what = `killed ${when} "${commands[command - 1]}" (command ${command})`;
    assert.equal(again.code, 0, `${what}: ${again.said}`);
    assert.equal((await buildSystem(lower, copy).run(STATE)).stdout, undisturbed, what);
  }
  assert.ok(killed >= points.length / 2, `only ${killed} runs were killed, of ${points.length}`);
}

describe('killed in mode build and run again', () => {
  it('an installation ends the same', () => survives([], { feature: one }));
  it('an upgrade ends the same', () => survives([{ feature: one }], { feature: two }));
  it('a removal ends the same', () => survives([{ feature: one }], { feature: one, args: '--uninstall' }));
});
