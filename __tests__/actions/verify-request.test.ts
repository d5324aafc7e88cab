import assert from 'node:assert/strict';
import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, test } from '@jest/globals';
import type { InputReader } from '../../src/actions/inputs/inputs.ts';
import { shownValue } from '../../src/actions/inputs/redact.ts';
import { VERIFY_INPUTS } from '../../src/actions/inputs/verify-inputs.ts';
import { readVerifyRequest } from '../../src/actions/requests/read-verify-request.ts';
import { InputError } from '../../src/kit/errors.ts';
import type { VerifyRequest } from '../../src/verify/request.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'verify-request-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const { publicKey, privateKey } = generateKeyPairSync('ed25519');
const PEM = publicKey.export({ type: 'spki', format: 'pem' }).toString();
const REF = 'ghcr.io/org/tools:1.2.0';
writeFileSync(path.join(folder, 'team.pem'), PEM);
writeFileSync(path.join(folder, 'root.json'), JSON.stringify({ mediaType: 'application/vnd.dev.sigstore.trustedroot+json;version=0.1', certificateAuthorities: [] }));
writeFileSync(path.join(folder, 'junk.json'), '[');

function read(inputs: Readonly<Record<string, string>>): VerifyRequest {
  const reader: InputReader = (name) => inputs[name] ?? '';
  return readVerifyRequest(reader, { folder, env: {}, platform: 'linux', arch: 'x64', cores: 1 });
}

test('what is verified is a reference, a file, or a layout', () => {
  assert.deepEqual(read({ ref: REF }).source, { kind: 'published', text: REF });
  assert.deepEqual(read({ ref: 'team.pem' }).source, { kind: 'path', text: 'team.pem', path: path.join(folder, 'team.pem') });
  assert.equal(read({ ref: `oci:${folder}:1.2.0` }).source.kind, 'layout');
  assert.deepEqual(read({ ref: REF, base: 'ghcr.io/org/bedrock:1\nghcr.io/org/other:2' }).bases.map(({ text }) => text), ['ghcr.io/org/bedrock:1', 'ghcr.io/org/other:2']);
});

test('a key is PEM or a file that holds it, and an identity needs a trusted root', () => {
  for (const key of [PEM, 'team.pem']) assert.equal(read({ ref: REF, key }).trust?.by, 'key');
  const trust = read({ ref: REF, identity: 'https://github.com/org/**', 'trusted-root': 'root.json' }).trust;
  assert.ok(trust?.by === 'identity' && trust.issuer === 'https://token.actions.githubusercontent.com');
  assert.equal(read({ ref: REF }).trust, undefined);
});

test('a policy is a file, named from the working folder', () => {
  writeFileSync(path.join(folder, 'policy.yml'), 'attestation: required\n');
  assert.equal(read({ ref: REF, policy: 'policy.yml' }).policy?.attestation, 'required');
  assert.equal(read({ ref: REF }).policy, undefined);
});

test('each refusal names its input and says what would be right', () => {
  const secret = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  const cases: readonly (readonly [Readonly<Record<string, string>>, string, RegExp])[] = [
    [{}, 'ref', /^ref: is missing\.$/],
    [{ ref: './nowhere.tar' }, 'ref', /does not exist\.$/],
    [{ ref: REF, base: 'daemon:bedrock' }, 'base', /an image of a container engine/],
    [{ ref: REF, base: './layout' }, 'base', /^base: "\.\/layout" names \S+\/layout, which does not exist\.$/],
    [{ ref: REF, rebuild: 'nowhere' }, 'rebuild', /the folder .* does not exist/],
    [{ ref: REF, key: 'nowhere.pem' }, 'key', /can't be read: it does not exist/],
    [{ ref: REF, key: secret }, 'key', /is a private key/],
    [{ ref: REF, key: 'junk.json' }, 'key', /not a PEM/],
    [{ ref: REF, key: PEM, identity: 'x' }, 'key', /can't be given together/],
    [{ ref: REF, identity: 'x' }, 'trusted-root', /^trusted-root: is missing/],
    [{ ref: REF, identity: 'x', 'trusted-root': 'junk.json' }, 'trusted-root', /can't be used/],
    [{ ref: REF, 'trusted-root': 'root.json' }, 'trusted-root', /without identity/],
    [{ ref: REF, policy: 'nowhere.yml' }, 'policy', /can't be read: it does not exist/],
    [{ ref: REF, policy: 'junk.json' }, 'policy', /can't be used/],
  ];
  for (const [inputs, input, says] of cases) {
    assert.throws(() => read(inputs), (error: unknown) => error instanceof InputError && error.input === input && says.test(error.message) && !error.message.includes('BEGIN'), JSON.stringify(inputs).slice(0, 100));
  }
});

test('a private key that somebody gives by mistake is in no report', () => {
  const secret = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  const spec = VERIFY_INPUTS.find(({ name }) => name === 'key');
  assert.ok(spec !== undefined && shownValue(spec, PEM).includes('BEGIN PUBLIC KEY'));
  assert.ok(!shownValue(spec, secret).includes('BEGIN'));
});
