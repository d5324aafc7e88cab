import { createPrivateKey, scryptSync, type KeyObject } from 'node:crypto';
import nacl from 'tweetnacl';
import { Failure } from '../../kit/errors.ts';
import { Field } from '../../json/field.ts';
import { JsonError, parseJson } from '../../json/parse-json.ts';
import { kindOf } from '../format/keys.ts';

const LONGEST_KEY = 64 * 1024;
/** What cosign writes, of old and now. */
const ENCRYPTED = /^-----BEGIN ENCRYPTED (SIGSTORE|COSIGN) PRIVATE KEY-----\r?\n([A-Za-z0-9+/=\r\n]+)-----END ENCRYPTED \1 PRIVATE KEY-----\s*$/;
/** The costs of scrypt that cosign has used: whoever wrote the file decides nothing about our memory. */
const COSTS = new Set([32_768, 65_536]);
const KEY_BYTES = 32;
const NONCE_BYTES = 24;
const HINT = 'Expected a PEM private key of ECDSA P-256 or Ed25519: from `cosign generate-key-pair`, or `openssl genpkey`.';

/**
 * Parses a private key: PEM (PKCS #8 or SEC 1; encrypted as OpenSSL does), or cosign's own encrypted form. Nothing of the key or the password is
 * in any message.
 * @param password empty if the key has none
 * @throws Failure
 */
export function parsePrivateKey(text: string, password: string): KeyObject {
  const pem = text.trim();
  const key = pem.length <= LONGEST_KEY ? readKey(pem, password) : undefined;
  if (key === undefined) throw new Failure('The signing key is not a PEM private key.', { hint: HINT });
  if (kindOf(key) === undefined) throw new Failure(`The signing key is of a kind that is not supported (${key.asymmetricKeyType ?? 'unknown'}).`, { hint: HINT });
  return key;
}

function readKey(pem: string, password: string): KeyObject | undefined {
  const encrypted = ENCRYPTED.exec(`${pem}\n`)?.[2];
  if (encrypted !== undefined) return decryptedKey(Buffer.from(encrypted, 'base64'), password);
  if (!/^-----BEGIN [A-Z ]*PRIVATE KEY-----$/m.test(pem)) return undefined;
  try {
    return createPrivateKey({ key: pem, ...(password === '' ? {} : { passphrase: password }) });
  } catch {
    // Without its cause: nobody knows what a library quotes.
    if (password === '' && /ENCRYPTED/.test(pem)) throw new Failure('The signing key is encrypted, but there is no password.', { hint: 'Set "sign-password".' });
    throw new Failure(password === '' ? "The signing key can't be read." : WRONG_PASSWORD, { hint: HINT });
  }
}

const WRONG_PASSWORD = "The signing key can't be decrypted with this password.";

/** go-securesystemslib, "encrypted": scrypt for the key, NaCl's secretbox (XSalsa20 and Poly1305) for what it opens, PKCS #8 in it. */
function decryptedKey(bytes: Buffer, password: string): KeyObject {
  let json: unknown;
  try {
    json = parseJson(bytes, { bytes: LONGEST_KEY });
  } catch (cause) {
    return refuse(cause instanceof JsonError ? cause.message : 'it is not JSON');
  }
  const document = Field.of(json, refuse);
  document.get('kdf').get('name').is('scrypt');
  document.get('cipher').get('name').is('nacl/secretbox');
  const costs = document.get('kdf').get('params');
  const N = costs.get('N').count();
  if (!COSTS.has(N)) costs.get('N').refuse('is an scrypt cost that cosign does not use');
  costs.get('r').is(8);
  costs.get('p').is(1);
  const [salt, nonce, box] = [document.get('kdf').get('salt'), document.get('cipher').get('nonce'), document.get('ciphertext')].map((field) => Buffer.from(field.text(LONGEST_KEY), 'base64'));
  if (salt?.length !== KEY_BYTES || nonce?.length !== NONCE_BYTES || box === undefined) return refuse('its salt or its nonce has the wrong length');
  const opening = scryptSync(password, salt, KEY_BYTES, { N, r: 8, p: 1, maxmem: 256 * N * 8 });
  const der = nacl.secretbox.open(box, nonce, opening);
  if (der === null) throw new Failure(password === '' ? 'The signing key is encrypted, and its password is not empty.' : WRONG_PASSWORD, { hint: 'Set "sign-password".' });
  try {
    return createPrivateKey({ key: Buffer.from(der), format: 'der', type: 'pkcs8' });
  } catch {
    return refuse('it does not contain a private key');
  }
}

function refuse(why: string): never {
  throw new Failure(`The encrypted signing key can't be used: ${why}.`, { hint: HINT });
}
