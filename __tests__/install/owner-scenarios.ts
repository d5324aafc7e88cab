import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe } from '@jest/globals';
import { EVERYTHING } from '../jest/everything.ts';
import { storePath, type TestPath } from '../nix/nar-builder.ts';
import { scratchFolder, writeFeature, type Feature, type FeatureContent } from './feature-folder.ts';
import { makeTracer } from './kill.ts';
import { it } from './sampled.ts';
import { install, makeRoot, putTree, removeTree, snapshot, type Ran, type Shell } from './sandbox.ts';

const base: TestPath = { path: storePath('b', 'base'), tree: 'of the base' };
const tool: TestPath = { path: storePath('a', 'tools'), tree: { entries: { bin: { entries: { hello: { executable: 'hello' } } } } }, references: [base.path] };
/** One path, built three times: by the base, and for two Features. */
const shared: TestPath = { path: storePath('s', 'shared'), tree: { entries: { file: 'of the first Feature' } } };
const otherShared: TestPath = { ...shared, tree: { entries: { file: 'of the second Feature' } } };
const baseShared: TestPath = { ...shared, tree: { entries: { file: 'of the base', more: 'and more' } } };

function sharedIn(root: string): string {
  return readFileSync(join(root, shared.path, 'file'), 'utf8');
}

function total(counts: Readonly<Record<string, number>>): number {
  return Object.values(counts).reduce((sum, n) => sum + n, 0);
}

