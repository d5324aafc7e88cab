import assert from 'node:assert/strict';
import { describe, it } from '@jest/globals';
import { parseDevShell } from '../../src/nix/builder/dev-shell.ts';

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
