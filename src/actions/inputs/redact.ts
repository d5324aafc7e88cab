import { MASKED, redactUrls } from '../../kit/safe-text.ts';
import type { InputName, InputReader } from './inputs.ts';
import type { InputSpec } from './rows/spec.ts';

/** Returns the value of an input as a report may show it. */
export function shownValue(spec: InputSpec, value: string): string {
  // Somebody may take the one for the other.
  if (spec.kind === 'secret' || value.includes('PRIVATE KEY')) return MASKED;
  // A value may be a secret, and nothing tells.
  if (spec.name === 'env') return value.replaceAll(/=.*$/gm, '=…');
  const redacted = redactUrls(value);
  return spec.kind === 'block' ? redactSettings(redacted) : redacted;
}

/**
 * Returns what must never appear in any output: secret inputs, and what is secret in others and in the job's NIX_CONFIG. To be
 * masked before anything else is done with them.
 */
export function secretsOf(inputs: readonly InputSpec[], read: InputReader, nixConfig = ''): readonly string[] {
  return [...inputs.flatMap((spec) => secretsIn(spec, read(spec.name as InputName))), ...secretsInSettings(nixConfig)];
}

export function secretsIn(spec: InputSpec, value: string): readonly string[] {
  if (spec.kind === 'secret') return value.trim() === '' ? [] : [value.trim()];
  return spec.kind === 'block' ? secretsInSettings(value) : secretsInAddresses(value);
}

function secretsInSettings(text: string): readonly string[] {
  // nix.conf(5), "access-tokens": host=token pairs, separated by blanks; GitLab's tokens have their kind before them.
  const tokens = [...text.matchAll(SECRET_SETTING)].flatMap(([, , pairs = '']) =>
    pairs
      .trim()
      .split(/\s+/)
      .map((pair) => pair.slice(pair.indexOf('=') + 1))
      .flatMap((token) => [token, token.slice(token.indexOf(':') + 1)].filter((part, index) => index === 0 || (part !== token && part.length > 3))),
  );
  return [...tokens.filter((token) => token !== ''), ...secretsInAddresses(text)];
}

/** Shorter ones would be found everywhere. A user alone may be a token, but not one that ssh is told of. */
const SHORTEST = 8;
const TOKEN_PARAMETER = /[?&](?:(?:access|private|auth)[-_]?token|token|passw(?:or)?d|secret|api[-_]?key|sig|signature)=([^&\s#'"]+)/gi;

function secretsInAddresses(text: string): readonly string[] {
  const logins = [...text.matchAll(/:\/\/([^\s/'"?#]*)@/g)].flatMap(({ 1: login = '', index }) => {
    const colon = login.indexOf(':');
    if (colon >= 0) return spellings(login.slice(colon + 1));
    const isSsh = /ssh(?:-ng)?$/i.test(text.slice(Math.max(0, index - 20), index));
    return isSsh || login.length < SHORTEST ? [] : spellings(login);
  });
  const parameters = [...text.matchAll(TOKEN_PARAMETER)].flatMap(([, token = '']) => (token.length < SHORTEST ? [] : spellings(token)));
  return [...logins, ...parameters];
}

/** As it is written, and as whoever decodes it would write it. */
function spellings(secret: string): readonly string[] {
  if (secret === '') return [];
  try {
    return [...new Set([secret, decodeURIComponent(secret)])];
  } catch {
    return [secret];
  }
}

/** In a comment too: what was tried before is as secret. */
const SECRET_SETTING = /^([ \t#]*(?:extra-)?access-tokens[ \t]*=)[ \t]*(\S.*)$/gm;

function redactSettings(text: string): string {
  return text.replaceAll(SECRET_SETTING, `$1 ${MASKED}`);
}
