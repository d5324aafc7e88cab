import assert from 'node:assert/strict';
import { join } from 'node:path';
import { afterAll, describe, it } from '@jest/globals';
import type { StorePath } from '../../src/nix/store/store-path.ts';
import { scratchFolder } from '../install/feature-folder.ts';
import { EVERYTHING } from '../jest/everything.ts';
import { bedrockRoot, copyInto, type BedrockAge } from '../rig/bedrock.ts';
import { run } from '../rig/command.ts';
import { buildFlake, closureOf, kindsFlake, machineArch, makeFlake } from '../rig/flakes.ts';
import { realFeature, systemOver, type System } from './install-system.ts';
import { TALKING_INSTALL, timesOf } from './install-times.ts';

const scratch = scratchFolder('install-system');
afterAll(async () => {
  await run(['rm', '-rf', scratch]); // overlays leave folders that only root may enter
});
let count = 0;
const fresh = (): string => join(scratch, String((count += 1)));

const { out } = await buildFlake(await makeFlake('base', ['curl', 'sqlite3']));
// What the base holds: the C library's closure, as a Bedrock does.
const base = (await closureOf(out)).filter((path) => /-libc6-|-libc6$|-zlib1g/.test(path));
const real = await realFeature(join(scratch, 'real'), out, base);
const kinds = await kindsFlake(join(scratch, 'kinds-flake'));
const names = await realFeature(join(scratch, 'names'), (await buildFlake(kinds, 'names')).out, [], { id: 'names' });
const chain = await realFeature(join(scratch, 'chain'), (await buildFlake(kinds, 'chain')).out, [], { id: 'chain', compression: 'gzip' });

/** Roots of one base, made once: with a database, and without. */
async function bedrock(age: BedrockAge, database: boolean): Promise<string> {
  const root = fresh();
  // Links to files that nobody changes: what is written in a system goes to its own layer. There are none between two mounts.
  await run(['sh', '-c', 'cp -al "$1" "$2" 2> /dev/null || { rm -rf "$2"; cp -a "$1" "$2"; }', 'sh', await bedrockRoot(machineArch(), age), root]);
  await run(['rm', '-rf', join(root, 'nix')]);
  await copyInto(root, base);
  if (!database) await run(['rm', '-rf', join(root, 'nix/var')]);
  return root;
}

const current = await bedrock('current', true);
const system = (lower = current): System => systemOver(lower, fresh());
const added = (document: typeof real.document): readonly StorePath[] => document.closure.filter((entry) => entry.in === 'delta').map(({ path }) => path);
const INSTALL = 'sh /feature/install.sh';

