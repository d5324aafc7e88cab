import { readFileSync, statSync } from 'node:fs';
import { adviceOf, fileReason, InputError, messageOf } from '../../kit/errors.ts';
import { formatList, parseSize } from '../../kit/format.ts';
import { didYouMean } from '../../kit/text.ts';
import { parseReference, type Reference } from '../../oci/format/reference.ts';
import { specOf, type InputName, type InputReader } from '../inputs/inputs.ts';

/** Returns the text of an input, or its default if it is empty (an unset expression in a workflow gives an empty text). */
export function textOf(read: InputReader, name: InputName): string {
  const given = read(name).trim();
  return given === '' ? specOf(name).default : given;
}

/**
 * Returns one of the values of a choice. `True` and `FALSE` are taken as well where `true` and `false` are choices, as YAML 1.2
 * has them (core schema, 10.3.2).
 * @throws InputError
 */
export function choiceOf<T extends string>(read: InputReader, name: InputName, values: readonly T[]): T {
  const text = textOf(read, name);
  const normal = /^(?:True|TRUE|False|FALSE)$/.test(text) ? text.toLowerCase() : text;
  const found = values.find((value) => value === normal);
  if (found !== undefined) return found;
  throw new InputError(name, `${name}: "${text}" is not one of ${values.join(', ')}.${didYouMean(text, values)}`);
}

/** @throws InputError */
export function booleanOf(read: InputReader, name: InputName): boolean {
  const text = textOf(read, name);
  if (/^(?:true|True|TRUE)$/.test(text)) return true;
  if (/^(?:false|False|FALSE)$/.test(text)) return false;
  throw new InputError(name, `${name}: "${text}" is neither true nor false.`);
}

/** @returns undefined if the input is empty and has no default @throws InputError */
export function countOf(read: InputReader, name: InputName): number | undefined {
  const text = textOf(read, name);
  if (text === '') return undefined;
  const { min = 0, max = Number.MAX_SAFE_INTEGER } = specOf(name);
  const count = /^\d{1,15}$/.test(text) ? Number(text) : Number.NaN;
  if (count >= min && count <= max) return count;
  throw new InputError(name, `${name}: "${text}" is not a whole number from ${min} to ${max}.`);
}

/** Bytes of `1000`, `500kB`, `1.5 GiB`; undefined if the input is empty. @throws InputError */
export function sizeOf(read: InputReader, name: InputName): number | undefined {
  const text = textOf(read, name);
  if (text === '') return undefined;
  const bytes = parseSize(text);
  if (bytes !== undefined) return bytes;
  const [, number = '', unit = ''] = /^([\d.]+)\s*([a-zA-Z]*)$/.exec(text) ?? [];
  // Some programs take M for 10⁶ bytes and some for 2²⁰.
  const letter = /^[kmgt]$/i.test(unit) ? unit.toUpperCase() : undefined;
  throw new InputError(name, `${name}: "${text}" is not a size.`, {
    hint:
      letter === undefined
        ? 'Write bytes (40000000) or a number with a unit: 40MB is 40,000,000 bytes, 40MiB is 41,943,040.'
        : `Write ${number}${letter === 'K' ? 'k' : letter}B for decimal units or ${number}${letter}iB for binary ones.`,
  });
}

/** Returns the lines that are not blank, trimmed. */
export function linesOf(read: InputReader, name: InputName): readonly string[] {
  return textOf(read, name)
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** Returns what blanks or line breaks (and `separators`, such as a comma) separate. */
export function wordsOf(read: InputReader, name: InputName, separators = ''): readonly string[] {
  return textOf(read, name)
    .split(new RegExp(`[\\s${separators}]+`))
    .filter((word) => word !== '');
}

/** @throws InputError naming the first value that appears twice */
export function refuseDuplicates(name: InputName, values: readonly string[]): void {
  const twice = values.find((value, index) => values.indexOf(value) !== index);
  if (twice !== undefined) throw new InputError(name, `${name}: "${twice}" is given twice.`);
}

/** @throws InputError saying that these inputs exclude each other */
export function refuseTogether(first: InputName, others: readonly InputName[], why: string, hint: string): never {
  throw new InputError(first, `${formatList([first, ...others])} can't be given together: ${why}`, { hint });
}

export interface InputFile {
  /** Bytes. */
  readonly limit: number;
  /** What the file should be. */
  readonly hint: string;
  /** Neither a folder nor a pipe will do. */
  readonly regular?: true;
}

/** Reads the file that an input names. @throws InputError */
export function readInputFile(input: InputName, file: string, { limit, hint, regular }: InputFile): Buffer {
  const refuseLarge = (size: number): void => {
    if (size > limit) throw new InputError(input, `${input}: ${file} has ${size} bytes; the limit is ${limit}.`);
  };
  try {
    const info = statSync(file);
    if (regular === true && !info.isFile()) throw new InputError(input, `${input}: ${file} is not a file.`);
    refuseLarge(info.size);
    const bytes = readFileSync(file);
    // A pipe does not say how much it has.
    refuseLarge(bytes.length);
    return bytes;
  } catch (cause) {
    if (cause instanceof InputError) throw cause;
    throw new InputError(input, `${input}: ${file} can't be read: ${fileReason(cause)}.`, { cause, hint });
  }
}

/** Reads an input by the grammar of another one, whose name would else be in the messages. @throws InputError */
export function byGrammarOf<T>(other: InputName, input: InputName, parse: () => T): T {
  try {
    return parse();
  } catch (cause) {
    if (!(cause instanceof InputError)) throw cause;
    const { message } = cause;
    throw new InputError(input, message.startsWith(`${other}:`) ? `${input}${message.slice(other.length)}` : message, { cause, ...adviceOf(cause) });
  }
}

/** Reads the name of something in a registry. @throws InputError */
export function readReference(input: string, text: string, hint: string): Reference {
  try {
    return parseReference(text);
  } catch (cause) {
    throw new InputError(input, `${input}: ${messageOf(cause)}`, { cause, hint });
  }
}
