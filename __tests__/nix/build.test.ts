import assert from 'node:assert/strict';
import { describe, it } from '@jest/globals';
import { Failure } from '../../src/kit/errors.ts';
import { parseBuildResult } from '../../src/nix/flake/build.ts';

const DRV = '/nix/store/ppm5m36g5mw4qmfp3x6gxhclwpr9nh70-multi.drv';
const OUT = '/nix/store/z96mjxdjz8jkk3mg9x6280kkixl4dpsw-multi';
const BIN = '/nix/store/0hh6zpdmn81s1bpaw0c8q6sg2yqr214d-multi-bin';
const MAN = '/nix/store/hpk1ygbqrw3vqww4wjpv29h0pz10gz1s-multi-man';

describe('the answer of nix build', () => {
  it('is the same from every Nix', () => {
    const expected = { outputs: { out: OUT }, storePath: OUT, derivation: DRV };
    for (const json of [
      `[{"drvPath":"${DRV}","outputs":{"out":"${OUT}"}}]`,
      `[{"drvPath":"${DRV}","outputs":{"out":"${OUT}"},"startTime":1795145065,"stopTime":1795145065}]`,
      `[{"drvPath":"${DRV}","outputs":{"out":{"path":"${OUT}"}}}]`,
    ]) {
      assert.deepEqual(parseBuildResult(json), expected);
    }
  });

  it('may be a bare store path', () => {
    for (const json of [`["${OUT}"]`, `[{"path":"${OUT}"}]`]) {
      assert.deepEqual(parseBuildResult(json), { outputs: { out: OUT }, storePath: OUT, derivation: undefined });
    }
  });

  it('puts bin before out, and out before all others', () => {
    const all = parseBuildResult(`[{"drvPath":"${DRV}","outputs":{"out":"${OUT}","man":"${MAN}","bin":"${BIN}"}}]`);
    assert.equal(all.storePath, BIN);
    assert.deepEqual(Object.keys(all.outputs), ['bin', 'man', 'out']);
    assert.equal(parseBuildResult(`[{"outputs":{"out":"${OUT}","man":"${MAN}"}}]`).storePath, OUT);
    assert.equal(parseBuildResult(`[{"outputs":{"man":"${MAN}","dev":"${BIN}"}}]`).storePath, BIN);
  });

  it('with an entry for each output is one result', () => {
    const json = `[{"drvPath":"${DRV}","outputs":{"man":"${MAN}"}},{"drvPath":"${DRV}","outputs":{"bin":"${BIN}"}}]`;
    assert.deepEqual(parseBuildResult(json), { outputs: { bin: BIN, man: MAN }, storePath: BIN, derivation: DRV });
  });

  it('that names nothing is a failure', () => {
    for (const json of ['', '[]', '{}', `[{"drvPath":"${DRV}","outputs":{"out":null}}]`, '["/etc/passwd"]']) {
      assert.throws(() => parseBuildResult(json), Failure, json);
    }
  });
});
