import { readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileReason, InputError } from '../../kit/errors.ts';
import { parsePolicy, POLICY_LIMIT } from '../../policy/parse-policy.ts';
import type { BuildRequest } from '../../request.ts';
import type { InputReader } from '../inputs/inputs.ts';
import { textOf } from '../values/values.ts';

/** Reads the policy that an input names. @param here where relative names start from @throws InputError */
export function readPolicy(read: InputReader, here: string): Pick<BuildRequest, 'policy'> {
  const text = textOf(read, 'policy');
  if (text === '') return { policy: undefined };
  const file = resolve(here, text);
  return { policy: parsePolicy(contentsOf(file), file) };
}

function contentsOf(file: string): string {
  try {
    const info = statSync(file);
    if (!info.isFile()) throw new InputError('policy', `policy: ${file} is not a file.`);
    if (info.size > POLICY_LIMIT) throw new InputError('policy', `policy: ${file} has ${info.size} bytes; the limit is ${POLICY_LIMIT}.`);
    return readFileSync(file, 'utf8');
  } catch (cause) {
    if (cause instanceof InputError) throw cause;
    throw new InputError('policy', `policy: ${file} can't be read: ${fileReason(cause)}.`, { cause, hint: 'Name a file of the checkout; docs/verify/policy.md says what it holds.' });
  }
}
