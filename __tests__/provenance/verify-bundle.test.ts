import assert from 'node:assert/strict';
import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { test } from '@jest/globals';
import { digestOf } from '../../src/oci/format/digest.ts';
import { parsePublicKey } from '../../src/provenance/format/keys.ts';
import { SLSA_PROVENANCE } from '../../src/provenance/format/slsa.ts';
import { isAbout, statementBytes } from '../../src/provenance/format/statement.ts';
import { signKeyless } from '../../src/provenance/sign/sign-keyless.ts';
import { signWithKey } from '../../src/provenance/sign/sign-statement.ts';
import { parseTrustedRoots } from '../../src/provenance/verify/trusted-root.ts';
import type { Refusal, Trust, Verification } from '../../src/provenance/verify/verification.ts';
import { verifyBundle, matchesIdentity } from '../../src/provenance/verify/verify-bundle.ts';
import { fakeSigstore, ISSUER, WORKFLOW, type FakeSigstore } from './fake-sigstore.ts';

const fixture = (name: string): Buffer => readFileSync(new URL(`fixtures/${name}`, import.meta.url));
const SUBJECT = { name: 'registry.example/org/my-tools', digest: digestOf('a manifest') };
const STATEMENT = statementBytes(SUBJECT, SLSA_PROVENANCE, { buildDefinition: {}, runDetails: {} });

const pair = (kind: 'ec' | 'ed25519'): { publicKey: KeyObject; privateKey: KeyObject } =>
  kind === 'ec' ? generateKeyPairSync('ec', { namedCurve: 'P-256' }) : generateKeyPairSync('ed25519');

interface Json {
  mediaType: string;
  verificationMaterial: Record<string, unknown> & { tlogEntries: { logIndex: string; integratedTime: string; inclusionPromise?: unknown; inclusionProof?: unknown }[] };
  dsseEnvelope: { payload: string; payloadType: string; signatures: { sig: string }[] };
}

/** A bundle with one thing changed. */
function changed(bundle: Buffer, change: (json: Json) => void): Buffer {
  const json = JSON.parse(bundle.toString()) as Json;
  change(json);
  return Buffer.from(JSON.stringify(json));
}

function refusalOf(verification: Verification): Refusal | undefined {
  return verification.verified ? undefined : verification.refusal;
}

for (const kind of ['ec', 'ed25519'] as const) {
  test(`what an ${kind} key signs is verified with its public half, and says what it is about`, async () => {
    const { publicKey, privateKey } = pair(kind);
    const verification = await verifyBundle(signWithKey(STATEMENT, privateKey), { by: 'key', key: publicKey });
    assert.ok(verification.verified);
    assert.equal(verification.statement.predicateType, SLSA_PROVENANCE);
    assert.ok(isAbout(verification.statement, SUBJECT.digest));
    assert.ok(!isAbout(verification.statement, digestOf('another')));
    assert.equal(refusalOf(await verifyBundle(signWithKey(STATEMENT, privateKey), { by: 'key', key: pair(kind).publicKey })), 'signature');
  });
}

test('what cosign has signed with a key is verified', async () => {
  const key = parsePublicKey(fixture('test-only-cosign.pub').toString());
  const verification = await verifyBundle(fixture('cosign-bundle.json'), { by: 'key', key });
  assert.ok(verification.verified);
  assert.equal(verification.statement.subjects[0]?.name, 'blob');
});

const EVIL = Buffer.from(STATEMENT.toString().replace('my-tools', 'evil-too')).toString('base64');
// [what, change, refusal]
const CHANGES: readonly (readonly [string, (json: Json) => void, Refusal])[] = [
  ['another payload', (json) => void (json.dsseEnvelope.payload = EVIL), 'signature'],
  ['another payload type', (json) => void (json.dsseEnvelope.payloadType = 'text/plain'), 'statement'],
  ['no signature', (json) => void (json.dsseEnvelope.signatures = []), 'format'],
  ['two signatures', (json) => void json.dsseEnvelope.signatures.push({ sig: 'YQ==' }), 'format'],
  ['a signature that is not base64', (json) => void (json.dsseEnvelope.signatures = [{ sig: 'a b' }]), 'format'],
  ['a signature of another form', (json) => void (json.dsseEnvelope.signatures = [{ sig: 'YWJj' }]), 'signature'],
  ['another media type', (json) => void (json.mediaType = 'application/json'), 'format'],
  ['a certificate beside the key', (json) => void (json.verificationMaterial['certificate'] = { rawBytes: 'YQ==' }), 'format'],
  ['neither key nor certificate', (json) => void delete json.verificationMaterial['publicKey'], 'format'],
];
for (const [what, change, refusal] of CHANGES) {
  test(`a bundle with ${what} is refused`, async () => {
    const { publicKey, privateKey } = pair('ec');
    assert.equal(refusalOf(await verifyBundle(changed(signWithKey(STATEMENT, privateKey), change), { by: 'key', key: publicKey })), refusal);
  });
}

