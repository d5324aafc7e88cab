import { readFileSync, statSync } from 'node:fs';
import { InputError } from '../kit/errors.ts';

const INPUT = 'base-image';
/** Bytes; one instruction and some comments have fewer. */
const MOST_BYTES = 64 * 1024;
/** `FROM <image>`, with a platform and a name that nothing here depends on (Dockerfile reference, "FROM"). */
const FROM = /^FROM\s+(?:--platform=\S+\s+)?(\S+)(?:\s+AS\s+\S+)?$/i;

/**
 * Reads the image that a Dockerfile begins with, so that bots which update Dockerfiles update the base. Anything else in it would
 * make another image, which nobody has built.
 * @param file absolute
 * @param text as it was given, for messages
 * @throws InputError unless there is one FROM, of a literal reference, and nothing else
 */
export function referenceInFile(file: string, text: string): string {
  const refuse = (why: string, line?: number): never => {
    throw new InputError(INPUT, `${INPUT}: ${text} ${why}.`, { hint: EXPECTED, location: { file, ...(line === undefined ? {} : { line }) } });
  };
  const { size } = statSync(file);
  if (size > MOST_BYTES) return refuse(`has ${size} bytes, more than a file with one line needs`);
  const lines = readFileSync(file, 'utf8').replace(/^\ufeff/, '').split(/\r\n|\n|\r/).map((line, index) => ({ line: line.trim(), number: index + 1 }));
  const [first, ...others] = lines.filter(({ line }) => line !== '' && !line.startsWith('#'));
  if (first === undefined) return refuse('has no line "FROM <image>"');
  const [, reference] = FROM.exec(first.line) ?? [];
  if (reference === undefined) return refuse(`does not begin with "FROM <image>"`, first.number);
  if (reference.includes('$')) return refuse('has a FROM with a variable, so its image is not known', first.number);
  if (reference.toLowerCase() === 'scratch') return refuse('has a FROM without an image (scratch)', first.number);
  const [other] = others;
  if (other !== undefined) return refuse('has another instruction behind its FROM, so it stands for a different image', other.number);
  return reference;
}

const EXPECTED = 'Expected one line, which bots such as Dependabot and Renovate keep up to date: FROM ghcr.io/org/bedrock:1.4.0@sha256:…';
