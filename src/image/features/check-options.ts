import { optionValues, optionVariable } from '../../feature/environment/option-environment.ts';
import { isObject } from '../../json/field.ts';
import { Failure } from '../../kit/errors.ts';
import type { GivenFeature } from '../request.ts';

/** Options of the install runtime that say how it works, and nothing of what it leaves. */
const OF_NO_CONSEQUENCE: ReadonlySet<string> = new Set(['MIRROR', 'DEBUG', 'VERIFY']);
const MODES: ReadonlySet<string> = new Set(['auto', 'secure', '']);

/**
 * Checks that the options of a Feature ask for what an image gets: what was published, in mode `secure`. A value that is the
 * default asks for nothing.
 * @param metadata as JSON
 * @throws Failure for the first that asks for something else
 */
export function checkGivenOptions({ text, options }: GivenFeature, metadata: string): void {
  const values = optionValues(metadata, options);
  if (values['USERLINKS'] === 'true') {
    throw new Failure(`The Feature ${text} links its programs into the home of the user, who is known only where it is installed.`, {
      hint: 'Set its option "userLinks" to false in devcontainer.json, or build the image with the dev container tools.',
    });
  }
  if (!MODES.has(values['MODE'] ?? '')) {
    throw new Failure(`The Feature ${text} is to be installed in mode ${values['MODE'] ?? ''}, which can only be run.`, { hint: 'Images get what was published: mode auto or secure.' });
  }
  const defaults = optionValues(metadata, {});
  const odd = Object.entries(values).find(([name, value]) => !['MODE', 'USERLINKS'].includes(name) && !OF_NO_CONSEQUENCE.has(name) && (defaults[name] ?? '') !== value);
  // A version that is no number names none in particular.
  if (odd === undefined || (odd[0] === 'VERSION' && typeof options !== 'object' && !/^v?\d/.test(odd[1]))) return;
  throw new Failure(`The Feature ${text} is given the option ${JSON.stringify(nameOf(odd[0], options))} with the value ${JSON.stringify(odd[1])}, and no option changes what an image gets.`, {
    hint: 'Leave the option out, or build the image with the dev container tools, which run install.sh.',
  });
}

/** As it was written. */
function nameOf(variable: string, options: GivenFeature['options']): string {
  return isObject(options) ? (Object.keys(options).find((name) => optionVariable(name) === variable) ?? variable) : variable.toLowerCase();
}
