import { resolve } from 'node:path';
import { InputError } from '../../kit/errors.ts';
import { didYouMean } from '../../kit/suggest.ts';
import type { Arch } from '../../platform.ts';
import { NEVER_SKIPPED, WSL_CHECKS, type WslCheckName } from '../../report/facts/wsl-facts.ts';
import type { WslCheckRequest, WslRequest } from '../../wsl/request.ts';
import type { InputReader } from '../inputs/inputs.ts';
import type { Surroundings } from '../inputs/surroundings.ts';
import { readArches } from '../values/read-arches.ts';
import { readLeaks } from '../values/read-leaks.ts';
import { booleanOf, sizeOf, textOf, wordsOf } from '../values/values.ts';

/**
 * Reads and checks every input of the wsl action, before any work.
 * @throws InputError for the first input that can't be used
 */
export function readWslRequest(read: InputReader, where: Surroundings): WslRequest {
  const tarball = textOf(read, 'tarball');
  if (tarball === '') throw new InputError('tarball', 'tarball: is missing.', { hint: 'Name the file to check: nixos.wsl.' });
  return { ...readChecks(read, where), tarball: resolve(where.folder, tarball), summary: booleanOf(read, 'summary') };
}

function readChecks(read: InputReader, where: Surroundings): WslCheckRequest {
  // What is found by a search whose result is one of the checks always fails, unless `skip-checks` says otherwise.
  const leaks = readLeaks((name) => (name === 'leaks' ? 'fail' : read(name)), where);
  return { arch: readArch(read, where), leaks, maxSize: sizeOf(read, 'max-size'), skipped: readSkipped(read) };
}

function readArch(read: InputReader, where: Surroundings): Arch {
  const [arch, ...others] = readArches(read, where.arch);
  if (arch !== undefined && others.length === 0) return arch;
  throw new InputError('arches', 'arches: a tarball is for one platform.', { hint: 'Name one: amd64 or arm64.' });
}

function readSkipped(read: InputReader): readonly WslCheckName[] {
  const names = WSL_CHECKS.map(({ name }) => name).filter((name) => !NEVER_SKIPPED.includes(name));
  return wordsOf(read, 'skip-checks', ',').map((word) => {
    const found = names.find((name) => name === word);
    if (found !== undefined) return found;
    const why = NEVER_SKIPPED.some((name) => name === word) ? 'can\'t be left out: without it nothing else is known' : `is not a check.${didYouMean(word, names)}`;
    throw new InputError('skip-checks', `skip-checks: "${word}" ${why}`, { hint: 'docs/team/wsl.md lists the checks.' });
  });
}