/** Who owns a store path, where nobody keeps a database of it. */
export function ownerScenarios(shell: Shell): void {
  const scratch = scratchFolder('owner-test');
  afterAll(() => {
    removeTree(scratch);
  });
  let count = 0;
  const fresh = (): string => join(scratch, String((count += 1)));
  const system = (...more: readonly TestPath[]): string => {
    const root = makeRoot(fresh(), [base, ...more]);
    mkdirSync(join(root, 'etc/profile.d'));
    return root;
  };
  const feature = (content: Partial<FeatureContent>): Promise<Feature> => writeFeature(fresh(), { added: [tool, shared], required: [base], ...content });
  const run = async (made: Feature, root: string, ...args: string[]): Promise<Ran> => {
    const ran = await install(shell, made, root, { script: 'nix-feature/install.sh', args });
    assert.equal(ran.code, 0, ran.said);
    return ran;
  };

  describe(`the owner of a store path under ${shell.name}`, () => {
    it.concurrent('is not a Feature that finds it there, whole', async () => {
      const root = system(shared);
      const before = snapshot(join(root, shared.path), { times: true });
      const made = await feature({});
      await run(made, root);
      assert.doesNotMatch(readFileSync(join(root, 'var/lib/nix-feature/my-tools/owned'), 'utf8'), /shared/);
      await run(made, root, '--uninstall');
      assert.deepEqual(snapshot(join(root, shared.path), { times: true }), before);
    });

    for (const [how, tree] of [
      ['with other bytes', baseShared.tree],
      ['cut short', { entries: {} }],
      ['as a file', 'a file'],
    ] as const) {
      it.concurrent(`is the base if the path was there ${how}: it is set aside, and comes back on removal`, async () => {
        const root = system({ ...shared, tree });
        const before = snapshot(root);
        const made = await feature({});
        assert.match((await run(made, root)).stderr, /shared was here before, and is not what the Feature was built with: it is another build, or damaged/);
        assert.equal(sharedIn(root), 'of the first Feature');
        assert.match((await run(made, root)).stdout, /nothing to do/);
        assert.match((await run(made, root, '--uninstall')).stdout, /shared, which was here before, is back/);
        assert.deepEqual(snapshot(root), before);
      });
    }

    it.concurrent('is the base if something lies where its own would be set aside: nothing is moved, and that is said', async () => {
      const alsoBase: TestPath = { ...tool, tree: 'another build' };
      const root = system(baseShared, alsoBase);
      const outside = `${root}.outside`;
      const place = join(root, 'nix/.nix-feature-aside', shared.path.slice('/nix/store/'.length));
      mkdirSync(join(root, 'nix/.nix-feature-aside'));
      mkdirSync(outside);
      const made = await feature({});
      // In one system, as nothing of it is changed.
      for (const kind of ['a folder', 'a file', 'a link', 'a link to nothing']) {
        if (kind === 'a folder') mkdirSync(place);
        else if (kind === 'a file') writeFileSync(place, 'x');
        else symlinkSync(kind === 'a link' ? outside : `${outside}.none`, place);
        const before = snapshot(root);
        const ran = await install(shell, made, root, { script: 'nix-feature/install.sh' });
        assert.equal(ran.code, 1, `${kind}: ${ran.said}`);
        assert.match(ran.stderr, /nix-feature-aside\/\S+-shared, its place, is taken/);
        assert.deepEqual(snapshot(root), before, kind);
        assert.deepEqual(readdirSync(outside), [], kind);
        rmSync(place, { recursive: true });
      }
      await run(made, root);
      assert.equal(sharedIn(root), 'of the first Feature');
    });

    it.concurrent('is the base again after a version that no longer has the path', async () => {
      const root = system(baseShared);
      await run(await feature({}), root);
      await run(await feature({ version: '2.0.0', added: [tool] }), root);
      assert.equal(sharedIn(root), 'of the base');
      assert.equal(existsSync(join(root, 'nix/.nix-feature-aside')), false);
      await run(await feature({}), root);
      assert.equal(sharedIn(root), 'of the first Feature');
    });

    it.concurrent('is one of two Features that have it with other bytes, and they do not swap it', async () => {
      const root = system(baseShared);
      const before = snapshot(root);
      const one = await feature({});
      const two = await feature({ id: 'second', added: [{ ...tool, path: storePath('c', 'tools-2') }, otherShared] });
      await run(one, root);
      assert.match((await run(two, root)).stdout, /shared is there already, from another build; it is kept/);
      // Where there is no flock, the lock is a folder in /nix.
      const seen = (): Record<string, string> => ({ ...snapshot(root, { times: true }), './nix': '' });
      const both = seen();
      for (const made of [one, two, one, two]) assert.match((await run(made, root)).stdout, /nothing to do/);
      assert.deepEqual(seen(), both);
      // The second goes on with what the first brought, and is not told that it is damaged.
      await run(one, root, '--uninstall');
      assert.equal(sharedIn(root), 'of the first Feature');
      const again = await run(two, root);
      assert.match(again.stdout, /nothing to do/);
      assert.equal(again.stderr, '');
      await run(two, root, '--uninstall');
      assert.deepEqual(snapshot(root), before);
    });

    it.concurrent('is the Feature that needs it, for as long as there is one, before the base has its own back', async () => {
      const root = system(baseShared);
      const before = snapshot(root);
      const one = await feature({});
      const two = await feature({ id: 'second', added: [{ ...tool, path: storePath('c', 'tools-2') }], required: [base, shared] });
      await run(one, root);
      await run(two, root);
      await run(one, root, '--uninstall');
      assert.equal(sharedIn(root), 'of the first Feature');
      assert.match(readFileSync(join(root, 'var/lib/nix-feature/second/owned'), 'utf8'), /shared/);
      assert.match((await run(two, root)).stdout, /nothing to do/);
      assert.match((await run(two, root, '--uninstall')).stdout, /shared, which was here before, is back/);
      assert.deepEqual(snapshot(root), before);
    });

    it.concurrent('is told damage from another build: its own path that was changed is mended, and nothing of that comes back', async () => {
      const root = system();
      const made = await feature({});
      await run(made, root);
      removeTree(join(root, shared.path));
      putTree(join(root, shared.path), baseShared.tree);
      assert.match((await run(made, root)).stderr, /was there, but is not what the Feature was built with/);
      await run(made, root, '--uninstall');
      assert.deepEqual(readdirSync(join(root, 'nix/store')), [base.path.slice(11)]);
    });

    it.concurrent('is nobody that a record with foreign text names: nothing outside of the store is removed', async () => {
      const root = system();
      const made = await feature({});
      await run(made, root);
      writeFileSync(join(root, 'etc/precious'), 'x');
      const owned = join(root, 'var/lib/nix-feature/my-tools/owned');
      const hostile = ['/etc/precious', '/nix/store/../../etc/precious', '/nix/store/..', '/nix/store', '/', '', '..', '$(touch x)', '/nix/store/.links'];
      writeFileSync(owned, `${readFileSync(owned, 'utf8')}${hostile.join('\n')}\n`);
      writeFileSync(join(root, 'var/lib/nix-feature/my-tools/pending'), `${hostile.join('\n')}\n`);
      await run(made, root, '--uninstall');
      assert.equal(readFileSync(join(root, 'etc/precious'), 'utf8'), 'x');
      assert.deepEqual(readdirSync(join(root, 'nix/store')), [base.path.slice(11)]);
    });
  });

  // Which commands are run depends on no shell.
  if (shell.name === 'dash' || EVERYTHING) describe(`what a change of version costs under ${shell.name}`, () => {
    it('does not grow with the number of paths or of other Features: the same commands for 3 and for 12', async () => {
      const tracer = makeTracer(join(scratch, 'stand-ins'), shell.path);
      const commandsFor = async (paths: number, others: number): Promise<Record<string, number>> => {
        const many = (name: string): TestPath[] => Array.from({ length: paths }, (_, i) => ({ path: storePath('m', `${name}-${i}`), tree: String(i) }));
        const root = system();
        for (let i = 0; i < others; i++) await run(await feature({ id: `other${i}`, added: [...many(`other${i}`), shared] }), root);
        await run(await feature({ added: [...many('one'), shared] }), root);
        const two = await feature({ version: '2.0.0', added: [...many('two'), shared] });
        const counts: Record<string, number> = {};
        const env = { NIX_FEATURE_ROOT: root, NIX_FEATURE_NIX: 'no', NIX_FEATURE_VERIFY: 'quick' };
        for (const args of [[], ['--uninstall']]) {
          for (const line of (await tracer.trace([...shell.argv, join(two.folder, 'nix-feature/install.sh'), ...args], env)).commands) {
            const [name = ''] = line.split(' ');
            counts[name] = (counts[name] ?? 0) + 1;
          }
        }
        return counts;
      };
      const few = await commandsFor(3, 1);
      assert.deepEqual(await commandsFor(12, 1), few);
      // Handing a shared path over looks at each record once.
      const more = total(await commandsFor(3, 3)) - total(few);
      assert.ok(more < 2 * 30, `${more} commands for two more Features`);
    });
  });
}