for (const payload of ['{}', '[]', 'x', '{"_type":"https://in-toto.io/Statement/v1","subject":[],"predicateType":"x","predicate":1}']) {
  test(`a signed ${payload} is no statement`, async () => {
    const { publicKey, privateKey } = pair('ec');
    assert.equal(refusalOf(await verifyBundle(signWithKey(Buffer.from(payload), privateKey), { by: 'key', key: publicKey })), 'statement');
  });
}

test('bytes that are no bundle are refused, and never throw', async () => {
  const { publicKey } = pair('ec');
  for (const text of ['', 'null', '[]', '{}', '{"mediaType":1}', '\u0000'.repeat(100), '['.repeat(1000)]) {
    assert.equal(refusalOf(await verifyBundle(Buffer.from(text), { by: 'key', key: publicKey })), 'format');
  }
});

interface Keyless {
  readonly sigstore: FakeSigstore;
  readonly bundle: Buffer;
  readonly trust: (change?: Partial<Extract<Trust, { by: 'identity' }>>) => Trust;
}

async function keyless(claims: Readonly<Record<string, string>> = {}): Promise<Keyless> {
  const sigstore = await fakeSigstore();
  const bundle = await signKeyless(STATEMENT, sigstore.token(claims), { fulcio: sigstore.url, rekor: sigstore.url, timeout: 4000 });
  return { sigstore, bundle, trust: (change = {}) => ({ by: 'identity', identity: WORKFLOW, issuer: ISSUER, roots: [sigstore.root], ...change }) };
}

test('what an identity signs is verified by identity, issuer and trusted root, and its certificate says where it comes from', async () => {
  const { bundle, trust } = await keyless();
  const verification = await verifyBundle(bundle, trust());
  assert.ok(verification.verified, JSON.stringify(verification));
  assert.deepEqual(verification.signer, {
    by: 'identity',
    identity: WORKFLOW,
    issuer: ISSUER,
    claims: { sourceRepository: 'https://github.com/org/tools', sourceRevision: 'a'.repeat(40) },
  });
});

test('another identity, issuer or trusted root is refused', async () => {
  const { bundle, trust } = await keyless();
  const { root } = await fakeSigstore();
  assert.equal(refusalOf(await verifyBundle(bundle, trust({ identity: WORKFLOW.replace('tools', 'tool') }))), 'identity');
  assert.equal(refusalOf(await verifyBundle(bundle, trust({ issuer: 'https://token.actions.githubusercontent.com.evil' }))), 'issuer');
  assert.equal(refusalOf(await verifyBundle(bundle, trust({ roots: [root] }))), 'certificate');
  assert.equal(refusalOf(await verifyBundle(bundle, trust({ roots: [] }))), 'certificate');
  assert.equal(refusalOf(await verifyBundle(bundle, trust({ roots: [{ mediaType: 'x', certificateAuthorities: [{}] }] }))), 'certificate');
});

test('an authority or a log counts only for the time for which the trusted root names it', async () => {
  const { bundle, sigstore, trust } = await keyless();
  const ended = { start: '2020-01-01T00:00:00Z', end: '2021-01-01T00:00:00Z' };
  for (const [name, refusals] of [['certificateAuthorities', ['certificate']], ['tlogs', ['log']], ['ctlogs', ['certificate', 'log']]] as const) {
    const entries = sigstore.root[name] as readonly { readonly publicKey?: object }[];
    const past = entries.map(({ publicKey, ...entry }) => (publicKey === undefined ? { ...entry, validFor: ended } : { ...entry, publicKey: { ...publicKey, validFor: ended } }));
    const refusal = refusalOf(await verifyBundle(bundle, trust({ roots: [{ ...sigstore.root, [name]: past }] })));
    assert.ok(refusals.some((each) => each === refusal), `${name}: ${refusal}`);
  }
});

test('of several trusted roots one is enough', async () => {
  const { bundle, sigstore, trust } = await keyless();
  const other = await fakeSigstore();
  assert.ok((await verifyBundle(bundle, trust({ roots: parseTrustedRoots(`${JSON.stringify(other.root)}\n${JSON.stringify(sigstore.root)}\n`) }))).verified);
});

