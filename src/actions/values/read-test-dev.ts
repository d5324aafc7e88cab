import { statSync } from 'node:fs';
import { join } from 'node:path';
import { adviceOf, InputError } from '../../kit/errors.ts';
import { parseReference } from '../../oci/format/reference.ts';
import type { BuildRequest } from '../../request.ts';
import type { InputReader } from '../inputs/inputs.ts';
import { parseBases } from './base-reference.ts';
import { textOf } from './values.ts';

/**
 * Reads `test-dev`: the image in which development mode is tested.
 * @param folder where relative layout folders start from, absolute
 * @throws InputError if it is no image, or the Feature has nothing for other systems
 */
export function readTestDev(read: InputReader, folder: string, request: Pick<BuildRequest, 'featureFolder' | 'complement' | 'test'>): Pick<BuildRequest, 'testDev'> {
  const text = textOf(read, 'test-dev');
  if (text === '' || text === 'none') return { testDev: undefined };
  if (request.test === 'false') {
    throw new InputError('test-dev', 'test-dev: names an image to test in, but test is false.', { hint: 'Leave one of them out.' });
  }
  if (!request.complement && statSync(join(request.featureFolder, 'install-dev.sh'), { throwIfNoEntry: false })?.isFile() !== true) {
    throw new InputError('test-dev', 'test-dev: there is nothing to test, as the Feature has no install-dev.sh and is built without a complement.', {
      hint: 'Write an install-dev.sh, or use "complement: true".',
    });
  }
  try {
    const [testDev] = parseBases([text], folder, parseReference);
    return { testDev };
  } catch (cause) {
    if (!(cause instanceof InputError)) throw cause;
    throw new InputError('test-dev', cause.message.replace(/^base-image:/, 'test-dev:'), { cause, ...adviceOf(cause) });
  }
}
