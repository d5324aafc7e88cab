import assert from 'node:assert/strict';
import { describe, it } from '@jest/globals';
import * as fc from 'fast-check';
import { licenceOf, packageMeta, type PackageMeta } from '../../../src/nix/meta/package-meta.ts';
import { sourceNamespaces } from '../../../src/nix/meta/source-namespaces.ts';

const NOTHING: PackageMeta = { licences: [], maintainers: [] };

describe('the metadata of a package', () => {
  it('is kept as far as it has the shape that it should have', () => {
    const meta = packageMeta({ name: ' jq ', version: '1.7', homepage: 'https://jqlang.github.io/jq/', licences: ['mit', 'Ours', 'MIT', null, {}], maintainers: ['A <a@x.example>', 7] });
    assert.deepEqual(meta, { name: 'jq', version: '1.7', homepage: 'https://jqlang.github.io/jq/', licences: [{ id: 'MIT' }, { name: 'Ours' }], maintainers: ['A <a@x.example>'] });
  });

  for (const [what, raw] of Object.entries({
    nothing: {},
    numbers: { name: 1, version: 2, description: 3, homepage: 4, cpe: 5, licences: 6, maintainers: 7, namespace: 8 },
    objects: { name: {}, version: [], description: { a: 1 }, homepage: [], licences: { id: 'MIT' }, maintainers: {} },
    'blank texts': { name: ' ', version: '', description: '\n', licences: ['', ' '], maintainers: [''] },
    'control characters': { name: 'a\u001b[2Jb', description: 'one\ntwo', licences: ['a\u202eb'], maintainers: ['x\u0000'] },
    'texts without end': { name: 'n'.repeat(501), homepage: `https://x.example/${'p'.repeat(500)}`, licences: ['l'.repeat(501)] },
    'other addresses': { homepage: 'javascript:alert(1)' },
    'addresses with a login': { homepage: 'https://user:secret@x.example/' },
    'addresses with blanks': { homepage: 'https://x.example/a b' },
    'halves of a CPE': { cpe: 'cpe:2.3:a:foo:foo:1.2' },
    'an old CPE': { cpe: 'cpe:/a:foo:foo:1.2' },
    'odd namespaces': { namespace: '../..//x' },
  })) {
    it(`is absent if it has ${what}`, () => assert.deepEqual(packageMeta(raw), NOTHING));
  }

  it('is the same when it is read again', () => {
    const raw = fc.record({ name: fc.string(), version: fc.string(), description: fc.anything(), homepage: fc.webUrl(), licences: fc.array(fc.string()), maintainers: fc.array(fc.string()) });
    fc.assert(fc.property(raw, (given) => {
      const meta = packageMeta(given);
      const licences = meta.licences.map((licence) => ('id' in licence ? licence.id : licence.name));
      assert.deepEqual(packageMeta({ ...meta, licences }), meta);
    }));
  });

  it('takes a CPE as it is', () => {
    const cpe = String.raw`cpe:2.3:a:c\+\+:some\:thing:1.2_3:*:*:*:*:*:*:*`;
    assert.equal(packageMeta({ cpe }).cpe, cpe);
  });

  it('knows licences of the SPDX list however they are written, deprecated ones too', () => {
    assert.deepEqual(['apache-2.0', 'GPL-2.0', 'Unfree', ''].map(licenceOf), [{ id: 'Apache-2.0' }, { id: 'GPL-2.0' }, { name: 'Unfree' }, undefined]);
  });
});

describe('the repository that a package is defined in', () => {
  const narHash = 'sha256-QGYU82JW4gcc4B/d6FYxVHX5vrkrn3y4hHl4XQj03Xk=';
  const path = '/nix/store/dlha9y3886a1fh03zi6sv21q7d6z3vag-source';

  it('is known by the store path that Nix gives to an input from a forge', () => {
    const locked = { nixpkgs: { type: 'github', owner: 'NixOS', repo: 'nixpkgs', narHash }, other: { type: 'gitlab', owner: 'o', repo: 'r', narHash: 'sha256-AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=' } };
    const found = sourceNamespaces(locked);
    assert.equal(found.get(path), 'NixOS/nixpkgs');
    assert.deepEqual([...found.values()], ['NixOS/nixpkgs', 'o/r']);
  });

  it('is unknown for any other input, and for what is none', () => {
    for (const locked of [undefined, null, 7, [], {}, { a: null }, { a: { type: 'path', narHash } }, { a: { type: 'github', owner: 'o', repo: 'r' } }, { a: { type: 'github', owner: 'o', repo: 'r', narHash: 'sha1-x' } }]) {
      assert.equal(sourceNamespaces(locked).size, 0);
    }
  });
});
