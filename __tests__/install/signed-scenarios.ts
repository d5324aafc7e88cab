import assert from 'node:assert/strict';
import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { appendFileSync, chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { afterAll, describe } from '@jest/globals';
import type { FeatureFile } from '../../src/feature/files/feature-tar.ts';
import { signedFiles } from '../../src/feature/files/signed-files.ts';
import { signDeterministically } from '../../src/provenance/sign/sign-deterministically.ts';
import { storePath, type TestPath } from '../nix/nar-builder.ts';
import { scratchFolder, SYSTEM, write, writeFeature } from './feature-folder.ts';
import { it } from './sampled.ts';
import { install, makeRoot, removeTree, snapshot, type Ran, type Shell } from './sandbox.ts';

const tool: TestPath = { path: storePath('a', 'tools'), tree: { entries: { bin: { entries: { run: { executable: 'run' } } } } } };
const KEYS = { ecdsa: generateKeyPairSync('ec', { namedCurve: 'P-256' }), ed25519: generateKeyPairSync('ed25519') };
const OTHER = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const MANIFEST = `nix-feature/${SYSTEM}/manifest`;

function pem({ publicKey }: { readonly publicKey: KeyObject }): string {
  return publicKey.export({ type: 'spki', format: 'pem' }).toString();
}

/** Signs a Feature's folder as publishing does. */
function sign(folder: string, key: KeyObject): void {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => statSync(join(folder, name)).isFile());
  const files = names.map((name): FeatureFile => ({ name, bytes: readFileSync(join(folder, name)) }));
  for (const file of signedFiles(files, (bytes) => signDeterministically(key, bytes))) {
    if ('bytes' in file) writeFileSync(join(folder, file.name), file.bytes);
  }
}

type Change = (folder: string) => void;
const put = (name: string): Change => (folder) => write(join(folder, name), 'exit 0\n');
const CHANGES: Readonly<Record<string, readonly [change: Change, says: RegExp]>> = {
  'a list of layers that was changed': [(folder) => writeFileSync(join(folder, MANIFEST), readFileSync(join(folder, MANIFEST), 'utf8').replace(/^sha256:./, 'sha256:f')), /manifest was changed/],
  'a script that was changed': [(folder) => appendFileSync(join(folder, 'install-dev.sh'), 'id\n'), /install-dev\.sh was changed/],
  'a file that is missing': [(folder) => { rmSync(join(folder, 'lib/helper.sh')); }, /lib\/helper\.sh is missing/], // prettier-ignore
  'a file more': [put('evil.sh'), /Not signed:\n.*evil\.sh/],
  'a hidden file more': [put('lib/.evil'), /Not signed:\n.*lib\/\.evil/],
  'a file more whose name begins with two dots': [put('..evil'), /Not signed:\n.*\.\.evil/],
  'a file more with a line break in its name': [put('lib/a\nb'), /there are \d+ files/],
  'a file more below the layers': [put(`nix-feature/${SYSTEM}/layers/more/evil.sh`), /Not signed:\n.*more\/evil\.sh/],
  'a file that became a link': [(folder) => { renameSync(join(folder, 'install-dev.sh'), `${folder}.moved`); symlinkSync(`${folder}.moved`, join(folder, 'install-dev.sh')); }, /install-dev\.sh is missing/], // prettier-ignore
  'a folder that became a link': [(folder) => { renameSync(join(folder, 'lib'), `${folder}.lib`); symlinkSync(`${folder}.lib`, join(folder, 'lib')); }, /lib is a link/], // prettier-ignore
  'a list that was changed with its file': [(folder) => { appendFileSync(join(folder, 'install-dev.sh'), 'id\n'); sign(folder, OTHER.privateKey); }, /the signature of its list of files is not by this key/], // prettier-ignore
  'a signature that was cut': [(folder) => { truncateSync(join(folder, 'nix-feature/signed.sig'), 10); }, /is not by this key/], // prettier-ignore
  'a signature of nothing': [(folder) => { truncateSync(join(folder, 'nix-feature/signed.sig')); }, /is not by this key/], // prettier-ignore
  'no signature': [(folder) => { rmSync(join(folder, 'nix-feature/signed.sig')); }, /is not signed, and NIX_FEATURE_KEY demands it/], // prettier-ignore
};

