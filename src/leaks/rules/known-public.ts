import { createHash } from 'node:crypto';

/**
 * Keys and tokens that everybody has: test keys inside of libraries, examples of manuals, client ids that a vendor ships
 * in a public program. Beginnings of SHA-256 digests of {@link essence}.
 */
const KNOWN: ReadonlySet<string> = new Set([
  // libgnutls: keys of its self-tests (FIPS 140)
  '44a3a4d0a8110f69',
  '560bdbed19c507fb',
  '9d8504625f045dbb',
  '12d437be106c8c53',
  '4aba1bb863b2c1b2',
  '96b13e2fe1182c3b',
  'd723ebc00c730174',
  'f211bbd6cb36fa8f',
  // systemd.netdev(5): the key of an example
  'd6ef5a52e4bb83c7',
  // Google Cloud SDK: what its programs tell Google who they are
  'b3f19cc85129501b',
  'a73b3ad3b416d981',
  '6189b36d964849f3',
  // App Engine's remote API: test keys
  '8b244a9c90b198e5',
  'f68dfd83c93536cc',
  // Azure's libraries: the key of the storage emulator
  'e02327674095d003',
]);

/** Characters that tell two keys apart. */
const ENOUGH = 48;

/** A key without its frame: the same wherever it is written. */
function essence(text: string): string {
  return text
    .replaceAll(/\\[nr]|[\s"]/g, '')
    .replace(/^-----BEGIN[A-Z]{1,40}-----/, '')
    .slice(0, ENOUGH);
}

/** The digest under which what was found would be listed here. */
function publicId(text: string): string {
  return createHash('sha256').update(essence(text), 'latin1').digest('hex').slice(0, 16);
}

export function isKnownPublic(text: string): boolean {
  return KNOWN.has(publicId(text));
}

const TEST_FOLDER = /(?:^|\/)(?:tests?|testing|testdata|test_data|fixtures|examples?|samples?|demos?|doc|docs|dummyserver)\//;
/** The description of a Python package, which is its README. */
const README = /(?:^|\/)(?:README[^/]{0,40}|PKG-INFO|METADATA)$/;

/** Tells whether a file is one of those that come with keys for everybody to see: of a test suite, or documentation. */
export function isTestFile(file: string): boolean {
  return TEST_FOLDER.test(file) || README.test(file);
}
