import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, renameSync, statfsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, it } from '@jest/globals';
import { EVERYTHING } from '../jest/everything.ts';
import { storePath, type TestPath } from '../nix/nar-builder.ts';
import { scratchFolder, write, writeFeature, type Feature, type FeatureContent } from './feature-folder.ts';
import { KillChoice, type KillSelection } from './kill-choice.ts';
import { makeTracer } from './kill.ts';
import type { KillPoint } from './kill-points.ts';
import { assertWhole } from './kill-whole.ts';
import { makeRoot, removeTree, runToEnd, snapshot, type Shell } from './sandbox.ts';

const base: TestPath = { path: storePath('b', 'base'), tree: 'of the base' };
const lib: TestPath = { path: storePath('l', 'lib'), tree: { entries: { a: 'a', b: { entries: { c: 'c' } } } }, references: [base.path] };
const tool: TestPath = { path: storePath('a', 'tool'), tree: { entries: { bin: { entries: { run: { executable: 'run' } } } } }, references: [lib.path] };
const newer: TestPath = { path: storePath('n', 'tool-2'), tree: { entries: { bin: { entries: { go: { executable: 'go' } } } } }, references: [lib.path] };
/** One path, built three times. */
const shared: TestPath = { path: storePath('s', 'shared'), tree: { entries: { of: 'one' } }, references: [base.path] };
const otherShared: TestPath = { ...shared, tree: { entries: { of: 'other' } } };
const baseShared: TestPath = { ...shared, tree: { entries: { of: 'the base' } } };
const sharer: TestPath = { path: storePath('c', 'sharer'), tree: { entries: { bin: { entries: { share: { executable: 'share' } } } } }, references: [shared.path] };
const otherSharer: TestPath = { ...sharer, path: storePath('d', 'other-sharer') };
const all = [base, sharer, otherSharer, lib, tool, newer, shared, otherShared, baseShared];

const FEATURES = {
  one: { added: [tool, lib], groups: [[tool.path], [lib.path]] },
  two: { version: '2.0.0', added: [newer, lib] },
  'one, with its complement': { added: [tool, lib], complement: true },
  'two, with its complement': { version: '2.0.0', added: [newer, lib], complement: true },
  sharing: { added: [sharer, shared] },
  'no longer sharing': { version: '2.0.0', added: [{ ...tool, references: [] }] },
  other: { id: 'other', added: [otherSharer, otherShared] },
  'in development mode': { added: [tool, lib], dev: 'one' },
  'two, in development mode': { version: '2.0.0', added: [newer, lib], dev: 'two' },
} as const satisfies Record<string, Omit<FeatureContent, 'required'> & { readonly dev?: string }>;

/** Has programs of its own in the prefix; the rest of the system is the script's, and not ours to take back. */
function devScript(word: string): string {
  return `set -eu
. "$NIX_FEATURE_RUNTIME"
mkdir -p "$NIX_FEATURE_PREFIX/bin"
for name in run ${word}; do
  echo "echo ${word}" > "$NIX_FEATURE_PREFIX/bin/$name"
  chmod +x "$NIX_FEATURE_PREFIX/bin/$name"
done
echo "release of/${word} 1" >> "$NIX_FEATURE_NOTES"
`;
}

type Name = keyof typeof FEATURES;
type Step = readonly [feature: Name, ...args: string[]];

interface Scenario {
  readonly held: readonly TestPath[];
  readonly before: readonly Step[];
  /** The step that is killed. */
  readonly step: Step;
}

/** What is killed, by the name that docs/contributing/installer.md has for it. */
export const KILL_SCENARIOS = {
  'an installation': { held: [base], before: [], step: ['one'] },
  'an upgrade': { held: [base], before: [['one']], step: ['two'] },
  'a downgrade': { held: [base], before: [['two']], step: ['one'] },
  'a removal': { held: [base], before: [['one']], step: ['one', '--uninstall'] },
  'an installation with its complement': { held: [], before: [], step: ['one, with its complement'] },
  'an upgrade of what has brought its complement': { held: [], before: [['one, with its complement']], step: ['two, with its complement'] },
  'an installation over a path of the base with other bytes': { held: [base, baseShared], before: [], step: ['sharing'] },
  'an upgrade that gives such a path back': { held: [base, baseShared], before: [['sharing']], step: ['no longer sharing'] },
  'a removal that gives such a path back': { held: [base, baseShared], before: [['sharing']], step: ['sharing', '--uninstall'] },
  'an installation beside a Feature that has a path with other bytes': { held: [base], before: [['sharing']], step: ['other'] },
  'an installation in development mode': { held: [], before: [], step: ['in development mode'] },
  'an upgrade in development mode': { held: [], before: [['in development mode']], step: ['two, in development mode'] },
  'a change from the delta to development mode': { held: [base], before: [['one']], step: ['two, in development mode'] },
  'a change from development mode to the delta': { held: [base], before: [['in development mode']], step: ['two'] },
  'a removal of what development mode installed': { held: [], before: [['in development mode']], step: ['in development mode', '--uninstall'] },
  'a removal that leaves such a path to the other Feature': { held: [base, baseShared], before: [['sharing'], ['other']], step: ['sharing', '--uninstall'] },
} as const satisfies Record<string, Scenario>;

export type KillScenario = keyof typeof KILL_SCENARIOS;

export interface KillOptions extends KillSelection {
  readonly env: Readonly<Record<string, string>>;
  /** All by default. */
  readonly only?: readonly KillScenario[];
  /** More of a system's state than its files. */
  readonly state?: (root: string) => Promise<string>;
}

