import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, it } from '@jest/globals';
import { scratchFolder } from '../install/feature-folder.ts';
import { PointWatch, type KillPoint } from '../install/kill-points.ts';
import { readTrace, writeStandIns } from '../install/kill.ts';
import type { Ran } from '../install/sandbox.ts';
import { EVERYTHING } from '../jest/everything.ts';
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
const trace = join(standIns, 'trace');
const places = new Map((await buildSystem(lower, join(scratch, 'first')).run('for folder in $(echo "$PATH" | tr : " "); do ls -d "$folder"/*; done')).stdout.trim().split('\n').toReversed().map((place) => [place.slice(place.lastIndexOf('/') + 1), place]));
writeStandIns(standIns, (name) => places.get(name));

/** All that an installation leaves, times aside: the store, Nix's database, and every file and link of ours. */
const STATE = `ls /nix/store | sort; NIX_REMOTE=local nix-store --dump-db | sort
find /opt /var/lib/nix-feature /etc/profile.d /usr/local/bin /nix/var/nix/gcroots -not -path '*/auto/*' -not -name log \\( -type l -printf '%p %l\\n' -o -type f -printf '%p %m ' -exec sha256sum {} \\; -o -printf '%p %m\\n' \\) | sort; ls -A /nix`;
/** Every how many states that the steps leave one is killed in: a build takes its time. */
const STRIDE = EVERYTHING ? 4 : 24;
/** Of so many of these states one is left by a kill, the others by a copy; all by kills in a run of everything. */
const KILLED = 4;

interface Killed {
  readonly feature: string;
  readonly args?: string;
}

/** Runs the installer in the system whose writable layer is in a folder. @param setting shell, before it is started */
function install(place: string, { feature, args = '' }: Killed, setting = ''): Promise<Ran> {
  const mounts = `mkdir -p "$root/stand-ins"; mount --bind ${standIns} "$root/stand-ins"`;
  return buildSystem(lower, place).run(`${setting} setsid -w sh /feature/nix-feature/install.sh ${args}; exit $?`, { feature, mounts });
}

/** The same with stand-ins for its commands. */
function installWatched(place: string, step: Killed, variable: string): Promise<Ran> {
  return install(place, step, `export PATH=/stand-ins:$PATH TRACE=/stand-ins/trace ${variable};`);
}

function freshTrace(): void {
  rmSync(trace, { recursive: true, force: true });
  mkdirSync(trace);
}

/** Installs what was before, kills the step at its points, runs it again, and compares with a run that was left alone. */
async function survives(before: readonly Killed[], step: Killed): Promise<void> {
  const prepared = join(scratch, 'prepared');
  const copy = join(scratch, 'copy');
  await run(['rm', '-rf', prepared]);
  mkdirSync(join(prepared, 'upper'), { recursive: true });
  for (const each of before) assert.equal((await install(prepared, each)).code, 0);
  const reset = async (): Promise<void> => {
    await run(['rm', '-rf', copy]);
    await run(['cp', '-a', prepared, copy]);
  };
  await reset();
  freshTrace();
  const kept: { readonly point: KillPoint; readonly what: string; readonly layer: string }[] = [];
  let states = 0;
  const watch = new PointWatch(trace, join(copy, 'upper'), (point, command) => {
    states += 1;
    if ((states - 1) % STRIDE !== 0) return;
    // The installer stands still: what is there now is what SIGKILL leaves.
    const layer = join(scratch, `layer-${kept.length}`);
    execFileSync('cp', ['-a', join(copy, 'upper'), layer]);
    kept.push({ point, what: `killed ${point.when} "${command}" (command ${point.command})`, layer });
  });
  const traced = await installWatched(copy, step, 'ASK=yes');
  watch.close();
  assert.equal(traced.code, 0, traced.said);
  assert.ok(readTrace(trace).length > 20, traced.said);
  const undisturbed = (await buildSystem(lower, copy).run(STATE)).stdout;
  let [kills, killed] = [0, 0];
  for (const [index, { point: { command, when }, what, layer }] of kept.entries()) {
    if (EVERYTHING || index % KILLED === 0) {
      await reset();
      freshTrace();
      kills += 1;
      if ((await installWatched(copy, step, `KILL_${when.toUpperCase()}=${command}`)).code === 137) killed += 1;
      await run(['rm', '-rf', layer]);
    } else {
      await run(['rm', '-rf', copy]);
      mkdirSync(copy);
      renameSync(layer, join(copy, 'upper'));
    }
    const again = await install(copy, step);
    assert.equal(again.code, 0, `${what}: ${again.said}`);
    assert.equal((await buildSystem(lower, copy).run(STATE)).stdout, undisturbed, what);
  }
  assert.ok(killed >= kills / 2, `only ${killed} runs were killed, of ${kills}`);
}

describe('killed in mode build and run again', () => {
  it('an installation ends the same', () => survives([], { feature: one }));
  it('an upgrade ends the same', () => survives([{ feature: one }], { feature: two }));
  it('a removal ends the same', () => survives([{ feature: one }], { feature: one, args: '--uninstall' }));
});