/** NIX_FEATURE_KEY: only what the owner of a key signed is installed. */
export function signedScenarios(shell: Shell): void {
  const scratch = scratchFolder('signed-test');
  afterAll(() => {
    removeTree(scratch);
  });
  let count = 0;
  const fresh = (): string => join(scratch, String((count += 1)));
  const signed = async (key: KeyObject = KEYS.ecdsa.privateKey): Promise<string> => {
    const { folder } = await writeFeature(fresh(), { added: [tool] });
    write(join(folder, 'install-dev.sh'), 'touch "$NIX_FEATURE_ROOT/ran"\n');
    write(join(folder, 'lib/helper.sh'), '# of the author, with a name as long as a "word" is\n');
    write(join(folder, 'lib/two words '), 'x');
    sign(folder, key);
    return folder;
  };
  const demand = (folder: string, root: string, env: Readonly<Record<string, string>> = {}): Promise<Ran> => install(shell, { folder }, root, { env: { NIX_FEATURE_KEY: pem(KEYS.ecdsa), MODE: 'secure', ...env } });
  /** The shell's commands, with others in front: their names and what they do. */
  const withCommands = (commands: Readonly<Record<string, string>>): string => {
    const folder = fresh();
    mkdirSync(folder);
    for (const [name, script] of Object.entries(commands)) writeFileSync(join(folder, name), `#!/bin/sh\n${script}\n`, { mode: 0o755 });
    return `${folder}${delimiter}${shell.path}`;
  };

  describe(`what a key demands under ${shell.name}`, () => {
    for (const [kind, key] of Object.entries(KEYS)) {
      it.concurrent(`is there in a Feature that was signed with ${kind}, also where the tools have put theirs beside it`, async () => {
        const folder = await signed(key.privateKey);
        // As the dev container tools and nix-feature export leave it.
        for (const name of ['devcontainer-features.env', 'devcontainer-features-install.sh', 'nix-feature/exported', 'dist/oci-layout', `dist/blobs/sha256/${'a'.repeat(64)}`]) write(join(folder, name), 'x');
        for (const name of ['install-dev.sh', 'lib', 'lib/helper.sh', MANIFEST]) chmodSync(join(folder, name), 0o755);
        const file = `${folder}.pem`;
        writeFileSync(file, pem(key));
        for (const NIX_FEATURE_KEY of [pem(key), file]) {
          const ran = await demand(folder, makeRoot(fresh()), { NIX_FEATURE_KEY });
          assert.equal(ran.code, 0, ran.said);
          assert.match(ran.stdout, /the \d+ files of the Feature are those that the owner of the key signed/);
        }
        const ctl = await install(shell, { folder }, makeRoot(fresh()), { script: 'nix-feature/install.sh', args: ['--ctl', 'verify', '--key', file, folder] });
        assert.equal(ctl.code, 0, ctl.said);
      });
    }

    for (const [what, [change, says]] of Object.entries(CHANGES)) {
      it.concurrent(`is not there with ${what}: nothing is run, nothing written`, async () => {
        const folder = await signed();
        change(folder);
        const root = makeRoot(fresh());
        const before = snapshot(root);
        const ran = await demand(folder, root, { MODE: 'dev' });
        assert.equal(ran.code, 1, ran.said);
        assert.match(ran.stderr, says);
        assert.deepEqual(snapshot(root), before);
        assert.equal(existsSync(join(root, 'ran')), false);
      });
    }

    it.concurrent('is never there because a command says nothing', async () => {
      const file = `${fresh()}.pem`;
      writeFileSync(file, pem(KEYS.ecdsa));
      for (const blind of ['openssl', 'sha256sum', 'cat', 'mktemp']) {
        const ran = await demand(await signed(), makeRoot(fresh()), { PATH: withCommands({ [blind]: 'exit 0' }), NIX_FEATURE_KEY: file });
        assert.equal(ran.code, 1, `${blind}: ${ran.said}`);
        assert.match(ran.stderr, /NIX_FEATURE_KEY|can't be read|temporary/, blind);
      }
      const folder = await signed();
      put('evil.sh')(folder);
      for (const blind of ['find', 'sort', 'uniq', 'cut', 'head', 'ls']) {
        const ran = await demand(folder, makeRoot(fresh()), { PATH: withCommands({ [blind]: 'exit 0' }) });
        assert.match(ran.stderr, /is not what the owner of the key .* signed/, blind);
      }
    });

    it.concurrent('is not there if openssl says so in any other words, or ends with a failure', async () => {
      const folder = await signed();
      const real = '/usr/bin/openssl';
      for (const lie of [`[ "$1" = dgst ] && { echo "Verified OK"; exit 1; }; exec ${real} "$@"`, `[ "$1" = dgst ] && { echo "Verification failure"; exit 0; }; exec ${real} "$@"`]) {
        assert.match((await demand(folder, makeRoot(fresh()), { PATH: withCommands({ openssl: lie }) })).stderr, /is not by this key/);
      }
      const old = `[ "$1" = pkeyutl ] && { echo "pkeyutl: Unrecognized flag rawin" >&2; exit 1; }; exec ${real} "$@"`;
      const ran = await demand(await signed(KEYS.ed25519.privateKey), makeRoot(fresh()), { PATH: withCommands({ openssl: old }), NIX_FEATURE_KEY: pem(KEYS.ed25519) });
      assert.match(ran.stderr, /this openssl \(.*\) can't check signatures of Ed25519 keys/);
    });

    it.concurrent('can not be checked without openssl, or with what is no key', async () => {
      const folder = await signed();
      const hide = 'nf_have() { [ "$1" != openssl ] && command -v "$1" > /dev/null 2>&1; }';
      const runtime = join(folder, 'nix-feature/install.sh');
      writeFileSync(`${folder}.sh`, `. ${runtime}\n${hide}\nnix_feature_install ${folder}/nix-feature\n`);
      const without = await install(shell, { folder: scratch }, makeRoot(fresh()), { script: `${folder.slice(scratch.length)}.sh`, env: { NIX_FEATURE_KEY: pem(KEYS.ecdsa) } });
      assert.match(without.stderr, /openssl, which checks it, is missing\.\n.*install.* openssl/);
      for (const NIX_FEATURE_KEY of ['/nowhere/key', 'no key', pem(KEYS.ecdsa).replace(/\n.{8}/, '\nAAAAAAAA')]) {
        const ran = await demand(folder, makeRoot(fresh()), { NIX_FEATURE_KEY });
        assert.equal(ran.code, 1);
        assert.match(ran.stderr, /the key in NIX_FEATURE_KEY (?:can't be read|is not a public key)/);
      }
    });
  });
}
