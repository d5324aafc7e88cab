import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, describe } from '@jest/globals';
import { EVERYTHING } from '../jest/everything.ts';
import { storePath, type TestPath } from '../nix/nar-builder.ts';
import { scratchFolder, SYSTEM, write, writeFeature, type Feature } from './feature-folder.ts';
import { it } from './sampled.ts';
import { install, makeRoot, removeTree, snapshot, type Ran, type Shell } from './sandbox.ts';

const base: TestPath = { path: storePath('b', 'base'), tree: 'of the base' };
const tool: TestPath = { path: storePath('a', 'tools'), tree: { entries: { bin: { entries: { hello: { executable: 'hello' } } } } }, references: [base.path] };

/** Which field of a line is a number: each is read as one by some part of the runtime. */
const NUMBERS: readonly (readonly [file: string, field: number])[] = [
  ['manifest', 1],
  ['manifest', 5],
  ['paths', 2],
  ['requires', 2],
  ['complement-manifest', 1],
  ['complement-manifest', 5],
  ['complement-paths', 2],
];

/** What is none, and what a shell would calculate with. */
const NO_NUMBERS = ['x[$(touch${IFS}marker)]', '$(touch${IFS}marker)', 'nf_id', '010', '-1', '1e3', '9'.repeat(30)] as const;

/** What a bundle is like that was cut short. */
const UNWHOLE: readonly (readonly [what: string, file: string, text: string | undefined, why: RegExp])[] = [
  ['no list of paths', 'paths', undefined, /there is no .*paths\./],
  ['no list of what it relies on', 'requires', undefined, /there is no .*requires\./],
  ['no name of its output', 'env-path', undefined, /there is no .*env-path\./],
  ['an empty list of paths', 'paths', '', /-tools, the output of my-tools, is neither in .*paths nor in .*requires/],
  ['another output', 'env-path', `${storePath('9', 'gone')}\n`, /-gone, the output of my-tools, is neither/],
];

const FOLDERS = ['opt', 'opt/nix-feature', 'var', 'var/lib', 'var/lib/nix-feature', 'var/lib/nix-feature/my-tools', 'nix/var', 'nix/var/nix', 'nix/var/nix/gcroots'];

const FILES = [
  'nix/.nix-feature-staging-my-tools',
  'nix/.nix-feature-damaged',
  'etc/profile.d/nix-feature-my-tools.sh',
  'etc/profile.d/nix-feature-my-tools.sh.new',
  'opt/nix-feature/my-tools.new',
  ...['pending', 'pending.new', 'owned.new', 'paths', 'paths.new', 'install.sh', 'install.sh.new', 'options', 'registered', 'links', 'links.new'].map((name) => `var/lib/nix-feature/my-tools/${name}`),
];

/** What development mode writes among its records. */
const RECORDS = ['feature.env', 'feature.env.new', 'install.sh', 'install.sh.new', 'mode', 'runtime', 'dev-notes', 'dev-notes.new', 'environment', 'links'];

/** Without what stands in them an installation is whole all the same. Of two, none is in the other. */
const PASSED_BY = [['etc', 'home'], ['etc/profile.d', 'home/.local'], ['home/.local/bin']] as const;

/** All in one system, as none of them keeps another from being met; in a run of everything, each in a system of its own. */
function alone(places: readonly string[]): readonly (readonly string[])[] {
  return EVERYTHING ? places.map((place) => [place]) : [places];
}

const named = (places: readonly string[]): string => places.join(', ');

