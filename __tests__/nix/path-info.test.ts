import assert from 'node:assert/strict';
import { describe, it } from '@jest/globals';
import { Failure } from '../../src/kit/errors.ts';
import { closureSize } from '../../src/nix/store/closure.ts';
import { parseClosure } from '../../src/nix/store/path-info.ts';
import { parseStorePath } from '../../src/nix/store/store-path.ts';

const TOOL = parseStorePath('/nix/store/a9n261jfx9raza17k5sgp08zq45mc777-tool');
const DEP = parseStorePath('/nix/store/flzn24zi6q7x0wkakd7wc0h33cji9jbr-dep');
const EXPECTED = [
  {
    path: TOOL,
    narHash: 'sha256-U2htIn3Dt1afqjpc3nj2bX9FMA4sux/hTmBiAt36I3o=',
    narSize: 160,
    references: [DEP],
    deriver: '/nix/store/gfxna278nnn8q8y8w6hdazl4bpzs3zqw-tool.drv',
    ca: null,
  },
  {
    path: DEP,
    narHash: 'sha256-e9vJ5kB9nT7UCtxk10a+Y2a19Y7maMawKGYAi771cgI=',
    narSize: 120,
    references: [],
    deriver: '/nix/store/cvagx4sxyz8ys9l5chh80kqqbklxiaxc-dep.drv',
    ca: null,
  },
];

// What each Nix wrote for the same two paths.
const NIX_2_8 =
  '[{"path":"/nix/store/a9n261jfx9raza17k5sgp08zq45mc777-tool","narHash":"sha256-U2htIn3Dt1afqjpc3nj2bX9FMA4sux/hTmBiAt36I3o=","narSize":160,"references":["/nix/store/flzn24zi6q7x0wkakd7wc0h33cji9jbr-dep"],"deriver":"/nix/store/gfxna278nnn8q8y8w6hdazl4bpzs3zqw-tool.drv","registrationTime":1795144853,"ultimate":true},{"path":"/nix/store/flzn24zi6q7x0wkakd7wc0h33cji9jbr-dep","narHash":"sha256-e9vJ5kB9nT7UCtxk10a+Y2a19Y7maMawKGYAi771cgI=","narSize":120,"references":[],"deriver":"/nix/store/cvagx4sxyz8ys9l5chh80kqqbklxiaxc-dep.drv","registrationTime":1795144853,"ultimate":true}]';
const NIX_2_26 =
  '{"/nix/store/a9n261jfx9raza17k5sgp08zq45mc777-tool":{"ca":null,"deriver":"/nix/store/gfxna278nnn8q8y8w6hdazl4bpzs3zqw-tool.drv","narHash":"sha256-U2htIn3Dt1afqjpc3nj2bX9FMA4sux/hTmBiAt36I3o=","narSize":160,"references":["/nix/store/flzn24zi6q7x0wkakd7wc0h33cji9jbr-dep"],"registrationTime":1795145065,"signatures":[],"ultimate":true},"/nix/store/flzn24zi6q7x0wkakd7wc0h33cji9jbr-dep":{"ca":null,"deriver":"/nix/store/cvagx4sxyz8ys9l5chh80kqqbklxiaxc-dep.drv","narHash":"sha256-e9vJ5kB9nT7UCtxk10a+Y2a19Y7maMawKGYAi771cgI=","narSize":120,"references":[],"registrationTime":1795145065,"signatures":[],"ultimate":true}}';
const NIX_2_34 = NIX_2_26.replaceAll('"ultimate":true', '"storeDir":"/nix/store","ultimate":true,"version":1');
const NIX_2_34_FORMAT_2 =
  '{"info":{"a9n261jfx9raza17k5sgp08zq45mc777-tool":{"ca":null,"deriver":"gfxna278nnn8q8y8w6hdazl4bpzs3zqw-tool.drv","narHash":"sha256-U2htIn3Dt1afqjpc3nj2bX9FMA4sux/hTmBiAt36I3o=","narSize":160,"references":["flzn24zi6q7x0wkakd7wc0h33cji9jbr-dep"],"registrationTime":1795145071,"signatures":[],"storeDir":"/nix/store","ultimate":true,"version":2},"flzn24zi6q7x0wkakd7wc0h33cji9jbr-dep":{"ca":null,"deriver":"cvagx4sxyz8ys9l5chh80kqqbklxiaxc-dep.drv","narHash":"sha256-e9vJ5kB9nT7UCtxk10a+Y2a19Y7maMawKGYAi771cgI=","narSize":120,"references":[],"registrationTime":1795145071,"signatures":[],"storeDir":"/nix/store","ultimate":true,"version":2}},"storeDir":"/nix/store","version":2}';
