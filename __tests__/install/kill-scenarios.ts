import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { storePath, type TestPath } from '../nix/nar-builder.ts';
import { scratchFolder, writeFeature, type Feature } from './feature-folder.ts';
import { makeTracer } from './kill.ts';
import { makeRoot, removeTree, runToEnd, snapshot, type Shell } from './sandbox.ts';

const base: TestPath = { path: storePath('b', 'base'), tree: 'of the base' };
const lib: TestPath = { path: storePath('l', 'lib'), tree: { entries: { a: 'a', b: { entries: { c: 'c' } } } }, references: [base.path] };
const tool: TestPath = { path: storePath('a', 'tool'), tree: { entries: { bin: { entries: { run: { executable: 'run' } } } } }, references: [lib.path] };
const newer: TestPath = { path: storePath('n', 'tool-2'), tree: { entries: { bin: { entries: { go: { executable: 'go' } } } } }, references: [lib.path] };
const added = [tool, newer, lib];
const all = [...added, base];

export interface KillOptions {
  /** Every how many steps one is killed: 1 for all. */
  readonly stride: number;
  readonly env: Readonly<Record<string, string>>;
  /** More of a system's state than its files. */
  readonly state?: (root: string) => Promise<string>;
}

/** Nix's own files hold times; what its database says is compared by `state`. */
function files(root: string): Record<string, string> {
  return snapshot(root, { skip: /nix\/var\/nix\/(?!gcroots\/nix)|store\/\.links/ });
}

/** Killed anywhere and run again, it ends the same; and no half path is ever at its final name. */
export function killScenarios(shell: Shell, options: KillOptions): void {
  const scratch = scratchFolder('kill-test');
  after(() => {
    removeTree(scratch);
  });
  const { stride, state = () => Promise.resolve('') } = options;
  const tracer = makeTracer(join(scratch, 'stand-ins'), shell.path);
  const one = writeFeature(join(scratch, 'one'), { added: [tool, lib], required: [base], groups: [[tool.path], [lib.path]] });
  const two = writeFeature(join(scratch, 'two'), { version: '2.0.0', added: [newer, lib], required: [base] });
  const complement = { required: [base], complement: true };
  const oneAnywhere = writeFeature(join(scratch, 'one-anywhere'), { added: [tool, lib], ...complement });
  const twoAnywhere = writeFeature(join(scratch, 'two-anywhere'), { version: '2.0.0', added: [newer, lib], ...complement });
  const envOf = (root: string): Record<string, string> => ({ NIX_FEATURE_ROOT: root, _REMOTE_USER: 'root', _REMOTE_USER_HOME: '/home', USERLINKS: 'true', ...options.env });
  const script = (feature: Feature, ...args: string[]): string[] => [...shell.argv, join(feature.folder, 'nix-feature/install.sh'), ...args];
  const prepare = async (held: readonly TestPath[], before: readonly string[][]): Promise<string> => {
    removeTree(join(scratch, 'prepared'));
    const root = makeRoot(join(scratch, 'prepared'), held);
    mkdirSync(join(root, 'home'));
    for (const argv of before) {
      const ran = await runToEnd(argv, { PATH: shell.path, ...envOf(root) });
      assert.equal(ran.code, 0, ran.said);
    }
    return root;
  };

  const survives = (argv: readonly string[], ...before: readonly string[][]): Promise<void> => survivesOn([base], argv, ...before);
  const survivesOn = async (held: readonly TestPath[], argv: readonly string[], ...before: readonly string[][]): Promise<void> => {
    const prepared = await prepare(held, before);
    const root = join(scratch, 'root');
    const reset = (): void => {
      removeTree(root);
      execFileSync('cp', ['-a', prepared, root]);
    };
    reset();
    const commands = await tracer.trace(argv, envOf(root));
    assert.ok(commands.length > 20, commands.join('\n'));
    const undisturbed = { files: files(root), state: await state(root) };
    const whole = Object.fromEntries(all.map(({ path }) => [path, wholePath(path)]));
    let killed = 0;
    for (let step = 0; step < 2 * commands.length; step += stride) {
      const point = { command: (step >> 1) + 1, when: step % 2 === 0 ? 'before' : 'after' } as const;
      const what = `killed ${point.when} “${commands[point.command - 1]}” (command ${point.command})`;
      reset();
      if (await tracer.killAt(point, argv, envOf(root))) killed += 1;
      for (const { path } of all) if (existsSync(join(root, path))) assert.deepEqual(snapshot(join(root, path)), whole[path], `${what}: half of ${path}`);
      const again = await runToEnd(argv, { PATH: shell.path, ...envOf(root) });
      assert.equal(again.code, 0, `${what}: ${again.said}`);
      assert.deepEqual(files(root), undisturbed.files, what);
      assert.equal(await state(root), undisturbed.state, what);
    }
    removeTree(prepared);
    assert.ok(killed >= commands.length / stride, `only ${killed} runs were killed, of ${commands.length} commands`);
  };
  const wholePath = (path: string): Record<string, string> => snapshot(join(scratch, 'whole', path));
  const makeWhole = async (): Promise<void> => {
    const root = join(scratch, 'whole');
    if (existsSync(root)) return;
    makeRoot(root, [base]);
    for (const feature of [await one, await writeFeature(join(scratch, 'three'), { id: 'other', added: [newer], required: [base] })]) {
      const ran = await runToEnd(script(feature), { PATH: shell.path, ...envOf(root) });
      assert.equal(ran.code, 0, ran.said);
    }
  };

  describe(`killed at ${stride === 1 ? 'every step' : `one step in ${stride}`} under ${shell.name} and run again`, () => {
    it('an installation ends the same', async () => {
      await makeWhole();
      await survives(script(await one));
    });

    it('an upgrade ends the same', async () => {
      await makeWhole();
      await survives(script(await two), script(await one));
    });

    it('an installation with its complement ends the same', async () => {
      await makeWhole();
      await survivesOn([], script(await oneAnywhere));
    });

    it('an upgrade of what has brought its complement ends the same', async () => {
      await makeWhole();
      await survivesOn([], script(await twoAnywhere), script(await oneAnywhere));
    });

    it('a removal ends the same', async () => {
      await makeWhole();
      await survives(script(await one, '--uninstall'), script(await one));
    });
  });
}
