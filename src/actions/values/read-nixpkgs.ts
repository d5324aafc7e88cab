import { adviceOf, InputError } from '../../kit/errors.ts';
import { redactUrls } from '../../kit/redact-urls.ts';
import type { BaseReference, BuildRequest, NixpkgsChoice } from '../../request.ts';
import { specOf, type InputReader } from '../inputs/inputs.ts';
import { secretsIn } from '../inputs/redact.ts';
import { parseFlake } from './flake-reference.ts';
import { booleanOf, refuseTogether, textOf } from './values.ts';

/** Reads which nixpkgs the flake is built with, if not its own. @param here what relative names start from @throws InputError */
export function readNixpkgs(read: InputReader, bases: readonly BaseReference[], here: string): Pick<BuildRequest, 'nixpkgs' | 'followBase'> {
  const text = textOf(read, 'nixpkgs');
  const followBase = booleanOf(read, 'follow-base');
  if (followBase && text !== '') {
    refuseTogether('follow-base', ['nixpkgs'], "the first takes the base image's nixpkgs, the second another.", 'Leave one of them out; for a base image that does not say what it was made of, name it with nixpkgs.');
  }
  if (followBase && bases.length === 0) throw new InputError('follow-base', 'follow-base: there is no base image to follow (base-image: none).', { hint: 'Name the nixpkgs with "nixpkgs".' });
  return { nixpkgs: text === '' ? undefined : choiceOf(text, here), followBase };
}

function choiceOf(text: string, here: string): NixpkgsChoice {
  if (/^[0-9a-f]{40}$/.test(text)) return { reference: `github:NixOS/nixpkgs/${text}` };
  if (text.includes('#')) throw new InputError('nixpkgs', `nixpkgs: "${text}" names an attribute, but a whole nixpkgs is expected.`, { hint: 'Leave out the # and what follows it.' });
  // It is in the flake that is generated, which the summary and the artifact show, and on Nix's command line.
  if (secretsIn(specOf('nixpkgs'), text).length > 0) {
    throw new InputError('nixpkgs', `nixpkgs: "${redactUrls(text)}" contains a login or a token, which everybody who gets the result would see.`, { hint: 'Nix takes logins from /etc/nix/netrc, and tokens from "access-tokens" in "nix-config".' });
  }
  const source = parsed(text, here);
  if (source.kind === 'folder') return { reference: `path:${source.folder}`, mount: source.folder };
  if (source.kind === 'reference') return { reference: source.reference, ...(source.mount !== undefined && { mount: source.mount }) };
  throw new Error('packages are not a flake reference');
}

/** The grammar of `flake`, which its messages name. */
function parsed(text: string, here: string): ReturnType<typeof parseFlake> {
  try {
    return parseFlake(text, { feature: here, here });
  } catch (cause) {
    if (!(cause instanceof InputError)) throw cause;
    throw new InputError('nixpkgs', cause.message.replace(/^flake:/, 'nixpkgs:'), { cause, ...adviceOf(cause) });
  }
}
