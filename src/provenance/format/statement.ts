import { IntegrityError } from '../../kit/errors.ts';
import { Field } from '../../json/field.ts';
import { parsedJson } from '../../json/parse-json.ts';
import { canonicalJson } from '../../oci/format/canonical-json.ts';
import { hexOf, type Digest } from '../../oci/format/digest.ts';

/** in-toto attestation framework, "Statement", and what older clients write. */
const STATEMENT = 'https://in-toto.io/Statement/v1';
const STATEMENT_TYPES = [STATEMENT, 'https://in-toto.io/Statement/v0.1'] as const;

/** The payload type of an envelope that holds a statement. */
export const STATEMENT_PAYLOAD = 'application/vnd.in-toto+json';
/** Bytes. An SBOM of a large closure may be the predicate. */
export const STATEMENT_LIMIT = 64 * 1024 * 1024;

const MOST_SUBJECTS = 1024;
const MOST_DIGESTS = 16;
const LONGEST_TYPE = 1024;

export interface StatementSubject {
  readonly name: string;
  /** By algorithm, in hexadecimal digits. */
  readonly digest: Readonly<Record<string, string>>;
}

/** What somebody says of subjects. */
export interface Statement {
  readonly subjects: readonly StatementSubject[];
  readonly predicateType: string;
  /** As the JSON has it, an object; whoever reads it checks it. */
  readonly predicate: Readonly<Record<string, unknown>>;
}

/** Writes a statement about one manifest: the same bytes for the same content. @param name of its repository */
export function statementBytes(subject: { readonly name: string; readonly digest: Digest }, predicateType: string, predicate: object): Buffer {
  return Buffer.from(canonicalJson({ _type: STATEMENT, subject: [{ name: subject.name, digest: { sha256: hexOf(subject.digest) } }], predicateType, predicate }));
}

/** Parses the payload of an envelope. @throws IntegrityError */
export function parseStatement(bytes: Uint8Array): Statement {
  const json = parsedJson(bytes, refuse, { bytes: STATEMENT_LIMIT });
  const document = Field.of(json, refuse);
  document.get('_type').oneOf(STATEMENT_TYPES);
  const subjects: StatementSubject[] = [];
  document.get('subject').each(MOST_SUBJECTS, (subject) => subjects.push(readSubject(subject)));
  return { subjects, predicateType: document.get('predicateType').text(LONGEST_TYPE), predicate: document.get('predicate').object() };
}

function readSubject(subject: Field): StatementSubject {
  const digests = subject.get('digest').members(MOST_DIGESTS);
  return { name: subject.get('name').optional((name) => name.text()) ?? '', digest: Object.fromEntries(digests.map(([algorithm, digest]) => [algorithm, digest.text()])) };
}

/** Tells whether a statement is about a manifest: one of its subjects has this very digest. */
export function isAbout({ subjects }: Statement, digest: Digest): boolean {
  return subjects.some((subject) => Object.hasOwn(subject.digest, 'sha256') && subject.digest['sha256'] === hexOf(digest));
}

function refuse(why: string): never {
  throw new IntegrityError(`The statement can't be used: ${why}.`);
}
