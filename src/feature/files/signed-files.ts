import { createHash } from 'node:crypto';
import { BUNDLE_FOLDER } from './bundle.ts';
import { byBytes, modeOf, type FeatureFile } from './feature-tar.ts';

/** Signs bytes; the same bytes must give the same signature, or a release would never be the same again. */
export type SignBytes = (bytes: Buffer) => Buffer;

/** What is signed: a line for each file. The runtime reads it, see docs/reference/formats.md. */
const SIGNED_LIST = `${BUNDLE_FOLDER}/signed`;
const SIGNATURE = `${BUNDLE_FOLDER}/signed.sig`;

const FORMAT = 'nix-feature-files-v1';
/** Layers are in the lists of layers, by digest; an exported Feature has them elsewhere. */
const LAYER = new RegExp(`^${BUNDLE_FOLDER}/[^/]+/layers/`);

/** Makes the files that show who made a Feature's other files. @param files all of the others */
export function signedFiles(files: readonly FeatureFile[], sign: SignBytes): readonly FeatureFile[] {
  const list = listOf(files);
  return [
    { name: SIGNED_LIST, bytes: list },
    { name: SIGNATURE, bytes: sign(Buffer.from(list)) },
  ];
}

/** `<SHA-256> <mode> <name>`, sorted by the bytes of the names. */
function listOf(files: readonly FeatureFile[]): string {
  const lines = files
    .filter(({ name }) => !LAYER.test(name))
    .toSorted((a, b) => byBytes(a.name, b.name))
    .map((file) => {
      if (!('bytes' in file)) throw new Error(`${file.name} is neither a layer nor text`);
      return `${createHash('sha256').update(file.bytes).digest('hex')} ${modeOf(file).toString(8)} ${file.name}`;
    });
  return [FORMAT, ...lines].map((line) => `${line}\n`).join('');
}
