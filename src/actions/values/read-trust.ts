import { resolve } from 'node:path';
import { adviceOf, Failure, InputError } from '../../kit/errors.ts';
import { parsePublicKey } from '../../provenance/format/keys.ts';
import { parseTrustedRoots } from '../../provenance/verify/trusted-root.ts';
import type { Trust } from '../../provenance/verify/verification.ts';
import type { InputName, InputReader } from '../inputs/inputs.ts';
import { textOf, readInputFile } from './values.ts';

/** Bytes of a key or a trusted root. */
const LIMIT = 4 * 1024 * 1024;

/**
 * Reads whose signature is believed.
 * @param folder where relative files start from
 * @returns undefined if nobody's is asked for
 * @throws InputError
 */
export function readTrust(read: InputReader, folder: string): Trust | undefined {
  const [key, identity, root] = [textOf(read, 'key'), textOf(read, 'identity'), textOf(read, 'trusted-root')];
  if (key !== '' && identity !== '') {
    throw new InputError('key', "key and identity can't be given together: an attestation is signed with one or the other.", { hint: 'Leave one of them out.' });
  }
  if (identity === '' && root !== '') throw new InputError('trusted-root', 'trusted-root: is given without identity, but a key needs none.', { hint: 'Set "identity", or leave "trusted-root" out.' });
  if (key !== '') return { by: 'key', key: parsed('key', () => parsePublicKey(key.includes('-----BEGIN') ? key : fileOf('key', key, folder))) };
  if (identity === '') return undefined;
  if (root === '') {
    throw new InputError('trusted-root', 'trusted-root: is missing, and identity needs it: it says which authorities are trusted.', {
      hint: 'Write one with `gh attestation trusted-root > trusted_root.json` or `cosign trusted-root create`, and name the file.',
    });
  }
  return { by: 'identity', identity, issuer: textOf(read, 'issuer'), roots: parsed('trusted-root', () => parseTrustedRoots(fileOf('trusted-root', root, folder))) };
}

function fileOf(input: InputName, name: string, folder: string): string {
  const hint = input === 'key' ? 'Name the file of the public key, as PEM, or give its text.' : 'Name the file that `gh attestation trusted-root` or `cosign trusted-root create` wrote.';
  return readInputFile(input, resolve(folder, name), { limit: LIMIT, hint }).toString('utf8');
}

function parsed<T>(input: InputName, parse: () => T): T {
  try {
    return parse();
  } catch (cause) {
    if (!(cause instanceof Failure) || cause instanceof InputError) throw cause;
    throw new InputError(input, `${input}: ${cause.message}`, { cause, ...adviceOf(cause) });
  }
}
