import assert from 'node:assert/strict';
import { describe, it } from '@jest/globals';
import { diagnose } from '../../src/nix/flake/diagnose.ts';

const FAILS = '/nix/store/fxzy080j584arha2wk931krmsk92jql9-fails.drv';

// What Nix 2.8, 2.26 and 2.34 wrote.
const BUILDER_OLD = `these 2 derivations will be built:
  ${FAILS}
  /nix/store/x3lrqykz5migvh30m872zisxgjmgjpw3-needsfail.drv
building '${FAILS}'...
fails> line 1
error: builder for '${FAILS}' failed with exit code 3
error: 1 dependencies of derivation '/nix/store/x3lrqykz5migvh30m872zisxgjmgjpw3-needsfail.drv' failed to build
`;
const BUILDER_NEW = `building '${FAILS}'...
fails> oops
error: Cannot build '${FAILS}'.
       Reason: builder failed with exit code 3.
       Output paths:
         /nix/store/y61xa8pa4skfwmd1jwj4vsig5kd459xr-fails
error: Cannot build '/nix/store/x3lrqykz5migvh30m872zisxgjmgjpw3-needsfail.drv'.
       Reason: 1 dependency failed.
       Output paths:
         /nix/store/cz8kq2kbf7jka42dfxnwk99qa4zm8qm1-needsfail
`;
const BUILDER_WITH_LOG = `error: builder for '${FAILS}' failed with exit code 3;
       last 4 log lines:
       > line 1
`;
const HASH = `error: hash mismatch in fixed-output derivation '/nix/store/r5h0dx9s6i09rlnhl4c4dkbg4a2hhrjx-hash.drv':
         specified: sha256-LPJNul+wow4m6DsqxbninhsWHlwfp0JecwQzYpOLmCQ=
            got:    sha256-AbpHGcgLb+kRsJGnwFEktk7uzpZOCcBY74+YBdrKVGs=
`;
const ARM = '/nix/store/8dipn0kcq380z46vc4hcnnkmksrxhv4v-arm.drv';
const PLATFORM_OLD = `error: a 'aarch64-linux' with features {} is required to build '${ARM}', but I am a 'x86_64-linux' with features {benchmark, big-parallel}`;
const PLATFORM_NEW = `error: Cannot build '${ARM}'.
       Reason: platform mismatch
       Required system: 'aarch64-linux'
       Current system: 'x86_64-linux'
`;
const FEATURES_NEW = `error: Cannot build '${ARM}'.
       Reason: missing system features
       Required features: {kvm}
       Available features: {benchmark, big-parallel, nixos-test, uid-range}
`;
const ATTRIBUTE = `error: flake 'path:/tmp/f' does not provide attribute 'packages.x86_64-linux.nope', 'legacyPackages.x86_64-linux.nope' or 'nope'\n`;
const NETWORK_OLD = `warning: error: unable to download 'https://api.github.com/repos/x/y/commits/HEAD': Couldn't resolve host name (6); retrying in 2357 ms
error: unable to download 'https://api.github.com/repos/x/y/commits/HEAD?token=secret': Couldn't resolve host name (6)
(use '--show-trace' to show detailed location information)
`;
const NETWORK_NEW = `error:
       … while fetching the input 'github:x/y'

       error: unable to download 'https://api.github.com/repos/x/y/commits/HEAD': Could not resolve hostname (6) Could not resolve host: api.github.com
`;
const SYNTAX_OLD = `error: syntax error, unexpected ';'

       at /nix/store/ngyhkmpqahicad2lm4wbv8g9srzq3fdf-source/flake.nix:3:11:

            2|   outputs = { self }: {
            3|   x = 1 + ;
             |           ^
`;
const THROW_NEW = `error:
       … while calling the 'throw' builtin
         at /nix/store/wj9rd7pi8daki72y7j588dijccxffnqd-source/flake.nix:10:16:
            9|      full = mk "full" "echo 'No space left on device' >&2; exit 1";
           10|      evalerr = builtins.throw "boom";
             |                ^

       error: boom
`;

