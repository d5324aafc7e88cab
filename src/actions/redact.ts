import { MASKED, redactUrls } from '../redact-urls.ts';
import type { InputSpec } from './inputs.ts';

/** The value of an input as a report may show it. */
export function shownValue(spec: InputSpec, value: string): string {
  if (spec.kind === 'secret') return MASKED;
  const redacted = redactUrls(value);
  return spec.kind === 'block' ? redactSettings(redacted) : redacted;
}

/** What must never appear in any output: the values of secret inputs and the secret settings of nix.conf. */
export function secretsIn(spec: InputSpec, value: string): readonly string[] {
  if (spec.kind === 'secret') return value.trim() === '' ? [] : [value.trim()];
  if (spec.kind !== 'block') return [];
  // nix.conf(5), "access-tokens": host=token pairs, separated by blanks.
  return [...value.matchAll(SECRET_SETTING)].flatMap(([, , tokens = '']) =>
    tokens
      .trim()
      .split(/\s+/)
      .map((pair) => pair.slice(pair.indexOf('=') + 1)),
  );
}

const SECRET_SETTING = /^([ \t]*(?:extra-)?access-tokens[ \t]*=)[ \t]*(\S.*)$/gm;

function redactSettings(text: string): string {
  return text.replaceAll(SECRET_SETTING, `$1 ${MASKED}`);
}
