import { Failure } from '../../kit/errors.ts';
import { Field } from '../../json/field.ts';
import { JsonError, parseJson } from '../../json/parse-json.ts';

/** A trusted root of sigstore (`trusted_root.json`): authorities and logs, with the times for which they count. Not parsed further here. */
export type TrustedRoot = Readonly<Record<string, unknown>>;

const LIMIT = 4 * 1024 * 1024;
const MOST = 16;

/**
 * Parses trusted roots: one JSON document, or one a line as `gh attestation trusted-root` prints them.
 * @throws Failure
 */
export function parseTrustedRoots(text: string): readonly TrustedRoot[] {
  const hint = 'Expected what `cosign trusted-root create`, `gh attestation trusted-root` or the TUF repository of sigstore gives: JSON with certificateAuthorities.';
  const refuse = (why: string): never => {
    throw new Failure(`The trusted root can't be used: ${why}.`, { hint });
  };
  const documents = readDocuments(text, refuse);
  if (documents.length === 0 || documents.length > MOST) refuse(`it has ${documents.length} documents`);
  return documents.map((json) => {
    const root = Field.of(json, refuse);
    root.get('mediaType').text();
    root.get('certificateAuthorities').each(MOST * MOST, (authority) => authority.object());
    return root.object();
  });
}

function readDocuments(text: string, refuse: (why: string) => never): readonly unknown[] {
  try {
    return [parseJson(text, { bytes: LIMIT })];
  } catch (error) {
    const lines = text.split('\n').filter((line) => line.trim() !== '');
    if (!(error instanceof JsonError) || lines.length < 2 || lines.length > MOST) return refuse(error instanceof JsonError ? error.message : String(error));
    try {
      return lines.map((line) => parseJson(line, { bytes: LIMIT }));
    } catch (cause) {
      return refuse(cause instanceof JsonError ? cause.message : String(cause));
    }
  }
}
