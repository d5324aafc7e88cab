import assert from 'node:assert/strict';
import { join } from 'node:path';
import { afterAll, describe, it } from '@jest/globals';
import { scratchFolder } from '../install/feature-folder.ts';
import { bedrockRoot } from '../rig/bedrock.ts';
import { run } from '../rig/command.ts';
import { buildFlake, kindsFlake, machineArch } from '../rig/flakes.ts';
import { realFeature, systemOver, type System } from './install-system.ts';

const scratch = scratchFolder('install-nix');
afterAll(async () => {
  await run(['rm', '-rf', scratch]); // overlays leave folders that only root may enter
});
let count = 0;

const kinds = await kindsFlake(join(scratch, 'kinds-flake'));
const chain = await realFeature(join(scratch, 'chain'), (await buildFlake(kinds, 'chain')).out, [], { id: 'chain' });
const lower = await bedrockRoot(machineArch(), 'current');
const system = (): System => systemOver(lower, join(scratch, String((count += 1))));

const INSTALL = 'sh /feature/install.sh';
const PATHS = chain.document.closure.map(({ path }) => path).join(' ');
const AWAY = 'mkdir -p /away/bin; mv /usr/bin/nix* /away/bin/';
const BACK = 'mv /away/bin/nix* /usr/bin/';
/** Nix as a store path, which profiles lead to. */
const STORE_NIX = '/nix/store/nnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnn-nix-2.26.3';
const TO_STORE = `mkdir -p /nix/store; mkdir -p ${STORE_NIX}/bin; mv /usr/bin/nix* ${STORE_NIX}/bin/`;
const NO_BASE = 'rm -rf /nix';

/** Lays one more writable layer over the system, as a container has it over its image, with so many bytes free; none with `fill`. */
function layerOver(size: string, fill: boolean): string {
  return `mkdir -p "$root.layer"; mount -t tmpfs -o size=${size} tmpfs "$root.layer"; mkdir "$root.layer/upper" "$root.layer/work"
    mount -t overlay overlay -o "lowerdir=$root,upperdir=$root.layer/upper,workdir=$root.layer/work" "$root"
    mount -t proc proc "$root/proc"; mount --bind /dev "$root/dev"
    ${fill ? 'dd if=/dev/zero of="$root.layer/fill" bs=4k 2> /dev/null || true' : ''}`;
}

describe('a Feature of the image below', () => {
  for (const [what, script] of [
    ['with Nix', INSTALL],
    ['without Nix', `${AWAY}; ${INSTALL}`],
  ] as const) {
    it(`is removed on a full disk, ${what}`, async () => {
      const here = system();
      const installed = await here.run(`${NO_BASE}; ${script}`, { feature: chain.folder });
      assert.equal(installed.code, 0, installed.said);
      // Nix writes to its database, and wants room for that.
      const removed = await here.run('NIX_FEATURE_NIX=no sh /var/lib/nix-feature/chain/install.sh --uninstall && ! ls -d /nix/store/*chain* && ! ls -d /var/lib/nix-feature', { mounts: layerOver('4m', true) });
      assert.equal(removed.code, 0, removed.said);
      assert.match(removed.stdout, /chain is removed/);
    });
  }

  it('is removed on a full disk with all that Nix knows of it, out of the room that Nix keeps for that', async () => {
    const fill = 'dd if=/dev/zero of=/nix/fill bs=4k 2> /dev/null';
    const mounts = 'mkdir -p "$root/nix"; mount -t tmpfs -o size=64m,mode=755 tmpfs "$root/nix"; mkdir "$root/nix/store"';
    // No store path is named here: Nix takes what is in the environment of a process for used.
    const left = 'ls /nix/store | grep -c "^[a-z0-9]*-"; NIX_REMOTE=local nix-store --dump-db | wc -l';
    const removed = await system().run(`nix-store --init; ${INSTALL} || exit 9; ${left}; ${fill}; nix-feature-ctl remove chain || exit 8; ${left}; rm /nix/fill; nix-store --verify --check-contents`, { feature: chain.folder, mounts });
    assert.equal(removed.code, 0, removed.said);
    assert.match(removed.stdout, new RegExp(`\\n${chain.document.closure.length}\\n[1-9]\\d*\\n.*chain is removed\\n0\\n0\\n$`), removed.said);
  });

  it('stays as it is on a full disk on which Nix can note nothing, and says how it can be removed', async () => {
    const here = system();
    assert.equal((await here.run(`${NO_BASE}; nix-store --init; ${INSTALL}`, { feature: chain.folder })).code, 0);
    const state = 'find /nix/store /opt /etc/profile.d /var/lib/nix-feature -not -name log | sort';
    const before = await here.run(state);
    const refused = await here.run(`nix-feature-ctl remove chain; echo "code $?"; ${state}`, { mounts: layerOver('4m', true) });
    assert.match(refused.stderr, /the disk is full, and Nix's database can't be told that chain is removed .*\n.*Nothing was removed\. Make a little room/);
    assert.equal(refused.stdout, `code 1\n${before.stdout}`);
    const removed = await here.run('nix-feature-ctl remove chain', { mounts: layerOver('8m', false) });
    assert.equal(removed.code, 0, removed.said);
  });

  it('takes no copy of what is removed, whatever its size', async () => {
    const here = system();
    const many = await realFeature(join(scratch, 'many'), (await buildFlake(kinds, 'many')).out, [], { id: 'many' });
    assert.equal((await here.run(`${NO_BASE}; ${AWAY}; ${INSTALL}`, { feature: many.folder })).code, 0);
    const removed = await here.run('sh /var/lib/nix-feature/many/install.sh --uninstall', { mounts: layerOver('2m', false) });
    assert.equal(removed.code, 0, removed.said);
  });
});