/** What a hostile Feature, or a hostile image below NIX_FEATURE_ROOT, does not get. */
export function guardScenarios(shell: Shell): void {
  const scratch = scratchFolder('guard-test');
  afterAll(() => {
    removeTree(scratch);
  });
  let count = 0;
  const fresh = (): string => join(scratch, String((count += 1)));
  const feature = (): Promise<Feature> => writeFeature(fresh(), { added: [tool], required: [base], complement: true });
  const devFeature = async (): Promise<Feature> => {
    const made = await feature();
    write(join(made.folder, 'install-dev.sh'), `set -eu\nmkdir -p "$NIX_FEATURE_PREFIX/bin"\necho x > "$NIX_FEATURE_PREFIX/bin/x"\necho note >> "$NIX_FEATURE_NOTES"\ntouch "${made.folder}/ran"\n`);
    return made;
  };
  const refusesDev = async (root: string, place: string): Promise<void> => {
    const made = await devFeature();
    const ran = await install(shell, made, root, { env: { MODE: 'dev' } });
    assert.equal(ran.code, 1, ran.said);
    assert.match(ran.stderr, new RegExp(`${place} is a symbolic link .*nothing is written through it`));
    assert.equal(existsSync(join(made.folder, 'ran')), false, 'install-dev.sh was not run');
  };
  const env = { _REMOTE_USER: 'root', _REMOTE_USER_HOME: '/home', USERLINKS: 'true' };
  const run = (made: Feature, root: string, ...args: string[]): Promise<Ran> => install(shell, made, root, { env, script: 'nix-feature/install.sh', args });
  /** A system in which places are links to folders outside of it. */
  const systemWithLinks = (places: readonly string[]): { readonly root: string; readonly outside: string } => {
    const root = makeRoot(fresh(), [base]);
    const outside = `${root}.outside`;
    mkdirSync(join(root, 'home'));
    mkdirSync(outside);
    for (const [at, place] of places.entries()) {
      const target = join(outside, String(at));
      mkdirSync(dirname(join(root, place)), { recursive: true });
      if (existsSync(join(root, place))) renameSync(join(root, place), target);
      else mkdirSync(target);
      writeFileSync(join(target, 'file'), 'of somebody else');
      symlinkSync(target, join(root, place));
    }
    return { root, outside };
  };

  describe(`under ${shell.name}, the text of a Feature`, () => {
    for (const [at, [file, field]] of NUMBERS.entries()) {
      it.concurrent(`is never calculated with unless it is digits: field ${field + 1} of ${file}`, async () => {
        // One check reads all of them: each text is tried, and each field with one of them.
        for (const text of EVERYTHING ? NO_NUMBERS : [NO_NUMBERS[at % NO_NUMBERS.length] ?? '']) {
          const made = await feature();
          const name = join(made.folder, 'nix-feature', SYSTEM, file);
          const fields = readFileSync(name, 'utf8').trimEnd().split(' ');
          writeFileSync(name, `${fields.with(field, text.replace('marker', join(scratch, 'marker'))).join(' ')}\n`);
          const ran = await run(made, makeRoot(fresh(), file.startsWith('complement') ? [] : [base]));
          assert.equal(ran.code, 1, `${text}: ${ran.said}`);
          assert.match(ran.stderr, /a size in .* which is not a number/);
          assert.equal(existsSync(join(scratch, 'marker')), false);
        }
      });
    }

    for (const [what, file, text, why] of UNWHOLE) {
      it.concurrent(`is refused before anything is written if it has ${what}`, async () => {
        const made = await feature();
        const name = join(made.folder, 'nix-feature', SYSTEM, file);
        if (text === undefined) rmSync(name);
        else writeFileSync(name, text);
        const root = makeRoot(fresh(), [base]);
        const before = snapshot(root);
        const ran = await run(made, root);
        assert.equal(ran.code, 1, ran.said);
        assert.match(ran.stderr, why);
        assert.match(ran.stderr, /is incomplete: get it again/);
        assert.deepEqual(snapshot(root), before);
      });
    }

    it.concurrent('names no layer outside of the folders where layers are', async () => {
      const made = await feature();
      const name = join(made.folder, 'nix-feature', SYSTEM, 'manifest');
      writeFileSync(name, `${readFileSync(name, 'utf8').trimEnd().split(' ').with(4, '../../../etc/passwd').join(' ')}\n`);
      assert.match((await run(made, makeRoot(fresh(), [base]))).stderr, /is not the name of a layer's file/);
    });
  });

  describe(`a link in the system is not followed under ${shell.name}:`, () => {
    for (const place of FOLDERS) {
      it.concurrent(`${place}, which is refused`, async () => {
        const { root, outside } = systemWithLinks([place]);
        const before = snapshot(outside, { times: true });
        const ran = await run(await feature(), root);
        assert.equal(ran.code, 1, ran.said);
        assert.match(ran.stderr, new RegExp(`${place} is a symbolic link .*nothing is written through it`));
        assert.deepEqual(snapshot(outside, { times: true }), before);
        assert.equal((await run(await feature(), root, '--uninstall')).code, 1);
        assert.deepEqual(snapshot(outside, { times: true }), before);
      });
    }

    for (const place of ['opt/nix-feature', 'opt/nix-feature/.dev', 'opt/nix-feature/.dev/my-tools', 'opt/nix-feature/.dev/.my-tools', 'var/lib', 'var/lib/nix-feature', 'var/lib/nix-feature/my-tools']) {
      it.concurrent(`${place}, which development mode refuses`, async () => {
        const { root, outside } = systemWithLinks([place]);
        const before = snapshot(outside, { times: true });
        await refusesDev(root, place);
        assert.deepEqual(snapshot(outside, { times: true }), before);
      });
    }

    for (const place of ['nix/store', 'nix', 'opt/nix-feature', 'var/lib/nix-feature/my-tools']) {
      it.concurrent(`${place}, when development mode takes the place of store paths`, async () => {
        const root = makeRoot(fresh(), [base]);
        const ran = await run(await feature(), root);
        assert.equal(ran.code, 0, ran.said);
        const outside = `${root}.outside`;
        renameSync(join(root, place), outside);
        symlinkSync(outside, join(root, place));
        const before = snapshot(outside, { times: true });
        await refusesDev(root, place);
        assert.deepEqual(snapshot(outside, { times: true }), before);
      });
    }

    for (const names of alone(RECORDS)) {
      it.concurrent(`${named(names)} in var/lib/nix-feature/my-tools, which make way for those of development mode`, async () => {
        for (const target of ['.', 'file']) {
          const { root, outside } = systemWithLinks([]);
          for (const [at, name] of names.entries()) {
            const place = join(root, 'var/lib/nix-feature/my-tools', name);
            mkdirSync(dirname(place), { recursive: true });
            mkdirSync(join(outside, String(at)));
            writeFileSync(join(outside, String(at), 'file'), 'of somebody else');
            symlinkSync(join(outside, String(at), target), place);
          }
          const before = snapshot(outside, { times: true });
          const ran = await install(shell, await devFeature(), root, { env: { MODE: 'dev' } });
          assert.equal(ran.code, 0, ran.said);
          assert.deepEqual(snapshot(outside, { times: true }), before);
        }
      });
    }

    for (const places of PASSED_BY.flatMap((each) => alone(each))) {
      it.concurrent(`${named(places)}, with a warning for each`, async () => {
        const { root, outside } = systemWithLinks(places);
        const before = snapshot(outside, { times: true });
        const made = await feature();
        const ran = await run(made, root);
        assert.equal(ran.code, 0, ran.said);
        for (const place of places) assert.match(ran.stderr, new RegExp(`${place} is a (symbolic )?link`));
        assert.match((await run(made, root)).stdout, /nothing to do/);
        assert.equal((await run(made, root, '--uninstall')).code, 0);
        assert.deepEqual(snapshot(outside, { times: true }), before);
      });
    }

    for (const places of alone(FILES)) {
      it.concurrent(`${named(places)}, which make way for ours`, async () => {
        const { root, outside } = systemWithLinks(places);
        const before = snapshot(outside, { times: true });
        const made = await feature();
        const ran = await run(made, root);
        assert.equal(ran.code, 0, ran.said);
        assert.equal((await run(made, root, '--uninstall')).code, 0);
        assert.deepEqual(snapshot(outside, { times: true }), before);
      });
    }
  });
}
