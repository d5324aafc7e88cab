import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { describe, it } from '@jest/globals';
import { type DevShell, parseDevShell } from '../../src/nix/builder/dev-shell.ts';
import { constantsOf, profileText, shellPackage, storePathsIn } from '../../src/nix/builder/shell-package.ts';

const STORE = '/nix/store/00000000000000000000000000000000-tool';
const VARIABLES = { A: "it's", LINES_OF: 'a\nb', HOME_OF: `${STORE}/lib`, DOLLAR: '$x', ARCH: 'linux-x86_64', XDG_DATA_DIRS: '/x/share' };
const SHELL: DevShell = { path: [`${STORE}/bin`, '/usr/bin'], variables: VARIABLES, hook: 'HOOKED=1', builder: '/bin/bash' };

function sourced(profile: string, shell: string, env: Record<string, string>): Record<string, string> {
  const text = execFileSync(shell, ['-c', `${profile}\nenv -0`], { env: { PATH: '/usr/bin:/bin', ...env }, encoding: 'utf8' });
  return Object.fromEntries(text.split('\0').map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]));
}

function hooked(shell: string, hook: boolean): string | undefined {
  return sourced(`set -a\n${profileText(SHELL, hook)}`, shell, {})['HOOKED'];
}

describe('a shell that is shipped', () => {
  it('says of every process what is the same everywhere, and nothing else', () => {
    assert.deepEqual(constantsOf(SHELL), { A: "it's" });
    const inherited = { ...SHELL, variables: { constructor: '$x', valueOf: 'a\nb' } };
    assert.match(profileText(inherited, false), /export constructor='\$x'\n.*export valueOf='a\nb'/);
  });

  it('says the rest to login shells, and lets what is set already be', () => {
    for (const shell of ['/bin/sh', '/bin/bash']) {
      const { LINES_OF, HOME_OF, DOLLAR, ARCH, XDG_DATA_DIRS } = sourced(profileText(SHELL, false), shell, { ARCH: 'mine', XDG_DATA_DIRS: '/usr/share' });
      assert.deepEqual({ LINES_OF, HOME_OF, DOLLAR, ARCH, XDG_DATA_DIRS }, { LINES_OF: 'a\nb', HOME_OF: `${STORE}/lib`, DOLLAR: '$x', ARCH: 'mine', XDG_DATA_DIRS: '/x/share:/usr/share' });
    }
    const twice = `${profileText(SHELL, false)}${profileText(SHELL, false)}`;
    assert.equal(sourced(twice, '/bin/sh', {})['XDG_DATA_DIRS'], '/x/share');
  });

  it('runs its hook in bash alone, and only if it is asked to', () => {
    assert.deepEqual([hooked('/bin/bash', true), hooked('/bin/bash', false), hooked('/bin/dash', true)], ['1', undefined, undefined]);
  });

  it('runs a hook that only bash can read, and lets other shells come to their end', () => {
    const hooks = ['list=(1 2)\nHOOKED=${list[1]}', "[[ a =~ (a|b) ]] && HOOKED='2'", 'f() { cat <<< 2; }; HOOKED=$(f)', 'cat > /dev/null <<EOF\nx\nEOF\nHOOKED=2 # it\'s', 'HOOKED=2; return 0', 'fi; HOOKED=1', 'if true; then'];
    for (const hook of hooks) {
      const script = `set -au; HOOKED=2; enter() { eval "$PROFILE"; }; enter 2> /dev/null`;
      const profile = profileText({ ...SHELL, hook }, true);
      for (const shell of ['/bin/bash', '/bin/dash']) {
        const env = sourced(script, shell, { PROFILE: profile });
        assert.deepEqual([env['HOOKED'], env['DOLLAR']], ['2', '$x'], `${shell}: ${hook}`);
      }
    }
  });

  it('names to Nix the store paths that are in its texts', () => {
    const code = shellPackage('x-shell', 'x86_64-linux', { shell: SHELL, hook: false, builder: '/bin/bash' });
    assert.ok(code.includes(`[ "${STORE}" ]`), code);
    assert.deepEqual(storePathsIn(`${STORE}/bin:${STORE} /nix/store/short-x`), [STORE]);
    // What an argument may have is counted in bytes, of all that Nix is told.
    assert.doesNotMatch(code, /direnv/);
    const entered = shellPackage('x-shell', 'x86_64-linux', { shell: SHELL, hook: false, direnv: true, builder: '/bin/bash' });
    assert.ok(entered.includes(String.raw`eval \"$(direnv hook bash)\"`) && entered.includes('the shell has no direnv'), entered);
    assert.ok(!entered.includes('DIRENV_CONFIG'));
    const share = `${STORE.replace(/-.*/, '-nix-direnv-3.0.6')}/share`;
    const nixDirenv = shellPackage('x-shell', 'x86_64-linux', { shell: { ...SHELL, variables: { XDG_DATA_DIRS: `/x/share:${share}` } }, hook: false, direnv: true, builder: '/bin/bash' });
    assert.ok(nixDirenv.includes(`export DIRENV_CONFIG='${share}/nix-direnv'; eval`), nixDirenv);
    for (const large of ['é'.repeat(90_000), '"'.repeat(90_000), `${STORE}/`.repeat(3000)]) assert.throws(() => shellPackage('x', 'x86_64-linux', { shell: { ...SHELL, variables: { A: `${STORE}${large}` } }, hook: false, builder: '/bin/bash' }), /the limit is/);
    assert.throws(() => shellPackage('x', 'x86_64-linux', { shell: { ...SHELL, variables: { A: `${STORE}${'a'.repeat(200_000)}` } }, hook: false, builder: '/bin/bash' }), /The variables of the shell take 2\d{5} bytes; the limit is 131071/);
  });
});