const STRUCTURED_HASHES = NIX_2_34_FORMAT_2.replaceAll(/"sha256-([^"]+)"/g, '{"algorithm":"sha256","format":"base64","hash":"$1"}');
const NIX32_HASHES = NIX_2_26.replaceAll('sha256-U2htIn3Dt1afqjpc3nj2bX9FMA4sux/hTmBiAt36I3o=', 'sha256:0yh3zcf048k0xrgiz6hx61qlazbxdjvgslwimyg9czw37xs6ns2k');

const info = (references: readonly string[]): object => ({ narHash: EXPECTED[0]?.narHash, narSize: 1, references });
const ca = (value: unknown): unknown => {
  const json = JSON.stringify({ [DEP]: { ...info([]), ca: value } });
  return parseClosure(json, 'the host').get(DEP)?.ca;
};

describe('the answer of nix path-info', () => {
  const answers = { NIX_2_8, NIX_2_26, NIX_2_34, NIX_2_34_FORMAT_2, STRUCTURED_HASHES };
  for (const [name, json] of Object.entries(answers)) {
    it(`is the same closure in the form of ${name}`, () => {
      assert.deepEqual([...parseClosure(json, 'the host').values()], EXPECTED);
    });
  }

  it('has its hashes as SRI, however they were written', () => {
    assert.match(parseClosure(NIX32_HASHES, 'the host').get(TOOL)?.narHash ?? '', /^sha256-[A-Za-z0-9+/]{43}=$/);
  });

  it('is sorted, and so are its references', () => {
    const a = `/nix/store/${'1'.repeat(32)}-a`;
    const b = `/nix/store/${'2'.repeat(32)}-b`;
    const closure = parseClosure(JSON.stringify({ [b]: info([b, a]), [a]: info([]) }), 'the host');
    assert.deepEqual([...closure.keys()], [a, b]);
    assert.deepEqual(closure.get(parseStorePath(b))?.references, [a, b]);
    assert.equal(closureSize(closure), 2);
  });

  it('knows content addresses as text and as objects', () => {
    const hash = 'sha256-LPJNul+wow4m6DsqxbninhsWHlwfp0JecwQzYpOLmCQ=';
    const nix32 = 'sha256:094qif9n4cq4fdg459qzbhg1c6wywawwaaivx0k0x8xhbyx4vwic';
    assert.equal(ca('fixed:r:sha256:x'), 'fixed:r:sha256:x');
    assert.equal(ca({ method: 'nar', hash }), `fixed:r:${nix32}`);
    assert.equal(ca({ method: 'flat', hash: { algorithm: 'sha256', format: 'sri', hash } }), `fixed:${nix32}`);
    assert.equal(ca({ method: 'text', hash }), `text:${nix32}`);
    for (const none of [null, undefined, '']) assert.equal(ca(none), null);
  });

  it('may have no deriver', () => {
    for (const deriver of [null, undefined, '', 'unknown-deriver', '/nix/store/unknown-deriver']) {
      const json = JSON.stringify([{ path: DEP, narHash: EXPECTED[0]?.narHash, narSize: 1, references: [], deriver }]);
      assert.equal(parseClosure(json, 'the host').get(DEP)?.deriver, null);
    }
  });

  it('about a path that is not valid is a failure that names it', () => {
    for (const json of [`[{"path":"${DEP}","valid":false}]`, `{"${DEP}":null}`]) {
      assert.throws(() => parseClosure(json, 'the host'), { name: 'Failure', message: `${DEP} is not a valid path in the Nix store of the host.` });
    }
  });

  it('that lacks a reference is a failure that names both', () => {
    const json = JSON.stringify([{ path: TOOL, narHash: EXPECTED[0]?.narHash, narSize: 1, references: [DEP] }]);
    assert.throws(() => parseClosure(json, 'a container of x'), /a container of x is damaged: \S+-tool refers to \S+-dep/);
  });

  it('in a form that is not known is a failure, not a guess', () => {
    for (const json of ['', 'null', '7', '{"a":1}', `{"${DEP}":{"narSize":"1"}}`, `{"${DEP}":7}`]) {
      assert.throws(() => parseClosure(json, 'the host'), Failure, json);
    }
    const elsewhere = JSON.stringify({ [DEP]: { narHash: EXPECTED[0]?.narHash, narSize: 1, references: [], storeDir: '/gnu/store' } });
    assert.throws(() => parseClosure(elsewhere, 'the host'), /stores elsewhere than \/nix\/store/);
  });

  it('with 100 000 paths is read whole', () => {
    const paths = Array.from({ length: 100_000 }, (_, i) => `/nix/store/${String(i).padStart(32, '0')}-package-${i}`);
    const entries = paths.map((path, i) => [
      path,
      { ca: null, deriver: `${path}.drv`, narHash: EXPECTED[0]?.narHash, narSize: i, references: paths.slice(Math.max(0, i - 8), i + 1), signatures: [] },
    ]);
    const json = JSON.stringify(Object.fromEntries(entries));
    assert.equal(parseClosure(json, 'the host').size, 100_000);
  });
});
