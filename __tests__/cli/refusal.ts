import { parseCommandLine } from '../../src/cli/flags.ts';
import { InputError } from '../../src/kit/errors.ts';

/** Why a command line is refused: the message, and the hint after a bar. @throws where it is taken */
export function refusal(...argv: string[]): string {
  try {
    parseCommandLine(argv);
  } catch (error) {
    if (error instanceof InputError) return `${error.message} | ${error.hint ?? ''}`;
    throw error;
  }
  throw new Error(`taken: ${argv.join(' ')}`);
}