describe('in a real system the runtime', () => {
  const bedrocks = [
    { name: 'Nix 2.26 and a database', age: 'current', database: true },
    { name: 'Nix 2.26 and no database', age: 'current', database: false },
    { name: 'Nix 2.8 and no database', age: 'old', database: false },
    { name: 'the newest Nix and a database', age: 'newest', database: true },
  ] as const;
  // The same Nix with what another one has shown.
  const others = [
    { name: 'Nix 2.8 and a database', age: 'old', database: true },
    { name: 'the newest Nix and no database', age: 'newest', database: false },
  ] as const;
  for (const { name, age, database } of EVERYTHING ? [...bedrocks, ...others] : bedrocks) {
    it(`installs on a Bedrock with ${name}: verified, kept by a garbage collection, removed without a trace`, async () => {
      const here = system(age === 'current' && database ? current : await bedrock(age, database));
      const installed = await here.run(INSTALL, { feature: real.folder });
      assert.equal(installed.code, 0, installed.said);
      const paths = added(real.document).join(' ');
      const checks = [
        `nix-store --verify-path ${paths}`,
        `/opt/nix-feature/real/bin/sqlite3 --version`,
        // The others were only unpacked, and have no /etc/profile.
        age !== 'current' ? '. /etc/profile.d/nix-feature-real.sh; command -v sqlite3' : `bash -lc 'command -v sqlite3'`,
        `NIX_REMOTE=local nix-store --gc > /dev/null`,
        `nix-store --verify-path ${paths}`,
        `nix-store --verify --check-contents`,
      ];
      const checked = await here.run(checks.join(' && '));
      assert.equal(checked.code, 0, checked.said);
      assert.match(checked.stdout, /^3\..*\n\/opt\/nix-feature\/real\/bin\/sqlite3\n$/);
      const again = await here.run(INSTALL, { feature: real.folder });
      assert.match(again.stdout, /nothing to do/, again.said);
      const removed = await here.run('sh /var/lib/nix-feature/real/install.sh --uninstall');
      assert.equal(removed.code, 0, removed.said);
      const rest = await here.run('ls /nix/store | grep -v ^[.]; find / -xdev -name "*nix-feature*" -not -path "/proc/*"; nix-store --verify --check-contents');
      assert.deepEqual(rest.stdout.trim().split('\n').filter((line) => line.includes('-')).sort(), await baseNames(), rest.said);
    });
  }

  it('registers nothing over a base path that is not what it was, says so once, and is through with it', async () => {
    const spoil = `f=$(find /nix/store/*-libc6-* -type f | head -n 1); chmod u+w $f; echo x >> $f`;
    const ran = await system(await bedrock('current', false)).run(`${spoil}; ${INSTALL}; ${INSTALL}; nix-store --check-validity ${out}`, { feature: real.folder });
    assert.equal(ran.stderr.match(/nothing is registered in Nix's database/g)?.length, 1, ran.said);
    assert.match(ran.stdout, /is installed;.*\n.*nothing to do/);
    assert.equal(ran.code, 1);
  });

  it('installs where there is no Nix, and into no store at all', async () => {
    const here = system(await bedrock('current', false));
    const withoutNix = 'rm -f /usr/bin/nix*; ';
    const ran = await here.run(`${withoutNix}${INSTALL} && ${INSTALL}`, { feature: real.folder });
    assert.equal(ran.code, 0, ran.said);
    assert.match(ran.stdout, /nothing to do/);
    const bare = await here.run(`rm -rf /nix; umask 077; ${INSTALL} && stat -c %a /nix /nix/store && cat /opt/nix-feature/chain/others`, { feature: chain.folder });
    assert.equal(bare.code, 0, bare.said);
    assert.match(bare.stdout, /^755\n755$/m);
  });

  it('installs every kind of name, under dash and bash', async () => {
    for (const shell of ['dash', 'bash']) {
      const ran = await system().run(`${shell} /feature/install.sh && nix-store --verify-path ${added(names.document).join(' ')}`, { feature: names.folder });
      assert.equal(ran.code, 0, ran.said);
    }
  });

  it('says what is missing on a base that was rebuilt, and that a volume hides the store', async () => {
    const gone = await system().run(`rm -rf /nix/store/*-libc6-*; ${INSTALL}`, { feature: real.folder });
    assert.equal(gone.code, 1);
    assert.match(gone.stderr, /of the \d+ store paths that the Feature real 1\.0\.0 relies on are not here \(Debian/);
    const hidden = await system().run(INSTALL, { feature: real.folder, mounts: 'mount -t tmpfs tmpfs "$root/nix"' });
    assert.equal(hidden.code, 1);
    assert.match(hidden.stderr, /A volume is mounted over \/nix and hides/);
  });

  it('refuses who is not root, and writes nothing', async () => {
    const ran = await system().run(INSTALL, { feature: real.folder, user: 1000 });
    assert.equal(ran.code, 1);
    assert.match(ran.stderr, /needs root: this is user 1000.*\n.*sudo sh \/feature\/install\.sh/);
  });

  it('refuses a read-only store, a store on another file system, and a read-only system', async () => {
    const readOnly = await system().run(INSTALL, { feature: real.folder, mounts: 'mount --bind "$root/nix/store" "$root/nix/store"; mount -o remount,bind,ro "$root/nix/store"' });
    assert.equal(readOnly.code, 1);
    assert.match(readOnly.stderr, /can't be written to|on another file system/);
    const other = await system().run(INSTALL, { feature: chain.folder, mounts: 'mount -t tmpfs tmpfs "$root/nix/store"' });
    assert.equal(other.code, 1);
    assert.match(other.stderr, /is on another file system than \/nix/);
    const all = await system().run(INSTALL, { feature: real.folder, mounts: 'mount -o remount,ro "$root"' });
    assert.equal(all.code, 1);
    assert.match(all.stderr, /Is it read-only/);
  });

  it('finds a full disk before it writes, and leaves nothing where it fills up on the way', async () => {
    const small = await system().run(INSTALL, { feature: real.folder, mounts: 'cp -a "$root/nix" "$root/nix.old"; mount -t tmpfs -o size=40m tmpfs "$root/nix"; cp -a "$root/nix.old/." "$root/nix/"' });
    assert.equal(small.code, 1, small.said);
    assert.match(small.stderr, /not enough space for the Feature real: it needs .* free/);
    const many = await realFeature(fresh(), (await buildFlake(kinds, 'many')).out, [], { id: 'many' });
    // 5000 small files: each takes a whole page, which no sum of sizes tells.
    const full = await system().run(`${INSTALL}; echo "code $?"; find /nix -mindepth 1 -not -path '/nix/store'`, { feature: many.folder, mounts: 'mount -t tmpfs -o size=12m,mode=755 tmpfs "$root/nix"; mkdir "$root/nix/store"' });
    assert.match(full.stdout, /code 1\n$/, full.said);
    assert.match(full.stderr, /Is the disk full\?/);
  });

  it('survives garbage collections that run at the same time', async () => {
    // A base that has no roots of its own would be collected from under the Feature.
    const rooted = base.map((path) => `ln -s ${path} /nix/var/nix/gcroots/`).join('; ');
    const collect = '(while :; do nix-store --gc > /dev/null 2>&1; done) & gc=$!';
    const ran = await system().run(`${rooted}; nix-store --gc > /dev/null 2>&1; ${collect}; ${INSTALL}; code=$?; kill $gc; nix-store --verify-path ${added(real.document).join(' ')} && exit $code`, {
      feature: real.folder,
    });
    assert.equal(ran.code, 0, ran.said);
  });

  it('registers past a daemon', async () => {
    const ran = await system().run(`nix-daemon > /dev/null 2>&1 & daemon=$!; sleep 1; NIX_REMOTE=daemon ${INSTALL}; code=$?; NIX_REMOTE=daemon nix-store --check-validity ${added(real.document).join(' ')} || code=2; kill $daemon; exit $code`, {
      feature: real.folder,
    });
    assert.equal(ran.code, 0, ran.said);
  });

  it('gives paths to the owner of a store without a daemon, who can collect them', async () => {
    const here = system();
    const ran = await here.run(`echo dev:x:1000:1000::/tmp:/bin/sh >> /etc/passwd; chown -R 1000:1000 /nix; ${INSTALL} && rm /nix/var/nix/gcroots/nix-feature-real`, { feature: real.folder });
    assert.equal(ran.code, 0, ran.said);
    // By its name alone: Nix takes a path in any process's environment for one in use.
    const collected = await here.run(`nix-store --gc && ! ls -d /nix/store/*-${out.split('-').slice(1).join('-')}`, { user: 1000 });
    assert.equal(collected.code, 0, collected.said);
  });

  it('replaces a damaged path that Nix knows, and keeps another build of the same path', async () => {
    const here = system();
    const damaged = await here.run(`${INSTALL} && echo more >> ${out}/bin/sqlite3 2> /dev/null; f=$(find ${added(real.document).join(' ')} -name 'libsqlite3.so*' -type f | head -n 1); chmod u+w $f; echo x >> $f; ${INSTALL} && nix-store --verify --check-contents && ${INSTALL}`, {
      feature: real.folder,
    });
    assert.equal(damaged.code, 0, damaged.said);
    assert.match(damaged.stderr, /is not what the Feature was built with/);
    assert.match(damaged.stdout, /nothing to do/);
    const [first] = added(chain.document);
    assert.ok(first);
    const entry = `${first}\n$(nix-hash --type sha256 ${first})\n1\n\n0\n`;
    const another = await system().run(`mkdir ${first} && echo mine > ${first}/mine && printf %s "${entry}" | NIX_REMOTE=local nix-store --load-db && ${INSTALL} && cat ${first}/mine`, {
      feature: chain.folder,
    });
    assert.equal(another.code, 0, another.said);
    assert.match(another.stdout, /is there already, from another build; it is kept/);
  });

  it('costs little more than tar does, checks apart', async () => {
    const feature = { feature: real.folder };
    const plain = await timesOf(system(), 'mkdir /nix/plain; for f in /feature/nix-feature/*/layers/*; do zstd -dcq < $f | tar -xpof - -C /nix/plain; done', feature);
    const ours = await timesOf(system(), `export NIX_FEATURE_NIX=no; ${TALKING_INSTALL}`, feature);
    assert.equal(ours.checks, real.document.layers.length); // its digest; what is in it is looked at while it is unpacked
    // The transaction takes a fixed time too, and other tests run beside this one; bench/install.ts has the true ratio.
    assert.ok(ours.apart < plain.whole * 3 + 3000, `tar -x: ${plain.whole} ms; installed: ${ours.whole} ms, without the checks ${ours.apart} ms`);
    const known = await timesOf(system(), TALKING_INSTALL, feature);
    assert.equal(known.checks, ours.checks + 1); // and all of it by Nix
  });
});

async function baseNames(): Promise<string[]> {
  return (await closureOf(...base)).map((path) => path.slice('/nix/store/'.length)).sort();
}

