import { InputError } from '../../kit/errors.ts';
import { didYouMean } from '../../kit/text.ts';
import { archOfNode, ARCHES, isArch } from '../../platform.ts';
import type { Arch } from '../../platform.ts';
import type { InputReader } from '../inputs/inputs.ts';
import { refuseDuplicates, wordsOf, textOf } from './values.ts';

const ALIASES: Readonly<Record<string, Arch>> = {
  'x86_64': 'amd64',
  'x86-64': 'amd64',
  'x64': 'amd64',
  'x86_64-linux': 'amd64',
  'linux/amd64': 'amd64',
  'aarch64': 'arm64',
  'armv8': 'arm64',
  'arm64v8': 'arm64',
  'arm64/v8': 'arm64',
  'aarch64-linux': 'arm64',
  'linux/arm64': 'arm64',
};

/** @param nodeArch `process.arch`, for the default @throws InputError */
export function readArches(read: InputReader, nodeArch: string): readonly Arch[] {
  const words = wordsOf(read, 'arches', ',');
  refuseDuplicates('arches', words);
  if (words.length > 0) return words.map(archOf);
  const own = archOfNode(nodeArch);
  if (own !== undefined) return [own];
  throw new InputError('arches', `arches: is missing, and this machine's architecture (${nodeArch}) is not one of ${ARCHES.join(', ')}.`);
}

/** Reads the platforms that are named; none: all that there are. @throws InputError */
export function readNamedArches(read: InputReader, nodeArch: string): readonly Arch[] {
  return textOf(read, 'arches') === '' ? [] : readArches(read, nodeArch);
}

function archOf(word: string): Arch {
  if (isArch(word)) return word;
  const alias = ALIASES[word.toLowerCase()] ?? ARCHES.find((arch) => arch === word.toLowerCase());
  const suggestion = alias === undefined ? didYouMean(word, ARCHES) : ` Write ${alias}.`;
  throw new InputError('arches', `arches: "${word}" is not one of ${ARCHES.join(', ')}.${suggestion}`);
}