const REMOTE_OLD = `cannot build on 'ssh://root@127.0.0.1': error: cannot connect to 'root@127.0.0.1': No ED25519 host key is known for [127.0.0.1]:39391 and you have requested strict checking.
Host key verification failed.
Failed to find a machine for remote build!
error: unable to start any build; remote machines may not have all required system features.
`;
const REMOTE_NEW = `cannot build on 'ssh://root@127.0.0.1': error: cannot connect to 'root@127.0.0.1': root@127.0.0.1: Permission denied (publickey).
error:
                           Unable to start any build;
                           remote machines may not have all required system features.
`;
const REMOTE_FOREIGN = `cannot build on 'ssh://builder?ssh-key=/x/key': error: failed to start SSH connection to 'builder': ssh: Could not resolve hostname builder: Name or service not known
error: a 'aarch64-linux' with features {} is required to build '${FAILS}', but I am a 'x86_64-linux' with features {benchmark, big-parallel}
`;

describe("Nix's standard error", () => {
  it('names the derivation that failed, not those that needed it', () => {
    for (const stderr of [BUILDER_OLD, BUILDER_NEW, BUILDER_WITH_LOG]) {
      assert.deepEqual(diagnose(stderr), { kind: 'builder', derivation: FAILS, how: 'failed with exit code 3' });
    }
    const killed = diagnose(`error: builder for '${FAILS}' failed due to signal 9 (Killed)\n`);
    assert.deepEqual(killed, { kind: 'builder', derivation: FAILS, how: 'failed due to signal 9 (Killed)' });
  });

  it('tells a download with another hash', () => {
    assert.deepEqual(diagnose(HASH), {
      kind: 'hash',
      derivation: '/nix/store/r5h0dx9s6i09rlnhl4c4dkbg4a2hhrjx-hash.drv',
      specified: 'sha256-LPJNul+wow4m6DsqxbninhsWHlwfp0JecwQzYpOLmCQ=',
      got: 'sha256-AbpHGcgLb+kRsJGnwFEktk7uzpZOCcBY74+YBdrKVGs=',
    });
  });

  it('tells which system or which features are wanted', () => {
    for (const stderr of [PLATFORM_OLD, PLATFORM_NEW]) {
      assert.deepEqual(diagnose(stderr), { kind: 'platform', required: 'aarch64-linux', features: '', derivation: ARM });
    }
    assert.deepEqual(diagnose(FEATURES_NEW), { kind: 'platform', required: '', features: 'kvm', derivation: ARM });
  });

  it('tells a missing attribute, a full disk and a missing program', () => {
    assert.equal(diagnose(ATTRIBUTE).kind, 'attribute');
    assert.equal(diagnose("error: writing to file: No space left on device\n").kind, 'disk');
    assert.equal(diagnose("error: executing SQLite statement 'insert …': database or disk is full (in '/nix/var/nix/db/db.sqlite')\n").kind, 'disk');
    assert.deepEqual(diagnose("error: executing 'git': No such file or directory\n"), { kind: 'program', program: 'git' });
    const coloured = "\u001b[31;1merror:\u001b[0m executing '\u001b[35;1mgit\u001b[0m': \u001b[35;1mNo such file or directory\u001b[0m\nerror: program 'git' failed with exit code 1\n";
    assert.deepEqual(diagnose(coloured), { kind: 'program', program: 'git' });
  });

  it('is no full disk where only a source line speaks of one', () => {
    assert.equal(diagnose(THROW_NEW).kind, 'other');
  });

  it('tells what could not be downloaded, without the query string', () => {
    const url = 'https://api.github.com/repos/x/y/commits/HEAD';
    assert.deepEqual(diagnose(NETWORK_OLD), { kind: 'network', url, reason: "Couldn't resolve host name (6)" });
    assert.deepEqual(diagnose(NETWORK_NEW), {
      kind: 'network',
      url,
      reason: 'Could not resolve hostname (6) Could not resolve host: api.github.com',
    });
  });

  it('tells an output that is missing, in the words of each Nix', () => {
    for (const words of ["output 'nope'", "wanted outputs 'nope'"]) {
      assert.deepEqual(diagnose(`this derivation will be built:\n  ${FAILS}\nerror: derivation '${FAILS}' does not have ${words}\n`), { kind: 'output', output: 'nope' });
    }
  });

  it('tells what lies outside of the folder that Nix was given', () => {
    const source = '/nix/store/7102ri26lkk3d5bw8szj4lzf1zwfygsj-source';
    assert.deepEqual(diagnose("error: access to absolute path '/nix/shared' is forbidden in pure eval mode (use '--impure' to override)\n"), { kind: 'outside', message: "access to absolute path '/nix/shared' is forbidden in pure eval mode" });
    assert.equal(diagnose("error:\n       … while updating the flake input 'lib'\n\n       error: access to absolute path '/nix/lib/flake.nix' is forbidden in pure evaluation mode (use '--impure' to override)\n").kind, 'outside');
    assert.equal(diagnose("error: access to absolute path '/nix/store/shared.nix' is forbidden in pure evaluation mode\n").kind, 'outside');
    assert.deepEqual(diagnose(`error: relative path '../../lib' points outside of its parent's store path '${source}'\n`), {
      kind: 'outside',
      message: `relative path '../../lib' points outside of its parent's store path '${source}'`,
    });
    // That is impure, and no folder would help.
    for (const place of ['/etc/passwd', `${source}/x`]) assert.equal(diagnose(`error: access to absolute path '${place}' is forbidden in pure eval mode\n`).kind, 'other', place);
  });

  it('names what failed, and not that something depends on it', () => {
    const after = "error: 1 dependencies of derivation '/nix/store/x3lrqykz5migvh30m872zisxgjmgjpw3-needs.drv' failed to build\n";
    const newer = `error: Cannot build '${FAILS}'.\n       Reason: 1 dependency failed.\n       Output paths:\n         /nix/store/x\nerror: Build failed due to failed dependency\n`;
    const reasons = [
      "suspicious ownership or permission on '/nix/store/fxzy080j584arha2wk931krmsk92jql9-x'; rejecting this build output",
      "output '/nix/store/fxzy080j584arha2wk931krmsk92jql9-x' is not allowed to refer to the following paths:",
      "file '/nix/store/scvl41pmzqblpjv78ih9vdhgqjhnv67m-fifo' has an unsupported type",
      "cycle detected in build of '/nix/store/x.drv' in the references of output 'out' from output 'dev'",
    ];
    for (const reason of reasons) {
      for (const text of [`error: ${reason}\n${after}`, `error: ${reason}\nerror: build of '/nix/store/x.drv' failed\n`, `error: Cannot build '${FAILS}'.\n       Reason: ${reason}\n${newer}`]) {
        const diagnosis = diagnose(`building '${FAILS}'...\n${text}`);
        assert.ok(diagnosis.kind === 'other' && diagnosis.message === reason, JSON.stringify(diagnosis));
      }
    }
  });

  it('else gives the error itself, and the places in the source', () => {
    assert.deepEqual(diagnose(SYNTAX_OLD), {
      kind: 'other',
      message: "syntax error, unexpected ';'",
      building: false,
      at: [{ file: 'flake.nix', line: 3, column: 11 }],
    });
    assert.deepEqual(diagnose(THROW_NEW), {
      kind: 'other',
      message: 'boom',
      building: false,
      at: [{ file: 'flake.nix', line: 10, column: 16 }],
    });
    const newer = diagnose('error: boom\n  at «path:/x?narHash=y»/lib/a.nix:1:2:\n');
    assert.deepEqual(newer, { kind: 'other', message: 'boom', building: false, at: [{ file: 'lib/a.nix', line: 1, column: 2 }] });
    assert.deepEqual(diagnose(`building '${FAILS}'...\nerror: creating directory '/tmp/x': Read-only file system\n`), {
      kind: 'other',
      message: "creating directory '/tmp/x': Read-only file system",
      building: true,
      at: [],
    });
  });

  it('of a remote builder is what ssh says, if nothing else can build it', () => {
    assert.deepEqual(diagnose(REMOTE_OLD), { kind: 'remote', machine: 'ssh://***@127.0.0.1', reason: 'Host key verification failed.' });
    assert.deepEqual(diagnose(REMOTE_NEW), { kind: 'remote', machine: 'ssh://***@127.0.0.1', reason: 'root@127.0.0.1: Permission denied (publickey).' });
    assert.deepEqual(diagnose(REMOTE_FOREIGN), { kind: 'remote', machine: 'ssh://builder', reason: 'ssh: Could not resolve hostname builder: Name or service not known' });
    // What is built here in its stead may fail by itself.
    assert.equal(diagnose(`${REMOTE_OLD.split('Failed')[0]}${BUILDER_OLD}`).kind, 'builder');
  });
});
