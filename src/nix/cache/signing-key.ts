import { createPrivateKey, createPublicKey, generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import { Failure } from '../../kit/errors.ts';

/** Bytes of an Ed25519 key's seed, and of its public half. */
const HALF = 32;
// RFC 8410, 7: what PKCS #8 puts in front of a seed.
const PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex');
const NAME = /^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$/;

/** A key that signs store paths. Nothing of it but its public half is ever shown. */
export class SigningKey {
  readonly name: string;
  /** For `trusted-public-keys`: `<name>:<base64>`. */
  readonly publicText: string;
  readonly #key: KeyObject;

  private constructor(name: string, key: KeyObject) {
    this.name = name;
    this.#key = key;
    this.publicText = `${name}:${publicHalf(key).toString('base64')}`;
  }

  /** Makes a new key. @param name for people: which cache signs */
  static generate(name: string): SigningKey {
    return new SigningKey(name, generateKeyPairSync('ed25519').privateKey);
  }

  /**
   * Reads a secret key as `nix-store --generate-binary-cache-key` writes it: a name, a colon, and the seed with the public
   * key behind it, in base 64.
   * @throws Failure if the text is none; it never shows what the text is
   */
  static parse(text: string): SigningKey {
    const [name = '', digits = ''] = text.trim().split(':');
    const bytes = /^[A-Za-z0-9+/]{86}==$/.test(digits) ? Buffer.from(digits, 'base64') : undefined;
    if (!NAME.test(name) || bytes === undefined) throw new Failure('it is not <name>:<88 characters of base 64>, as "nix-store --generate-binary-cache-key" writes it into the secret file');
    const key = createPrivateKey({ key: Buffer.concat([PKCS8, bytes.subarray(0, HALF)]), format: 'der', type: 'pkcs8' });
    if (!publicHalf(key).equals(bytes.subarray(HALF))) throw new Failure('its two halves do not belong together');
    return new SigningKey(name, key);
  }

  /** The whole key as Nix writes it: for a file that only its owner reads, and for nothing else. */
  secretText(): string {
    const seed = this.#key.export({ format: 'der', type: 'pkcs8' }).subarray(PKCS8.length);
    return `${this.name}:${Buffer.concat([seed, publicHalf(this.#key)]).toString('base64')}`;
  }

  /** @returns what stands behind `Sig:` */
  sign(text: string): string {
    return `${this.name}:${sign(null, Buffer.from(text), this.#key).toString('base64')}`;
  }
}

function publicHalf(key: KeyObject): Buffer {
  return createPublicKey(key).export({ format: 'der', type: 'spki' }).subarray(-HALF);
}
