import assert from 'node:assert/strict';
import { generateKeyPairSync } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { test } from '@jest/globals';
import { FLAGS, readerOf } from '../../src/cli/flags.ts';
import { read, refusal } from './inputs-of.ts';

const COSIGN = readFileSync(new URL('../provenance/fixtures/test-only-cosign.key', import.meta.url), 'utf8');
const PLAIN = generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
const JOB = {
  GITHUB_SERVER_URL: 'https://github.com',
  GITHUB_REPOSITORY: 'Org/Tools',
  GITHUB_RUN_ID: '7',
  GITHUB_RUN_ATTEMPT: '2',
  GITHUB_EVENT_NAME: 'push',
  GITHUB_WORKFLOW_REF: 'Org/Tools/.github/workflows/publish.yml@refs/heads/main',
};

test('nothing is signed unless it is asked for', () => {
  assert.equal(read({}).provenance?.signing, undefined);
});

test('a key signs that is given as PEM, with its password', () => {
  assert.equal(read({ sign: 'key', 'sign-key': PLAIN }).provenance?.signing?.by, 'key');
  assert.equal(read({ sign: 'key', 'sign-key': COSIGN, 'sign-password': 'secret' }).provenance?.signing?.by, 'key');
});

test('an identity signs if the job has one', () => {
  const signing = read({ sign: 'keyless', 'fulcio-url': 'https://fulcio.example', 'rekor-url': 'http://127.0.0.1:3000' }, { SIGSTORE_ID_TOKEN: 'a.b.c' }).provenance?.signing;
  assert.ok(signing?.by === 'identity');
  assert.deepEqual([signing.fulcio.host, signing.rekor.host], ['fulcio.example', '127.0.0.1:3000']);
});

const URLS = { 'fulcio-url': 'https://fulcio.example', 'rekor-url': 'https://rekor.example' };
// [given, refusal]
const REFUSED: readonly (readonly [Parameters<typeof refusal>[0], RegExp])[] = [
  [{ sign: 'yes' }, /^sign \| .*is not one of/],
  [{ sign: 'key' }, /^sign-key \| sign-key: is missing, but sign is key\. \| Pass the private key itself/],
  [{ sign: 'key', 'sign-key': 'cosign.key' }, /^sign-key \| sign-key: the signing key is not a PEM private key/],
  [{ sign: 'key', 'sign-key': COSIGN, 'sign-password': 'guess' }, /^sign-key \| sign-key: the signing key can't be decrypted/],
  [{ 'sign-key': PLAIN }, /^sign-key \| sign-key: is given, but sign is none/],
  [{ sign: 'keyless', ...URLS }, /^sign \| sign: keyless needs an identity, but there is none\. \| .*id-token: write/],
  [{ sign: 'keyless', ...URLS, 'fulcio-url': 'http://fulcio.example' }, /^fulcio-url \| fulcio-url: is not the URL of a service/],
  [{ sign: 'keyless', ...URLS, 'rekor-url': 'https://u:p@rekor.example' }, /^rekor-url \| rekor-url: is not the URL of a service/],
];
for (const [given, message] of REFUSED) {
  test(`${JSON.stringify(Object.keys(given))} of ${given.sign ?? 'none'} is refused: ${message.source}`, () => {
    const said = refusal(given);
    assert.match(said, message);
    for (const secret of ['guess', PLAIN.slice(30, 60), COSIGN.slice(60, 90), 'u:p']) assert.ok(!said.includes(secret));
  });
}

test('a job says which workflow builds, by whom and in which run', () => {
  assert.deepEqual(read({}, JOB).provenance?.run, {
    builder: 'https://github.com/Org/Tools/.github/workflows/publish.yml@refs/heads/main',
    workflow: { repository: 'https://github.com/Org/Tools', path: '.github/workflows/publish.yml', ref: 'refs/heads/main' },
    invocation: 'https://github.com/Org/Tools/actions/runs/7/attempts/2',
    event: 'push',
  });
});

for (const [name, value] of [['GITHUB_WORKFLOW_REF', 'nothing'], ['GITHUB_WORKFLOW_REF', ''], ['GITHUB_SERVER_URL', 'javascript:x']] as const) {
  test(`a job whose ${name} is ${JSON.stringify(value)} says nothing of its workflow`, () => {
    assert.match(read({}, { ...JOB, [name]: value }).provenance?.run.builder ?? '', /#elsewhere$/);
  });
}

test('a signing key comes by no flag, which a list of processes would show, but by the environment', () => {
  assert.deepEqual(FLAGS.filter(({ name }) => name.startsWith('sign')).map(({ name }) => name), ['sign']);
  const reader = readerOf(new Map(), { NIX_FEATURE_SIGN_KEY: PLAIN, NIX_FEATURE_SIGN_PASSWORD: 'x' });
  assert.deepEqual([reader('sign-key'), reader('sign-password'), reader('password')], [PLAIN, 'x', '']);
});