describe('the promise about garbage collection holds for', () => {
  for (const [whose, profile] of [
    ['the remote user', '/home/dev/.nix-profile'],
    ['the remote user, in the newer place', '/home/dev/.local/state/nix/profiles/profile'],
    ['another user', '/home/other/.nix-profile'],
    ['all users', '/nix/var/nix/profiles/default'],
    ['nobody, in the store alone', ''],
  ] as const) {
    it(`a Nix in the profile of ${whose}`, async () => {
      const link = profile === '' ? 'true' : `mkdir -p ${profile.slice(0, profile.lastIndexOf('/'))}; ln -s ${STORE_NIX} ${profile}`;
      const ran = await system().run(`${NO_BASE}; ${TO_STORE}; ${link}; export _REMOTE_USER=dev _REMOTE_USER_HOME=/home/dev; ${INSTALL} && ${STORE_NIX}/bin/nix-store --check-validity ${PATHS}`, { feature: chain.folder });
      assert.equal(ran.code, 0, ran.said);
      assert.doesNotMatch(ran.stderr, /no Nix/);
    });
  }

  it('a database whose Nix is not there: a warning, and the Nix that comes back is told', async () => {
    const here = system();
    const installed = await here.run(`${NO_BASE}; nix-store --init; ${AWAY}; ${INSTALL}; ${INSTALL}`, { feature: chain.folder });
    assert.equal(installed.code, 0, installed.said);
    assert.equal(installed.stderr.match(/there is a Nix database, but no Nix/g)?.length, 1, installed.said);
    assert.match(installed.stdout, /nothing to do/);
    const told = await here.run(`${BACK}; nix-feature-ctl register && nix-store --gc > /dev/null && nix-store --verify-path ${PATHS} && nix-feature-ctl status chain`);
    assert.equal(told.code, 0, told.said);
    assert.match(told.stdout, /Nix knows the \d+ store paths of chain[\s\S]*its database knows the paths/);
  });

  it('a Nix that comes to a system that had none, when the Feature is installed again', async () => {
    const here = system();
    const installed = await here.run(`${NO_BASE}; ${AWAY}; ${INSTALL}; ls /nix/var/nix/gcroots`, { feature: chain.folder });
    assert.match(installed.stdout, /nix-feature-chain\n$/, installed.said);
    assert.equal(installed.stderr, '');
    const again = await here.run(`${BACK}; ${INSTALL}; ${INSTALL}; nix-store --gc > /dev/null; nix-store --verify-path ${PATHS}`, { feature: chain.folder });
    assert.equal(again.code, 0, again.said);
    assert.match(again.stdout, /completing chain.*\n[\s\S]*nothing to do/);
    const removed = await here.run('nix-feature-ctl remove chain; ls /nix/store | grep -v ^[.]');
    assert.equal(removed.stdout.split('\n').filter((line) => /^[a-z0-9]{32}-/.test(line)).length, 0, removed.said);
  });

  it('a user who takes the store over with a single-user Nix', async () => {
    const here = system();
    const installed = await here.run(`${NO_BASE}; ${AWAY}; ${INSTALL}; echo dev:x:1000:1000::/tmp:/bin/sh >> /etc/passwd; chown -R 1000:1000 /nix; ${BACK}`, { feature: chain.folder });
    assert.equal(installed.code, 0, installed.said);
    const theirs = await here.run(`nix-feature-ctl register && nix-store --gc > /dev/null && nix-store --verify-path ${PATHS} && cat /opt/nix-feature/chain/others`, { user: 1000 });
    assert.equal(theirs.code, 0, theirs.said);
    const removed = await here.run('nix-feature-ctl remove chain');
    assert.equal(removed.code, 0, removed.said);
  });
});