for (const evil of [`${WORKFLOW}x-evil`, `https://evil.example/${WORKFLOW}`, WORKFLOW.replace('org/tools/', 'org/tools/x-evil/'), WORKFLOW.replace('github.com', 'githubxcom')]) {
  test(`the identity ${evil} is not taken for ${WORKFLOW}`, async () => {
    const { bundle, trust } = await keyless({ sub: evil });
    assert.equal(refusalOf(await verifyBundle(bundle, trust())), 'identity');
    assert.equal(refusalOf(await verifyBundle(bundle, trust({ identity: WORKFLOW.replace('heads/main', 'heads/mai*n') }))), 'identity');
  });
}

// [what, change, refusal]
const KEYLESS_CHANGES: readonly (readonly [string, (json: Json) => void, readonly Refusal[]])[] = [
  ['another payload', (json) => void (json.dsseEnvelope.payload = EVIL), ['signature', 'log']],
  ['no log entry', (json) => void (json.verificationMaterial.tlogEntries = []), ['log']],
  ['the log entry without its promise and proof', (json) => json.verificationMaterial.tlogEntries.forEach((entry) => {
    delete entry.inclusionPromise;
    delete entry.inclusionProof;
  }), ['log', 'format']],
  ['a time at which its certificate had ended', (json) => json.verificationMaterial.tlogEntries.forEach((entry) => void (entry.integratedTime = String(Number(entry.integratedTime) + 86_400))), ['log', 'certificate']],
  ['a log entry of another place', (json) => json.verificationMaterial.tlogEntries.forEach((entry) => void (entry.logIndex = '7')), ['log']],
  ['bytes that are no certificate', (json) => void (json.verificationMaterial['certificate'] = { rawBytes: 'YWJj' }), ['format']],
];
for (const [what, change, refusals] of KEYLESS_CHANGES) {
  test(`a keyless bundle with ${what} is refused`, async () => {
    const { bundle, trust } = await keyless();
    const verification = await verifyBundle(changed(bundle, change), trust());
    assert.ok(!verification.verified && refusals.includes(verification.refusal), JSON.stringify(verification));
  });
}

test('a key does not verify what a certificate signed, nor an identity what a key signed', async () => {
  const { bundle, trust } = await keyless();
  const { publicKey, privateKey } = pair('ec');
  assert.equal(refusalOf(await verifyBundle(bundle, { by: 'key', key: publicKey })), 'kind');
  assert.equal(refusalOf(await verifyBundle(signWithKey(STATEMENT, privateKey), trust())), 'kind');
});

// [pattern, identity, matches]
const CASES: readonly (readonly [string, string, boolean])[] = [
  ['https://x/a', 'https://x/a', true],
  ['https://x/a', 'https://x/ab', false],
  ['https://x/a', 'https://x/', false],
  ['https://x/a', 'yhttps://x/a', false],
  ['https://x/a.b', 'https://x/aXb', false],
  ['https://x/(a|b)+', 'https://x/a', false],
  ['https://x/*', 'https://x/a', true],
  ['https://x/*', 'https://x/', true],
  ['https://x/*', 'https://x/a/b', false],
  ['https://x/**', 'https://x/a/b', true],
  ['https://x/**/c', 'https://x/a/b/c', true],
  ['https://x/**/c', 'https://x/a/b/d', false],
  ['https://x/*@refs/tags/v*', 'https://x/w.yml@refs/tags/v1.2', true],
  ['https://x/*@refs/tags/v*', 'https://x/w.yml@refs/heads/v1.2', false],
  ['https://github.com/org/*', 'https://github.com/org-evil/x', false],
  ['**', 'anything/at all', true],
  ['*', 'a@b', true],
  ['', '', true],
  ['', 'x', false],
  ['a\nb', 'a\nb', true],
];
for (const [pattern, identity, matches] of CASES) {
  test(`${JSON.stringify(identity)} is ${matches ? '' : 'not '}of the pattern ${JSON.stringify(pattern)}`, () => {
    assert.equal(matchesIdentity(pattern, identity), matches);
  });
}

test('a pattern of stars takes no time worth mentioning', () => {
  const began = performance.now();
  assert.equal(matchesIdentity('*a'.repeat(1000), 'a'.repeat(2000)), true);
  assert.equal(matchesIdentity('**a'.repeat(600), `${'a'.repeat(2000)}b`), false);
  assert.ok(performance.now() - began < 5000);
});

test('what is longer than any identity is refused', () => {
  assert.equal(matchesIdentity('**', 'a'.repeat(3000)), false);
});