function printed(variables: Record<string, unknown>): string {
  return JSON.stringify({ bashFunctions: { f: 'echo' }, variables });
}

const exported = (value: unknown): unknown => ({ type: 'exported', value });

describe('what nix print-dev-env says of a shell', () => {
  it('is PATH, variables and a hook, without what says how a derivation is built', () => {
    const building = ['stdenv', 'builder', 'nativeBuildInputs', 'buildInputs', 'propagatedBuildInputs', 'depsBuildTarget', 'configureFlags', 'buildPhase', 'postInstallPhase', 'doCheck', 'out', 'outputs', 'name', 'system', '__structuredAttrs', 'NIX_BUILD_CORES'];
    const outside = ['HOME', 'TMPDIR', 'TEMP', 'SHELL', 'TERM', 'TZ', 'SSL_CERT_FILE', 'NIX_BUILD_TOP', 'PWD', 'OLDPWD'];
    const theirs = { CC: 'gcc', NIX_CFLAGS_COMPILE: '-isystem /x', GREETING: 'a\nb', PYTHONPATH: '/nix/store/x', IN_NIX_SHELL: 'impure', outputDir: 'dist', nameOfIt: 'x', buildTarget: 'y' };
    const variables = Object.fromEntries([...building, ...outside].map((name) => [name, exported('1')]));
    const shell = parseDevShell(printed({
      ...variables,
      ...Object.fromEntries(Object.entries(theirs).map(([name, value]) => [name, exported(value)])),
      PATH: exported('/a/bin:/path-not-set::/b/bin:relative:/a/bin'),
      shellHook: { type: 'var', value: 'echo hi' },
      LIST: { type: 'array', value: ['a'] },
      UNSET: { type: 'var', value: 'x' },
      'not-a-name': exported('x'),
      'BASH_FUNC_x%%': exported('() { :; }'),
    }));
    assert.deepEqual(shell, { path: ['/a/bin', '/b/bin'], variables: Object.fromEntries(Object.entries(theirs).sort(([a], [b]) => (a < b ? -1 : 1))), hook: 'echo hi', builder: '1' });
  });

  it('is nothing of a shell that has nothing', () => {
    assert.deepEqual(parseDevShell(printed({})), { path: [], variables: {}, hook: '', builder: '/bin/bash' });
    assert.deepEqual(parseDevShell(printed({ shellHook: exported(' \n'), PATH: exported('/path-not-set') })), { path: [], variables: {}, hook: '', builder: '/bin/bash' });
  });

  it('is refused where it is something else', () => {
    for (const text of ['', '[]', '{}', '{"variables":[]}', '{"variables":{"A":1}}', '{"variables":{"A":{"type":2}}}']) {
      assert.throws(() => parseDevShell(text), /^Failure: "nix print-dev-env --json" wrote something that can't be read: /, text);
    }
  });
});