/** A state in which a run is killed. */
interface KeptState {
  readonly point: KillPoint;
  readonly what: string;
  /** The system as it was while the run stood still there, which is what SIGKILL leaves of it. */
  readonly copy: string | undefined;
}

/** Of so many states one is left by a kill, the others by a copy; all by kills in a run of everything. */
const KILLED = 5;

/** What one scenario may have on the disk at any time; and twice that must be free. */
const ROOM = 100 * 1024 * 1024;

/** Nix's own files hold times; what its database says is compared by `state`. */
function files(root: string): Record<string, string> {
  return snapshot(root, { skip: /nix\/var\/nix\/(?!gcroots\/nix)|store\/\.links/ });
}

function assertRoom(scratch: string): void {
  const { bavail, bsize } = statfsSync(scratch);
  assert.ok(bavail * bsize > 2 * ROOM, `the disk of ${scratch} is full: ${Math.round((bavail * bsize) / 1e6)} MB are free, and this test wants ${(2 * ROOM) / 1e6}`);
  const [used = ''] = execFileSync('du', ['-sk', scratch], { encoding: 'utf8' }).split('\t');
  assert.ok(Number(used) * 1024 < ROOM, `the test has ${used} kB in ${scratch}`);
}

/** Killed anywhere and run again, it ends the same; and no half path is ever at its final name. */
export function killScenarios(shell: Shell, options: KillOptions): void {
  const scratch = scratchFolder('kill-test');
  afterAll(() => {
    removeTree(scratch);
  });
  const { state = () => Promise.resolve('') } = options;
  // One Feature has an id of its own, the others that of all tests: what they leave is of the same kinds.
  const choice = new KillChoice(options, [scratch, 'my-tools', ...Object.keys(FEATURES)]);
  const tracer = makeTracer(join(scratch, 'stand-ins'), shell.path);
  const made = new Map<Name, Promise<Feature>>();
  const make = async (name: Name): Promise<Feature> => {
    const content: Omit<FeatureContent, 'required'> & { readonly dev?: string } = FEATURES[name];
    const feature = await writeFeature(join(scratch, name), { required: [base], ...content });
    if (content.dev !== undefined) write(join(feature.folder, 'install-dev.sh'), devScript(content.dev));
    return feature;
  };
  const argvOf = async ([name, ...args]: Step): Promise<string[]> => {
    const feature = made.get(name) ?? make(name);
    made.set(name, feature);
    return [...shell.argv, join((await feature).folder, 'nix-feature/install.sh'), ...args];
  };
  const envOf = (root: string, [name]: Step): Record<string, string> => ({ MODE: 'dev' in FEATURES[name] ? 'dev' : 'auto', NIX_FEATURE_ROOT: root, _REMOTE_USER: 'root', _REMOTE_USER_HOME: '/home', USERLINKS: 'true', ...options.env });
  const run = async (step: Step, root: string, what: string): Promise<void> => {
    const ran = await runToEnd(await argvOf(step), { PATH: shell.path, ...envOf(root, step) });
    assert.equal(ran.code, 0, `${what}: ${ran.said}`);
  };

  const survives = async ({ held, before, step }: Scenario): Promise<void> => {
    removeTree(join(scratch, 'prepared'));
    const prepared = makeRoot(join(scratch, 'prepared'), held);
    mkdirSync(join(prepared, 'home'));
    for (const earlier of before) await run(earlier, prepared, 'before');
    const root = join(scratch, 'root');
    const reset = (): void => {
      removeTree(root);
      execFileSync('cp', ['-a', prepared, root]);
    };
    reset();
    const kept: KeptState[] = [];
    const takes = choice.ofRun();
    const onState = (point: KillPoint, command: string): void => {
      if (!takes(point, command)) return;
      const copy = join(scratch, `state-${kept.length}`);
      // What is being written meanwhile may be gone by now: the kill itself leaves that state.
      const { status } = spawnSync('cp', ['-a', root, copy], { stdio: 'ignore' });
      kept.push({ point, what: `killed ${point.when} "${command}" (command ${point.command})`, copy: status === 0 ? copy : undefined });
    };
    const { commands } = await tracer.trace(await argvOf(step), envOf(root, step), { system: root, onState });
    assert.ok(commands.length > 20, commands.join('\n'));
    const undisturbed = { files: files(root), state: await state(root) };
    assertRoom(scratch);
    let kills = 0;
    let killed = 0;
    for (const [index, { point, what, copy }] of kept.entries()) {
      const left = copy === undefined || EVERYTHING || index % KILLED === 0 ? undefined : copy;
      if (left !== undefined) {
        removeTree(root);
        renameSync(left, root);
      } else {
        reset();
        kills += 1;
        if (await tracer.killAt(point, await argvOf(step), envOf(root, step))) killed += 1;
      }
      assertWhole(root, all, what);
      await run(step, root, what);
      assert.deepEqual(files(root), undisturbed.files, what);
      assert.equal(await state(root), undisturbed.state, what);
      if (left === undefined && copy !== undefined) removeTree(copy);
    }
    assertRoom(scratch);
    removeTree(prepared);
    assert.ok(killed >= kills / 2, `only ${killed} runs were killed, of ${kills}`);
  };

  describe(`killed in ${choice.told} that its steps leave under ${shell.name} and run again`, () => {
    for (const name of options.only ?? (Object.keys(KILL_SCENARIOS) as KillScenario[])) {
      it(`${name} ends the same`, () => survives(KILL_SCENARIOS[name]));
    }
  });
}
